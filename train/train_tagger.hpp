#pragma once

#include <memory>

#include "float_network.hpp"
#include "treebank.hpp"

namespace recoupe::train {

struct TaggerOptions {
  uint32_t hidden = 32, buckets = 14336, shrunk = 14336, cutoff = 2, epochs = 12;
  float rate = 0.05f, feature_dropout = 0.3f, hidden_dropout = 0.0f;
  uint64_t seed = 1;
};

// The labels of the data, sorted by part of speech; sets Example::labels.
std::vector<syntax::Label> number_labels(std::vector<Example>& examples);

std::unique_ptr<FloatNetwork> train_tagger(const std::vector<const Example*>& examples,
                                           const std::vector<syntax::Label>& labels,
                                           const TaggerOptions& options);
void write_tagger(const FloatNetwork& network, const std::vector<syntax::Label>& labels,
                  std::vector<std::pair<std::string, std::string>>& sections);
// Lemma tables from the data.
void write_lemmas(const std::vector<Example>& examples, const lexicon::Forms& forms,
                  std::vector<std::pair<std::string, std::string>>& sections);

}  // namespace recoupe::train
