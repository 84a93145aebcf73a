// The tags, comments and characters of a page, one after another.
#pragma once

#include <string_view>
#include <vector>

#include "html/html.hpp"

namespace recoupe::html {

struct Token {
  enum class Kind : uint8_t { characters, start, end, skipped, over };
  Kind kind = Kind::over;
  Tag tag = Tag::other;
  bool self_closing = false;
  Span source;
  Span name;                     // of a tag
  uint32_t first_attribute = 0;  // into the list that next() appends to
  uint16_t attribute_count = 0;
};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Attribute>& attributes)
      : text_(text), attributes_(attributes) {}

  // `foreign`: inside <svg> or <math>, where <![CDATA[…]]> is text.
  Token next(bool foreign);
  // The characters up to the end tag of a raw element, which is left to be read next.
  Token raw(Tag tag);

 private:
  Token characters(size_t end);
  Token skip(size_t end);
  Token markup(bool foreign);
  Token comment();
  Token tag(bool end);
  bool attributes(Token& token);
  size_t end_of_script(size_t from) const;
  size_t end_tag(std::string_view name, size_t from) const;

  std::string_view text_;
  std::vector<Attribute>& attributes_;
  size_t at_ = 0;
  bool open_comment_ = false;  // a script's comment was found to run to the end of the page
};

}  // namespace recoupe::html
