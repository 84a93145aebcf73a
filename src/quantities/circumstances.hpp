// What the figure's own clause says of it: whether it is told as a fact, where, and when. Nothing is guessed:
// a clause that names no place or no time leaves them empty.
#pragma once

#include "quantities/amount.hpp"

namespace recoupe::quantities {

// The words of the clause around words [begin, end), at most `reach` to each side.
struct Clause {
  size_t first = 0, last = 0;
};
Clause clause_around(const Context& context, size_t begin, size_t end, size_t reach);

// Sets status and hedges: «auraient été déplacées», «présumés», «reportedly».
void read_status(const Context& context, size_t begin, size_t end, Figure& figure);

// Sets place and time: «187 blessés à Bruxelles mardi». A figure that stands between keeps them for itself.
void read_place_and_time(const Context& context, size_t begin, size_t end, Figure& figure);

}  // namespace recoupe::quantities
