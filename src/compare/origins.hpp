// Which articles are the same text. Copied text shows in runs of words: five-word shingles, of which the
// smallest hash of every eight in a row is kept (winnowing), so that any copy of twelve words in a row leaves
// a trace in both articles. Two articles are of one origin where the shorter one shares at least 15 % of its
// traces with the other. Words inside quotation marks do not count: two reporters who heard one speech are
// two.
#pragma once

#include <vector>

#include "compare/words.hpp"
#include "document/dossier.hpp"

namespace recoupe::compare {

// Articles must be in their final order (first published first).
std::vector<Origin> find_origins(const std::vector<Document>& articles, const Lexicon& lexicon);

}  // namespace recoupe::compare
