// Sources named without a verb that reports: «selon X», «aux dires de X», «de source judiciaire», and whose
// they are.
#pragma once

#include <optional>

#include "quotes/scan.hpp"

namespace recoupe::quotes {

// The source phrase that begins at a word, if one does.
std::optional<Cue> source_phrase(const Scan& scan, uint32_t sentence, uint32_t at);

// The words for the source: the noun phrase without what follows its comma, or whoever has told it. Sets
// Cue::source_end.
Range governed_by_source(const Scan& scan, Cue& cue);

}  // namespace recoupe::quotes
