// Forms of the verbs that report speech, third person alone: made by rule from the lemma, so that a cue is
// one line in its list. «annoncer» gives annonce, annoncent, annonçait, annonça, annoncera, annoncerait,
// annonçant, annoncé …
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace recoupe::quotes {

enum class Tense : uint8_t {
  present,
  past,
  imperfect,
  future,
  conditional,
  participle_present,
  participle_past,
  infinitive
};

struct Irregular {  // one row of fr/quote_irregular_verbs.tsv
  std::string_view ending, present_one, present_many, stem, future, past_one, past_many, participle;
};

using Take = std::function<void(std::string form, Tense tense, bool plural)>;

void conjugate_french(std::string_view lemma, const std::vector<Irregular>& irregular, const Take& take);

// `past` and `participle` empty: by rule.
void conjugate_english(std::string_view lemma, std::string_view past, std::string_view participle,
                       const Take& take);

}  // namespace recoupe::quotes
