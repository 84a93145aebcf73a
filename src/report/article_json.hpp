// One article as one JSON line (docs/formats.md).
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace recoupe::report {

// Without the newline. Control characters and invalid UTF-8 are escaped or replaced, so that a line stays a
// line.
std::string article_json(const Document& document);

// The version of the program, which each line names: only lines of one version can be held against each other
// letter by letter.
std::string_view engine_version();

}  // namespace recoupe::report
