// Which ideas of one claim are those of another.
#pragma once

#include <vector>

#include "compare/reading.hpp"

namespace recoupe::compare {

struct Matching {
  std::vector<uint32_t> of_a;  // for each idea of a, that of b; no_idea for none
  std::vector<uint32_t> of_b;
  std::vector<std::pair<uint32_t, uint32_t>> contraries;  // «adopté» and «rejeté»
  double dice = 0;         // weighted share of what is common, 0 … 1, of what is said (not of who says it)
  double containment = 0;  // of the shorter in the longer
  double extra_a = 0, extra_b = 0;  // weight of what only one of them says
  uint32_t matched = 0;             // telling ideas of the one that the other has
  bool act = false;                 // they tell the same act or state
  double anchored = 0;              // weight of common things that are one thing: names, «le raid»
};

Matching match(const Reading& a, const Reading& b, const Concepts& concepts);
bool same_idea(const Idea& a, const Idea& b);

}  // namespace recoupe::compare
