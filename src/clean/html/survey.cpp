#include "clean/html/survey.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.hpp"
#include "clean/reasons.hpp"

namespace recoupe::clean {
namespace {

using html::NodeIndex;
using html::Tag;

std::string_view never_text(Tag tag) {
  switch (tag) {
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
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
    case Tag::template_:
      return why::code;
    default:
      return {};
  }
}

bool has_lowered(std::string_view text, std::string_view wanted) {
  return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(),
                     [](char x, char y) { return (x >= 'A' && x <= 'Z' ? x + 32 : x) == y; }) != text.end();
}

// <p style="display: none">, <div hidden>
bool is_hidden(const html::Tree& tree, NodeIndex i) {
  const html::Node& node = tree[i];
  for (uint32_t k = 0; k < node.attribute_count; ++k) {
    const html::Attribute& attribute = tree.attributes[node.first_attribute + k];
    const std::string_view name = slice(tree.text, attribute.name);
    if (name == "hidden") return slice(tree.text, attribute.value) != "until-found";
    if (name != "style") continue;
    const std::string_view style = slice(tree.text, attribute.value);
    if (has_lowered(style, "display:none") || has_lowered(style, "display: none") ||
        has_lowered(style, "visibility:hidden") || has_lowered(style, "visibility: hidden"))
      return true;
  }
  return false;
}

std::vector<std::string_view> never_shown(const html::Tree& tree) {
  std::vector<std::string_view> out(tree.nodes.size());
  for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
    const Tag tag = tree[i].tag;
    if (tag == Tag::text) continue;
    out[i] = never_text(tag);
    // A web component whose shadow tree came with the page is shown.
    if (tag == Tag::template_ && tree.raw_attribute(i, "shadowrootmode").data() != nullptr) out[i] = {};
  }
  return out;
}

bool is_closing(char32_t c) {
  return c == U'"' || c == U'»' || c == U'”' || c == U'’' || c == U')' || c == U']' || c == U'\'';
}

bool ends_sentence(std::string_view text) {
  for (size_t end = text.size(); end > 0;) {
    const utf8::Decoded d = utf8::decode_before(text, end);
    const char32_t c = d.code_point;
    if (!is_closing(c) && c > 0x20 && !utf8::is_space(c))
      return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U':' || c == U'。' || c == U'؟';
    end -= d.size;
  }
  return false;
}

Sight look_at(std::string_view text, uint32_t link_bytes) {
  Sight sight;
  sight.words = 1;
  uint32_t wide = 0;  // letters of scripts that write no blanks between words
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ') ++sight.words;
    if ((c == '.' || c == '!' || c == '?') && i + 1 < text.size() && text[i + 1] == ' ') ++sight.sentences;
    wide += static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xED;
  }
  sight.words += wide / 2;
  sight.ends_sentence = ends_sentence(text);
  sight.sentences += sight.ends_sentence;
  sight.linked = link_bytes * 2 > text.size();
  const bool long_enough = sight.words >= 25 || (sight.words >= 10 && sight.sentences > 0);
  sight.prose = long_enough && !sight.linked;
  return sight;
}

std::vector<Hint> hints_of(const html::Tree& tree, const HintWords& words) {
  std::vector<Hint> out(tree.nodes.size());
  std::unordered_map<std::string_view, Hint> known;  // pages repeat their classes
  const auto look_up = [&](std::string_view names) {
    const auto [at, fresh] = known.try_emplace(names);
    if (fresh) at->second = hint_of(names, words);
    return at->second;
  };
  for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
    const html::Node& node = tree[i];
    for (uint32_t k = 0; k < node.attribute_count; ++k) {
      const html::Attribute& attribute = tree.attributes[node.first_attribute + k];
      const std::string_view name = slice(tree.text, attribute.name);
      const bool names_part = name == "class" || name == "id" || name == "role" || name == "data-component" ||
                              name == "data-testid" || name == "aria-label" || name == "data-type";
      if (!names_part || attribute.value.size() > 400) continue;
      const Hint hint = look_up(slice(tree.text, attribute.value));
      const bool better = out[i].why.empty() || (out[i].why == "body" && !hint.why.empty());
      if (better) out[i] = hint;
    }
    if (tree.raw_attribute(i, "itemprop") == "articleBody") out[i] = {"body", true};
  }
  return out;
}

// Inline elements that are named as something else than the article's words, and are more than a word in a
// sentence: they are read as lines of their own, so that they can be left out alone.
std::vector<bool> set_apart(const html::Tree& tree, const Flat& flat, const std::vector<Hint>& hints) {
  constexpr uint32_t more_than_a_word = 30;  // bytes
  std::vector<bool> out;
  size_t b = 0;
  for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
    const Tag tag = tree[i].tag;
    if (tag == Tag::text || hints[i].why.empty() || hints[i].why == "body" || is_block_level(tag)) continue;
    while (b < flat.blocks.size() && flat.blocks[b].last_text < i) ++b;
    if (b == flat.blocks.size()) break;
    const Block& block = flat.blocks[b];
    if (block.first_text >= tree[i].end) continue;  // it holds no words
    uint32_t inside = 0;
    for (NodeIndex k = i + 1; k < tree[i].end && inside < more_than_a_word; ++k)
      if (tree[k].tag == Tag::text) inside += tree[k].source.size();
    const bool whole = block.first_text > i && block.last_text < tree[i].end;
    const std::string_view reason = hints[i].why;
    const bool clear = reason == why::caption || reason == why::hidden || reason == why::share_bar ||
                       reason == why::related || reason == why::advertising;
    if (!clear || (!whole && (inside < more_than_a_word || reason == why::caption))) continue;
    if (out.empty()) out.resize(tree.nodes.size());
    out[i] = true;
  }
  return out;
}

std::vector<Mass> weigh(const html::Tree& tree, const Flat& flat, const std::vector<Sight>& sights) {
  std::vector<Mass> mass(tree.nodes.size());
  for (size_t b = 0; b < flat.blocks.size(); ++b) {
    Mass& here = mass[flat.blocks[b].node];
    const auto words = static_cast<float>(sights[b].words);
    (sights[b].prose ? here.prose : sights[b].linked ? here.links : here.other) += words;
  }
  for (NodeIndex i = static_cast<NodeIndex>(tree.nodes.size()); i-- > 1;) {
    Mass& parent = mass[tree[i].parent];
    parent.prose += mass[i].prose;
    parent.other += mass[i].other;
    parent.links += mass[i].links;
  }
  return mass;
}

// Whether the prose that a browser shows is an article by itself. Some pages come with theirs hidden, and a
// script shows it.
bool shows_enough(const Survey& survey) {
  float hidden = 0;
  NodeIndex end = 0;
  for (NodeIndex i = 1; i < survey.tree.nodes.size(); ++i) {
    if (i < end || survey.tree[i].tag == Tag::text || !is_hidden(survey.tree, i)) continue;
    hidden += survey.mass[i].prose;
    end = survey.tree[i].end;
  }
  const float shown = survey.mass[0].prose - hidden;
  return shown >= 60 && shown * 2.5f > hidden;
}

// Words of prose above which a part cannot be what it is called: a share bar of ten paragraphs holds the
// article, too. None for parts that may be long, as comments are.
float most_prose(std::string_view reason) {
  constexpr float no_limit = 1e9f;
  if (reason == why::share_bar || reason == why::menu || reason == why::tags || reason == why::app ||
      reason == why::byline || reason == why::site_header || reason == why::player)
    return 60;
  if (reason == why::caption || reason == why::published) return 120;
  if (reason == why::newsletter || reason == why::subscription || reason == why::donation ||
      reason == why::cookies || reason == why::advertising || reason == why::page || reason == why::hidden)
    return 200;
  return no_limit;
}

bool is_heading(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6;
}

// The heading that says what the metadata say, the first of the best; else a lone <h1>.
size_t find_title(const Survey& survey, const PageFacts& facts) {
  const std::vector<std::string_view> said = {facts.meta({"og:title"}), facts.linked.headline,
                                              facts.meta({"twitter:title", "dc.title", "title"}),
                                              facts.title};
  size_t best = no_block;
  double best_score = 0.6;
  for (size_t b = 0; b < survey.flat.blocks.size(); ++b) {
    const Block& block = survey.flat.blocks[b];
    const Tag tag = survey.tree[block.node].tag;
    if (survey.sights[b].words > 60) continue;
    if (!is_heading(tag) && b > 200) continue;
    const std::string_view text = survey.flat.words(block);
    double score = 0;
    for (const std::string_view title : said)
      if (!title.empty()) score = std::max(score, likeness(text, title));
    if (score == 0) continue;
    if (tag == Tag::h1) score += 0.3;
    if (tag == Tag::h2 || tag == Tag::h3) score += 0.1;
    if (score > best_score) best = b, best_score = score;
  }
  if (best != no_block) return best;
  size_t only = no_block;
  for (size_t b = 0; b < survey.flat.blocks.size(); ++b) {
    if (survey.tree[survey.flat.blocks[b].node].tag != Tag::h1) continue;
    if (only != no_block) return no_block;
    only = b;
  }
  return only;
}

}  // namespace

double likeness(std::string_view a, std::string_view b) {
  const auto words_of = [](std::string_view text) {
    std::vector<std::string> out(1);
    for (const char c : utf8::fold(text)) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
      if (letter)
        out.back() += c;
      else if (!out.back().empty())
        out.emplace_back();
    }
    if (out.back().empty()) out.pop_back();
    std::sort(out.begin(), out.end());
    return out;
  };
  const std::vector<std::string> left = words_of(a), right = words_of(b);
  if (left.empty() || right.empty()) return 0;
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(left.size() + right.size());
}

Survey survey(const html::Tree& tree, const PageFacts& facts, const HintWords& words) {
  const std::vector<std::string_view> never = never_shown(tree);
  Survey out{tree, flatten(tree, never), {}, hints_of(tree, words), {}, {}, no_block};
  if (const std::vector<bool> apart = set_apart(tree, out.flat, out.hints); !apart.empty())
    out.flat = flatten(tree, never, apart);
  for (const Block& block : out.flat.blocks)
    out.sights.push_back(look_at(out.flat.words(block), block.link_bytes));
  out.mass = weigh(tree, out.flat, out.sights);
  out.title_block = find_title(out, facts);
  out.out.resize(tree.nodes.size());
  const float all = out.mass[0].prose;
  const bool hiding = shows_enough(out);
  for (NodeIndex i = 1; i < tree.nodes.size(); ++i) {
    if (tree[i].tag == Tag::text) continue;
    if (!out.out[tree[i].parent].empty()) {
      out.out[i] = out.out[tree[i].parent];
      continue;
    }
    std::string_view reason;
    bool sure = true;
    switch (tree[i].tag) {
      case Tag::nav:
      case Tag::menu:
      case Tag::dialog:
        reason = why::menu;
        break;
      case Tag::button:
      case Tag::label:
      case Tag::legend:
      case Tag::input:
        reason = why::menu;
        break;
      case Tag::footer:
        reason = why::legal;
        break;
      case Tag::aside:
        reason = why::related;
        break;
      case Tag::figcaption:
        reason = why::caption;
        break;
      case Tag::form:
        reason = why::page;
        sure = false;
        break;
      default:
        break;
    }
    if (hiding && is_hidden(tree, i) && !out.holds(i, out.title_block)) {
      out.out[i] = why::hidden;
      continue;
    }
    if (reason.empty() && tree[i].tag != Tag::body && tree[i].tag != Tag::html &&
        out.hints[i].why != "body") {
      reason = out.hints[i].why;
      sure = out.hints[i].sure;
    }
    const float prose = out.mass[i].prose;
    if (reason.empty() || prose > most_prose(reason)) continue;
    const bool article = tree[i].tag == Tag::article || tree[i].tag == Tag::main;
    const bool keep =
        (out.holds(i, out.title_block) && (prose > 0.1f * all || !sure || reason != why::menu)) ||
        prose > (sure && reason != why::related ? 0.6f
                 : sure                         ? 0.4f
                                                : 0.2f) *
                    all ||
        (article && prose > 0.25f * all);
    const bool comments =
        reason == why::comments && !out.holds(i, out.title_block) && out.title_block != no_block;
    if (!keep || comments) out.out[i] = reason;
  }
  return out;
}

}  // namespace recoupe::clean
