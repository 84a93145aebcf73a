// Whose cue it is: the words of the clause that stand for the speaker.
#pragma once

#include "quotes/cue.hpp"

namespace recoupe::quotes {

// Fills Cue::subject of all cues of one sentence (in order).
void find_subjects(const Reading& reading, const Cue_lexicon& lexicon, std::vector<Cue>& cues);

}  // namespace recoupe::quotes
