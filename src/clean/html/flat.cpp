#include "clean/html/flat.hpp"

#include <algorithm>

#include "html/references.hpp"

namespace recoupe::clean {
namespace {

using html::Node;
using html::NodeIndex;
using html::Tag;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

// Tags that end the line before and after them. An unknown element is taken to be inline, as browsers do;
// the blocks inside make their own lines.
bool is_block(Tag tag) {
  switch (tag) {
    case Tag::body:
    case Tag::html:
    case Tag::caption:
    case Tag::figure:
    case Tag::legend:
    case Tag::optgroup:
    case Tag::option:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::tr:
    case Tag::iframe:
    case Tag::video:
    case Tag::audio:
    case Tag::img:
    case Tag::picture:
      return tag != Tag::img && tag != Tag::picture;
    default:
      return html::has(tag, html::tag_block);
  }
}

class Flattener {
 public:
  Flattener(const html::Tree& tree, const std::vector<std::string_view>& out, const std::vector<bool>& apart)
      : tree_(tree), out_(out), apart_(apart) {}

  Flat run() {
    open_.push_back({0, static_cast<NodeIndex>(tree_.nodes.size())});
    for (NodeIndex i = 1; i < tree_.nodes.size();) {
      leave(i);
      const Node& node = tree_[i];
      if (!out_[i].empty()) {
        // An element that stands on lines of its own ends one even when it is left out.
        if (is_block(node.tag)) close(false);
        flat_.skipped.push_back({node.source, out_[i]});
        i = node.end;
        continue;
      }
      if (node.tag == Tag::text)
        characters(i);
      else
        enter(i);
      ++i;
    }
    leave(static_cast<NodeIndex>(tree_.nodes.size()));
    close(false);
    return std::move(flat_);
  }

 private:
  struct Open {
    NodeIndex node = 0, end = 0;
  };

  void leave(NodeIndex at) {
    while (open_.size() > 1 && open_.back().end <= at) {
      open_.pop_back();
      close(false);
    }
    if (link_end_ <= at) link_end_ = 0;
    if (pre_end_ <= at) pre_end_ = 0;
  }

  void enter(NodeIndex i) {
    const Node& node = tree_[i];
    if (node.tag == Tag::a && link_end_ == 0) link_end_ = node.end;
    if (node.tag == Tag::pre && pre_end_ == 0) pre_end_ = node.end;
    if (node.tag == Tag::br || node.tag == Tag::hr) return close(node.tag == Tag::br);
    if (!is_block(node.tag) && (apart_.empty() || !apart_[i])) return;
    close(false);
    if (node.end > i + 1) open_.push_back({i, node.end});
  }

  // Ends the block that is being written, if it holds a word.
  void close(bool soft) {
    blank_ = false;
    if (!started_) {
      if (!flat_.blocks.empty()) flat_.blocks.back().ends_soft = false;  // <br><br>
      return;
    }
    started_ = false;
    block_.text.end = static_cast<uint32_t>(flat_.text.size());
    block_.ends_soft = soft;
    flat_.blocks.push_back(block_);
    flat_.text += '\n';
  }

  void begin(NodeIndex i) {
    started_ = true;
    block_ = {};
    block_.node = open_.back().node;
    block_.first_text = i;
    block_.text.begin = static_cast<uint32_t>(flat_.text.size());
  }

  void characters(NodeIndex i) {
    const Span source = tree_[i].source;
    const std::string_view page = tree_.text;
    const size_t before = flat_.text.size();
    const bool was_started = started_;
    for (uint32_t at = source.begin; at < source.end;) {
      const char c = page[at];
      if (is_blank(c)) {
        if (c == '\n' && pre_end_ != 0) close(true);
        if (!blank_ && started_) blank_ = true, blank_at_ = at;
        ++at;
      } else if (c == '\0') {
        ++at;
      } else if (c == '&') {
        at = reference(i, at, source.end);
      } else {
        uint32_t end = at + 1;
        while (end < source.end && page[end] != '&' && page[end] != '\0' && !is_blank(page[end])) ++end;
        put(i, page.substr(at, end - at), {at, end}, false);
        at = end;
      }
    }
    if (link_end_ != 0 && started_) {
      const size_t from = was_started ? before : std::max<size_t>(before, block_.text.begin);
      block_.link_bytes += static_cast<uint32_t>(flat_.text.size() - std::min(from, flat_.text.size()));
    }
  }

  uint32_t reference(NodeIndex i, uint32_t at, uint32_t end) {
    const html::Reference reference = html::reference_at(tree_.text.substr(0, end), at);
    if (reference.length == 0) {
      put(i, "&", {at, at + 1}, false);
      return at + 1;
    }
    const std::string_view text = reference.text();
    if (text.size() == 1 && is_blank(text[0])) {
      if (!blank_ && started_) blank_ = true, blank_at_ = at;
    } else {
      put(i, text, {at, at + reference.length}, true);
    }
    return at + reference.length;
  }

  // `whole`: the words as one stand for the source as one.
  void put(NodeIndex i, std::string_view words, Span source, bool whole) {
    if (!started_) begin(i);
    if (blank_) {
      flat_.to_page.add(size(), blank_at_, 1);
      flat_.text += ' ';
      blank_ = false;
    }
    block_.last_text = i;
    if (whole)
      flat_.to_page.add(size(), source.begin, 1, static_cast<uint16_t>(words.size()),
                        static_cast<uint16_t>(std::min<uint32_t>(source.size(), UINT16_MAX)));
    else
      flat_.to_page.add(size(), source.begin, source.size());
    flat_.text += words;
  }

  uint32_t size() const { return static_cast<uint32_t>(flat_.text.size()); }

  const html::Tree& tree_;
  const std::vector<std::string_view>& out_;
  const std::vector<bool>& apart_;
  Flat flat_;
  std::vector<Open> open_;
  NodeIndex link_end_ = 0, pre_end_ = 0;
  Block block_;
  bool started_ = false;
  bool blank_ = false;
  uint32_t blank_at_ = 0;
};

}  // namespace

bool is_block_level(html::Tag tag) {
  return is_block(tag);
}

Flat flatten(const html::Tree& tree, const std::vector<std::string_view>& out,
             const std::vector<bool>& apart) {
  return Flattener(tree, out, apart).run();
}

}  // namespace recoupe::clean
