// Where a reported content ends: before the next cue, the next giver, the circumstances of the telling.
#pragma once

#include "quotes/scan.hpp"

namespace recoupe::quotes {

enum class Extent : uint8_t {
  clause,      // «que P»: mostly to the end of the sentence
  infinitive,  // «avoir vu P»: as a clause, but ends where a finite verb goes on: «… et a décidé»
  phrase,      // a noun phrase: ends at «lors de», «dans un communiqué», a comma and a date
};

uint32_t content_end(const Scan& scan, uint32_t begin, Extent extent);

}  // namespace recoupe::quotes
