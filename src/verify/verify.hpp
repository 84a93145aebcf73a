// Proves output from its sources: every cell of articles.jsonl, dossier.json and the tables is read again
// from the bytes it cites. Two proofs that do not know of each other: the bytes at `source`, decoded, must
// give the item's words (and the words its numbers, names and dates); and reading the original again with the
// same program must give the same line.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.hpp"
#include "engine/engine.hpp"

namespace recoupe::verify {

// Something that does not hold. `file`: the output file, with ":line" for articles.jsonl. `item`: "figure
// f3", "cluster c12", or empty where the whole line is meant.
struct Problem {
  std::string file;
  std::string source_name;  // the article, as the line names it; may be empty
  std::string item;
  std::string reason;
};

struct Tally {
  uint64_t articles = 0;
  uint64_t cells = 0;    // items held against their source
  uint64_t by_hand = 0;  // fields that corrections.jsonl made what they are
  uint64_t problems = 0;
  uint64_t other_version = 0;  // lines that another version wrote: they are not read again, only checked
};

// `path`: a folder made by `recoupe dossier`, or lines of `recoupe extract`. An Error only where there is
// nothing to verify; corrections.jsonl beside the lines proves what was corrected by hand; whatever is wrong
// in there is a Problem, and the rest goes on.
Result<Tally> verify(const std::string& path, const engine::Resources& resources,
                     const std::function<void(const Problem&)>& take);

}  // namespace recoupe::verify
