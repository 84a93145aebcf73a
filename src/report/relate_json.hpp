// The lines of `recoupe relate`: a pair of statements in, their relation out.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace recoupe::report {

struct StatementPair {
  std::string id;  // as JSON: text or number, given back as it came
  std::string a, b;
  std::string a_date, b_date;  // ISO dates; empty = unknown
};

// An Error says what is wrong with the line, without its place.
Result<StatementPair> read_pair(std::string_view line);
std::string relation_json(const StatementPair& pair, std::string_view relation, std::string_view why);

}  // namespace recoupe::report
