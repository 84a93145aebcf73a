// Numbers of things and amounts. Reads tokens, times, entities; writes Document::figures.
//
//   «Au moins 16 000 personnes auraient été déplacées» → «Au moins 16 000 personnes» 16000.. at_least,
//   displaced, hedged
//
// The path of a figure: scan (words) → numbers («quatre-vingt-dix-sept») → amount (bounds, ranges) → noun
// (what is counted) → guards (dates, ages, scores stay out) → category, status, place and time.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "quantities/vocabulary.hpp"

namespace recoupe::quantities {

struct Words {
  Vocabulary french, english;
};
Words load_words();

void find_figures(Document& document, const Words& words);

// Every number that the words of `text` can be read as, in the order of the text: what verify holds a
// figure's min and max against. It gives all readings: 10 and 10000 for the first number of «10 à 20 000», 2
// and 66.7 for «deux tiers». min and max of a figure are among the numbers in its own text.
std::vector<double> numbers_in(std::string_view text, Language language);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::quantities
