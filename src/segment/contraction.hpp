// The French contractions: «du» = «de» + «le».
#pragma once

#include <string_view>

namespace recoupe::segment {

struct Contraction {
  std::string_view whole, first, second;
};

// The contraction that `word` is, in any case; null for any other word.
const Contraction* contraction(std::string_view word);

}  // namespace recoupe::segment
