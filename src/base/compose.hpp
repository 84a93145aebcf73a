// Combining accents: «e» + «´», as some machines write «é».
#pragma once

#include <string>
#include <string_view>

namespace recoupe::utf8 {

// Whether combining accents may stand in the text.
bool decomposed(std::string_view text);
// Each letter and its accents as one code point, where there is one. Offsets are not kept.
std::string compose(std::string_view text);

}  // namespace recoupe::utf8
