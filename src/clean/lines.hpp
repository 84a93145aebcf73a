// A page's text as lines, with what can be seen of each without understanding it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace recoupe::clean {

struct LineWord {
  Span folded;  // bytes of Line::folded
  Span text;    // bytes of Line::text
  bool capital = false;
  bool digits = false;  // begins with a digit
  bool quoted = false;  // stands between quotation marks that open in this line
};

struct Line {
  std::vector<Span> pieces;  // bytes of the page's text, trimmed; several where hard-wrapped lines are joined
  std::string text;          // the pieces, one blank between them
  bool blank_before = false;  // a blank line stands above
  std::string folded;
  std::vector<LineWord> words;  // none for a line so long that it can only be prose
  bool ends_sentence = false;   // . ! ? … last, closing marks aside
  bool long_prose = false;      // longer than any clutter: its words are not looked at
  std::string_view why;         // the reason why it is out; empty = it stays

  bool out() const { return !why.empty(); }
  Span span() const { return {pieces.front().begin, pieces.back().end}; }
  std::string_view word(size_t i) const { return slice(folded, words[i].folded); }
};

// Bytes of the page's text for a stretch of Line::text.
Span page_span(const Line& line, Span in_text);

// Lines end at LF, CR, CRLF, form feed, NEL, U+2028 and U+2029; blank ones are left out. Text that was
// wrapped at a fixed width is put back together: «…la préfecture des⏎Alpes-Maritimes…» is one line.
std::vector<Line> split_lines(std::string_view text);

// A sentence of an article, as far as form can tell: long, or of some length and ended like a sentence.
bool is_prose(const Line& line);

// The text cut at | · • > › / – and wide blanks, as menus and stamps are: «Accueil > Info», «12 mars – 19 h».
std::vector<Span> segments(std::string_view text);

}  // namespace recoupe::clean
