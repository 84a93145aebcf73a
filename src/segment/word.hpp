// Words: where one ends, and how elision, clitics, contractions and hyphens cut it.
#pragma once

#include "segment/tokens.hpp"

namespace recoupe::segment {

// Appends the tokens of the word that begins at `at` (a letter), with the full stop of an abbreviation.
Role add_word(const Line& line, uint32_t at, std::vector<Token>& tokens);

// The end of «'s», «'ll», «'ve» … standing apart at `at`; 0 if none does.
uint32_t english_clitic_end(const Line& line, uint32_t at);

// French: whether the token begins with a hyphen and a clitic pronoun, «-t-il», «-ce».
bool is_clitic_pronoun(std::string_view word);

}  // namespace recoupe::segment
