#include "float_network.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace recoupe::train {
namespace {

constexpr float row_scale = 64;      // int8 rows: ±1.98
constexpr float weight_scale = 256;  // int16 weights
constexpr float row_limit = 127 / row_scale;
using Lanes = float __attribute__((vector_size(32)));

float dot(const float* a, const float* b, uint32_t size) {
  Lanes sum{};
  for (uint32_t i = 0; i < size; i += 8) {
    Lanes x, y;
    __builtin_memcpy(&x, a + i, sizeof(x));
    __builtin_memcpy(&y, b + i, sizeof(y));
    sum += x * y;
  }
  return ((sum[0] + sum[4]) + (sum[1] + sum[5])) + ((sum[2] + sum[6]) + (sum[3] + sum[7]));
}

void adagrad(float* weights, float* sums, const float* gradient, float factor, uint32_t size, float rate) {
  for (uint32_t i = 0; i < size; ++i) {
    const float g = gradient[i] * factor;
    sums[i] += g * g;
    weights[i] -= rate * g / std::sqrt(sums[i] + 1e-4f);
  }
}

template <class T>
std::string bytes_of(const std::vector<T>& items) {
  return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)};
}

template <class T>
std::vector<T> rounded(const std::vector<float>& from, float scale, float limit) {
  std::vector<T> out(from.size());
  for (size_t i = 0; i < from.size(); ++i)
    out[i] = static_cast<T>(std::lround(std::clamp(from[i] * scale, -limit, limit)));
  return out;
}

}  // namespace

void softmax(float* scores, uint32_t count) {
  const float top = *std::max_element(scores, scores + count);
  float sum = 0;
  for (uint32_t i = 0; i < count; ++i) sum += scores[i] = std::exp(scores[i] - top);
  for (uint32_t i = 0; i < count; ++i) scores[i] /= sum;
}

FloatNetwork::FloatNetwork(const FeatureCounts& counts, uint32_t cutoff, uint32_t buckets, uint32_t hidden,
                           uint32_t outputs, uint64_t seed)
    : hidden_(hidden), outputs_(outputs), buckets_(buckets), random_(seed) {
  std::vector<std::pair<uint32_t, uint32_t>> sorted;  // count, feature
  for (const auto& [feature, count] : counts)
    if (count >= cutoff) sorted.emplace_back(count, feature);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  place(sorted, buckets);
  std::fprintf(stderr, "  %zu features seen, %zu often enough, %zu kept\n", counts.size(), sorted.size(),
               used_);
  rows_.resize(checks_.size() * hidden);
  for (float& w : rows_) w = (random_.uniform() - 0.5f) * 0.1f;
  rows_sum_.assign(rows_.size(), 0);
  bias_.assign(hidden, 0.1f);
  bias_sum_.assign(hidden, 0);
  weights_.resize(size_t{outputs} * hidden);
  for (float& w : weights_) w = (random_.uniform() - 0.5f) * 0.2f;
  weights_sum_.assign(weights_.size(), 0);
  output_bias_.assign(outputs, 0);
  output_bias_sum_.assign(outputs, 0);
  activation_.resize(hidden);
  gradient_.resize(hidden);
  mask_.assign(hidden, 1);
}

void FloatNetwork::place(const std::vector<std::pair<uint32_t, uint32_t>>& sorted, uint32_t buckets) {
  buckets_ = buckets;
  used_ = 0;
  checks_.assign(size_t{buckets} * 4, 0);
  features_.assign(checks_.size(), 0);
  counts_.assign(checks_.size(), 0);
  weights::FeatureTable table{checks_.data(), buckets};
  for (const auto& [count, feature] : sorted) {
    if (table.row(feature) != weights::FeatureTable::none) continue;
    const size_t first = size_t{table.bucket_of(feature)} * 4;
    for (size_t i = first; i < first + 4; ++i)
      if (checks_[i] == 0) {
        checks_[i] = static_cast<uint16_t>(weights::FeatureTable::check_of(feature));
        features_[i] = feature;
        counts_[i] = count;
        ++used_;
        break;
      }
  }
}

void FloatNetwork::shrink(uint32_t buckets) {
  if (buckets >= buckets_) return;
  std::vector<std::pair<double, uint32_t>> order;  // weight, row
  for (uint32_t row = 0; row < checks_.size(); ++row) {
    if (checks_[row] == 0) continue;
    double sum = 0;
    for (uint32_t i = 0; i < hidden_; ++i) sum += std::fabs(rows_[size_t{row} * hidden_ + i]);
    order.emplace_back(sum * counts_[row], row);
  }
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::pair<uint32_t, uint32_t>> sorted;
  std::unordered_map<uint32_t, uint32_t> old_row;
  for (const auto& [weight, row] : order) {
    sorted.emplace_back(counts_[row], features_[row]);
    old_row[features_[row]] = row;
  }
  place(sorted, buckets);
  for (std::vector<float>* values : {&rows_, &rows_sum_}) {
    const std::vector<float> old = *values;
    values->assign(checks_.size() * hidden_, 0);
    for (size_t row = 0; row < checks_.size(); ++row)
      if (checks_[row] != 0)
        std::copy_n(&old[size_t{old_row.at(features_[row])} * hidden_], hidden_, &(*values)[row * hidden_]);
  }
  std::fprintf(stderr, "  shrunk to %zu features\n", used_);
}

void FloatNetwork::activate(std::span<const uint32_t> features, float feature_dropout, float hidden_dropout) {
  const weights::FeatureTable table{checks_.data(), buckets_};
  active_.clear();
  const auto limit = static_cast<uint32_t>(feature_dropout * 4294967295.0f);
  for (const uint32_t feature : features) {
    const uint32_t row = table.row(feature);
    if (row == weights::FeatureTable::none || (limit > 0 && random_.next() < limit)) continue;
    active_.push_back(row);
  }
  std::copy(bias_.begin(), bias_.end(), activation_.begin());
  for (const uint32_t row : active_) {
    const float* from = &rows_[size_t{row} * hidden_];
    for (uint32_t i = 0; i < hidden_; ++i) activation_[i] += from[i];
  }
  for (uint32_t i = 0; i < hidden_; ++i) {
    if (hidden_dropout > 0)
      mask_[i] = random_.uniform() < hidden_dropout ? 0.0f : 1.0f / (1 - hidden_dropout);
    if (activation_[i] < 0) activation_[i] = 0;
    if (hidden_dropout > 0) activation_[i] *= mask_[i];
  }
  std::fill(gradient_.begin(), gradient_.end(), 0.0f);
}

void FloatNetwork::scores(uint32_t begin, uint32_t end, float* out) const {
  for (uint32_t o = begin; o < end; ++o)
    out[o - begin] = output_bias_[o] + dot(activation_.data(), &weights_[size_t{o} * hidden_], hidden_);
}

void FloatNetwork::learn(uint32_t begin, uint32_t end, const float* gradient, float rate) {
  for (uint32_t o = begin; o < end; ++o) {
    const float g = gradient[o - begin];
    if (std::fabs(g) < 5e-4f) continue;
    float* weights = &weights_[size_t{o} * hidden_];
    for (uint32_t i = 0; i < hidden_; ++i) gradient_[i] += g * weights[i];
    adagrad(weights, &weights_sum_[size_t{o} * hidden_], activation_.data(), g, hidden_, rate);
    adagrad(&output_bias_[o], &output_bias_sum_[o], &g, 1, 1, rate);
  }
}

void FloatNetwork::step(float rate) {
  bool any = false;
  for (uint32_t i = 0; i < hidden_; ++i) {
    if (activation_[i] <= 0) gradient_[i] = 0;
    gradient_[i] *= mask_[i];
    any = any || gradient_[i] != 0;
  }
  std::fill(mask_.begin(), mask_.end(), 1.0f);
  if (!any) return;
  for (const uint32_t row : active_) {
    float* weights = &rows_[size_t{row} * hidden_];
    adagrad(weights, &rows_sum_[size_t{row} * hidden_], gradient_.data(), 1, hidden_, rate);
    for (uint32_t i = 0; i < hidden_; ++i) weights[i] = std::min(std::max(weights[i], -row_limit), row_limit);
  }
  adagrad(bias_.data(), bias_sum_.data(), gradient_.data(), 1, hidden_, rate);
}

void FloatNetwork::write(std::vector<std::pair<std::string, std::string>>& sections,
                         const std::string& prefix) const {
  const std::vector<uint32_t> size = {buckets_, hidden_, outputs_};
  sections.emplace_back(prefix + ".size", bytes_of(size));
  sections.emplace_back(prefix + ".checks", bytes_of(checks_));
  sections.emplace_back(prefix + ".rows", bytes_of(rounded<int8_t>(rows_, row_scale, 127)));
  sections.emplace_back(prefix + ".bias", bytes_of(rounded<int16_t>(bias_, row_scale, 32000)));
  sections.emplace_back(prefix + ".weights", bytes_of(rounded<int16_t>(weights_, weight_scale, 32000)));
  sections.emplace_back(prefix + ".output_bias",
                        bytes_of(rounded<int32_t>(output_bias_, row_scale * weight_scale, 1e9f)));
}

}  // namespace recoupe::train
