// corrections.jsonl, read (docs/formats.md). A line that is not understood is reported with its number and
// the others apply; a field that we do not know is left alone, for the file is the user's.
#pragma once

#include <string>
#include <string_view>

#include "document/correction.hpp"

namespace recoupe::report {

Corrections read_corrections(std::string_view file);

// `extra` behind `file`, without the lines that stand there already: how the corrections of one dossier are
// taken over into another. Not one byte of `file` changes.
std::string joined_corrections(std::string_view file, std::string_view extra);

}  // namespace recoupe::report
