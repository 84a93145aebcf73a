// The treebanks that the models learn from.
#pragma once

#include <string>
#include <vector>

#include "syntax/syntax.hpp"

namespace recoupe::train {

// One sentence, as numbers; the tags are the gold ones, `guessed` those of a tagger that has not seen it.
struct Example {
  std::vector<std::string> forms;
  std::vector<std::string> lowers, lemmas;
  std::vector<syntax::TokenCode> codes;  // with the tagger's margins
  std::vector<Upos> upos;
  std::vector<Features> features;
  std::vector<int32_t> heads;  // size(): the root
  std::vector<Relation> relations;
  bool spoken = false;  // its nouns carry no features
  std::vector<uint16_t> labels;
  std::vector<syntax::ParseCode> guessed;

  size_t size() const { return forms.size(); }
};

// Reads the language's files of `folder` (recipe in treebank.cpp; never a -test file). Throws
// std::runtime_error.
std::vector<Example> read_treebanks(Language language, const std::string& folder,
                                    const std::string& held_out);

}  // namespace recoupe::train
