// A Page into a Document's text: title found, clutter out, metadata read, with the way back to the source
// bytes. Fills everything of Document under "from intake and clean" except language.
#pragma once

#include "document/document.hpp"

namespace recoupe::clean {

struct Words {};
Words load_words();

Document clean(const Page& page, const Words& words);

}  // namespace recoupe::clean
