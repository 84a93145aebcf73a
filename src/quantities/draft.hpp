// A figure while it is made: in words, before spans are taken.
#pragma once

#include "quantities/category.hpp"

namespace recoupe::quantities {

struct Draft {
  size_t begin = 0, end = 0;  // words
  std::optional<double> min, max;
  Bound bound = Bound::exact;
  std::string unit;
  std::optional<FigureCategory> category;  // where the unit says it
  const Word* noun = nullptr;              // the counted noun, wherever it stands
  Span what;                               // of the noun or unit
  bool counted = false;   // counts things by a noun: a bare number behind it may mean the same
  bool huge = false;      // millions or more, by a scale word: it may be money
  bool borrowed = false;  // the noun is another figure's
  std::string_view rule;
};

// «la moitié des électeurs», «trois quarts», «7 Français sur 10», «one in three visits», «une demi-heure».
std::optional<Draft> read_share(const Context& context, size_t at);

// The base of a percentage: «50 % | des électeurs». Sets noun, what and end.
void read_base(const Context& context, Draft& draft);

}  // namespace recoupe::quantities
