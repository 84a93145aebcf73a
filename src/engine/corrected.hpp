// Comparing with a user's corrections: those of cells first, then those of entities and clusters.
#pragma once

#include <vector>

#include "document/dossier.hpp"

namespace recoupe::engine {

// Dossier::corrections has one report a line, in the order of the file.
Dossier compare_corrected(std::vector<Document> documents, const Corrections& corrections);

}  // namespace recoupe::engine
