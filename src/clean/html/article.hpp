// The article of a web page: its words, what was left out around them, and what the page says of it.
#pragma once

#include <string>
#include <vector>

#include "base/alignment.hpp"
#include "clean/html/flat.hpp"
#include "clean/html/hints.hpp"
#include "clean/html/metadata.hpp"
#include "document/document.hpp"

namespace recoupe::clean {

struct WebArticle {
  std::string text;               // paragraphs, a blank line between two; not yet cleaned line by line
  Alignment to_page;              // text -> the page's text
  std::vector<Skipped> left_out;  // sorted, apart from each other
  WebMetadata metadata;
  std::vector<Diagnostic> diagnostics;
};

// `page`: UTF-8.
WebArticle read_web_page(std::string_view page, const HintWords& words);

}  // namespace recoupe::clean
