#include "html/html.hpp"

#include <algorithm>

#include "html/references.hpp"
#include "html/tokenizer.hpp"

namespace recoupe::html {
namespace {

constexpr size_t nowhere = SIZE_MAX;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \n\t\r\f") == std::string_view::npos;
}

bool is_heading(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6;
}

bool is_foreign_root(Tag tag) {
  return tag == Tag::svg || tag == Tag::math;
}

// Elements whose start, within <svg>, shows that its end tag was forgotten.
bool breaks_out(Tag tag) {
  if (tag == Tag::a || tag == Tag::font) return false;  // <svg> has links of its own
  return has(tag, tag_block) || has(tag, tag_formatting) || tag == Tag::body || tag == Tag::br ||
         tag == Tag::img || tag == Tag::span || tag == Tag::head || tag == Tag::embed;
}

class Builder {
 public:
  explicit Builder(std::string_view text) : tokenizer_(text, tree_.attributes) {
    tree_.text = text;
    tree_.nodes.reserve(text.size() / 40 + 16);
    tree_.attributes.reserve(text.size() / 50 + 16);
    Node root;
    root.tag = Tag::root;
    root.source = {0, static_cast<uint32_t>(text.size())};
    tree_.nodes.push_back(root);
    open_.push_back({0, Tag::root, false});
  }

  Tree build() {
    for (;;) {
      const Token token = tokenizer_.next(foreign_ > 0);
      switch (token.kind) {
        case Token::Kind::over:
          close_all();
          return std::move(tree_);
        case Token::Kind::characters:
          characters(token.source);
          break;
        case Token::Kind::start:
          start(token);
          break;
        case Token::Kind::end:
          end(token);
          break;
        case Token::Kind::skipped:
          break;
      }
    }
  }

 private:
  struct Open {
    NodeIndex node = 0;
    Tag tag = Tag::root;
    bool closed = false;  // its end tag was read while blocks inside were open
  };

  Tag current() const { return open_.back().tag; }

  void close_all() {
    const auto size = static_cast<uint32_t>(tree_.text.size());
    while (open_.size() > 1) pop(size);
    tree_.nodes[0].end = static_cast<NodeIndex>(tree_.nodes.size());
  }

  void pop(uint32_t source_end) {
    Node& node = tree_.nodes[open_.back().node];
    node.end = static_cast<NodeIndex>(tree_.nodes.size());
    node.source.end = source_end;
    open_p_ -= node.tag == Tag::p;
    foreign_ -= is_foreign_root(node.tag);
    open_.pop_back();
  }

  // Closes the element at `depth` of the stack and all that is open inside. `before`: what is inside ends
  // there, the element itself at `source_end`.
  void pop_to(size_t depth, uint32_t before, uint32_t source_end) {
    while (open_.size() > depth + 1) pop(before);
    pop(source_end);
    while (open_.back().closed) pop(source_end);
  }

  // The innermost open element of that tag, not looking beyond the boundary of a cell or the like.
  template <class Is>
  size_t find(Is is, Tag also_boundary = Tag::root, Tag also2 = Tag::root) const {
    for (size_t i = open_.size(); i-- > 1;) {
      const Tag tag = open_[i].tag;
      if (is(tag)) return i;
      if (has(tag, tag_boundary) || tag == also_boundary || tag == also2) return nowhere;
    }
    return nowhere;
  }
  size_t find(Tag wanted, Tag also_boundary = Tag::root, Tag also2 = Tag::root) const {
    return find([wanted](Tag tag) { return tag == wanted; }, also_boundary, also2);
  }
  // Within the innermost table.
  template <class Is>
  size_t find_in_table(Is is) const {
    for (size_t i = open_.size(); i-- > 1;) {
      if (is(open_[i].tag)) return i;
      if (open_[i].tag == Tag::table || open_[i].tag == Tag::template_) return nowhere;
    }
    return nowhere;
  }
  size_t table_depth() const {
    for (size_t i = open_.size(); i-- > 1;) {
      if (open_[i].tag == Tag::table) return i;
      if (open_[i].tag == Tag::template_) return nowhere;
    }
    return nowhere;
  }

  void close_p(uint32_t at) {
    if (open_p_ == 0) return;
    if (const size_t p = find(Tag::p, Tag::button); p != nowhere) pop_to(p, at, at);
  }

  void characters(Span source) {
    if (source.empty()) return;
    const bool blank = is_blank(slice(tree_.text, source));
    if (!blank) enter_body(source.begin);
    if (current() == Tag::root && blank) return;
    Node& last = tree_.nodes.back();
    if (last.tag == Tag::text && last.source.end == source.begin && last.parent == open_.back().node) {
      last.source.end = source.end;  // «5 < 6»
      return;
    }
    Node node;
    node.parent = open_.back().node;
    node.source = source;
    node.end = static_cast<NodeIndex>(tree_.nodes.size() + 1);
    tree_.nodes.push_back(node);
  }

  void leave_head(uint32_t at) {
    if (!in_head_) return;
    const size_t head = find(Tag::head);
    // A <noscript> or <template> of the head that is still open goes with it.
    if (head != nowhere && (open_.size() == head + 1 || current() == Tag::noscript)) {
      pop_to(head, at, at);
      in_head_ = false;
    }
  }

  // What stands only in a body begins it, <body> or not.
  void enter_body(uint32_t at) {
    leave_head(at);
    seen_body_ = true;
  }

  void insert(const Token& token) {
    Node node;
    node.tag = token.tag;
    node.parent = open_.back().node;
    node.first_attribute = token.first_attribute;
    node.attribute_count = token.attribute_count;
    node.source = token.source;
    node.content = token.source.end;
    const auto index = static_cast<NodeIndex>(tree_.nodes.size());
    node.end = index + 1;
    tree_.nodes.push_back(node);
    const bool alone = has(token.tag, tag_void) || (token.self_closing && foreign_ > 0);
    if (has(token.tag, tag_raw | tag_reference) && foreign_ == 0) {
      raw_content(index, token.tag);
    } else if (alone || (token.self_closing && is_foreign_root(token.tag))) {
      // nothing stands inside
    } else if (open_.size() >= deepest) {
      tree_.too_deep = true;
    } else {
      open_.push_back({index, token.tag, false});
      open_p_ += token.tag == Tag::p;
      foreign_ += is_foreign_root(token.tag);
    }
  }

  void raw_content(NodeIndex index, Tag tag) {
    const Token content = tokenizer_.raw(tag);
    if (!content.source.empty()) {
      Node text;
      text.parent = index;
      text.source = content.source;
      text.end = index + 2;
      tree_.nodes.push_back(text);
    }
    Node& node = tree_.nodes[index];
    node.end = static_cast<NodeIndex>(tree_.nodes.size());
    node.source.end = content.source.end;
    const Token end = tokenizer_.next(false);  // its end tag, or nothing
    if (end.kind == Token::Kind::end) node.source.end = end.source.end;
  }

  void start(const Token& token) {
    const uint32_t at = token.source.begin;
    if (foreign_ > 0) {
      if (!breaks_out(token.tag)) return insert(token);
      // Inside <foreignObject> HTML is at home.
      const size_t root = find([](Tag tag) { return is_foreign_root(tag); });
      if (root != nowhere) pop_to(root, at, at);
    }
    if (!has(token.tag, tag_head) && token.tag != Tag::html && token.tag != Tag::head &&
        token.tag != Tag::body)
      enter_body(at);
    switch (token.tag) {
      case Tag::html:
      case Tag::body:
      case Tag::head:
        return page_part(token);
      case Tag::li:
        close_item(at, [](Tag tag) { return tag == Tag::li; });
        break;
      case Tag::dd:
      case Tag::dt:
        close_item(at, [](Tag tag) { return tag == Tag::dd || tag == Tag::dt; });
        break;
      case Tag::option:
      case Tag::optgroup:
        if (current() == Tag::option) pop_to(open_.size() - 1, at, at);
        break;
      case Tag::a:
      case Tag::nobr:
        if (const size_t same = find(token.tag); same != nowhere) end_formatting(same, at, at);
        break;
      case Tag::button:
      case Tag::form:
        if (const size_t same = find(token.tag); same != nowhere && token.tag == Tag::button)
          pop_to(same, at, at);
        break;
      case Tag::select:
      case Tag::input:
      case Tag::textarea:
        if (const size_t select = find(Tag::select); select != nowhere) pop_to(select, at, at);
        break;
      case Tag::table:
        if (current() == Tag::table || current() == Tag::tbody || current() == Tag::tr)
          pop_to(table_depth(), at, at);
        break;
      default:
        if (has(token.tag, tag_cell_part) && !table_part(token.tag, at)) return;
    }
    if (has(token.tag, tag_block)) close_p(at);
    if (is_heading(token.tag) && is_heading(current())) pop_to(open_.size() - 1, at, at);
    insert(token);
  }

  // The second <html> or <body> of a page adds nothing.
  void page_part(const Token& token) {
    bool& seen = token.tag == Tag::html ? seen_html_ : token.tag == Tag::head ? seen_head_ : seen_body_;
    if (seen || (token.tag != Tag::body && seen_body_)) return;
    seen = true;
    if (token.tag == Tag::body) leave_head(token.source.begin);
    in_head_ |= token.tag == Tag::head;
    insert(token);
  }

  template <class Is>
  void close_item(uint32_t at, Is is) {
    for (size_t i = open_.size(); i-- > 1;) {
      const Tag tag = open_[i].tag;
      if (is(tag)) return pop_to(i, at, at);
      const bool passes = tag == Tag::address || tag == Tag::div || tag == Tag::p ||
                          !has(tag, tag_special | tag_boundary | tag_block);
      if (!passes) return;
    }
  }

  // Closes what a new part of a table ends; false where no table is open, and the tag means nothing.
  bool table_part(Tag tag, uint32_t at) {
    const size_t table = table_depth();
    if (table == nowhere) return false;
    const auto ends = [tag](Tag open) {
      const bool cell = open == Tag::td || open == Tag::th || open == Tag::caption;
      const bool row = open == Tag::tr || open == Tag::colgroup;
      if (tag == Tag::td || tag == Tag::th) return cell;
      if (tag == Tag::tr) return cell || row;
      if (tag == Tag::col) return cell;
      return cell || row || open == Tag::tbody || open == Tag::thead || open == Tag::tfoot;
    };
    // The outermost of them within this table.
    for (size_t i = table + 1; i < open_.size(); ++i)
      if (ends(open_[i].tag)) {
        pop_to(i, at, at);
        break;
      }
    return true;
  }

  void end(const Token& token) {
    const uint32_t before = token.source.begin, after = token.source.end;
    if (token.tag == Tag::br) return empty_element(token, Tag::br);
    if (token.tag == Tag::html || token.tag == Tag::body) return leave_head(before);
    if (token.tag == Tag::head) return leave_head(before);
    if (is_heading(token.tag)) {
      if (const size_t found = find([](Tag tag) { return is_heading(tag); }); found != nowhere)
        pop_to(found, before, after);
      return;
    }
    if (has(token.tag, tag_formatting)) {
      if (const size_t found = find(token.tag); found != nowhere) end_formatting(found, before, after);
      return;
    }
    if (has(token.tag, tag_cell_part) || token.tag == Tag::table) {
      const size_t found = find_in_table([&](Tag tag) { return tag == token.tag; });
      if (found != nowhere) pop_to(found, before, after);
      return;
    }
    if (token.tag == Tag::p && (open_p_ == 0 || find(Tag::p, Tag::button) == nowhere))
      return empty_element(token, Tag::p);
    end_other(token);
  }

  void end_other(const Token& token) {
    const bool block = has(token.tag, tag_block | tag_boundary) || token.tag == Tag::button;
    const bool item = token.tag == Tag::li;
    for (size_t i = open_.size(); i-- > 1;) {
      const Open& open = open_[i];
      const bool same = open.tag == token.tag && (open.tag != Tag::other || same_name(open.node, token.name));
      if (same) return pop_to(i, token.source.begin, token.source.end);
      if (block ? has(open.tag, tag_boundary) : has(open.tag, tag_special)) return;
      if (item && (open.tag == Tag::ul || open.tag == Tag::ol)) return;
    }
  }

  bool same_name(NodeIndex node, Span name) const {
    const std::string_view a = tree_.name(node), b = slice(tree_.text, name);
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return (x | 32) == (y | 32); });
  }

  // With blocks open inside, the element is closed together with them: «<b><p>one</b> two</p>».
  void end_formatting(size_t depth, uint32_t before, uint32_t after) {
    for (size_t i = depth + 1; i < open_.size(); ++i)
      if (has(open_[i].tag, tag_special)) {
        open_[depth].closed = true;
        return;
      }
    pop_to(depth, before, after);
  }

  void empty_element(const Token& token, Tag tag) {
    Token start = token;
    start.tag = tag;
    start.attribute_count = 0;
    enter_body(token.source.begin);
    insert(start);
    if (tag != Tag::br && open_.back().node + 1 == tree_.nodes.size()) pop(token.source.end);
  }

  Tree tree_;
  Tokenizer tokenizer_;
  std::vector<Open> open_;
  size_t open_p_ = 0;
  size_t foreign_ = 0;
  bool in_head_ = false, seen_html_ = false, seen_head_ = false, seen_body_ = false;
};

}  // namespace

std::string_view Tree::raw_attribute(NodeIndex i, std::string_view wanted) const {
  const Node& node = nodes[i];
  for (uint32_t k = 0; k < node.attribute_count; ++k) {
    const Attribute& attribute = attributes[node.first_attribute + k];
    const std::string_view name = slice(text, attribute.name);
    if (name.size() == wanted.size() &&
        std::equal(name.begin(), name.end(), wanted.begin(),
                   [](char x, char y) { return (x >= 'A' && x <= 'Z' ? x + 32 : x) == y; }))
      return text.substr(attribute.value.begin, attribute.value.size());
  }
  return {};
}

std::string Tree::attribute(NodeIndex i, std::string_view name) const {
  return decode(raw_attribute(i, name), true);
}

std::string_view Tree::name(NodeIndex i) const {
  const Node& node = nodes[i];
  if (node.tag != Tag::other) return html::name(node.tag);
  const std::string_view from = text.substr(node.source.begin + 1);
  return from.substr(0, from.find_first_of(" \n\t\r\f/>"));
}

Tree parse(std::string_view text) {
  return Builder(text).build();
}

}  // namespace recoupe::html
