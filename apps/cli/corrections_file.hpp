// The user's corrections of a dossier: DIR/corrections.jsonl, and whatever file the command line adds to it.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/dossier.hpp"
#include "terminal.hpp"

namespace recoupe::cli {

struct CorrectionsFile {
  std::string bytes;
  bool changed = false;  // lines of another file were added: bytes are to be written to the folder
  Corrections corrections;
};

// A folder without the file has no corrections; one whose file cannot be read is an error, for to write a
// dossier without them would undo them. `extras`: files whose lines are added; empty names and files that are
// not there add none.
Result<CorrectionsFile> read_corrections(const std::string& folder, const std::vector<std::string>& extras);

// One line for people for each correction that could not be applied; false if one was not understood.
bool tell_corrections(const std::vector<CorrectionReport>& reports, Messages& messages);

}  // namespace recoupe::cli
