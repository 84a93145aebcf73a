// Through whom words came: «a-t-il dit à l'AFP», «cité par Interfax», «sur Twitter».
#pragma once

#include "quotes/cue.hpp"

namespace recoupe::quotes {

// The givers named beside a cue in its sentence, nearest to the speaker first; never the speaker.
std::vector<Attribution> givers(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
                                const Cue& cue, const Attribution& speaker, Range content);

}  // namespace recoupe::quotes
