// From the dictionaries' own marks to parts of speech and features.
#pragma once

#include <string>
#include <vector>

#include "hunspell.hpp"
#include "lexicon/forms.hpp"

namespace recoupe::tools {

struct Reading {
  Upos upos = Upos::unknown;
  lexicon::Hint hint = lexicon::Hint::none;
  Features features = 0;
  auto operator<=>(const Reading&) const = default;
};

std::vector<Reading> french_readings(const Unfolded& word);
// The lemma of a reading: the dictionary's, but an adjective made of a participle is its own: «blessées» →
// «blessé».
std::string french_lemma(const Unfolded& word, const Reading& reading);
std::vector<Reading> english_readings(const Unfolded& word);

}  // namespace recoupe::tools
