// How sure: the words of a reported clause that mark distance, and what the cue says of it.
#pragma once

#include <unordered_set>

#include "quotes/content.hpp"

namespace recoupe::quotes {

struct Hedge_words {
  std::unordered_set<std::string> words;     // «présumé», «allegedly»
  std::unordered_set<std::string> openings;  // «si»: a conditional after it is a hypothesis
  std::unordered_set<std::string> modals;    // «devrait», «might»: hedged whatever the tense of the cue
  std::unordered_set<std::string> not_conditional;  // «souhait», «lait»: nouns that end like one
  bool english = false;
};
Hedge_words load_hedge_words(Language language);

struct Sureness {
  ClaimStatus status = ClaimStatus::asserted;
  std::vector<Span> hedges;
};

// `cue` may be nullptr (words between marks without a cue).
Sureness sureness(const Reading& reading, const Hedge_words& hedges, Range words, const Cue* cue,
                  bool questioned);

}  // namespace recoupe::quotes
