// What holds for every Document, whatever the bytes that it was read from.
#pragma once

#include <string>

#include "document/document.hpp"

namespace recoupe::fuzz {

// The first thing that does not hold, or an empty string: spans lie inside the text and on code-point
// borders, their sources inside the original; items are sorted; ids exist; coordinates are on the globe.
std::string broken_property(const Document& document, size_t source_size);

}  // namespace recoupe::fuzz
