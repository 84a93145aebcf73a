// The subject of a clause as the tree has it.
#pragma once

#include "quotes/cue.hpp"

namespace recoupe::quotes {

// Of the clause that a stretch between marks stands in; empty where the tree has none, or where it is
// passive.
Range clause_subject(const Reading& reading, const Cue_lexicon& lexicon, uint32_t sentence, uint32_t quote,
                     bool passive = false);

}  // namespace recoupe::quotes
