// Whose words they are where the words between marks are said of whoever says them: «Airbus « coopère avec la
// justice »», «les Farc, « très attristés »», «l'imam est « effaré »».
#pragma once

#include "quotes/cue.hpp"

namespace recoupe::quotes {

// Empty where the words between marks are no such predicate.
Range predicate_subject(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
                        uint32_t sentence, uint32_t quote);

}  // namespace recoupe::quotes
