// Which language an article is in. Fills Document::language where it is unknown.
//
// Counts the function words of seven languages in the first words of the text; what is neither French nor
// English, or too little to tell, stays unknown.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "document/document.hpp"

namespace recoupe::language {

inline constexpr size_t most_languages = 16;

struct Words {
  std::array<Language, most_languages> languages{};  // unknown for those that we do not read
  size_t count = 0;
  std::unordered_map<std::string, uint16_t> function_words;  // one bit a language
};
Words load_words();

Language language_of(std::string_view text, const Words& words);
void identify(Document& document, const Words& words);

}  // namespace recoupe::language
