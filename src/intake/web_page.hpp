// A web page, wherever its bytes come from: a file, a record of a WARC, a feed, the network.
#pragma once

#include <string>

#include "base/result.hpp"
#include "document/page.hpp"

namespace recoupe::intake {

struct WebPage {
  std::string source_name;
  std::string bytes;    // after transport decoding
  std::string charset;  // as the server named it ("utf-8" of its Content-Type); empty = it did not
  std::string url;      // empty = not known
};

// A Page of HTML with its encoding settled, or why it cannot be read.
Result<Page> web_page(WebPage page);

}  // namespace recoupe::intake
