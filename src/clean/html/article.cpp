#include "clean/html/article.hpp"

#include <algorithm>

#include "clean/reasons.hpp"
#include "html/references.hpp"

namespace recoupe::clean {
namespace {

using html::NodeIndex;
using html::Tag;

std::string_view never_text(Tag tag) {
  switch (tag) {
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::svg:
    case Tag::math:
    case Tag::iframe:
    case Tag::object:
    case Tag::canvas:
    case Tag::title:
    case Tag::textarea:
    case Tag::select:
    case Tag::noframes:
    case Tag::noembed:
    case Tag::xmp:
      return why::code;
    case Tag::button:
    case Tag::nav:
      return why::menu;
    case Tag::footer:
    case Tag::aside:
      return why::related;
    default:
      return {};
  }
}

}  // namespace

WebArticle read_web_page(std::string_view page, const GivenMetadata& given) {
  const html::Tree tree = html::parse(page);
  WebArticle out;
  if (tree.too_deep)
    out.diagnostics.push_back({"html", "elements are nested deeper than 512: read as if beside each other"});
  std::vector<std::string_view> skip(tree.nodes.size());
  std::string title = given.title;
  for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
    skip[i] = never_text(tree[i].tag);
    if (tree[i].tag == Tag::title && title.empty() && i + 1 < tree[i].end)
      title = html::decode(slice(page, tree[i + 1].source));
  }
  const Flat flat = flatten(tree, skip);
  std::vector<double> score(tree.nodes.size());
  for (const Block& b : flat.blocks) {
    const double words = b.text.size() - std::min(b.link_bytes, b.text.size());
    if (words < 80 || b.link_bytes * 3 > b.text.size()) continue;
    double share = words;
    for (NodeIndex n = b.node; n != 0; n = tree[n].parent, share *= 0.6) score[n] += share;
  }
  const auto best = static_cast<NodeIndex>(std::max_element(score.begin(), score.end()) - score.begin());
  const auto keep = [&](const Block& b) {
    return best != 0 && b.first_text >= best && b.first_text < tree[best].end &&
           b.link_bytes * 2 <= b.text.size();
  };
  Alignment cut;
  size_t skipped = 0;
  for (const Block& b : flat.blocks) {
    const uint32_t at = flat.to_page.to_source(b.text).begin;
    for (; skipped < flat.skipped.size() && flat.skipped[skipped].page.begin < at; ++skipped)
      if (flat.skipped[skipped].why != why::code) out.left_out.push_back(flat.skipped[skipped]);
    if (!keep(b)) {
      out.left_out.push_back({flat.to_page.to_source(b.text), why::menu});
      continue;
    }
    if (!out.text.empty()) out.text += "\n\n";
    cut.add(static_cast<uint32_t>(out.text.size()), b.text.begin, b.text.size());
    out.text += flat.words(b);
  }
  out.to_page = compose(cut, flat.to_page);
  out.said.title = title;
  return out;
}

}  // namespace recoupe::clean
