#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "base/utf8.hpp"
#include "html/tokenizer.hpp"
#include "intake/charset.hpp"
#include "intake/decoders.hpp"

namespace recoupe::intake {
namespace {

using html::Tag;
using html::Token;

constexpr size_t prescan_bytes = size_t{64} << 10;  // browsers look at 1024; pages of today need more

struct Label {
  std::string_view label, charset;
};

// Where the standard means another encoding than the name says. All others are ICU's business.
constexpr std::array labels = {
    Label{"ascii", "windows-1252"},
    Label{"us-ascii", "windows-1252"},
    Label{"ansi_x3.4-1968", "windows-1252"},
    Label{"iso-8859-1", "windows-1252"},
    Label{"iso8859-1", "windows-1252"},
    Label{"iso_8859-1", "windows-1252"},
    Label{"iso88591", "windows-1252"},
    Label{"latin1", "windows-1252"},
    Label{"latin-1", "windows-1252"},
    Label{"l1", "windows-1252"},
    Label{"cp1252", "windows-1252"},
    Label{"x-cp1252", "windows-1252"},
    Label{"ansi", "windows-1252"},
    Label{"cp819", "windows-1252"},
    Label{"iso-8859-9", "windows-1254"},
    Label{"latin5", "windows-1254"},
    Label{"tis-620", "windows-874"},
    Label{"iso-8859-11", "windows-874"},
    Label{"gb2312", "GB18030"},
    Label{"gbk", "GB18030"},
    Label{"x-gbk", "GB18030"},
    Label{"gb_2312-80", "GB18030"},
    Label{"x-sjis", "Shift_JIS"},
    Label{"sjis", "Shift_JIS"},
    Label{"ks_c_5601-1987", "windows-949"},
    Label{"euc-kr", "windows-949"},
    Label{"utf8", "UTF-8"},
    Label{"utf-8", "UTF-8"},
    Label{"unicode-1-1-utf-8", "UTF-8"},
    Label{"x-unicode20utf8", "UTF-8"},
    Label{"iso-8859-8-i", "ISO-8859-8"},
    Label{"logical", "ISO-8859-8"},
};

std::string canonical(std::string_view name) {
  std::string label;
  for (const char c : name)
    if (c > ' ' && c != '"' && c != '\'') label += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const Label& known : labels)
    if (known.label == label) return std::string(known.charset);
  // UTF-7 is a way to hide scripts; no page is to be read as it.
  if (label.starts_with("utf-7") || label.starts_with("utf7")) return {};
  return label;
}

std::string_view attribute(std::string_view text, const std::vector<html::Attribute>& attributes,
                           std::string_view wanted) {
  for (const html::Attribute& a : attributes)
    if (utf8::lower(slice(text, a.name)) == wanted) return slice(text, a.value);
  return {};
}

// <meta charset="…">, <meta http-equiv="Content-Type" content="…; charset=…">, <?xml encoding="…"?>
std::string declared(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, prescan_bytes);
  if (head.starts_with("<?xml")) {
    const std::string_view first = head.substr(0, head.find('>'));
    const size_t at = first.find("encoding=");
    if (at != std::string_view::npos && at + 10 < first.size()) {
      const std::string_view value = first.substr(at + 10);
      return canonical(value.substr(0, value.find(first[at + 9])));
    }
  }
  std::vector<html::Attribute> attributes;
  html::Tokenizer tokenizer(head, attributes);
  for (;;) {
    attributes.clear();
    const Token token = tokenizer.next(false);
    if (token.kind == Token::Kind::over) return {};
    if (token.kind != Token::Kind::start) continue;
    if (token.tag == Tag::meta) {
      std::string_view charset = attribute(head, attributes, "charset");
      if (charset.empty() && utf8::lower(attribute(head, attributes, "http-equiv")) == "content-type")
        charset = charset_of_content_type(attribute(head, attributes, "content"));
      if (!charset.empty()) return canonical(charset);
    } else if (html::has(token.tag, html::tag_raw | html::tag_reference)) {
      static_cast<void>(tokenizer.raw(token.tag));
    }
  }
}

bool is_utf16(const std::string& charset) {
  return charset.starts_with("utf-16") || charset.starts_with("utf-32") || charset == "unicode" ||
         charset.starts_with("ucs-2") || charset.starts_with("iso-10646");
}

// Reads by a byte order mark, or as UTF-16 that shows by its zeros; false where there is neither.
bool by_mark(Page& page, const std::string& transport) {
  const std::string_view bytes = page.bytes;
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return read_broken_utf8(page, 3), true;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return read_utf32(page, false, 4), true;
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return read_utf32(page, true, 4), true;
  if (bytes.starts_with("\xFF\xFE"sv)) return read_utf16(page, false, 2), true;
  if (bytes.starts_with("\xFE\xFF"sv)) return read_utf16(page, true, 2), true;
  // Every page has a '<' near its start: its zero tells the order, whatever the server said.
  const bool big = bytes.starts_with("\0<"sv), little = bytes.starts_with("<\0"sv);
  if (big || little) return read_utf16(page, big, 0), true;
  if (transport.starts_with("utf-16") && std::count(bytes.begin(), bytes.end(), '\0') * 4 > std::ssize(bytes))
    return read_utf16(page, transport == "utf-16be", 0), true;
  return false;
}

void decode_as_told(Page& page, std::string_view transport) {
  std::string told = canonical(transport);
  if (by_mark(page, told)) return;
  if (told.empty() || is_utf16(told)) told = declared(page.bytes);
  if (is_utf16(told)) told = "UTF-8";  // it could be read as bytes, so it is none
  const Utf8Count count = count_utf8(page.bytes);
  const bool escapes = told == "iso-2022-jp" && page.bytes.find('\x1B') != std::string::npos;
  if (count.bad == 0 && !escapes) {
    page.charset = "UTF-8";
    return;
  }
  const bool mostly_utf8 = count.good > 2 * count.bad;
  if (mostly_utf8) return read_broken_utf8(page, 0);
  if (told == "UTF-8") told.clear();
  if (told.empty()) told = other_script(page.bytes);
  if (told.empty() || told == "windows-1252" || !read_with_icu(page, told)) read_windows_1252(page);
}

}  // namespace

std::string_view charset_of_content_type(std::string_view header) {
  const std::string lowered = utf8::lower(header);
  if (lowered.size() != header.size()) return {};
  size_t at = lowered.find("charset");
  if (at == std::string::npos) return {};
  at = header.find_first_not_of(" \t", at + 7);
  if (at == std::string_view::npos || header[at] != '=') return {};
  at = header.find_first_not_of(" \t\"'", at + 1);
  if (at == std::string_view::npos) return {};
  return header.substr(at, header.find_first_of(" \t\"';,", at) - at);
}

Outcome decode_html(Page& page, std::string_view transport) {
  page.decoded.clear();
  page.decoding = {};
  page.media_type = MediaType::html;
  decode_as_told(page, transport);
  const std::string& text = page.text();
  const bool mark_alone = page.decoded.empty() && page.bytes.size() <= 4 && page.charset != "UTF-8";
  if (mark_alone ||
      text.find_first_not_of(std::string_view("\0 \t\r\n\v\f\xEF\xBB\xBF", 10)) == std::string::npos)
    return Error{{}, "is empty"};
  size_t controls = 0;
  for (const char c : text)
    controls += static_cast<unsigned char>(c) < 0x20 && !(c >= '\t' && c <= '\r') && c != 0;
  if (controls > 2 && controls * 20 > text.size())
    return Error{{}, fmt::format("is not text: {} of {} bytes are control codes", controls, text.size())};
  return Done{};
}

}  // namespace recoupe::intake
