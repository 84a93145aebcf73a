// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many gold arcs a move makes
// unreachable, from any state, also one that a wrong move led to.
#pragma once

#include <span>

#include "syntax/parser.hpp"

namespace recoupe::train {

struct Costs {
  int shift = 1000, left = 1000, right = 1000;  // 1000: not possible
  int least() const { return std::min(shift, std::min(left, right)); }
  int of(syntax::Move move) const {
    return move == syntax::Move::shift ? shift : move == syntax::Move::left ? left : right;
  }
};

// `heads`: of each token, the size of the sentence standing for the root.
Costs costs(const syntax::ParseState& state, std::span<const int32_t> heads);

}  // namespace recoupe::train
