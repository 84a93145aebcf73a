// `recoupe dossier --since OLD_DIR`: what the articles of this run change in that dossier.
#pragma once

#include <string>

#include "base/result.hpp"
#include "document/changes.hpp"
#include "terminal.hpp"

namespace recoupe::cli {

Result<OldDossier> read_old_dossier(const std::string& folder);

// For people: how many claims of each kind, and the ones that ask for a look.
void tell_changes(const Changes& changes, const std::string& since, Messages& messages);

}  // namespace recoupe::cli
