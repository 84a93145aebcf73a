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

Span Alignment::to_source(Span span) const {
  if (pieces_.empty()) return span;
  // The last piece that starts at or before a position; position may lie in added text behind it.
  const auto piece_at = [this](uint32_t position) {
    const auto next = std::upper_bound(pieces_.begin(), pieces_.end(), position,
                                       [](uint32_t p, const Piece& piece) { return p < piece.text; });
    return next == pieces_.begin() ? next : next - 1;
  };
  const auto begin_of = [&](uint32_t position) {
    auto piece = piece_at(position);
    if (position < piece->text) return piece->source;
    const uint32_t unit = (position - piece->text) / piece->text_step;
    if (unit < piece->count) return piece->source + unit * piece->source_step;
    if (piece + 1 != pieces_.end()) return (piece + 1)->source;  // added text: on to what follows
    return piece->source + piece->count * piece->source_step;
  };
  const auto end_of = [&](uint32_t position) {  // position: one past the last byte wanted
    const auto piece = piece_at(position - 1);
    if (position - 1 < piece->text) return piece->source;
    const uint32_t unit = std::min((position - 1 - piece->text) / piece->text_step + 1, piece->count);
    return piece->source + unit * piece->source_step;
  };
  if (span.empty()) {
    const uint32_t at = begin_of(span.begin);
    return {at, at};
  }
  const uint32_t begin = begin_of(span.begin);
  return {begin, std::max(begin, end_of(span.end))};
}

}  // namespace recoupe
