// What can be said of one line by itself: whether its words or its form give it away as clutter.
#pragma once

#include <string_view>

#include "clean/lines.hpp"
#include "clean/words.hpp"

namespace recoupe::clean {

// The reason why a line is clutter, empty if it is not. `edge`: it stands above the first or below the last
// sentence of the article, where less is needed.
std::string_view clutter_reason(const Line& line, const Words& words, bool edge);

// How much a line pleads with the reader.
struct Plea {
  int score = 0;                 // weights of the phrases outside quotation marks
  bool addresses = false;        // «vous», «your», «soutenez» outside quotation marks
  bool speaks_for_site = false;  // «notre», «nous», «our» outside quotation marks
  bool opens = false;            // «Cet article vous a plu ?»: what follows pleads on
  std::string_view why;          // of the heaviest phrase
};
Plea plea_of(const Line& line, const Words& words);

// More than half of the letters are of an alphabet that French and English do not use.
bool is_other_script(std::string_view text);

}  // namespace recoupe::clean
