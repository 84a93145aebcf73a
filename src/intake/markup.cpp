#include "intake/markup.hpp"

#include <array>
#include <charconv>

#include "base/utf8.hpp"

namespace recoupe::intake {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The end of the tag that begins at `at`; npos where none does.
size_t tag_end(std::string_view text, size_t at) {
  size_t name = at + 1;
  if (name < text.size() && text[name] == '/') ++name;
  if (name >= text.size()) return std::string_view::npos;
  if (text.substr(name).starts_with("!--")) {
    const size_t end = text.find("-->", name);
    return end == std::string_view::npos ? end : end + 3;
  }
  if (!is_letter(text[name])) return std::string_view::npos;
  const size_t end = text.find_first_of("<>", name);
  return end == std::string_view::npos || text[end] == '<' ? std::string_view::npos : end + 1;
}

struct NamedCharacter {
  std::string_view name;
  char32_t character;
};

// Those that titles of the press have; a title is metadata, and what is not known stays as it is written.
constexpr std::array named_characters = {
    NamedCharacter{"amp", '&'},       NamedCharacter{"lt", '<'},       NamedCharacter{"gt", '>'},
    NamedCharacter{"quot", '"'},      NamedCharacter{"apos", '\''},    NamedCharacter{"nbsp", 0xA0},
    NamedCharacter{"laquo", 0xAB},    NamedCharacter{"raquo", 0xBB},   NamedCharacter{"lsquo", 0x2018},
    NamedCharacter{"rsquo", 0x2019},  NamedCharacter{"ldquo", 0x201C}, NamedCharacter{"rdquo", 0x201D},
    NamedCharacter{"hellip", 0x2026}, NamedCharacter{"ndash", 0x2013}, NamedCharacter{"mdash", 0x2014},
    NamedCharacter{"euro", 0x20AC},   NamedCharacter{"eacute", 0xE9},  NamedCharacter{"egrave", 0xE8},
    NamedCharacter{"ecirc", 0xEA},    NamedCharacter{"agrave", 0xE0},  NamedCharacter{"acirc", 0xE2},
    NamedCharacter{"ccedil", 0xE7},   NamedCharacter{"ocirc", 0xF4},   NamedCharacter{"ugrave", 0xF9},
    NamedCharacter{"icirc", 0xEE},    NamedCharacter{"iuml", 0xEF},    NamedCharacter{"oelig", 0x153},
    NamedCharacter{"Eacute", 0xC9},   NamedCharacter{"deg", 0xB0},     NamedCharacter{"thinsp", 0x2009}};

// "&eacute;", "&#233;", "&#xE9;" at `at`: its length and its character; 0 where none stands.
struct Reference {
  size_t length = 0;
  char32_t character = 0;
};

Reference reference_at(std::string_view text, size_t at) {
  constexpr size_t longest = 12;
  const size_t end = text.substr(at, longest).find(';');
  if (text[at] != '&' || end == std::string_view::npos) return {};
  std::string_view name = text.substr(at + 1, end - 1);
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
    if (hexadecimal) name.remove_prefix(1);
    uint32_t number = 0;
    const auto [stop, error] =
        std::from_chars(name.data(), name.data() + name.size(), number, hexadecimal ? 16 : 10);
    const bool whole = error == std::errc() && stop == name.data() + name.size() && !name.empty();
    const bool scalar = number > 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
    return whole && scalar ? Reference{end + 1, number} : Reference{};
  }
  for (const NamedCharacter& known : named_characters)
    if (known.name == name) return {end + 1, known.character};
  return {};
}

std::string references_read(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Reference reference = reference_at(text, at);
    if (reference.length > 0) {
      utf8::append(out, reference.character);
      at += reference.length;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace

bool has_markup(std::string_view value) {
  for (size_t at = value.find_first_of("<&"); at != std::string_view::npos;
       at = value.find_first_of("<&", at + 1)) {
    if (value[at] == '<' ? tag_end(value, at) != std::string_view::npos : reference_at(value, at).length > 0)
      return true;
  }
  return false;
}

std::string text_of_markup(std::string_view value) {
  std::string bare;
  for (size_t at = 0; at < value.size();) {
    const size_t end = value[at] == '<' ? tag_end(value, at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      bare += value[at++];
    } else {
      at = end;
    }
  }
  const std::string read = references_read(bare);
  std::string out;
  for (size_t at = 0; at < read.size();) {
    const utf8::Decoded d = utf8::decode(read, at);
    if (d.code_point <= ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out.append(read, at, d.size);
    }
    at += d.size;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace recoupe::intake
