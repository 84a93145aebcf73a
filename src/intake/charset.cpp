#include "intake/charset.hpp"

#include <fmt/format.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.hpp"
#include "intake/decoders.hpp"

namespace recoupe::intake {
namespace {

// Encodings of other scripts, whose letters are nearly all above 0x7F. A Latin text is never taken for one of
// them: for Latin-2, Latin-5 and their like, ICU guesses from too little to be believed against the two
// languages that are read here.
constexpr std::array other_scripts = {"windows-1251", "KOI8-R",       "ISO-8859-5", "windows-1256",
                                      "ISO-8859-6",   "windows-1253", "ISO-8859-7", "windows-1255",
                                      "ISO-8859-8",   "ISO-8859-8-I", "Shift_JIS",  "EUC-JP",
                                      "EUC-KR",       "Big5",         "GB18030"};
constexpr int32_t confident = 40;

}  // namespace

std::string other_script(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, size_t{64} << 10);
  size_t high = 0, letters = 0;
  for (const char c : head) {
    high += (c & 0x80) != 0;
    letters += (c | 32) >= 'a' && (c | 32) <= 'z';
  }
  if (high < letters) return {};
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector* detector = ucsdet_open(&status);
  ucsdet_setText(detector, head.data(), static_cast<int32_t>(head.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector, &status);
  std::string found;
  if (U_SUCCESS(status) && match != nullptr && ucsdet_getConfidence(match, &status) >= confident)
    found = ucsdet_getName(match, &status);
  ucsdet_close(detector);
  const bool known = std::any_of(other_scripts.begin(), other_scripts.end(),
                                 [&](const char* name) { return found == name; });
  return known ? found : std::string();
}

Utf8Count count_utf8(std::string_view bytes) {
  constexpr uint64_t high_bits = 0x8080808080808080u;
  Utf8Count count;
  for (size_t i = 0; i < bytes.size();) {
    for (uint64_t eight = 0; i + sizeof eight <= bytes.size(); i += sizeof eight) {
      std::memcpy(&eight, bytes.data() + i, sizeof eight);
      if ((eight & high_bits) != 0) break;
    }
    if (i >= bytes.size()) break;
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const utf8::Decoded d = utf8::decode(bytes, i);
    ++(d.size > 1 ? count.good : count.bad);
    i += d.size;
  }
  return count;
}

namespace {

// Latin text in UTF-16 has a zero in nearly every pair, always on the same side; other text next to none.
enum class Pairs { none, little, big };

Pairs pairs_without_mark(std::string_view bytes) {
  const size_t size = std::min<size_t>(bytes.size(), size_t{64} << 10) & ~size_t{1};
  if (size < 2 || bytes.size() % 2 != 0) return Pairs::none;
  size_t zero[2] = {0, 0};
  for (size_t i = 0; i < size; ++i) zero[i % 2] += bytes[i] == '\0';
  const auto on_side = [&](size_t side) {
    return zero[side] * 20 > size / 2 * 14 && zero[1 - side] * 20 <= zero[side];
  };
  if (on_side(1)) return Pairs::little;
  if (on_side(0)) return Pairs::big;
  return Pairs::none;
}

void decode_as_told(Page& page) {
  const std::string_view bytes = page.bytes;
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return read_broken_utf8(page, 3);
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return read_utf32(page, false, 4);
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return read_utf32(page, true, 4);
  if (bytes.starts_with("\xFF\xFE"sv)) return read_utf16(page, false, 2);
  if (bytes.starts_with("\xFE\xFF"sv)) return read_utf16(page, true, 2);
  if (const Pairs pairs = pairs_without_mark(bytes); pairs != Pairs::none)
    return read_utf16(page, pairs == Pairs::big, 0);
  const Utf8Count count = count_utf8(bytes);
  if (count.bad == 0) {
    page.charset = "UTF-8";
    return;
  }
  if (count.good > 2 * count.bad) return read_broken_utf8(page, 0);
  const std::string charset = other_script(bytes);
  if (charset.empty() || !read_with_icu(page, charset)) read_windows_1252(page);
}

}  // namespace

Outcome decode(Page& page) {
  page.decoded.clear();
  page.decoding = {};
  if (page.bytes.empty()) return Error{{}, "is empty"};
  decode_as_told(page);
  const bool mark_alone = page.decoded.empty() && (page.charset != "UTF-8" || page.bytes == "\xEF\xBB\xBF");
  if (mark_alone) return Error{{}, "is empty"};
  size_t controls = 0, nuls = 0, characters = 0, blanks = 0, unreadable = 0;
  const std::string& text = page.text();
  for (size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    const char32_t c = d.code_point;
    ++characters;
    nuls += c == 0;
    controls += (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7F;
    unreadable += c == utf8::replacement;
    blanks += utf8::is_space(c);
    i += d.size;
  }
  if (nuls > 0) return Error{{}, "is not text: it holds NUL bytes"};
  if (controls > 2 && controls * 100 > characters)
    return Error{{}, fmt::format("is not text: {} of {} characters are control codes", controls, characters)};
  if (unreadable > 2 && unreadable * 10 > characters)
    return Error{{}, fmt::format("is not text that can be read ({})", page.charset)};
  if (blanks == characters) return Error{{}, "is empty: nothing but blanks"};
  return Done{};
}

}  // namespace recoupe::intake
