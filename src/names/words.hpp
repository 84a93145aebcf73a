// The words of a text as the search for names wants them: elided articles and initials apart, «Deir ez-Zor»
// and «Jean-Marc» in one piece, and before each word what stands between it and the last.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace recoupe::names {

enum class Shape : uint8_t {
  lower,
  capital,
  capitals,
  digits
};  // capitals: two or more, and no small letter

struct Word {
  Span span;
  std::string key;  // gazetteer::key of it, and a '+' where it has one («Canal+»)
  Shape shape = Shape::lower;
  char before = 0;    // ' ' blank, '\'' elision, '\n' a new line, 'q' a quotation mark, else the sign itself
  bool head = false;  // first of a sentence, a quotation or a line: its capital says little

  bool named() const { return shape == Shape::capital || shape == Shape::capitals; }
  // Whether it continues a name that the word before began.
  bool joined() const { return before == ' ' || before == '\''; }
};

std::vector<Word> words_of(std::string_view text);

// The key of words [first, last]: what gazetteer::key gives for their text.
std::string phrase(const std::vector<Word>& words, size_t first, size_t last);

}  // namespace recoupe::names
