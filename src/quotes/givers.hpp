// Through whom words came: «a-t-il dit à l'AFP», «cité par Interfax», «sur Twitter», «Amaq annonce que, selon
// ses sources, …».
#pragma once

#include "quotes/cast.hpp"
#include "quotes/direct.hpp"

namespace recoupe::quotes {

// The givers named beside a cue in its sentence, nearest to the speaker first; never the speaker.
std::vector<Attribution> givers(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
                                const Kin& kin, const Told& told, const Cue& cue, const Attribution& speaker);

}  // namespace recoupe::quotes
