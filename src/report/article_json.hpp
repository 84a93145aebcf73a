// One article as one JSON line (docs/formats.md).
#pragma once

#include <string>

#include "document/document.hpp"

namespace recoupe::report {

// Without the newline. Control characters and invalid UTF-8 are escaped or replaced, so that a line stays a
// line.
std::string article_json(const Document& document);

}  // namespace recoupe::report
