// A Page into a Document's text: title found, clutter out, metadata read, with the way back to the source
// bytes. Fills everything of Document under "from intake and clean" except language.
//
// The text is the lines that stay, each a paragraph, one blank line between two; runs of blanks become one.
// No word is changed. What went stands in Document::removed with its reason (reasons.hpp).
#pragma once

#include "clean/words.hpp"
#include "document/document.hpp"

namespace recoupe::clean {

Document clean(const Page& page, const Words& words);

}  // namespace recoupe::clean
