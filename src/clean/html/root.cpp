#include "clean/html/root.hpp"

#include <algorithm>

namespace recoupe::clean {
namespace {

using html::NodeIndex;
using html::Tag;

constexpr float share_upwards = 0.7f;  // of a paragraph's weight, for each element further out

// Elements that are a paragraph rather than hold paragraphs.
bool is_paragraph(Tag tag) {
  switch (tag) {
    case Tag::p:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::li:
    case Tag::ul:
    case Tag::ol:
    case Tag::blockquote:
    case Tag::pre:
    case Tag::dd:
    case Tag::dt:
    case Tag::dl:
      return true;
    default:
      return false;
  }
}

// What is not out, in words.
struct Left {
  std::vector<float> prose, junk;
};

Left what_is_left(const Survey& survey) {
  std::vector<float> prose(survey.tree.nodes.size()), junk(survey.tree.nodes.size());
  for (size_t b = 0; b < survey.flat.blocks.size(); ++b) {
    const NodeIndex node = survey.flat.blocks[b].node;
    if (!survey.out[node].empty()) continue;
    (survey.sights[b].prose ? prose : junk)[node] += static_cast<float>(survey.sights[b].words);
  }
  for (auto i = static_cast<NodeIndex>(prose.size()); i-- > 1;) {
    prose[survey.tree[i].parent] += prose[i];
    junk[survey.tree[i].parent] += junk[i];
  }
  return {std::move(prose), std::move(junk)};
}

float evidence(const Survey& survey, NodeIndex i) {
  float factor = 1;
  const Tag tag = survey.tree[i].tag;
  if (tag == Tag::article) factor *= 1.4f;
  if (tag == Tag::main) factor *= 1.2f;
  if (survey.hints[i].why == "body") factor *= 1.5f;
  if (survey.tree.raw_attribute(i, "itemprop") == "articleBody") factor *= 1.5f;
  return factor;
}

// The innermost element that holds all that is vouched for.
NodeIndex around_all(const Survey& survey, const Vouched& vouched) {
  NodeIndex root = 0;
  for (size_t b = 0; b < vouched.blocks.size(); ++b) {
    if (!vouched.blocks[b]) continue;
    if (root == 0) root = survey.flat.blocks[b].node;
    while (root != 0 && !survey.holds(root, b)) root = survey.tree[root].parent;
    if (root == 0) return 0;
  }
  while (root != 0 && is_paragraph(survey.tree[root].tag)) root = survey.tree[root].parent;
  return root;
}

// A page of hardly a sentence: all that is in <article>, <main> or <body>.
NodeIndex without_prose(const Survey& survey) {
  for (const Tag wanted : {Tag::article, Tag::main, Tag::body})
    for (NodeIndex i = 1; i < survey.tree.nodes.size(); ++i)
      if (survey.tree[i].tag == wanted && survey.mass[i].other > 0) return i;
  return 0;
}

}  // namespace

NodeIndex find_root(const Survey& survey, const Vouched& vouched) {
  if (const NodeIndex around = around_all(survey, vouched); around != 0) return around;
  const html::Tree& tree = survey.tree;
  const Left left = what_is_left(survey);
  std::vector<float> score(tree.nodes.size());
  for (size_t b = 0; b < survey.flat.blocks.size(); ++b) {
    const Block& block = survey.flat.blocks[b];
    if (!survey.sights[b].prose || !survey.out[block.node].empty()) continue;
    NodeIndex node = block.node;
    while (node != 0 && is_paragraph(tree[node].tag)) node = tree[node].parent;
    // Prose above the headline is rarely the article's.
    const bool above = survey.title_block != no_block && b < survey.title_block;
    float share = static_cast<float>(std::min(survey.sights[b].words, 100u)) * (above ? 0.3f : 1.0f);
    for (size_t level = 0; node != 0 && level < 8; node = tree[node].parent, ++level, share *= share_upwards)
      score[node] += share;
  }
  NodeIndex best = 0;
  float best_score = 0;
  for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
    if (score[i] == 0) continue;
    const float here = score[i] * evidence(survey, i);
    if (here > best_score) best = i, best_score = here;
  }
  if (best == 0) return without_prose(survey);
  // Outwards, as long as that adds more of the article than of the page around it.
  for (NodeIndex up = tree[best].parent; up != 0; up = tree[up].parent) {
    if (tree[up].tag == Tag::body || tree[up].tag == Tag::html) break;
    const float more = left.prose[up] - left.prose[best];
    const float junk = left.junk[up] - left.junk[best];
    // <article> holds what its maker took for the article.
    const float worth = evidence(survey, up) > 1.3f ? 0.6f : 1.5f;
    if (more > 0.05f * left.prose[best] && more > worth * junk) best = up;
  }
  return best;
}

}  // namespace recoupe::clean
