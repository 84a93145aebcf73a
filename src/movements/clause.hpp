// A sentence as this room reads it: words with what they can be, place mentions as one word each.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "movements/movements.hpp"

namespace recoupe::movements {

// Whether a fixed list holds the word.
template <size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

struct Word {
  Span span;
  std::string form;            // lower case, ’ as '
  uint32_t classes = 0;        // WordClass bits
  const Verb* verb = nullptr;  // its entry, if it is a verb of motion
  EntityId place;              // the named place that this word is
  bool named = false;          // part of, or all of, a name of any kind
  bool verbal = false;         // a finite verb
  bool auxiliary = false;      // être, avoir, be, have, modals: may stand within a verb group
  bool clitic = false;         // se, s', y, en, lui, not, adverbs: likewise
  bool negation = false;       // ne, pas, not, never
  bool reflexive = false;      // se, s', me, nous …
  bool relative = false;       // qui, who, which
  bool determiner = false;
  bool adjective = false;  // or a numeral: may stand between an article and its noun
  bool infinitive = false, participle = false, conditional = false, future = false;
  bool punctuation = false;
  bool adposition = false;
  bool somebody = false;      // a noun, a pronoun, a number: may stand for who moves
  bool organisation = false;  // begins the name of a body: «ONU»
  Span name;                  // the whole of that name
  EntityId body;
  int32_t head = -1;  // the word of the clause that it hangs on
  Relation relation = Relation::unknown;
};

using Clause = std::vector<Word>;

Clause read_clause(const Document& document, const Sentence& sentence, const LanguageWords& words);

}  // namespace recoupe::movements
