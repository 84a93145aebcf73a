// The comparison of many articles as one JSON document, dossier.json (docs/formats.md).
#pragma once

#include <string>

#include "document/dossier.hpp"

namespace recoupe::report {

std::string dossier_json(const Dossier& dossier);

}  // namespace recoupe::report
