#include "intake/decoders.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::intake {
namespace {

// Writes decoded text and its alignment together.
class Writer {
 public:
  explicit Writer(Page& page) : page_(page) {}

  // `count` bytes copied as they are.
  void copy(size_t source, size_t count) {
    page_.decoding.add(size(), static_cast<uint32_t>(source), static_cast<uint32_t>(count));
    page_.decoded.append(page_.bytes, source, count);
  }
  // One character, read from `width` source bytes.
  void put(char32_t c, size_t source, size_t width) {
    const uint32_t at = size();
    utf8::append(page_.decoded, c);
    page_.decoding.add(at, static_cast<uint32_t>(source), 1, static_cast<uint16_t>(size() - at),
                       static_cast<uint16_t>(width));
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(page_.decoded.size()); }
  Page& page_;
};

}  // namespace

void read_utf16(Page& page, bool big_endian, size_t begin) {
  page.charset = big_endian ? "UTF-16BE" : "UTF-16LE";
  Writer out(page);
  const std::string& b = page.bytes;
  const auto unit = [&](size_t i) -> char32_t {
    const auto first = static_cast<unsigned char>(b[i]), second = static_cast<unsigned char>(b[i + 1]);
    return big_endian ? first << 8 | second : second << 8 | first;
  };
  size_t i = begin;
  while (i + 1 < b.size()) {
    const char32_t c = unit(i);
    const bool leads = c >= 0xD800 && c < 0xDC00 && i + 3 < b.size();
    const char32_t next = leads ? unit(i + 2) : 0;
    if (leads && next >= 0xDC00 && next < 0xE000) {
      out.put(0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00), i, 4);
      i += 4;
    } else {
      out.put(c >= 0xD800 && c < 0xE000 ? utf8::replacement : c, i, 2);
      i += 2;
    }
  }
  if (i < b.size()) out.put(utf8::replacement, i, 1);  // half a character at the end of a cut-off file
}

void read_utf32(Page& page, bool big_endian, size_t begin) {
  page.charset = big_endian ? "UTF-32BE" : "UTF-32LE";
  Writer out(page);
  for (size_t i = begin; i < page.bytes.size(); i += 4) {
    const size_t width = std::min<size_t>(4, page.bytes.size() - i);
    char32_t c = 0;
    for (size_t k = 0; k < width; ++k) {
      const size_t shift = 8 * (big_endian ? 3 - k : k);
      c |= static_cast<char32_t>(static_cast<unsigned char>(page.bytes[i + k])) << shift;
    }
    const bool scalar = width == 4 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    out.put(scalar ? c : utf8::replacement, i, width);
  }
}

// UTF-8 with some broken bytes: each is one U+FFFD.
void read_broken_utf8(Page& page, size_t begin) {
  page.charset = "UTF-8";
  Writer out(page);
  size_t good = begin;
  for (size_t i = begin; i < page.bytes.size();) {
    const utf8::Decoded d = utf8::decode(page.bytes, i);
    if (d.code_point == utf8::replacement && d.size == 1) {
      out.copy(good, i - good);
      out.put(utf8::replacement, i, 1);
      good = i + 1;
    }
    i += d.size;
  }
  out.copy(good, page.bytes.size() - good);
}

namespace {

// 0x80 to 0x9F of Windows-1252; the rest is Latin-1. Five bytes have no meaning.
constexpr std::array<char16_t, 32> windows_1252_high = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

}  // namespace

void read_windows_1252(Page& page) {
  page.charset = "windows-1252";
  Writer out(page);
  size_t plain = 0;
  for (size_t i = 0; i < page.bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(page.bytes[i]);
    if (byte < 0x80) continue;
    if (i > plain) out.copy(plain, i - plain);
    out.put(byte < 0xA0 ? windows_1252_high[byte - 0x80] : byte, i, 1);
    plain = i + 1;
  }
  if (page.bytes.size() > plain) out.copy(plain, page.bytes.size() - plain);
}

bool read_with_icu(Page& page, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset.c_str(), &status);
  if (U_FAILURE(status)) return false;
  page.charset = charset;
  Writer out(page);
  const char* const begin = page.bytes.data();
  const char* const end = begin + page.bytes.size();
  for (const char* at = begin; at < end;) {
    const char* const start = at;
    status = U_ZERO_ERROR;
    UChar32 c = ucnv_getNextUChar(converter, &at, end, &status);
    if (at == start) ++at;
    if (U_FAILURE(status) || c < 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = utf8::replacement;
    out.put(static_cast<char32_t>(c), static_cast<size_t>(start - begin), static_cast<size_t>(at - start));
  }
  ucnv_close(converter);
  return true;
}

}  // namespace recoupe::intake
