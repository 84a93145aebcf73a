#include "html/references.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace recoupe::html {

std::string_view embedded(std::string_view path);

namespace {

// What the numbers 0x80 to 0x9F mean on pages whose makers took Windows-1252 for Unicode.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr size_t longest_name = 33;         // "CounterClockwiseContourIntegral;"
constexpr size_t longest_without_mark = 6;  // "Aacute"

bool is_alphanumeric(char c) {
  return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9');
}

int digit_of(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  if (base == 16 && (c | 32) >= 'a' && (c | 32) <= 'f') return (c | 32) - 'a' + 10;
  return -1;
}

void put(Reference& into, char32_t c) {
  std::string bytes;
  utf8::append(bytes, c);
  std::copy(bytes.begin(), bytes.end(), into.bytes.begin() + into.size);
  into.size = static_cast<uint8_t>(into.size + bytes.size());
}

// The code points of a name, as entities.tsv has them ("2242 338"); empty where there is no such name. The
// file is sorted, so it is searched as it lies: find the middle, step back to the start of its line.
std::string_view code_points_of(std::string_view name) {
  const std::string_view table = embedded("entities.tsv");
  size_t low = table.rfind("#", 4096);  // the comment's last line
  low = table.find('\n', low) + 1;
  for (size_t high = table.size(); low < high;) {
    const size_t middle = low + (high - low) / 2;
    const size_t line = std::max(low, table.rfind('\n', middle - (middle > 0 ? 1 : 0)) + 1);
    const size_t end = table.find('\n', line);
    const size_t tab = table.find('\t', line);
    const std::string_view here = table.substr(line, tab - line);
    if (here == name) return table.substr(tab + 1, end - tab - 1);
    if (here < name)
      low = end + 1;
    else
      high = line;
  }
  return {};
}

bool named(Reference& into, std::string_view name) {
  std::string_view points = code_points_of(name);
  if (points.empty()) return false;
  char32_t c = 0;
  for (const char digit : points) {
    if (digit == ' ') {
      put(into, c);
      c = 0;
    } else {
      c = c * 16 + static_cast<char32_t>(digit_of(digit, 16));
    }
  }
  put(into, c);
  into.length = static_cast<uint32_t>(name.size() + 1);
  return true;
}

Reference number_at(std::string_view text, size_t position) {
  Reference out;
  size_t i = position + 2;
  const int base = i < text.size() && (text[i] | 32) == 'x' ? 16 : 10;
  if (base == 16) ++i;
  const size_t first = i;
  char32_t c = 0;
  for (; i < text.size() && digit_of(text[i], base) >= 0; ++i)
    c = std::min<char32_t>(c * static_cast<char32_t>(base) + static_cast<char32_t>(digit_of(text[i], base)),
                           0x110000);
  if (i == first) return out;
  if (i < text.size() && text[i] == ';') ++i;
  if (c >= 0x80 && c < 0xA0) c = windows_1252[c - 0x80];
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = utf8::replacement;
  put(out, c);
  out.length = static_cast<uint32_t>(i - position);
  return out;
}

}  // namespace

Reference reference_at(std::string_view text, size_t position, bool in_attribute) {
  Reference out;
  if (position + 2 >= text.size() + 1) return out;
  if (text.substr(position + 1, 1) == "#") return number_at(text, position);
  size_t end = position + 1;
  while (end < text.size() && end - position <= longest_name && is_alphanumeric(text[end])) ++end;
  if (end == position + 1) return out;
  if (end < text.size() && text[end] == ';' && named(out, text.substr(position + 1, end - position)))
    return out;
  for (size_t size = std::min(end - position - 1, longest_without_mark); size >= 2; --size) {
    if (in_attribute && position + 1 + size < text.size()) {
      const char after = text[position + 1 + size];
      if (after == '=' || is_alphanumeric(after)) continue;
    }
    if (named(out, text.substr(position + 1, size))) return out;
  }
  return out;
}

std::string decode(std::string_view raw, bool in_attribute) {
  std::string out;
  out.reserve(raw.size());
  for (size_t i = 0; i < raw.size();) {
    const size_t mark = raw.find('&', i);
    out.append(raw.substr(i, mark - i));
    if (mark == std::string_view::npos) break;
    const Reference reference = reference_at(raw, mark, in_attribute);
    if (reference.length == 0)
      out += '&';
    else
      out += reference.text();
    i = mark + std::max(reference.length, 1u);
  }
  return out;
}

}  // namespace recoupe::html
