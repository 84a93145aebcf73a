#include "segment/tokens.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "segment/word.hpp"

namespace recoupe::segment {
namespace {

using utf8::decode;

bool is_dash(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015);
}
// Blanks that stand between the thousands of a number: «16 000».
bool is_thousands_blank(char32_t c) {
  return c == U' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
}
bool digit_at(const Line& line, uint32_t at) {
  return at < line.end && utf8::is_digit(decode(line.text, at).code_point);
}
bool word_character(char32_t c) {
  return utf8::is_letter(c) || utf8::is_digit(c) || utf8::is_mark(c) || c == U'_';
}

// The end of a group of exactly three digits at `at`, or 0.
uint32_t three_digits(const Line& line, uint32_t at) {
  for (int i = 0; i < 3; ++i, ++at)
    if (at >= line.end || line.text[at] < '0' || line.text[at] > '9') return 0;
  if (at < line.end && word_character(decode(line.text, at).code_point)) return 0;
  return at;
}

// A number with its inner marks (2,5  1.500.000  16 000  11:30  12/03/2016  39-45) and the letters that stick
// to it (3e, 14h30, 1970s). `at` stands on its first digit.
uint32_t number_end(const Line& line, uint32_t at) {
  const uint32_t first = at;
  bool letters = false;
  while (at < line.end) {
    const utf8::Decoded d = decode(line.text, at);
    if (word_character(d.code_point)) {
      letters = letters || !utf8::is_digit(d.code_point);
      at += d.size;
      continue;
    }
    const bool digits_follow = digit_at(line, at + d.size);
    const bool inner = d.code_point == U'.' || d.code_point == U',' || d.code_point == U':' ||
                       d.code_point == U'/' || (d.code_point == U'-' && line.language == Language::french);
    if (inner && digits_follow) {
      at += d.size;
      continue;
    }
    if (!letters && line.language == Language::french && is_thousands_blank(d.code_point) &&
        (at - first <= 3 || line.text[at - 4] < '0' || line.text[at - 4] > '9')) {
      if (const uint32_t end = three_digits(line, at + d.size)) {
        at = end;
        continue;
      }
    }
    break;
  }
  return at;
}

// English cuts «5pm» into «5» «pm», and «35km» likewise.
uint32_t english_number_cut(const Line& line, uint32_t at, uint32_t end) {
  uint32_t digits = at;
  while (digits < end && ((line.text[digits] >= '0' && line.text[digits] <= '9') ||
                          line.text[digits] == ':' || line.text[digits] == '.'))
    ++digits;
  const std::string tail = utf8::lower(line.text.substr(digits, std::min<uint32_t>(end - digits, 8)));
  static constexpr std::string_view units[] = {"am", "pm", "km", "kg", "mm", "cm", "mph", "m"};
  const bool unit = std::find(std::begin(units), std::end(units), tail) != std::end(units);
  return unit ? digits : end;
}

uint32_t run_end(const Line& line, uint32_t at, auto&& in_run) {
  while (at < line.end) {
    const utf8::Decoded d = decode(line.text, at);
    if (!in_run(d.code_point)) break;
    at += d.size;
  }
  return at;
}

bool starts_with(const Line& line, uint32_t at, std::string_view prefix) {
  if (line.end - at < prefix.size()) return false;
  for (size_t i = 0; i < prefix.size(); ++i)
    if ((line.text[at + i] | 32) != (prefix[i] | 32)) return false;
  return true;
}

// The end of a web address that begins here; `at` itself if none does.
uint32_t address_end(const Line& line, uint32_t at) {
  if (!starts_with(line, at, "http://") && !starts_with(line, at, "https://") &&
      !starts_with(line, at, "www."))
    return at;
  uint32_t end = run_end(line, at, [](char32_t c) {
    return !utf8::is_space(c) && c != U'<' && c != U'>' && c != U'"' && c != U'«' && c != U'»' && c != U'“' &&
           c != U'”';
  });
  while (end > at + 1 && std::string_view(".,;:!?)]'").find(line.text[end - 1]) != std::string_view::npos)
    --end;
  return end;
}

Role add_number(const Line& line, uint32_t first, uint32_t at, std::vector<Token>& tokens) {
  uint32_t end = bounded(line.text, first, number_end(line, at));
  if (line.language == Language::english) end = english_number_cut(line, at, end);
  tokens.push_back({.span = {first, end}});
  return Role::word;
}

// Marks: a run of one mark ("...", "--", "!!") is one token, anything else stands alone.
Role add_mark(const Line& line, uint32_t at, std::vector<Token>& tokens) {
  const utf8::Decoded d = decode(line.text, at);
  const char32_t c = d.code_point;
  uint32_t end = at + d.size;
  if (c == U'!' || c == U'?') {
    end = run_end(line, at, [](char32_t x) { return x == U'!' || x == U'?'; });
  } else if (c == U'.' || c == U'*' || c == U'=' || c == U'_' || c == U'~' || c == U'`' || is_dash(c)) {
    end = run_end(line, at, [c](char32_t x) { return x == c; });
  } else if (c == U'\'' && end < line.end && line.text[end] == '\'') {
    ++end;
  }
  tokens.push_back({.span = {at, bounded(line.text, at, end)}});
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'。' ? Role::terminal : Role::word;
}

}  // namespace

uint32_t bounded(std::string_view text, uint32_t begin, uint32_t end) {
  if (end - begin <= longest_token) return end;
  end = begin + static_cast<uint32_t>(longest_token);
  const uint32_t cut = end;
  while (!utf8::on_border(text, end) && cut - end < 4) --end;
  return end;
}

Role add_tokens(const Line& line, uint32_t at, std::vector<Token>& tokens) {
  const utf8::Decoded d = decode(line.text, at);
  if (utf8::is_digit(d.code_point)) return add_number(line, at, at, tokens);
  const bool blank_before = at == line.begin || utf8::is_space(utf8::decode_before(line.text, at).code_point);
  // «-1,5» is a number; in «39-45» the dash has been read already.
  if ((d.code_point == U'-' || d.code_point == U'−') && blank_before && digit_at(line, at + d.size))
    return add_number(line, at, at + d.size, tokens);
  if (utf8::is_letter(d.code_point)) {
    if (const uint32_t end = address_end(line, at); end > at) {
      tokens.push_back({.span = {at, bounded(line.text, at, end)}});
      return Role::word;
    }
    return add_word(line, at, tokens);
  }
  if (line.language == Language::english && (d.code_point == U'\'' || d.code_point == U'’'))
    if (const uint32_t end = english_clitic_end(line, at)) {
      tokens.push_back({.span = {at, end}});
      return Role::word;
    }
  if ((d.code_point == U'@' || d.code_point == U'#') && at + 1 < line.end &&
      word_character(decode(line.text, at + 1).code_point)) {
    const uint32_t end = run_end(line, at + 1, word_character);
    if (end - at < 64) {
      tokens.push_back({.span = {at, end}});
      return Role::word;
    }
  }
  return add_mark(line, at, tokens);
}

}  // namespace recoupe::segment
