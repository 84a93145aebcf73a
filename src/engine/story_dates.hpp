// Dates the undated articles of a dossier by the others of their story, and
// reads them again with that date, so that «mercredi soir» becomes a day.
// Leaves the documents in the order of compare::put_in_order.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "engine/stages.hpp"

namespace recoupe::engine {

void date_by_story(std::vector<Document>& documents, const Resources& resources);

}  // namespace recoupe::engine
