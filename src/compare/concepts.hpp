// What words mean, across the two languages: lemmas under the keys of one list
// (src/lexicon/any/concepts.tsv).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace recoupe::compare {

struct Concepts {
  using Keys = std::vector<uint16_t>;
  std::vector<std::string> names;
  std::vector<uint16_t> contrary;                     // of each key; none: itself
  std::map<std::string, Keys, std::less<>> words[2];  // French, English; a phrase has blanks
  size_t longest_phrase = 1;

  const Keys* find(std::string_view folded, Language language) const;
};
Concepts load_concepts();

}  // namespace recoupe::compare
