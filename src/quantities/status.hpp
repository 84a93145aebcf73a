// Whether a figure is told as a fact: «auraient été déplacées», «présumés», «reportedly» in its clause.
#pragma once

#include "quantities/amount.hpp"

namespace recoupe::quantities {

// Sets status and hedges from the clause around words [begin, end).
void read_status(const Context& context, size_t begin, size_t end, Figure& figure);

}  // namespace recoupe::quantities
