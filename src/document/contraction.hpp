// The French contractions: «du» = «de» + «le».
#pragma once

#include <string_view>

#include "document/document.hpp"

namespace recoupe {

struct Contraction {
  std::string_view whole, first, second;
};

// The contraction that `word` is, in any case; null for any other word.
const Contraction* contraction(std::string_view word);

// How a token is written: the text under its span, but «de» and «le» for the two words of «du».
std::string_view form(const Document& document, const Token& token);

}  // namespace recoupe
