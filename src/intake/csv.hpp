// Tables of articles: CSV with a header line (RFC 4180; separated by commas, semicolons or tabs, whichever
// the header has), one article a row, "path!N" with the rows counted from 1 below the header. Columns are
// called as the fields of JSON records are; of these, one must hold the text. The list of addresses that
// Media Cloud exports has none: that is said, and that `recoupe fetch` gets the pages.
#pragma once

#include <string_view>

#include "intake/records.hpp"

namespace recoupe::intake {

// Whether the first line of a text names columns as such a table does: one for the text or the address, and
// another one that records have.
bool looks_like_csv(std::string_view head);

bool read_csv(const RecordStream& stream, const Take& take);

}  // namespace recoupe::intake
