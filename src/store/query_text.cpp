#include "store/query_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.hpp"

namespace recoupe::store {
namespace {

// Fields that are columns of the full-text index, so that case and accents do not matter.
constexpr std::array<std::string_view, 5> indexed = {"speaker", "via", "outlet", "place", "title"};
constexpr std::array<std::string_view, 6> columns = {"kind", "category", "status",
                                                     "form", "language", "date"};

template <size_t N>
std::optional<std::string_view> find(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return {};
  return *found;
}

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

bool is_mark(std::string_view text, size_t position, size_t& size) {
  for (const std::string_view mark : {"\"", "“", "”", "«", "»"})
    if (text.substr(position, mark.size()) == mark) {
      size = mark.size();
      return true;
    }
  return false;
}

// Reads one value: a phrase between marks, or up to the next blank. A mark that is never closed reads to the
// end.
std::string read_value(std::string_view text, size_t& position) {
  std::string out;
  size_t mark = 0;
  if (position < text.size() && is_mark(text, position, mark)) {
    position += mark;
    while (position < text.size() && !is_mark(text, position, mark)) out += text[position++];
    position = std::min(text.size(), position + mark);
    return out;
  }
  while (position < text.size() && !is_blank(text[position])) out += text[position++];
  return out;
}

// A phrase of FTS5: everything between double quotes is words to it, a doubled quote is a quote.
std::string phrase(std::string_view value) {
  const bool prefix = value.size() > 1 && value.back() == '*';
  if (prefix) value.remove_suffix(1);
  bool any = false;
  std::string out = "\"";
  for (size_t i = 0; i < value.size();) {
    const utf8::Decoded d = utf8::decode(value, i);
    any |= utf8::is_letter(d.code_point) || utf8::is_digit(d.code_point);
    if (value[i] == '"') out += '"';
    if (value[i] == '\0')
      out += ' ';
    else
      out += value.substr(i, d.size);
    i += d.size;
  }
  // A phrase without a word matches nothing in FTS5; a reader who types «!» does not mean "nothing".
  return any ? out + (prefix ? "\"*" : "\"") : std::string();
}

void add_match(QueryText& out, std::string_view columns_of, std::string_view value) {
  const std::string words = phrase(value);
  if (words.empty()) return;
  if (!out.match.empty()) out.match += " AND ";
  out.match += '{';
  out.match += columns_of;
  out.match += "} : ";
  out.match += words;
}

}  // namespace

QueryText parse_query(std::string_view text) {
  QueryText out;
  for (size_t position = 0; position < text.size();) {
    if (is_blank(text[position])) {
      ++position;
      continue;
    }
    const size_t start = position;
    while (position < text.size() && utf8::is_letter(static_cast<unsigned char>(text[position])) &&
           static_cast<unsigned char>(text[position]) < 0x80)
      ++position;
    const std::string field = utf8::lower(text.substr(start, position - start));
    if (position < text.size() && text[position] == ':') {
      if (const auto name = find(indexed, field)) {
        add_match(out, *name, read_value(text, ++position));
        continue;
      }
      if (const auto name = find(columns, field)) {
        std::string value = read_value(text, ++position);
        if (!value.empty()) out.conditions.push_back({*name, utf8::lower(value)});
        continue;
      }
    }
    position = start;
    add_match(out, "text speaker", read_value(text, position));
  }
  return out;
}

}  // namespace recoupe::store
