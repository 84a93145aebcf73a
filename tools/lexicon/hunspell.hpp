// Reads a hunspell dictionary (.dic, .aff) and unfolds its suffixes into forms with lemma and morphology.
// Prefixes are left out: in French they are elided words (l', d', qu'), which are tokens of their own.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace recoupe::tools {

struct Unfolded {
  std::string_view form, lemma;
  char flag = 0;           // the suffix class, for dictionaries with one-letter flags; 0: the word itself
  std::string_view flags;  // all suffix classes of the word, where flags are one letter
  std::vector<std::string_view> fields;  // "po:nom", "is:mas" … of the word, then of the suffix
};

// Calls take() for every form. Returns the reason where the files cannot be read; empty: done.
std::string unfold(const std::string& dictionary, const std::string& affixes,
                   const std::function<void(const Unfolded&)>& take);

}  // namespace recoupe::tools
