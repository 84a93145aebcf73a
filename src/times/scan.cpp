#include "times/scan.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "times/vocabulary.hpp"

namespace recoupe::times {
namespace {

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'ʼ';
}

// What a sign is looked up as: every dash is '-', every apostrophe one apostrophe.
char sign_key(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  if (c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  if (is_apostrophe(c)) return '\'';
  if (c == U'«' || c == U'»' || c == U'“' || c == U'”') return '"';
  return '\x01';
}

// Reads one piece that starts at `at` (no blank there) and leaves its lookup key in `key`.
Piece read_piece(std::string_view text, uint32_t at, bool elision, std::string& key) {
  Piece piece;
  utf8::Decoded d = utf8::decode(text, at);
  uint32_t end = at + d.size;
  if (d.code_point < 0x80 && utf8::is_digit(d.code_point)) {
    for (end = at; end < text.size() && text[end] >= '0' && text[end] <= '9'; ++end) {
      if (end - at < 9) piece.number = piece.number * 10 + static_cast<uint32_t>(text[end] - '0');
    }
    piece.digits = static_cast<uint8_t>(std::min<uint32_t>(end - at, 200));
    key.clear();
  } else if (utf8::is_letter(d.code_point)) {
    piece.letters = true;
    piece.upper = utf8::is_upper(d.code_point);
    bool ascii = d.code_point < 0x80;
    for (;;) {
      d = utf8::decode(text, end);
      if (d.size == 0) break;
      const bool mark = d.code_point >= 0x300 && d.code_point < 0x370;  // combining accents
      const bool elided =
          elision && is_apostrophe(d.code_point) &&
          (end + d.size == text.size() || utf8::is_letter(utf8::decode(text, end + d.size).code_point));
      if (elided) {
        ascii = ascii && d.code_point < 0x80;
        end += d.size;
        break;
      }
      if (!utf8::is_letter(d.code_point) && !mark) break;
      ascii = ascii && d.code_point < 0x80;
      end += d.size;
    }
    const std::string_view word = text.substr(at, end - at);
    if (word.size() > 40) {
      key.clear();  // no word of ours is that long, and folding it would be work for nothing
    } else if (ascii) {
      key.assign(word);
      for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    } else {
      key = utf8::fold(word);
    }
  } else {
    key.assign(1, sign_key(d.code_point));
  }
  piece.span = {at, end};
  return piece;
}

}  // namespace

std::vector<Piece> scan(std::string_view text, const Vocabulary& vocabulary, bool elision) {
  std::vector<Piece> out;
  out.reserve(text.size() / 5);
  std::string key;
  const auto size = static_cast<uint32_t>(text.size());
  bool space = true;
  int lines = 2;
  for (uint32_t at = 0; at < size;) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (utf8::is_space(d.code_point)) {
      space = true;
      lines += d.code_point == '\n';
      at += d.size;
      continue;
    }
    Piece piece = read_piece(text, at, elision, key);
    piece.space = space;
    piece.paragraph = lines >= 2;
    piece.line = lines >= 1;
    if (!key.empty()) piece.word = vocabulary.id(key);
    at = piece.span.end;
    space = false;
    lines = 0;
    out.push_back(piece);
  }
  return out;
}

std::vector<std::string> keys(std::string_view phrase, bool elision) {
  std::vector<std::string> out;
  std::string key;
  for (uint32_t at = 0; at < phrase.size();) {
    const utf8::Decoded d = utf8::decode(phrase, at);
    if (utf8::is_space(d.code_point)) {
      at += d.size;
      continue;
    }
    const Piece piece = read_piece(phrase, at, elision, key);
    out.push_back(piece.digits > 0 ? std::string(slice(phrase, piece.span)) : key);
    at = piece.span.end;
  }
  return out;
}

}  // namespace recoupe::times
