// Stretches between quotation marks, in every guise of the web: « », “ ”, „ “, ‹ ›, " ", ' ', '' ''. Pure
// text: knows nothing of cues or speakers. One pass over each paragraph with a short stack; time is linear in
// the text.
//
//   Il a dit : « Nous irons ».        closed
//   Il a dit : "Nous irons.           never closed: ends with the paragraph
//   Il a dit : Nous irons ».          never opened: begins after the colon
//   « A. / B. / C. »                  one quote over three paragraphs: three stretches
#pragma once

#include <span>
#include <vector>

#include "document/document.hpp"

namespace recoupe::quotes {

struct Marked {
  Span outer;  // with its marks
  Span inner;  // without marks and blanks at its ends
  uint32_t paragraph = 0;
  bool opened = true;
  bool closed = true;
  bool dialogue = false;   // a paragraph that a dash opens
  bool continues = false;  // goes on from the paragraph before
  bool single = false;     // between single marks, which are apostrophes as often as not
};

// The outermost stretches, in text order, never overlapping. Nested ones belong to the one that holds them.
std::vector<Marked> find_marked(std::string_view text, std::span<const Paragraph> paragraphs);

}  // namespace recoupe::quotes
