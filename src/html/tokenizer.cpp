#include "html/tokenizer.hpp"

#include <algorithm>

namespace recoupe::html {
namespace {

constexpr size_t none = std::string_view::npos;

bool is_letter(char c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}
bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

Span span(size_t begin, size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

// Whether `text` has `lowered` at `at`, in any case.
bool has_at(std::string_view text, size_t at, std::string_view lowered) {
  if (at + lowered.size() > text.size()) return false;
  for (size_t i = 0; i < lowered.size(); ++i)
    if ((text[at + i] >= 'A' && text[at + i] <= 'Z' ? text[at + i] + 32 : text[at + i]) != lowered[i])
      return false;
  return true;
}

bool ends_name(std::string_view text, size_t at) {
  return at >= text.size() || is_blank(text[at]) || text[at] == '/' || text[at] == '>';
}

}  // namespace

Token Tokenizer::characters(size_t end) {
  Token token;
  token.kind = Token::Kind::characters;
  token.source = span(at_, end);
  at_ = end;
  return token;
}

Token Tokenizer::skip(size_t end) {
  Token token;
  token.kind = Token::Kind::skipped;
  token.source = span(at_, end);
  at_ = end;
  return token;
}

Token Tokenizer::next(bool foreign) {
  if (at_ >= text_.size()) return {};
  if (text_[at_] == '<') return markup(foreign);
  return characters(std::min(text_.find('<', at_), text_.size()));
}

Token Tokenizer::markup(bool foreign) {
  const std::string_view rest = text_.substr(at_ + 1);
  const char c = rest.empty() ? ' ' : rest[0];
  if (is_letter(c)) return tag(false);
  if (c == '/' && rest.size() > 1 && is_letter(rest[1])) return tag(true);
  if (rest.starts_with("!--")) return comment();
  if (foreign && rest.starts_with("![CDATA[")) {
    at_ += 9;  // what stands behind is read as characters; its end as a comment that is odd
    const size_t end = std::min(text_.find("]]>", at_), text_.size());
    Token token = characters(end);
    at_ = std::min(end + 3, text_.size());
    return token;
  }
  if (c == '!' || c == '?' || c == '/') {
    const size_t end = text_.find('>', at_);
    return skip(end == none ? text_.size() : end + 1);
  }
  return characters(at_ + 1);  // «5 < 6»
}

Token Tokenizer::comment() {
  size_t i = at_ + 4;
  if (has_at(text_, i, ">")) return skip(i + 1);
  if (has_at(text_, i, "->")) return skip(i + 2);
  for (i = text_.find("--", i); i != none; i = text_.find("--", i + 1)) {
    if (has_at(text_, i + 2, ">")) return skip(i + 3);
    if (has_at(text_, i + 2, "!>")) return skip(i + 4);
  }
  return skip(text_.size());
}

Token Tokenizer::tag(bool end) {
  Token token;
  token.kind = end ? Token::Kind::end : Token::Kind::start;
  const size_t name = at_ + (end ? 2 : 1);
  size_t i = name;
  while (!ends_name(text_, i)) ++i;
  token.name = span(name, i);
  token.tag = tag_from(text_.substr(name, i - name));
  token.first_attribute = static_cast<uint32_t>(attributes_.size());
  const size_t begin = at_;
  at_ = i;
  if (!attributes(token)) {  // the page ends within the tag: there is none
    attributes_.resize(token.first_attribute);
    at_ = begin;
    return skip(text_.size());
  }
  if (end) attributes_.resize(token.first_attribute);
  token.attribute_count = static_cast<uint16_t>(attributes_.size() - token.first_attribute);
  token.source = span(begin, at_);
  return token;
}

// Reads up to and with '>'; false where the page ends before it.
bool Tokenizer::attributes(Token& token) {
  const size_t size = text_.size();
  size_t i = at_, value_end = 0;
  for (;;) {
    while (i < size && (is_blank(text_[i]) || text_[i] == '/')) ++i;
    if (i >= size) return false;
    if (text_[i] == '>') {
      token.self_closing = text_[i - 1] == '/' && i > value_end;  // <a href=/b/>: the slash is the value's
      at_ = i + 1;
      return true;
    }
    Attribute attribute;
    const size_t name = i++;  // a '=' at the head of a name is part of it
    while (i < size && text_[i] != '=' && !ends_name(text_, i)) ++i;
    attribute.name = span(name, i);
    attribute.value = span(i, i);
    while (i < size && is_blank(text_[i])) ++i;
    if (i < size && text_[i] == '=') {
      ++i;
      while (i < size && is_blank(text_[i])) ++i;
      if (i >= size) return false;
      if (text_[i] == '"' || text_[i] == '\'') {
        const size_t close = text_.find(text_[i], i + 1);
        if (close == none) return false;
        attribute.value = span(i + 1, close);
        i = close + 1;
      } else {
        const size_t begin = i;
        while (i < size && !is_blank(text_[i]) && text_[i] != '>') ++i;
        attribute.value = span(begin, i);
        value_end = i;
      }
    }
    if (attributes_.size() - token.first_attribute < most_attributes) attributes_.push_back(attribute);
  }
}

size_t Tokenizer::end_tag(std::string_view name, size_t from) const {
  for (size_t i = text_.find("</", from); i != none; i = text_.find("</", i + 2))
    if (has_at(text_, i + 2, name) && ends_name(text_, i + 2 + name.size())) return i;
  return text_.size();
}

// A script within «<!-- <script> … </script> -->» does not end at the first end tag.
size_t Tokenizer::end_of_script(size_t from) const {
  bool commented = false, inner = false;
  for (size_t i = from; i < text_.size(); ++i) {
    i = text_.find_first_of(commented ? "<-" : "<", i);
    if (i == none) break;
    if (!commented && has_at(text_, i, "<!--")) {
      commented = true;
      i += 3;
    } else if (commented && has_at(text_, i, "-->")) {
      commented = inner = false;
    } else if (has_at(text_, i, "</script") && ends_name(text_, i + 8)) {
      if (!inner) return i;
      inner = false;
    } else if (commented && has_at(text_, i, "<script") && ends_name(text_, i + 7)) {
      inner = true;
    }
  }
  return text_.size();
}

Token Tokenizer::raw(Tag tag) {
  if (tag == Tag::plaintext) return characters(text_.size());
  if (tag != Tag::script || open_comment_) return characters(end_tag(html::name(tag), at_));
  const size_t end = end_of_script(at_);
  // A comment that is never closed must not swallow the page: then the first end tag is the end, and no later
  // script is searched through to the end of the page again.
  open_comment_ = end == text_.size();
  return characters(open_comment_ ? end_tag("script", at_) : end);
}

}  // namespace recoupe::html
