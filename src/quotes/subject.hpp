// Whose cue it is: the words of the clause that stand for the speaker.
#pragma once

#include "quotes/cue.hpp"

namespace recoupe::quotes {

// Fills Cue::subject of all cues of one sentence (in order).
void find_subjects(const Reading& reading, const Cue_lexicon& lexicon, std::vector<Cue>& cues);

// The subject of the clause that a stretch between marks stands in; empty where the tree has none, or where
// it is passive.
Range clause_subject(const Reading& reading, const Cue_lexicon& lexicon, uint32_t sentence, uint32_t quote);

}  // namespace recoupe::quotes
