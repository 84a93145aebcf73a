#include "quotes/dialogue.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace recoupe::quotes {
namespace {

// Where the words after the dash begin; 0: no dash opens the paragraph.
uint32_t after_dash(const Document& document, const Paragraph& paragraph) {
  if (paragraph.title) return 0;
  const utf8::Decoded dash = utf8::decode(document.text, paragraph.span.begin);
  if (dash.code_point != U'—' && dash.code_point != U'–' && dash.code_point != U'―') return 0;
  uint32_t at = paragraph.span.begin + dash.size;
  const utf8::Decoded blank = utf8::decode(document.text, at);
  if (!utf8::is_space(blank.code_point)) return 0;
  while (at < paragraph.span.end && utf8::is_space(utf8::decode(document.text, at).code_point))
    at += utf8::decode(document.text, at).size;
  return at < paragraph.span.end ? at : 0;
}

bool speaks_to_somebody(const Document& document, Span span) {
  const auto& tokens = document.tokens;
  auto it = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                             [](const Token& t, uint32_t at) { return t.span.begin < at; });
  for (; it != tokens.end() && it->span.end <= span.end; ++it)
    if (it->features & (person_first | person_second)) return true;
  return false;
}

bool holds_marks(const std::vector<Marked>& marked, Span span) {
  const auto it = std::lower_bound(marked.begin(), marked.end(), span.begin,
                                   [](const Marked& m, uint32_t at) { return m.outer.end <= at; });
  return it != marked.end() && it->outer.overlaps(span);
}

}  // namespace

std::vector<Marked> with_dialogue(const Document& document, std::vector<Marked> marked) {
  std::vector<Marked> found;
  const auto& paragraphs = document.paragraphs;
  for (uint32_t first = 0; first < paragraphs.size();) {
    uint32_t end = first;
    bool spoken = false;
    for (; end < paragraphs.size() && after_dash(document, paragraphs[end]) != 0; ++end)
      spoken |= speaks_to_somebody(document, paragraphs[end].span);
    for (uint32_t i = first; spoken && i < end; ++i) {
      const Span span = paragraphs[i].span;
      if (holds_marks(marked, span)) continue;
      Marked one;
      one.outer = span;
      one.inner = {after_dash(document, paragraphs[i]), span.end};
      one.paragraph = i;
      one.closed = false;
      one.dialogue = true;
      found.push_back(one);
    }
    first = std::max(end, first + 1);
  }
  if (found.empty()) return marked;
  marked.insert(marked.end(), found.begin(), found.end());
  std::sort(marked.begin(), marked.end(),
            [](const Marked& a, const Marked& b) { return a.outer.begin < b.outer.begin; });
  return marked;
}

}  // namespace recoupe::quotes
