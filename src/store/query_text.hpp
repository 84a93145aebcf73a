// What a user types into the search box, taken apart: words for the full-text index and conditions on
// columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recoupe::store {

struct Condition {
  std::string_view field;  // one of the fields that are columns: kind, category, status, form, language, date
  std::string value;
};

struct QueryText {
  std::string match;  // an FTS5 expression that is always well formed; empty = no words asked for
  std::vector<Condition> conditions;
};

// «speaker:hollande "deuxième ville" 40*» → match: {speaker} : "hollande" AND {text speaker} : "deuxième
// ville" AND {text speaker} : "40"*. Quotes, operators and unknown fields are plain words: nothing is a
// syntax error.
QueryText parse_query(std::string_view query);

}  // namespace recoupe::store
