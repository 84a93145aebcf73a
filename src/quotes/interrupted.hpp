// Words between marks that a cue interrupts: «Nous irons, a-t-il dit, jusqu'au bout» is two quotes with a cue
// between.
#pragma once

#include "quotes/cue_lexicon.hpp"
#include "quotes/marks.hpp"

namespace recoupe::quotes {

// Cuts the stretches at their incises; an unclosed one is also cut before «, a déclaré X».
std::vector<Marked> cut_at_incises(const Document& document, const Cue_lexicon& lexicon,
                                   const std::vector<Marked>& marked);

}  // namespace recoupe::quotes
