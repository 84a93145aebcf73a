#include "segment/sentences.hpp"

#include "base/utf8.hpp"

namespace recoupe::segment {
namespace {

enum class Ending : uint8_t { none, sure, maybe };  // maybe: after an abbreviation such as «etc.»

bool is_closing(std::string_view word) {
  return word == "»" || word == "”" || word == ")" || word == "]" || word == "’" || word == "''" ||
         word == "}";
}
bool is_opening(std::string_view word) {
  return word == "«" || word == "“" || word == "(" || word == "[" || word == "‘" || word == "``" ||
         word == "„" || word == "<" || word == "*" || word == "•" || word == "·";
}
bool is_dash(std::string_view word) {
  return word == "-" || word == "–" || word == "—" || word == "--";
}

// Straight quotes say by the blanks around them, or else by their count, whether they open or close.
bool straight_closes(const Line& line, Span span, bool inside_quotes) {
  const bool blank_before =
      span.begin == line.begin || utf8::is_space(utf8::decode_before(line.text, span.begin).code_point);
  const bool blank_after =
      span.end >= line.end || utf8::is_space(utf8::decode(line.text, span.end).code_point);
  if (blank_before != blank_after) return !blank_before;
  return inside_quotes;
}

bool only_blanks_after(const Line& line, uint32_t at) {
  while (at < line.end) {
    const utf8::Decoded d = utf8::decode(line.text, at);
    if (!utf8::is_space(d.code_point)) return false;
    at += d.size;
  }
  return true;
}

struct Cutter {
  Document& document;
  const Line& line;
  uint32_t first;
  Ending ending = Ending::none;
  bool inside_quotes = false;

  void close(size_t next) {
    if (next == first) return;
    auto& tokens = document.tokens;
    document.sentences.push_back({{tokens[first].span.begin, tokens[next - 1].span.end},
                                  first,
                                  static_cast<uint32_t>(next),
                                  static_cast<uint32_t>(document.paragraphs.size() - 1)});
    first = static_cast<uint32_t>(next);
    ending = Ending::none;
  }

  // Whether the token just read (the stretch's first) begins a new sentence after an ending.
  bool begins(const Token& token) const {
    const std::string_view word = document.words(token);
    const char32_t c = utf8::decode(word, 0).code_point;
    if (ending == Ending::maybe) return utf8::is_upper(c) && line.words->starters.contains(utf8::lower(word));
    if (is_dash(word)) return !only_blanks_after(line, token.span.end);
    return utf8::is_upper(c) || utf8::is_digit(c) || is_opening(word) || word == "\"" || word == "'" ||
           (utf8::is_letter(c) && !utf8::is_lower(c));
  }

  // A number at the head of a line and its stop are a list's mark: «1. Le budget».
  bool list_mark(size_t count) const {
    return count - first == 2 &&
           utf8::is_digit(utf8::decode(document.words(document.tokens[first]), 0).code_point);
  }

  void read(uint32_t at) {
    auto& tokens = document.tokens;
    const size_t index = tokens.size();
    Role role = add_tokens(line, at, tokens);
    const Span span = tokens[index].span;
    const std::string_view word = document.words(tokens[index]);
    const bool straight = word == "\"";
    const bool closes = straight ? straight_closes(line, span, inside_quotes) : is_closing(word);
    if (straight) inside_quotes = !closes;
    if (ending != Ending::none && !closes && role != Role::terminal) {
      if (begins(tokens[index])) close(index);
      ending = Ending::none;
    }
    if (tokens.size() - first >= longest_sentence) close(tokens.size());
    if (role == Role::terminal && !list_mark(tokens.size())) ending = Ending::sure;
    if (role == Role::abbreviation) ending = Ending::maybe;
  }
};

}  // namespace

void add_sentences(Document& document, const Line& line) {
  Cutter cutter{document, line, static_cast<uint32_t>(document.tokens.size())};
  for (uint32_t at = line.begin; at < line.end;) {
    const utf8::Decoded d = utf8::decode(line.text, at);
    if (utf8::is_space(d.code_point)) {
      if (!document.tokens.empty() && document.tokens.back().span.end == at)
        document.tokens.back().flags |= token_space_after;
      at += d.size;
      continue;
    }
    cutter.read(at);
    at = document.tokens.back().span.end;
  }
  if (!document.tokens.empty()) document.tokens.back().flags |= token_space_after;
  cutter.close(document.tokens.size());
}

}  // namespace recoupe::segment
