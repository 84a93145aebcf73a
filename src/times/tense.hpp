// Whether the sentence around a time looks back or forward: «jeudi» is the last one beside «a annoncé» and
// the coming one beside «se réunira».
#pragma once

#include <string_view>
#include <vector>

#include "times/scan.hpp"
#include "times/vocabulary.hpp"

namespace recoupe::times {

// -1 back, +1 forward, 0 the verbs do not say. The nearest verb of the sentence decides. `text` is what the
// pieces were read from, [first, last) the pieces of the sentence, [begin, end) those of the time.
int direction(std::string_view text, const std::vector<Piece>& pieces, const Vocabulary& vocabulary,
              uint32_t first, uint32_t last, uint32_t begin, uint32_t end);

}  // namespace recoupe::times
