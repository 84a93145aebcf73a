// The claims of many articles as tables for a spreadsheet: RFC 4180 (commas, CRLF, quotes doubled), UTF-8,
// one header line, one row a claim. Text that a spreadsheet would run as a formula («=2+3», «@SUM», «-1» as
// words) stands behind an apostrophe, because articles are hostile input and their words are opened in office
// programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace recoupe::report {

struct Table {
  std::string_view file_name;  // "statements.csv"
  std::string content;
};

// statements.csv, figures.csv, movements.csv, events.csv, times.csv, places.csv, in this order.
std::vector<Table> csv_tables(const std::vector<Document>& documents);

// One cell of text as it stands in the file: neutralised, quoted where it must be.
std::string csv_cell(std::string_view text);

}  // namespace recoupe::report
