#include "clean/html/facts.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "html/references.hpp"

namespace recoupe::clean {
namespace {

using html::NodeIndex;
using html::Tag;

constexpr size_t longest_value = 4096;

std::string text_within(const html::Tree& tree, NodeIndex node) {
  std::string out;
  for (NodeIndex i = node + 1; i < tree[node].end; ++i)
    if (tree[i].tag == Tag::text) out += html::decode(slice(tree.text, tree[i].source));
  return out;
}

bool has_word(std::string_view list, std::string_view word) {
  const std::string lowered = ' ' + utf8::lower(list) + ' ';
  return lowered.find(' ' + std::string(word) + ' ') != std::string::npos;
}

void read_meta(const html::Tree& tree, NodeIndex i, PageFacts& facts) {
  const std::string_view content = tree.raw_attribute(i, "content");
  if (content.empty() || content.size() > longest_value) return;
  for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string_view name = tree.raw_attribute(i, key);
    if (name.empty() || name.size() > 100) continue;
    std::string value = tidy(html::decode(content, true));
    if (value.empty()) return;
    // property="dc:title og:title" names both.
    std::string lowered = utf8::lower(name);
    for (size_t at = 0; at < lowered.size();) {
      const size_t end = std::min(lowered.find(' ', at), lowered.size());
      if (end > at) facts.metas.emplace_back(lowered.substr(at, end - at), value);
      at = end + 1;
    }
  }
}

}  // namespace

std::string tidy(std::string_view raw) {
  const std::string decoded = raw.find('&') == std::string_view::npos ? std::string(raw) : html::decode(raw);
  std::string out;
  for (size_t i = 0; i < decoded.size();) {
    const utf8::Decoded d = utf8::decode(decoded, i);
    const bool blank = d.code_point <= 0x20 || utf8::is_space(d.code_point);
    if (!blank)
      out.append(decoded, i, d.size);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    i += std::max(d.size, 1u);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string_view PageFacts::meta(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    for (const auto& [key, value] : metas)
      if (key == name) return value;
  return {};
}

PageFacts read_facts(const html::Tree& tree) {
  PageFacts facts;
  NodeIndex drawing_end = 0;  // a <title> within <svg> names the drawing
  for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
    switch (tree[i].tag) {
      case Tag::svg:
        drawing_end = std::max(drawing_end, tree[i].end);
        break;
      case Tag::html:
        facts.language = tree.attribute(i, "lang");
        if (facts.language.empty()) facts.language = tree.attribute(i, "xml:lang");
        break;
      case Tag::title:
        if (i >= drawing_end && facts.title.empty()) facts.title = tidy(text_within(tree, i));
        break;
      case Tag::meta:
        read_meta(tree, i, facts);
        break;
      case Tag::base:
        if (facts.base.empty()) facts.base = tree.attribute(i, "href");
        break;
      case Tag::link:
        if (facts.canonical.empty() && has_word(tree.raw_attribute(i, "rel"), "canonical"))
          facts.canonical = tidy(tree.attribute(i, "href"));
        break;
      case Tag::script:
        if (tree[i].end > i + 1 &&
            utf8::lower(tree.raw_attribute(i, "type")).starts_with("application/ld+json"))
          read_linked_data(slice(tree.text, tree[i + 1].source), facts.linked);
        break;
      default:
        break;
    }
  }
  return facts;
}

}  // namespace recoupe::clean
