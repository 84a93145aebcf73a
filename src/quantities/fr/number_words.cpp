// The number words of French, Belgian and Swiss ones included.
#include <algorithm>
#include <array>

#include "quantities/numbers.hpp"

namespace recoupe::quantities {
namespace {

using enum NumberKind;

constexpr std::array french_words = {
    NumberWord{"billion", scale, 1e12},
    NumberWord{"billions", scales, 1e12},
    NumberWord{"cent", hundred, 100},
    NumberWord{"centaine", collective, 100},
    NumberWord{"centaines", collectives, 100},
    NumberWord{"cents", hundred, 100},
    NumberWord{"cinq", unit, 5},
    NumberWord{"cinquantaine", collective, 50},
    NumberWord{"cinquante", ten, 50},
    NumberWord{"deux", unit, 2},
    NumberWord{"dix", unit, 10},
    NumberWord{"dizaine", collective, 10},
    NumberWord{"dizaines", collectives, 10},
    NumberWord{"douzaine", collective, 12},
    NumberWord{"douzaines", collectives, 12},
    NumberWord{"douze", unit, 12},
    NumberWord{"huit", unit, 8},
    NumberWord{"huitaine", collective, 8},
    NumberWord{"huitante", ten, 80},
    NumberWord{"mille", thousand, 1000},
    NumberWord{"milliard", scale, 1e9},
    NumberWord{"milliards", scales, 1e9},
    NumberWord{"millier", collective, 1000},
    NumberWord{"milliers", collectives, 1000},
    NumberWord{"million", scale, 1e6},
    NumberWord{"millions", scales, 1e6},
    NumberWord{"neuf", unit, 9},
    NumberWord{"nonante", ten, 90},
    NumberWord{"octante", ten, 80},
    NumberWord{"onze", unit, 11},
    NumberWord{"quarantaine", collective, 40},
    NumberWord{"quarante", ten, 40},
    NumberWord{"quatorze", unit, 14},
    NumberWord{"quatre", unit, 4},
    NumberWord{"quinzaine", collective, 15},
    NumberWord{"quinze", unit, 15},
    NumberWord{"seize", unit, 16},
    NumberWord{"sept", unit, 7},
    NumberWord{"septante", ten, 70},
    NumberWord{"six", unit, 6},
    NumberWord{"soixantaine", collective, 60},
    NumberWord{"soixante", ten, 60},
    NumberWord{"treize", unit, 13},
    NumberWord{"trentaine", collective, 30},
    NumberWord{"trente", ten, 30},
    NumberWord{"trillion", scale, 1e18},
    NumberWord{"trillions", scales, 1e18},
    NumberWord{"trois", unit, 3},
    NumberWord{"un", article, 1},
    NumberWord{"une", article, 1},
    NumberWord{"vingt", ten, 20},
    NumberWord{"vingtaine", collective, 20},
    NumberWord{"vingts", ten, 20},
    NumberWord{"zero", unit, 0},
};
static_assert(std::is_sorted(french_words.begin(), french_words.end(),
                             [](const NumberWord& a, const NumberWord& b) { return a.word < b.word; }));

}  // namespace

std::span<const NumberWord> french_number_words() {
  return french_words;
}

}  // namespace recoupe::quantities
