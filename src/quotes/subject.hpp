// Whose cue it is: the words of the clause that stand for the speaker.
#pragma once

#include "quotes/cue.hpp"

namespace recoupe::quotes {

// Fills Cue::subject of all cues of one sentence (in order).
void find_subjects(const Reading& reading, const Cue_lexicon& lexicon, std::vector<Cue>& cues);

// Whether a word looks like a finite verb: by its tag if syntax has set one, else by its ending.
bool looks_finite(const Word& word, const Cue_lexicon& lexicon);
// Whether a noun phrase may begin at this word («le», «un», «Hollande», «elle», not «de» or «hier»).
bool starts_noun_phrase(const Reading& reading, uint32_t at, Range sentence, const Cue_lexicon& lexicon);
// The end of the noun phrase that begins at `at`: up to a comma, mark, finite verb or subordinator.
uint32_t noun_phrase_end(const Reading& reading, uint32_t at, uint32_t limit, const Cue_lexicon& lexicon);

}  // namespace recoupe::quotes
