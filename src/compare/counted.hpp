// A figure as comparing sees it: the number with everything that says what it counts, where, when, and on
// whose word.
#pragma once

#include <set>
#include <string>

#include "compare/claims.hpp"

namespace recoupe::compare {

struct Counted {
  Claim claim;
  ClaimReference reference;
  const Figure* figure;
  FigureCategory category;      // that of the figure, or displaced where the words around it say so
  std::string speaker;          // folded name; empty = the article itself
  std::string as_of;            // the day (and hour, if known) on which the number was the news
  Content what;                 // the counted noun
  Content context;              // the other words of its sentence
  std::set<std::string> words;  // of the figure itself, folded
  std::set<uint32_t> places;
  std::set<std::string> countries;  // in which they lie, where known
  Span sentence, paragraph;
  Content party;       // who gives the figure, in words: «préfecture des Alpes-Maritimes»
  bool lone = false;   // its article counts nothing else by this noun
  std::string side;    // the country on whose side of a border it was counted, where only that is said
  std::string denied;  // «et non trois»: the number that it stands against, folded
  bool whole = false;  // «onze victimes» in «cinq des onze victimes»: known already, not news
};

// Kinds of people and things whose number grows or shrinks while a story goes on.
bool is_toll(FigureCategory category);

Counted counted_of(const Setting& setting, Claim claim);

}  // namespace recoupe::compare
