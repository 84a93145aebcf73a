// Expressions that say when or how long: «mercredi dernier», «du 9 au 11 mai», «il y a deux ans», «plusieurs
// jours». Reads text, language and published; writes Document::times (sorted, never overlapping), each with
// its TIMEX3 value:
//   Il est venu mercredi dernier. (published 2016-10-26) → «mercredi dernier» date 2016-10-19
//
// How: scan.cpp cuts the text into small pieces; the rules of fr/ and en/ (patterns over words and classes of
// words) are matched against them by match.cpp; resolve.cpp computes values, in reading order, from the day
// of the article, the verb that the time hangs on (governor.cpp, or the nearest one: tense.cpp) and the times
// told before it.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string_view>

#include "document/document.hpp"

namespace recoupe::times {

class Grammar;

struct Words {
  std::array<std::shared_ptr<const Grammar>, 3> grammars;  // by Language; none for an unknown one
};
Words load_words();

void find_times(Document& document, const Words& words);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::times
