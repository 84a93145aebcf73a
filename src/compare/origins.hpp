// Which articles are the same text. Copied text shows in traces of its wording (compare/traces.hpp). Two
// articles are of one origin where the shorter one shares at least 15 % of its traces with the other, in more
// than one sentence: a communiqué's sentence that two reporters quote makes them no copies, nor does what a
// house prints under all its articles, nor words inside quotation marks.
#pragma once

#include <vector>

#include "compare/words.hpp"
#include "document/dossier.hpp"

namespace recoupe::compare {

// Articles must be in their final order (first published first).
std::vector<Origin> find_origins(const std::vector<Document>& articles, const Lexicon& lexicon);

}  // namespace recoupe::compare
