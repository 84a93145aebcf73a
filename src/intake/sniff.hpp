// What an input is, told from its first bytes. A new format (WARC, feeds) begins here.
#pragma once

#include <string_view>

namespace recoupe::intake {

enum class Kind {
  plain_text,
  html,
  json_lines,
  json_values,
  csv,
  warc,
  feed,
  json_feed,
  package,
  pdf,
  binary
};

struct Sniffed {
  Kind kind = Kind::plain_text;
  std::string_view what;  // for binary: "a PDF", "an image"; static text
};

// `head`: the first bytes of the input, some tens of kilobytes or all of it.
Sniffed sniff(std::string_view head);

// Whether a string that may be either (the `content` field of a record) is HTML.
bool looks_like_html(std::string_view head);

}  // namespace recoupe::intake
