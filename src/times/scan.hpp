// The text as the rules see it: runs of letters, runs of digits, single signs. Made anew from the text and
// not from Document::tokens, because the rules want «14h30», «14-Juillet» and «mi-octobre» in their smallest
// pieces.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace recoupe::times {

struct Piece {
  Span span;
  uint32_t number = 0;  // of a run of digits
  uint16_t word = 0;    // what Vocabulary::id says; 0: no rule knows it
  uint8_t digits = 0;   // how many; 0: not a number
  bool letters = false;
  bool upper = false;      // begins with a capital
  bool space = true;       // blank, or the text's start, before it
  bool paragraph = false;  // an empty line, or the text's start, before it
  bool line = false;       // a line break, or the text's start, before it
};

class Vocabulary;

// `elision`: a letter run takes the apostrophe that follows it («l'», «aujourd'»), as French wants it.
std::vector<Piece> scan(std::string_view text, const Vocabulary& vocabulary, bool elision);

// The keys of the pieces of a phrase, in order; for the word lists and the patterns.
std::vector<std::string> keys(std::string_view phrase, bool elision);

}  // namespace recoupe::times
