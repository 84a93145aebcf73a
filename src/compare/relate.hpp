// How two claims stand to each other: the one comparison, for `recoupe relate` and for the clusters.
#pragma once

#include <string>

#include "compare/reading.hpp"

namespace recoupe::compare {

// same: the same content, as precise. agree: one question, answers that support each other. compatible: one
// event or subject, other things about it. differ: one question, answers that cannot both be true. unrelated:
// another event and subject.
enum class ClaimRelation : uint8_t { same, agree, compatible, differ, unrelated };
std::string_view name(ClaimRelation relation);

struct Related {
  ClaimRelation relation = ClaimRelation::unrelated;
  std::string why;       // one sentence, from the values
  double common = 0;     // weighted share of what they have in common, 0 … 1
  uint32_t matched = 0;  // telling ideas that they have in common
};

// Symmetric in its relation.
Related relate(const Reading& a, const Reading& b, const Concepts& concepts);

}  // namespace recoupe::compare
