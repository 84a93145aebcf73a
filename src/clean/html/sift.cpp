#include "clean/html/sift.hpp"

#include <algorithm>
#include <unordered_set>

#include "clean/reasons.hpp"

namespace recoupe::clean {
namespace {

using html::NodeIndex;
using html::Tag;

bool is_heading(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6;
}

class Sifter {
 public:
  Sifter(const Survey& survey, const Vouched& vouched, NodeIndex root)
      : s_(survey), vouched_(vouched), root_(root), why_(survey.flat.blocks.size()) {}

  std::vector<std::string_view> run() {
    for (size_t b = 0; b < why_.size(); ++b) why_[b] = by_place(b);
    find_ends();
    for (size_t b = 0; b < why_.size(); ++b)
      if (why_[b].empty()) why_[b] = by_form(b);
    drop_repeated();
    trim_to_vouched();
    drop_lone_headings();
    if (s_.title_block != no_block && first_ != no_block) why_[s_.title_block] = {};
    return std::move(why_);
  }

 private:
  const Block& block(size_t b) const { return s_.flat.blocks[b]; }
  Tag tag(size_t b) const { return s_.tree[block(b).node].tag; }
  bool is_title(size_t b) const { return b == s_.title_block; }

  bool vouched(size_t b) const { return !vouched_.blocks.empty() && vouched_.blocks[b]; }

  // All of the article stands in the metadata: what prose stands before and behind it is the page's, unless
  // it is so much that the metadata must have cut theirs short.
  void trim_to_vouched() {
    if (vouched_.share < 0.9f || vouched_.blocks.empty()) return;
    size_t begin = no_block, end = no_block;
    uint32_t inside = 0, outside = 0;
    for (size_t b = 0; b < why_.size(); ++b) {
      if (!why_[b].empty()) continue;
      if (vouched(b)) end = b, begin = begin == no_block ? b : begin, inside += s_.sights[b].words;
    }
    for (size_t b = 0; b < why_.size(); ++b)
      if (why_[b].empty() && s_.sights[b].prose && b > end) outside += s_.sights[b].words;
    if (begin == no_block || outside * 3 > inside) return;
    for (size_t b = 0; b < why_.size(); ++b)
      if (why_[b].empty() && (b < begin || b > end) && !is_title(b)) why_[b] = why::page;
  }

  std::string_view by_place(size_t b) const {
    if (vouched(b)) return {};
    const std::string_view out = s_.out[block(b).node];
    if (!out.empty()) return out;
    if (root_ == 0 || !s_.holds(root_, b)) return why::page;
    return {};
  }

  // The first and the last prose that is left.
  void find_ends() {
    for (size_t b = 0; b < why_.size(); ++b) {
      if (!why_[b].empty() || !s_.sights[b].prose || is_title(b)) continue;
      if (s_.title_block != no_block && b < s_.title_block && s_.holds(root_, s_.title_block) &&
          above_is_little())
        continue;
      if (first_ == no_block) first_ = b;
      last_ = b;
    }
  }
  // Whether the root holds so much above its headline that this cannot be where the article begins.
  bool above_is_little() const {
    uint32_t above = 0, below = 0;
    for (size_t b = 0; b < why_.size(); ++b)
      if (why_[b].empty() && s_.sights[b].prose) (b < s_.title_block ? above : below) += s_.sights[b].words;
    return above <= 4 * below;
  }

  std::string_view by_form(size_t b) const {
    const Sight& sight = s_.sights[b];
    if (is_title(b) || vouched(b)) return {};
    if (first_ == no_block) return sight.linked ? why::menu : std::string_view{};
    if (is_title_again(b)) return why::site_header;
    if (sight.linked && !among_words(b)) return why::related;
    if (sight.prose) return b < first_ ? why::page : std::string_view{};
    if (b < first_) return stands_before(b) ? std::string_view{} : why::page;
    if (is_heading(tag(b))) return {};
    if (b > last_ && !sight.ends_sentence) return why::page;
    return is_paragraph(tag(b)) || beside_prose(b) ? std::string_view{} : why::page;
  }

  bool is_title_again(size_t b) const {
    if (s_.title_block == no_block || s_.sights[b].words > 60) return false;
    return s_.flat.words(block(b)) == s_.flat.words(block(s_.title_block));
  }

  // Above the first prose, but below the headline: headings right before it, short sentences.
  bool stands_before(size_t b) const {
    if (s_.title_block != no_block && b < s_.title_block && s_.title_block < first_) return false;
    if (is_heading(tag(b))) return b + 1 == first_;
    return is_paragraph(tag(b)) && s_.sights[b].ends_sentence && s_.sights[b].words >= 4;
  }

  static bool is_paragraph(Tag tag) {
    switch (tag) {
      case Tag::p:
      case Tag::li:
      case Tag::td:
      case Tag::th:
      case Tag::dd:
      case Tag::dt:
      case Tag::blockquote:
      case Tag::pre:
      case Tag::summary:
        return true;
      default:
        return false;
    }
  }

  // A line of its own within a <div> that holds paragraphs, too: lines between <br>.
  bool beside_prose(size_t b) const {
    const NodeIndex node = block(b).node;
    return s_.mass[node].prose > 0 ||
           s_.mass[s_.tree[node].parent].prose > s_.mass[s_.tree[node].parent].links;
  }

  // Links that stand in a list, a table or a quotation of words: sources, results, names.
  bool among_words(size_t b) const {
    NodeIndex node = block(b).node;
    for (size_t level = 0; node > root_ && level < 6; ++level, node = s_.tree[node].parent) {
      const Tag tag = s_.tree[node].tag;
      if (tag != Tag::ul && tag != Tag::ol && tag != Tag::table && tag != Tag::blockquote && tag != Tag::dl)
        continue;
      const Mass& mass = s_.mass[node];
      return mass.links < mass.prose + mass.other;
    }
    return b > first_ && b < last_ && s_.sights[b].ends_sentence && s_.sights[b].words >= 6;
  }

  // Paragraphs that stand on the page twice: once for a reader, once for a machine or a narrow screen. An
  // article may well say a thing or two again.
  void drop_repeated() {
    constexpr size_t some = 3;
    std::unordered_set<std::string_view> seen, again;
    std::vector<size_t> repeated;
    for (size_t b = 0; b < why_.size(); ++b) {
      if (!why_[b].empty() || s_.sights[b].words < 8 || seen.insert(s_.flat.words(block(b))).second) continue;
      again.insert(s_.flat.words(block(b)));
      repeated.push_back(b);
    }
    if (again.size() < some) return;
    for (const size_t b : repeated) why_[b] = why::repeated;
  }

  // A heading that nothing follows.
  void drop_lone_headings() {
    bool followed = false;
    for (size_t b = why_.size(); b-- > 0;) {
      if (!why_[b].empty() || is_title(b)) continue;
      if (is_heading(tag(b)) && !followed) {
        why_[b] = why::related;
        continue;
      }
      followed = true;
    }
  }

  const Survey& s_;
  const Vouched& vouched_;
  const NodeIndex root_;
  std::vector<std::string_view> why_;
  size_t first_ = no_block, last_ = no_block;
};

}  // namespace

std::vector<std::string_view> sift(const Survey& survey, const Vouched& vouched, NodeIndex root) {
  return Sifter(survey, vouched, root).run();
}

}  // namespace recoupe::clean
