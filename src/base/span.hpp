// Span: a half-open stretch [begin, end) of BYTES in some UTF-8 text that the context names (nearly always
// Document::text). Code points appear only at the borders (report/), where one function converts.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace recoupe {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool contains(uint32_t position) const { return begin <= position && position < end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr auto operator<=>(const Span&) const = default;
};

// The bytes of `text` under the span; clipped to the text, so that a wrong span can never read outside.
constexpr std::string_view slice(std::string_view text, Span span) {
  if (span.begin > text.size() || span.end < span.begin) return {};
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace recoupe
