// Alignment: the way home from a changed text to the bytes that it was made from.
//
// Cleaning and decoding only ever copy, drop or replace; they never reorder. So a sorted list of pieces is
// enough: a run in which every `text_step` bytes of text came from every `source_step` bytes of the source.
//   copied UTF-8                       steps 1, 1, count = bytes
//   UTF-16 read as UTF-8, plain ASCII  steps 1, 2, count = characters
//   "&eacute;" read as «é»             one unit of steps 2, 8
// What lies in the source between two pieces was dropped. Text between two pieces (a blank line put between
// paragraphs) was added; it maps to the end of the piece before it. An Alignment without pieces is the
// identity.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.hpp"

namespace recoupe {

class Alignment {
 public:
  struct Piece {
    uint32_t text = 0;    // first byte in the changed text
    uint32_t source = 0;  // first byte in the source
    uint32_t count = 0;   // units in the run
    uint16_t text_step = 1;
    uint16_t source_step = 1;
  };

  bool is_identity() const { return pieces_.empty(); }
  const std::vector<Piece>& pieces() const { return pieces_; }

  // Appends a run; pieces must come in rising order of both text and source. Runs that continue the last one
  // with the same steps are joined to it.
  void add(uint32_t text, uint32_t source, uint32_t count, uint16_t text_step = 1, uint16_t source_step = 1);

  // The smallest stretch of the source that holds every unit touched by `span` of the text. An empty span
  // gives an empty one.
  Span to_source(Span span) const;
  // The other way: the smallest stretch of the text that holds every unit made from `span` of the source;
  // empty, at the place where it would stand, for a stretch that was dropped.
  Span to_text(Span span) const;

 private:
  std::vector<Piece> pieces_;
};

// The way through two changes: from what `outer` made of a text that `inner` had made already, to the source
// of `inner`. `outer` only copies (steps 1, 1).
Alignment compose(const Alignment& outer, const Alignment& inner);

}  // namespace recoupe
