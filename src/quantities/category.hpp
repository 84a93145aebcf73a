// What kind of thing a figure counts, told by its unit, its noun, and for people by what became of them:
// «16 personnes ont été tuées», «tuant 12 passants», «la mort de 220 civils».
#pragma once

#include "quantities/noun.hpp"

namespace recoupe::quantities {

// Words [begin, end) are the figure's, `noun` its head noun wherever that stands (its folded form). `number`
// is where the number stands, so that a bound is not taken for the words before it.
struct CategoryQuestion {
  size_t begin = 0, end = 0;
  const Word* noun = nullptr;
  const Unit* unit = nullptr;
  bool borrowed = false;  // the noun is another figure's: «187 ont été blessées»
  FigureCategory inherited =
      FigureCategory::other;  // of the figure before, which shares the clause or the noun
};

FigureCategory categorize(const Context& context, const CategoryQuestion& question);

// Whether people are counted, by the noun alone.
FigureCategory noun_category(const Context& context, const Word& noun);

}  // namespace recoupe::quantities
