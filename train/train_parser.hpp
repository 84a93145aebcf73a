#pragma once

#include <memory>

#include "float_network.hpp"
#include "treebank.hpp"

namespace recoupe::train {

struct ParserOptions {
  uint32_t hidden = 64, buckets = 10752, shrunk = 10752, cutoff = 2, epochs = 14;
  float rate = 0.05f, feature_dropout = 0.3f, hidden_dropout = 0.0f;
  float explore = 0.9f;  // how often the parser's own move is followed, from the second epoch on
  uint64_t seed = 2;
};

std::vector<syntax::Transition> number_transitions(const std::vector<Example>& examples);
std::unique_ptr<FloatNetwork> train_parser(const std::vector<Example>& examples,
                                           const std::vector<syntax::Transition>& transitions,
                                           const ParserOptions& options);
void write_parser(const FloatNetwork& network, const std::vector<syntax::Transition>& transitions,
                  std::vector<std::pair<std::string, std::string>>& sections);

}  // namespace recoupe::train
