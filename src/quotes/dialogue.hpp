// Dialogue: paragraphs that a dash opens, «— Nous tiendrons, a promis le préfet.»
#pragma once

#include <vector>

#include "document/document.hpp"
#include "quotes/marks.hpp"

namespace recoupe::quotes {

// Adds a stretch for every paragraph of a dialogue, in order of the text. Paragraphs in a row that a dash
// opens are one where somebody in it says «je», «nous» or «vous»: else they are a list.
std::vector<Marked> with_dialogue(const Document& document, std::vector<Marked> marked);

}  // namespace recoupe::quotes
