// Cuts one line into sentences.
#pragma once

#include "segment/tokens.hpp"

namespace recoupe::segment {

// Appends the tokens and sentences of the line; the sentences belong to the last paragraph of the document.
void add_sentences(Document& document, const Line& line);

}  // namespace recoupe::segment
