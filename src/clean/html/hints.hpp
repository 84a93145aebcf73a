// What the makers of a page call its parts: class="article__share-bar" is a share bar.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recoupe::clean {

struct Hint {
  std::string_view why;  // a reason (reasons.hpp); "body" for what may be the article; empty = no hint
  bool sure = false;     // false: believed of a small part of the page alone
};

struct HintPhrase {
  std::vector<std::string> words;
  Hint hint;
};

struct HintWords {
  std::unordered_map<std::string, std::vector<HintPhrase>> phrases;  // by first word, longest phrase first
};

HintWords load_hint_words();

// The first part that the names tell of: a clutter word anywhere is stronger than a body word.
Hint hint_of(std::string_view names, const HintWords& words);

}  // namespace recoupe::clean
