// Numbers as texts write them, in digits or words; and the classes of the vocabulary that are read from them.
#pragma once

#include <optional>
#include <vector>

#include "times/scan.hpp"
#include "times/vocabulary.hpp"

namespace recoupe::times {

struct Reading {
  double value = 0;
  uint32_t end = 0;  // one past the last piece read
};

// 3, 16 000, 5,5, vingt-deux, one hundred and five; from pieces[at].
std::optional<Reading> read_number(const std::vector<Piece>& pieces, uint32_t at,
                                   const Vocabulary& vocabulary);

// What `cls` reads at pieces[at]; null where no word of the class stands there.
std::optional<Reading> read_class(Class cls, const std::vector<Piece>& pieces, uint32_t at,
                                  const Vocabulary& vocabulary);

}  // namespace recoupe::times
