// An HTTP response as an archive keeps it: status, header fields, body; and the body as it was before it was
// packed for the wire.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "intake/intake.hpp"

namespace recoupe::intake {

// Lines of "Name: value", as HTTP and WARC write them. Views into the text that was parsed.
struct Fields {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  // The first field of that name, in any case; empty = none.
  std::string_view operator[](std::string_view name) const;
};

// The head of a message: everything up to the blank line. `size` counts its bytes, blank line and all; 0
// where no blank line stands within `limit` bytes.
struct Head {
  std::string_view first_line;
  Fields fields;
  size_t size = 0;
};
Head parse_head(std::string_view text, size_t limit);

// "text/html; charset=UTF-8" → "text/html" (lower case) and "UTF-8".
struct ContentType {
  std::string type;
  std::string charset;
};
ContentType content_type(std::string_view value);

struct HttpResponse {
  int status = 0;
  Fields fields;
  std::string_view body;  // as on the wire
};
Result<HttpResponse> parse_response(std::string_view message);

// The body without chunks and without compression (gzip, deflate, br). What an archive has unpacked already,
// against its own header, is taken as it is. An Error's `where` is empty.
Result<std::string> unpacked_body(const HttpResponse& response, const Options& options);

bool same_name(std::string_view a, std::string_view b);  // ASCII, in any case
std::string_view trimmed(std::string_view text);         // without blanks at both ends

}  // namespace recoupe::intake
