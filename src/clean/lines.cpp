#include "clean/lines.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace recoupe::clean {
namespace {

constexpr size_t longest_looked_at = 3000;  // bytes; pleas of several sentences are about 1000

// The size of the line end at `i`, 0 if none stands there.
size_t line_end(std::string_view text, size_t i) {
  switch (text[i]) {
    case '\r':
      return i + 1 < text.size() && text[i + 1] == '\n' ? 2 : 1;
    case '\n':
    case '\f':
    case '\v':
      return 1;
    case '\xC2':
      return text.substr(i).starts_with("\xC2\x85") ? 2 : 0;
    case '\xE2':
      return text.substr(i).starts_with("\u2028") || text.substr(i).starts_with("\u2029") ? 3 : 0;
    default:
      return 0;
  }
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const utf8::Decoded d = utf8::decode(text, span.begin);
    if (!utf8::is_space(d.code_point)) break;
    span.begin += d.size;
  }
  while (!span.empty()) {
    const utf8::Decoded d = utf8::decode_before(text, span.end);
    if (!utf8::is_space(d.code_point)) break;
    span.end -= d.size;
  }
  return span;
}

struct RawLine {
  Span span;
  bool blank_before = false;
  uint32_t width = 0;  // characters
};

std::vector<RawLine> raw_lines(std::string_view text) {
  std::vector<RawLine> out;
  bool blank = true;
  for (size_t start = 0; start < text.size();) {
    size_t end = start, gap = 0;
    while (end < text.size() && (gap = line_end(text, end)) == 0) ++end;
    const Span span = trimmed(text, {static_cast<uint32_t>(start), static_cast<uint32_t>(end)});
    if (span.empty()) {
      blank = true;
    } else {
      out.push_back({span, blank, static_cast<uint32_t>(utf8::count_code_points(slice(text, span)))});
      blank = false;
    }
    start = end + std::max<size_t>(gap, 1);
  }
  return out;
}

bool is_closing(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'»' || c == U'”' || c == U'’' || c == U')' || c == U']' ||
         c == U'›';
}

bool ends_like_sentence(std::string_view text) {
  for (size_t end = text.size(); end > 0;) {
    const utf8::Decoded d = utf8::decode_before(text, end);
    const char32_t c = d.code_point;
    if (c == U'.' || c == U'!' || c == U'?' || c == U'…') return true;
    if (!is_closing(c) && !utf8::is_space(c)) return false;
    end -= d.size;
  }
  return false;
}

uint32_t first_word_width(std::string_view text) {
  const size_t blank = std::min(text.find(' '), text.size());
  return static_cast<uint32_t>(utf8::count_code_points(text.substr(0, blank)));
}

// The width at which the text was wrapped, 0 if it was not. Wrapped text has no long line, and nearly every
// line that another one follows directly is so full that the next word had no room on it.
uint32_t wrap_width(std::string_view text, const std::vector<RawLine>& lines) {
  uint32_t widest = 0;
  for (const RawLine& line : lines) widest = std::max(widest, line.width);
  if (widest < 50 || widest > 100) return 0;
  size_t followed = 0, full = 0, carried_on = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].blank_before) continue;
    ++followed;
    const std::string_view next = slice(text, lines[i + 1].span);
    full += lines[i].width + 1 + first_word_width(next) > widest;
    carried_on += utf8::is_lower(utf8::decode(next, 0).code_point);
  }
  const bool wrapped = followed >= 4 && full * 10 >= followed * 6 && carried_on * 3 >= followed;
  return wrapped ? widest : 0;
}

void find_words(Line& line) {
  const std::string_view text = line.text;
  bool quoted = false;
  for (size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    const char32_t c = d.code_point;
    if (c == U'«' || c == U'“') quoted = true;
    if (c == U'»' || c == U'”') quoted = false;
    if (c == U'"') quoted = !quoted;
    if (!utf8::is_letter(c) && !utf8::is_digit(c)) {
      i += d.size;
      continue;
    }
    size_t end = i;
    while (end < text.size()) {
      const utf8::Decoded next = utf8::decode(text, end);
      const bool joined = next.code_point == 0xAD || (next.code_point >= 0x300 && next.code_point < 0x370);
      if (!utf8::is_letter(next.code_point) && !utf8::is_digit(next.code_point) && !joined) break;
      end += next.size;
    }
    LineWord word;
    word.text = {static_cast<uint32_t>(i), static_cast<uint32_t>(end)};
    word.capital = utf8::is_upper(c);
    word.digits = utf8::is_digit(c);
    word.quoted = quoted;
    const auto at = static_cast<uint32_t>(line.folded.size());
    line.folded += utf8::fold(text.substr(i, end - i));
    word.folded = {at, static_cast<uint32_t>(line.folded.size())};
    line.words.push_back(word);
    i = end;
  }
}

void look_at(Line& line, std::string_view text) {
  for (const Span piece : line.pieces) {
    if (!line.text.empty()) line.text += ' ';
    line.text += slice(text, piece);
  }
  line.ends_sentence = ends_like_sentence(line.text);
  line.long_prose = line.text.size() > longest_looked_at;
  if (!line.long_prose) find_words(line);
}

bool is_separator(char32_t c) {
  return c == U'|' || c == U'·' || c == U'•' || c == U'>' || c == U'›' || c == U'/' || c == U'–' ||
         c == U'—' || c == U'-' || c == U'→' || c == U'»' || c == U'■' || c == U'●';
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  const std::vector<RawLine> raw = raw_lines(text);
  const uint32_t width = wrap_width(text, raw);
  std::vector<Line> lines;
  for (size_t i = 0; i < raw.size(); ++i) {
    const bool runs_on = width > 0 && i > 0 && !raw[i].blank_before &&
                         raw[i - 1].width + 1 + first_word_width(slice(text, raw[i].span)) > width;
    if (runs_on) {
      lines.back().pieces.push_back(raw[i].span);
      continue;
    }
    Line line;
    line.pieces = {raw[i].span};
    line.blank_before = raw[i].blank_before;
    lines.push_back(std::move(line));
  }
  for (Line& line : lines) look_at(line, text);
  return lines;
}

Span page_span(const Line& line, Span in_text) {
  const auto place = [&](uint32_t position) {
    for (const Span piece : line.pieces) {
      if (position <= piece.size()) return piece.begin + position;
      position -= piece.size() + 1;
    }
    return line.pieces.back().end;
  };
  return {place(in_text.begin), place(in_text.end)};
}

bool is_prose(const Line& line) {
  if (line.long_prose || line.words.size() >= 30) return true;
  return line.ends_sentence && line.words.size() >= 8;
}

std::vector<Span> segments(std::string_view text) {
  std::vector<Span> out;
  const auto size = static_cast<uint32_t>(text.size());
  const auto close = [&](uint32_t begin, uint32_t end) {
    const Span span = trimmed(text, {begin, end});
    if (!span.empty()) out.push_back(span);
  };
  uint32_t start = 0, blanks = 0;
  bool tab = false;
  for (uint32_t i = 0; i < size;) {
    const utf8::Decoded d = utf8::decode(text, i);
    if (utf8::is_space(d.code_point)) {
      ++blanks;
      tab |= d.code_point == U'\t';
      i += d.size;
      continue;
    }
    // A hyphen or a slash separates only between blanks: «Alpes-Maritimes», «12/03».
    const utf8::Decoded next = utf8::decode(text, i + d.size);
    const bool apart =
        d.code_point == U'|' || (blanks > 0 && (next.size == 0 || utf8::is_space(next.code_point)));
    if (blanks >= 2 || tab) {
      close(start, i);
      start = i;
    }
    if (is_separator(d.code_point) && apart) {
      close(start, i);
      start = i + d.size;
    }
    blanks = 0;
    tab = false;
    i += d.size;
  }
  close(start, size);
  return out;
}

}  // namespace recoupe::clean
