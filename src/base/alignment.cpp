#include "base/alignment.hpp"

#include <algorithm>

namespace recoupe {

void Alignment::add(uint32_t text, uint32_t source, uint32_t count, uint16_t text_step,
                    uint16_t source_step) {
  if (count == 0) return;
  if (!pieces_.empty()) {
    Piece& last = pieces_.back();
    const bool continues = last.text_step == text_step && last.source_step == source_step &&
                           last.text + last.count * last.text_step == text &&
                           last.source + last.count * last.source_step == source;
    if (continues) {
      last.count += count;
      return;
    }
  }
  pieces_.push_back({text, source, count, text_step, source_step});
}

namespace {

// One side of the pieces, by its members: where a run starts there, and how long its units are.
struct Side {
  uint32_t Alignment::Piece::*start;
  uint16_t Alignment::Piece::*step;
};
constexpr Side text_side{&Alignment::Piece::text, &Alignment::Piece::text_step};
constexpr Side source_side{&Alignment::Piece::source, &Alignment::Piece::source_step};

// The last piece that starts at or before `position` on the side; the first where none does.
auto piece_at(const std::vector<Alignment::Piece>& pieces, Side side, uint32_t position) {
  const auto next =
      std::upper_bound(pieces.begin(), pieces.end(), position,
                       [side](uint32_t p, const Alignment::Piece& piece) { return p < piece.*side.start; });
  return next == pieces.begin() ? next : next - 1;
}

// Where the unit at `position` starts on the other side; between two pieces: where the next one starts.
uint32_t begin_of(const std::vector<Alignment::Piece>& pieces, Side from, Side to, uint32_t position) {
  const auto piece = piece_at(pieces, from, position);
  if (position < (*piece).*from.start) return (*piece).*to.start;
  const uint32_t unit = (position - (*piece).*from.start) / (*piece).*from.step;
  if (unit < piece->count) return (*piece).*to.start + unit * (*piece).*to.step;
  if (piece + 1 != pieces.end()) return (*(piece + 1)).*to.start;
  return (*piece).*to.start + piece->count * (*piece).*to.step;
}

// Where the unit before `position` ends on the other side.
uint32_t end_of(const std::vector<Alignment::Piece>& pieces, Side from, Side to, uint32_t position) {
  const auto piece = piece_at(pieces, from, position - 1);
  if (position - 1 < (*piece).*from.start) return (*piece).*to.start;
  const uint32_t unit =
      std::min((position - 1 - (*piece).*from.start) / (*piece).*from.step + 1, piece->count);
  return (*piece).*to.start + unit * (*piece).*to.step;
}

Span convert(const std::vector<Alignment::Piece>& pieces, Side from, Side to, Span span) {
  if (pieces.empty()) return span;
  const uint32_t begin = begin_of(pieces, from, to, span.begin);
  if (span.empty()) return {begin, begin};
  return {begin, std::max(begin, end_of(pieces, from, to, span.end))};
}

}  // namespace

Span Alignment::to_source(Span span) const {
  return convert(pieces_, text_side, source_side, span);
}

Span Alignment::to_text(Span span) const {
  return convert(pieces_, source_side, text_side, span);
}

Alignment compose(const Alignment& outer, const Alignment& inner) {
  if (inner.is_identity()) return outer;
  if (outer.is_identity()) return inner;
  Alignment out;
  const auto& pieces = inner.pieces();
  for (const Alignment::Piece& copied : outer.pieces()) {
    const uint32_t begin = copied.source, end = copied.source + copied.count;
    for (auto p = piece_at(pieces, text_side, begin); p != pieces.end() && p->text < end; ++p) {
      const uint32_t from = std::max(begin, p->text), step = p->text_step;
      const uint32_t first = (from - p->text) / step;
      const uint32_t last = std::min(p->count, (end - p->text + step - 1) / step);
      if (first >= last) continue;
      const uint32_t at = std::max(from, p->text + first * step);
      out.add(copied.text + (at - begin), p->source + first * p->source_step, last - first, p->text_step,
              p->source_step);
    }
  }
  return out;
}

}  // namespace recoupe
