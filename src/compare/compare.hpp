// Many Documents into a Dossier: same wire, same story, same claim, agreement and difference.
#pragma once

#include <vector>

#include "document/dossier.hpp"

namespace recoupe::compare {

Dossier compare(std::vector<Document> documents);

}  // namespace recoupe::compare
