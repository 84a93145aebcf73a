// What the tagger and the parser see of a token: numbers made of its letters and of the lexicon.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/forms.hpp"

namespace recoupe::syntax {

struct TokenCode {
  uint32_t form = 0;                 // as written
  uint32_t lower = 0;                // lower-cased
  std::array<uint32_t, 4> suffix{};  // the last 1, 2, 3, 4 letters, lower-cased
  std::array<uint32_t, 3> prefix{};  // the first 1, 2, 3
  uint32_t shape = 0;                // capitals, digits, hyphens
  uint16_t ambiguity = 0;            // of the lower-cased form in the lexicon
  uint16_t name_ambiguity = 0;       // of the form as written, where that has a capital
};

// The code of one token. `lower` is scratch room.
TokenCode code_of(std::string_view form, const lexicon::Forms& forms, std::string& lower);

// Stands before the first token and after the last.
TokenCode border_code(uint32_t which);

}  // namespace recoupe::syntax
