#include "train_tagger.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

namespace recoupe::train {

std::vector<syntax::Label> number_labels(std::vector<Example>& examples) {
  std::map<std::pair<Upos, Features>, uint32_t> counts;
  for (const Example& example : examples)
    for (size_t i = 0; i < example.size(); ++i) ++counts[{example.upos[i], example.features[i]}];
  std::vector<syntax::Label> labels;
  std::map<std::pair<Upos, Features>, uint16_t> number;
  for (const auto& [key, count] : counts) {
    number[key] = static_cast<uint16_t>(labels.size());
    labels.push_back({key.first, key.second});
  }
  for (Example& example : examples)
    for (size_t i = 0; i < example.size(); ++i)
      example.labels.push_back(number[{example.upos[i], example.features[i]}]);
  return labels;
}

namespace {

FeatureCounts count_features(const std::vector<const Example*>& examples) {
  FeatureCounts counts;
  uint32_t features[weights::most_features];
  for (const Example* example : examples) {
    uint32_t previous = 0, before = 0;
    for (size_t i = 0; i < example->size(); ++i) {
      const size_t n =
          syntax::tagger_features(&example->codes[i + syntax::tagger_margin], previous, before, features);
      for (size_t k = 0; k < n; ++k) ++counts[features[k]];
      before = previous;
      previous = example->labels[i] + 1u;
    }
  }
  return counts;
}

// Speech was annotated without the features of nouns and their like: nothing to learn from their absence.
bool features_known(const Example& example, size_t i) {
  if (!example.spoken) return true;
  const Upos upos = example.upos[i];
  return upos != Upos::noun && upos != Upos::propn && upos != Upos::adj && upos != Upos::num;
}

}  // namespace

std::unique_ptr<FloatNetwork> train_tagger(const std::vector<const Example*>& examples,
                                           const std::vector<syntax::Label>& labels,
                                           const TaggerOptions& options) {
  syntax::Tagger index;
  index.labels = labels;
  syntax::index_labels(index);
  const auto outputs = static_cast<uint32_t>(syntax::upos_count + labels.size());
  auto network = std::make_unique<FloatNetwork>(count_features(examples), options.cutoff, options.buckets,
                                                options.hidden, outputs, options.seed);
  Random random(options.seed + 17);
  std::vector<const Example*> order = examples;
  uint32_t features[weights::most_features];
  std::vector<float> upos_scores(syntax::upos_count), label_scores(labels.size());
  size_t steps = 0, total_steps = 0;
  for (const Example* example : examples) total_steps += example->size() * options.epochs;
  for (uint32_t epoch = 0; epoch < options.epochs; ++epoch) {
    if (epoch == options.epochs / 2) network->shrink(options.shrunk);
    random.shuffle(order);
    size_t right = 0, total = 0;
    for (const Example* example : order) {
      uint32_t previous = 0, before = 0;
      for (size_t i = 0; i < example->size(); ++i) {
        const float rate =
            options.rate * (1 - 0.98f * static_cast<float>(steps++) / static_cast<float>(total_steps));
        const size_t n =
            syntax::tagger_features(&example->codes[i + syntax::tagger_margin], previous, before, features);
        network->activate({features, n}, options.feature_dropout, options.hidden_dropout);
        network->scores(0, syntax::upos_count, upos_scores.data());
        for (uint32_t u = 0; u < syntax::upos_count; ++u)
          if (index.group[u] == index.group[u + 1]) upos_scores[u] = -1e9f;
        const auto gold = static_cast<uint32_t>(example->upos[i]);
        const auto guess = static_cast<uint32_t>(std::max_element(upos_scores.begin(), upos_scores.end()) -
                                                 upos_scores.begin());
        softmax(upos_scores.data(), syntax::upos_count);
        upos_scores[gold] -= 1;
        ++total;
        right += guess == gold;
        uint32_t guess_label = 0;
        const auto label_of_group = [&](uint32_t upos) {
          const uint32_t begin = index.group[upos], end = index.group[upos + 1];
          network->scores(syntax::upos_count + begin, syntax::upos_count + end, label_scores.data());
          return begin + static_cast<uint32_t>(
                             std::max_element(label_scores.begin(), label_scores.begin() + (end - begin)) -
                             label_scores.begin());
        };
        if (guess != gold) guess_label = label_of_group(guess);
        const uint32_t best = label_of_group(gold);
        if (guess == gold) guess_label = best;
        const uint32_t begin = index.group[gold], end = index.group[gold + 1];
        network->learn(0, syntax::upos_count, upos_scores.data(), rate);
        if (end - begin > 1 && features_known(*example, i)) {
          softmax(label_scores.data(), end - begin);
          label_scores[example->labels[i] - begin] -= 1;
          network->learn(syntax::upos_count + begin, syntax::upos_count + end, label_scores.data(), rate);
        }
        network->step(rate);
        before = previous;
        previous = (epoch == 0 ? example->labels[i] : guess_label) + 1u;
      }
    }
    std::fprintf(stderr, "  tagger epoch %u: %.2f%% (with dropout)\n", epoch + 1,
                 100.0 * static_cast<double>(right) / static_cast<double>(total));
  }
  return network;
}

void write_tagger(const FloatNetwork& network, const std::vector<syntax::Label>& labels,
                  std::vector<std::pair<std::string, std::string>>& sections) {
  network.write(sections, "tagger");
  std::vector<uint32_t> pairs;
  for (const syntax::Label& label : labels) {
    pairs.push_back(static_cast<uint32_t>(label.upos));
    pairs.push_back(label.features);
  }
  sections.emplace_back("tagger.labels", std::string(reinterpret_cast<const char*>(pairs.data()),
                                                     pairs.size() * sizeof(uint32_t)));
}

}  // namespace recoupe::train
