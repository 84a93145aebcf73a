// Cuts one line of text into tokens, one call a stretch without blanks inside (a number may hold some).
#pragma once

#include <vector>

#include "segment/segment.hpp"

namespace recoupe::segment {

// What the last token of a call may mean for the end of the sentence.
enum class Role : uint8_t {
  word,
  terminal,      // . ! ? …
  abbreviation,  // «etc.»: may end it
};

struct Line {
  std::string_view text;  // the whole document; tokens are bytes of it
  uint32_t begin = 0;
  uint32_t end = 0;
  Language language = Language::unknown;
  const Words::OfLanguage* words = nullptr;
};

// `end`, or the last border between code points before it that keeps a token from being too long.
uint32_t bounded(std::string_view text, uint32_t begin, uint32_t end);

// Appends the tokens of the stretch that begins at `at` (not a blank); the last one's end is where to go on.
Role add_tokens(const Line& line, uint32_t at, std::vector<Token>& tokens);

}  // namespace recoupe::segment
