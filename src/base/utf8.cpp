#include "base/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>

namespace recoupe::utf8 {

Decoded decode(std::string_view text, size_t position) {
  if (position >= text.size()) return {};
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(position);
  if (first < 0x80) return {first, 1};
  const uint32_t size = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
  if (size == 0 || first >= 0xF5 || position + size > text.size()) return {replacement, 1};
  char32_t c = first & (0x7F >> size);
  for (uint32_t i = 1; i < size; ++i) {
    if ((byte(position + i) & 0xC0) != 0x80) return {replacement, 1};
    c = (c << 6) | (byte(position + i) & 0x3F);
  }
  const bool overlong = (size == 3 && c < 0x800) || (size == 4 && c < 0x10000);
  if (overlong || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return {replacement, 1};
  return {c, size};
}

Decoded decode_before(std::string_view text, size_t position) {
  if (position == 0) return {};
  size_t start = position - 1;
  while (start > 0 && position - start < 4 && !on_border(text, start)) --start;
  const Decoded found = decode(text, start);
  if (start + found.size == position) return found;
  return {replacement, 1};
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool valid(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const Decoded d = decode(text, i);
    if (d.code_point == replacement && d.size == 1) return false;
    i += d.size;
  }
  return true;
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
  return u_isalpha(static_cast<UChar32>(c));
}
bool is_mark(char32_t c) {
  if (c < 0x300) return false;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}
bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(static_cast<UChar32>(c));
}
bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(static_cast<UChar32>(c));
}
bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_isULowercase(static_cast<UChar32>(c));
}
bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}
char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    append(out, to_lower(d.code_point));
    i += d.size;
  }
  return out;
}

namespace {

// What one code point folds to. Canonical decomposition comes from ICU; the few letters that Unicode does not
// decompose but that readers take for two letters, or for a plain one, are listed.
void fold_one(std::string& out, char32_t c) {
  switch (c) {
    case U'œ':
    case U'Œ':
      out += "oe";
      return;
    case U'æ':
    case U'Æ':
      out += "ae";
      return;
    case U'ß':
      out += "ss";
      return;
    case U'ø':
    case U'Ø':
      out += 'o';
      return;
    case U'đ':
    case U'Đ':
      out += 'd';
      return;
    case U'ł':
    case U'Ł':
      out += 'l';
      return;
    case U'ı':
      out += 'i';
      return;
    case U'’':
    case U'‘':
    case U'ʼ':
    case U'ʻ':
    case U'`':
    case U'´':
      out += '\'';
      return;
    case U'‐':
    case U'‑':
    case U'–':
    case U'—':
      out += '-';
      return;
    case U'\u00AD':
    case U'\u200B':
    case U'\u2060':
    case U'\uFEFF':
      return;
    default:
      break;
  }
  if (is_space(c)) {
    if (out.empty() || out.back() != ' ') out += ' ';
    return;
  }
  static const UNormalizer2* const nfd = [] {
    UErrorCode status = U_ZERO_ERROR;
    return unorm2_getNFDInstance(&status);
  }();
  std::array<UChar, 32> parts{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = unorm2_getDecomposition(nfd, static_cast<UChar32>(c), parts.data(),
                                               static_cast<int32_t>(parts.size()), &status);
  if (size < 0 || U_FAILURE(status)) {
    if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) append(out, to_lower(c));
    return;
  }
  for (int32_t i = 0; i < size;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), i, size, part);
    if (u_charType(part) != U_NON_SPACING_MARK) append(out, to_lower(static_cast<char32_t>(part)));
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const unsigned char byte = static_cast<unsigned char>(text[i]);
    if (byte > 0x20 && byte < 0x7F && byte != '`') {
      out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++i;
      continue;
    }
    const Decoded d = decode(text, i);
    fold_one(out, d.code_point);
    i += d.size;
  }
  return out;
}

}  // namespace recoupe::utf8
