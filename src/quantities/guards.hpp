// What looks like a figure and is none: dates, clock times, ages, ordinals, scores, names with numbers, phone
// numbers, coordinates, list numbers, footnotes.
#pragma once

#include "quantities/noun.hpp"

namespace recoupe::quantities {

// A number that belongs to something else by its spelling or its neighbours, whatever it may count.
bool is_no_number(const Context& context, const Amount& amount);

// A counted thing that is not told as a figure: an age, a clock time, «il y a deux ans».
bool is_no_figure(const Context& context, const Amount& amount, const Counted& counted);

// Of is_no_figure: the years of somebody's life.
bool is_age(const Context& context, const Amount& amount, const Counted& counted);

// Whether a bare number, with no noun or unit behind it, is a figure all the same: «187 ont été blessées»,
// «porté à 86», «dont trois grièvement». `previous_end` is one past the last word of the figure before, 0 if
// none is near.
bool stands_alone(const Context& context, const Amount& amount, size_t previous_end);

}  // namespace recoupe::quantities
