// The number words of English.
#include <algorithm>
#include <array>

#include "quantities/numbers.hpp"

namespace recoupe::quantities {
namespace {

using enum NumberKind;

constexpr std::array english_words = {
    NumberWord{"a", article, 1},
    NumberWord{"an", article, 1},
    NumberWord{"billion", scale, 1e9},
    NumberWord{"billions", scales, 1e9},
    NumberWord{"bln", scale, 1e9},
    NumberWord{"bn", scale, 1e9},
    NumberWord{"crore", scale, 1e7},
    NumberWord{"dozen", collective, 12},
    NumberWord{"dozens", collectives, 12},
    NumberWord{"eight", unit, 8},
    NumberWord{"eighteen", unit, 18},
    NumberWord{"eighty", ten, 80},
    NumberWord{"eleven", unit, 11},
    NumberWord{"fifteen", unit, 15},
    NumberWord{"fifty", ten, 50},
    NumberWord{"five", unit, 5},
    NumberWord{"forty", ten, 40},
    NumberWord{"four", unit, 4},
    NumberWord{"fourteen", unit, 14},
    NumberWord{"fourty", ten, 40},
    NumberWord{"hundred", hundred, 100},
    NumberWord{"hundreds", collectives, 100},
    NumberWord{"lakh", scale, 1e5},
    NumberWord{"million", scale, 1e6},
    NumberWord{"millions", scales, 1e6},
    NumberWord{"mln", scale, 1e6},
    NumberWord{"naught", unit, 0},
    NumberWord{"nine", unit, 9},
    NumberWord{"nineteen", unit, 19},
    NumberWord{"ninety", ten, 90},
    NumberWord{"nought", unit, 0},
    NumberWord{"one", unit, 1},
    NumberWord{"score", collective, 20},
    NumberWord{"scores", collectives, 20},
    NumberWord{"seven", unit, 7},
    NumberWord{"seventeen", unit, 17},
    NumberWord{"seventy", ten, 70},
    NumberWord{"six", unit, 6},
    NumberWord{"sixteen", unit, 16},
    NumberWord{"sixty", ten, 60},
    NumberWord{"ten", unit, 10},
    NumberWord{"tens", collectives, 10},
    NumberWord{"thirteen", unit, 13},
    NumberWord{"thirty", ten, 30},
    NumberWord{"thousand", thousand, 1000},
    NumberWord{"thousands", collectives, 1000},
    NumberWord{"three", unit, 3},
    NumberWord{"tln", scale, 1e12},
    NumberWord{"tn", scale, 1e12},
    NumberWord{"trillion", scale, 1e12},
    NumberWord{"trillions", scales, 1e12},
    NumberWord{"twelve", unit, 12},
    NumberWord{"twenty", ten, 20},
    NumberWord{"two", unit, 2},
    NumberWord{"zero", unit, 0},
};
static_assert(std::is_sorted(english_words.begin(), english_words.end(),
                             [](const NumberWord& a, const NumberWord& b) { return a.word < b.word; }));

}  // namespace

std::span<const NumberWord> english_number_words() {
  return english_words;
}

}  // namespace recoupe::quantities
