#include "segment/segment.hpp"

#include "base/utf8.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::segment {

Words load_words() {
  Words words;
  for (const Language language : {Language::french, Language::english})
    for (const auto& row : lexicon::rows(language, "abbreviations.tsv"))
      words.abbreviations[static_cast<size_t>(language)].emplace(row[0]);
  return words;
}

namespace {

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’';
}
bool is_terminal(std::string_view word) {
  return word == "." || word == "!" || word == "?" || word == "…" || word == "...";
}

// The end of the token that starts at `position`: a word (an elided one keeps its apostrophe), a number with
// its inner dots, commas and spaces of thousands, dots in a row, or one character.
uint32_t token_end(std::string_view text, uint32_t position, uint32_t limit, Language language) {
  utf8::Decoded d = utf8::decode(text, position);
  uint32_t at = position + d.size;
  if (d.code_point == U'.') {
    while (at < limit && text[at] == '.') ++at;
    return at;
  }
  const bool number = utf8::is_digit(d.code_point);
  if (!number && !utf8::is_letter(d.code_point)) return at;
  while (at < limit) {
    d = utf8::decode(text, at);
    const utf8::Decoded next = utf8::decode(text, at + d.size);
    const bool inside =
        at + d.size < limit && (number ? utf8::is_digit(next.code_point) : utf8::is_letter(next.code_point));
    if (utf8::is_letter(d.code_point) || utf8::is_digit(d.code_point)) {
      at += d.size;
    } else if (number && inside && (d.code_point == U'.' || d.code_point == U',')) {
      at += d.size;
    } else if (!number && is_apostrophe(d.code_point)) {
      if (language == Language::english) return at;
      return at + d.size;
    } else if (!number && inside && d.code_point == U'-') {
      at += d.size;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

void segment(Document& document, const Words& words) {
  document.paragraphs.clear();
  document.sentences.clear();
  document.tokens.clear();
  const std::string_view text = document.text;
  const auto& abbreviations = words.abbreviations[static_cast<size_t>(document.language)];
  const auto size = static_cast<uint32_t>(text.size());

  for (uint32_t start = 0; start < size;) {
    auto end = static_cast<uint32_t>(std::min<size_t>(text.find("\n\n", start), size));
    const Span paragraph{start, end};
    start = end;
    while (start < size && text[start] == '\n') ++start;
    if (paragraph.empty()) continue;
    const auto paragraph_index = static_cast<uint32_t>(document.paragraphs.size());
    document.paragraphs.push_back(
        {paragraph, !document.title_span.empty() && paragraph.contains(document.title_span)});

    auto first = static_cast<uint32_t>(document.tokens.size());
    const auto close = [&] {
      const auto next = static_cast<uint32_t>(document.tokens.size());
      if (next == first) return;
      document.sentences.push_back({{document.tokens[first].span.begin, document.tokens.back().span.end},
                                    first,
                                    next,
                                    paragraph_index});
      first = next;
    };
    bool ended = false;  // a terminal mark has been seen; closing quotes may still follow
    for (uint32_t at = paragraph.begin; at < paragraph.end;) {
      const utf8::Decoded d = utf8::decode(text, at);
      if (utf8::is_space(d.code_point)) {
        if (!document.tokens.empty() && document.tokens.back().span.end == at)
          document.tokens.back().flags |= token_space_after;
        at += d.size;
        continue;
      }
      const Span span{at, token_end(text, at, paragraph.end, document.language)};
      const std::string_view word = slice(text, span);
      if (ended && (utf8::is_upper(d.code_point) || utf8::is_digit(d.code_point) || word == "«" ||
                    word == "“" || word == "\"")) {
        if (word != "\"" || (document.tokens.back().flags & token_space_after)) close();
      }
      document.tokens.push_back({.span = span});
      at = span.end;
      if (is_terminal(word)) {
        const size_t count = document.tokens.size();
        ended = true;
        if (word == "." && count >= 2 && document.tokens[count - 2].span.end == span.begin) {
          const std::string before = utf8::fold(document.words(document.tokens[count - 2]));
          if (abbreviations.contains(before) || utf8::count_code_points(before) == 1) ended = false;
        }
      } else if (word != "»" && word != "”" && word != "\"" && word != ")") {
        ended = false;
      }
    }
    close();
  }
}

}  // namespace recoupe::segment
