// What an amount takes from the words beside it: the noun of the next number, the noun of a total, a sign.
#pragma once

#include "quantities/draft.hpp"

namespace recoupe::quantities {

Span span_of(const Context& context, size_t begin, size_t end);

// The noun of a bare number that shares the next one's: «Trois puis | cinq jeunes majeurs», «6 et | 20 ans».
Counted shared_noun(const Context& context, const Amount& amount);

// «porte à 86 | le nombre de personnes tuées»; the noun's word, or null.
const Word* noun_of_total(const Context& context, size_t at);

// «They were twice denied visas»; «twice as many» compares.
std::optional<Draft> read_twice(const Context& context, size_t at);

// Below nothing: percents, money and degrees; with «moins» degrees alone, for «moins 20 %» is a rebate.
bool may_be_negative(const Context& context, const Amount& amount, const Unit* unit);

}  // namespace recoupe::quantities
