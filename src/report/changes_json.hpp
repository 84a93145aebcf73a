// An earlier run of a dossier read back, and what has changed since, written (changes.json, docs/formats.md).
#pragma once

#include <istream>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/changes.hpp"

namespace recoupe::report {

// articles.jsonl line by line, and the whole of dossier.json.
Result<OldDossier> read_old_dossier(std::istream& articles, std::string_view dossier);
std::string changes_json(const Changes& changes, std::string_view since);

}  // namespace recoupe::report
