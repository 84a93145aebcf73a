#include "verify/page_words.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "html/references.hpp"

namespace recoupe::verify {
namespace {

constexpr auto never_shown = std::to_array<std::string_view>(
    {"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas", "title",
     "textarea", "select", "noframes", "noembed", "xmp"});

bool is_letter(char c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}

// Behind the '>' of the tag at `at`; a '>' between quotes is no end.
size_t end_of_tag(std::string_view html, size_t at) {
  char quote = '\0';
  bool value = false;
  for (size_t i = at; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && value) {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
    if (c == '=')
      value = true;
    else if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
      value = false;
  }
  return html.size();
}

std::string name_at(std::string_view html, size_t at) {
  size_t end = at;
  while (end < html.size() && std::string_view(" \n\t\r\f/>").find(html[end]) == std::string_view::npos)
    ++end;
  return utf8::lower(html.substr(at, end - at));
}

// Behind the element that is opened at `at` and never shown: behind its end tag.
size_t end_of_element(std::string_view html, size_t at, const std::string& name) {
  for (size_t i = html.find("</", at); i != std::string_view::npos; i = html.find("</", i + 2))
    if (name_at(html, i + 2) == name) return end_of_tag(html, i);
  return html.size();
}

size_t end_of_markup(std::string_view html, size_t at) {
  if (html.substr(at).starts_with("<!--")) {
    const size_t end = html.find("-->", at + 2);
    return end == std::string_view::npos ? html.size() : end + 3;
  }
  const char c = at + 1 < html.size() ? html[at + 1] : ' ';
  if (c == '!' || c == '?') return std::min(html.find('>', at), html.size() - 1) + 1;
  if (c == '/') return end_of_tag(html, at);
  if (!is_letter(c)) return at;
  const std::string name = name_at(html, at + 1);
  const size_t end = end_of_tag(html, at);
  const bool hidden = std::find(never_shown.begin(), never_shown.end(), name) != never_shown.end();
  return hidden ? end_of_element(html, end, name) : end;
}

}  // namespace

std::string words_of_html(std::string_view html) {
  std::string out;
  for (size_t i = 0; i < html.size();) {
    const size_t next = std::min(html.find_first_of("<&", i), html.size());
    out += html.substr(i, next - i);
    i = next;
    if (i == html.size()) break;
    if (html[i] == '<') {
      const size_t end = end_of_markup(html, i);
      if (end == i) out += '<';
      i = std::max(end, i + 1);
      continue;
    }
    const html::Reference reference = html::reference_at(html, i);
    if (reference.length == 0)
      out += '&';
    else
      out += reference.text();
    i += std::max(reference.length, 1u);
  }
  return out;
}

}  // namespace recoupe::verify
