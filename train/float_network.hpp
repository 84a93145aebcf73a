// The network of src/syntax/network.hpp in floats, as it is trained: AdaGrad, one example at a time.
// Deterministic bit for bit: no reductions whose order a compiler may choose, no threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "weights/network.hpp"

namespace recoupe::train {

struct Random {
  uint64_t state;
  explicit Random(uint64_t seed) : state(seed * 0x9E3779B97F4A7C15ull + 1) {}
  uint32_t next() {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<uint32_t>(state >> 16);
  }
  float uniform() { return static_cast<float>(next() >> 8) * (1.0f / 16777216.0f); }
  uint32_t below(uint32_t n) { return static_cast<uint32_t>((uint64_t{next()} * n) >> 32); }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(static_cast<uint32_t>(i))]);
  }
};

using FeatureCounts = std::unordered_map<uint32_t, uint32_t>;

class FloatNetwork {
 public:
  // Keeps the commonest features that were seen at least `cutoff` times, as many as 4 * buckets rows can
  // take.
  FloatNetwork(const FeatureCounts& counts, uint32_t cutoff, uint32_t buckets, uint32_t hidden,
               uint32_t outputs, uint64_t seed);

  // Forward. While training (dropout > 0) each feature is left out with that probability.
  void activate(std::span<const uint32_t> features, float feature_dropout = 0, float hidden_dropout = 0);
  void scores(uint32_t begin, uint32_t end, float* out) const;
  // Backward: the loss's gradient by the outputs [begin, end) of the last activation; then step() moves the
  // rows.
  void learn(uint32_t begin, uint32_t end, const float* gradient, float rate);
  void step(float rate);

  // The state of the dice that dropout throws: set back, the next activation leaves out the same.
  uint64_t dice() const { return random_.state; }
  void set_dice(uint64_t state) { random_.state = state; }

  // Keeps the rows that weigh most in the data, as many as fit into a table of `buckets`: what a feature adds
  // times how often it is there. A table learned large, shrunk, and learned on holds more than one learned
  // small.
  void shrink(uint32_t buckets);

  // Appends the sections of the integer network.
  void write(std::vector<std::pair<std::string, std::string>>& sections, const std::string& prefix) const;
  size_t used() const { return used_; }

 private:
  uint32_t hidden_, outputs_, buckets_;
  size_t used_ = 0;
  void place(const std::vector<std::pair<uint32_t, uint32_t>>& counts_and_features, uint32_t buckets);
  std::vector<uint16_t> checks_;
  std::vector<uint32_t> features_, counts_;  // of each row
  std::vector<float> rows_, rows_sum_, bias_, bias_sum_, weights_, weights_sum_, output_bias_,
      output_bias_sum_;
  std::vector<uint32_t> active_;
  std::vector<float> activation_, gradient_, mask_;
  Random random_;
};

inline constexpr float output_scale = 64 * 256;  // of the integer network's scores

// Replaces scores by probabilities.
void softmax(float* scores, uint32_t count);

}  // namespace recoupe::train
