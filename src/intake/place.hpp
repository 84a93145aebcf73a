// Names of records: what stands behind "path!" in a source_name, and the way back from it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "intake/bytes.hpp"

namespace recoupe::intake {

// "feed.jsonl!12" → {"feed.jsonl", "12"}; "a.wacz!archive/data.warc.gz!532" → {"a.wacz",
// "archive/data.warc.gz!532"}. A file of the whole name comes first; `record` is empty then.
struct Place {
  std::string file;
  std::string record;
};
Place place_of(const std::string& source_name);

// The records of one file that are wanted; null where a reader is handed it: all of them.
using Wanted = std::set<std::string>;

// A record by its number, from 1; nothing where it is no number.
std::optional<uint64_t> record_number(std::string_view record);
// Those of the wanted that are numbers.
std::set<uint64_t> record_numbers(const Wanted& wanted);

// "1234", or "1234+56" inside a gzip member: see Mark.
std::string record_name(Mark mark);
std::optional<Mark> record_mark(std::string_view record);

}  // namespace recoupe::intake
