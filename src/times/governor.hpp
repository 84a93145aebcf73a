// The verb that a time hangs on in the tree of its sentence, and whether that verb looks back or forward:
// «l'appel à manifester samedi» is the coming one, «une colonne partie mardi» the last.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "times/scan.hpp"

namespace recoupe::times {

// -1 back, +1 forward, 0 its verb does not say, none where the tree has no verb above it. `until`: the time
// follows «jusqu'à» or the like, where a participle is a state that still holds («fermée jusqu'à vendredi»)
// and only a verb told in the past looks back.
std::optional<int> governing_tense(const Document& document, Span time, bool until);

// What bounds the time: +1 «jusqu'à vendredi», «d'ici à l'été», «dès lundi», «by Monday», mostly still to
// come; -1 «depuis mercredi»; 0 neither. [begin, end) are the pieces of the time.
int bounded(std::string_view text, const std::vector<Piece>& pieces, uint32_t begin, uint32_t end);

}  // namespace recoupe::times
