#include "intake/markup.hpp"

#include "base/utf8.hpp"
#include "html/references.hpp"

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

}  // namespace

bool has_markup(std::string_view value) {
  for (size_t at = value.find_first_of("<&"); at != std::string_view::npos;
       at = value.find_first_of("<&", at + 1)) {
    if (value[at] == '<' ? tag_end(value, at) != std::string_view::npos
                         : html::reference_at(value, at).length > 1)
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
  const std::string read = html::decode(bare);
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
