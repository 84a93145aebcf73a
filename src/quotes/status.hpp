// How sure: the words of a reported clause that mark distance, and what the cue says of it.
#pragma once

#include <unordered_set>

#include "lexicon/forms.hpp"
#include "quotes/content.hpp"

namespace recoupe::quotes {

struct Hedge_words {
  std::unordered_set<std::string> words;   // «présumé», «allegedly»
  std::unordered_set<std::string> modals;  // «might»; French has its conditional (conditional.hpp)
  bool english = false;
};
Hedge_words load_hedge_words(Language language);

struct Sureness {
  ClaimStatus status = ClaimStatus::asserted;
  std::vector<Span> hedges;
};

// `cue` may be nullptr (words between marks without a cue).
Sureness sureness(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
                  const Hedge_words& hedges, const lexicon::Forms& forms, Range words, const Cue* cue,
                  bool questioned);

}  // namespace recoupe::quotes
