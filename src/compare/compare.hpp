// Many Documents into a Dossier: same wire, same story, same claim, agreement and difference.
#pragma once

#include <vector>

#include "document/dossier.hpp"

namespace recoupe::compare {

// `corrections`: what a user's hand says of entities and clusters. Those of cells are in the documents
// already (corrections::correct).
Dossier compare(std::vector<Document> documents, const Corrections& corrections = {});

// First published first; what has no date, last; the same bytes only once. The order of the input never
// shows.
void put_in_order(std::vector<Document>& articles);

}  // namespace recoupe::compare
