// What the sentence around a figure tells of it where extraction has left it open: who gives the number, on
// which side of a border it was counted, whether the people counted had to leave, which number it denies.
#pragma once

#include <string>
#include <vector>

#include "compare/words.hpp"
#include "document/document.hpp"

namespace recoupe::compare {

// «La préfecture s'en tient à 2 300 personnes», «1,9 million, selon le collectif Vallée debout»: the words
// that name the giver; empty where nobody is named.
std::string giver_in_words(const Document& document, uint32_t figure, Span sentence);

// «côté français», "on the Italian side", "Italian officials put … on their side": ISO 3166-1 alpha-2; empty
// where no side is named.
std::string side_in_words(const Document& document, uint32_t figure, Span sentence, const Lexicon& lexicon);

// «Même désaccord au sujet des évacués. La préfecture s'en tient à 2 300 personnes»: people who had to leave.
bool people_who_left(const Document& document, const Figure& figure, Span sentence);

// «cinq victimes, et non trois»: "trois", folded.
std::string denied_number(const Document& document, const Figure& figure, Span sentence);

// «onze victimes» in «cinq des onze victimes»: what the figure before it is a part of.
bool is_whole(const Document& document, uint32_t figure);
// «dans les 50 meilleurs», "the 11 victims": a group that is known already, not a count that is news.
bool is_known(const Document& document, Span figure);

}  // namespace recoupe::compare
