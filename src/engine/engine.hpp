// The few functions that the world calls: read one page, or a stream of inputs on several threads.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "engine/stages.hpp"
#include "intake/intake.hpp"

namespace recoupe::engine {

struct ReadOptions {
  Language language = Language::unknown;  // unknown: told from the text
  std::string published;                  // ISO date given for undated input; empty = none
  uint32_t layers = UINT32_MAX;           // stages that write none of these (Layer) are left out
};

// Reads one page: cleans it and runs every stage. Never fails; what is odd is left in Document::diagnostics.
Document read(const Page& page, const Resources& resources, const ReadOptions& options = {});

// Runs every stage again on an article as intake and clean left it, with the date and the language that it
// has now; what a user corrected stays marked.
void read_anew(Document& document, const Resources& resources);

// Fixes of dates and languages (corrections.jsonl): these articles are read anew.
void correct_before_reading(std::vector<Document>& documents, const Corrections& corrections,
                            const Resources& resources);

struct RunOptions {
  ReadOptions read;
  unsigned jobs = 1;  // threads that read pages; results come in input order whatever their number
  intake::Options intake;
};

// Reads all inputs and hands each Document, or the error in its place, to `take`, in input order, on the
// calling thread. At most a few pages per job are held at a time, so memory is flat however long the input.
// `take` returns false to stop; what was read ahead is then dropped.
void run(const std::vector<std::string>& inputs, const Resources& resources, const RunOptions& options,
         const std::function<bool(Result<Document>)>& take);

}  // namespace recoupe::engine
