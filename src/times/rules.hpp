// The tables of rules, one a language: what a time expression looks like (a pattern) and what it means (an
// Operation, computed by resolve.cpp).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace recoupe::times {

enum class Operation : uint8_t {
  nothing,   // looks like a time but is none: an age, a name. Keeps other rules off its words
  calendar,  // a date or clock time made of what was captured: «mardi 25 octobre à 14h30»
  range,     // two of them, around a TO: «du 9 au 11 mai»
  decade,    // «les années 1980»: a year or the word for tens
  century,   // «le XIXe siècle»
  nth,       // «le premier dimanche d'avril»
  week_of,   // «la semaine du 12 mars»
  nth_week,  // «la troisième semaine de 2027», «la dernière semaine de juillet», «la semaine 31»
  night,     // a night told by the days around it: «la nuit du 16 au 17 octobre»
  offset,    // hier, demain: days from today
  ago,       // «il y a deux ans»
  ahead,     // «dans une semaine»
  in_future,  // «in two weeks», where the sentence looks forward; else the words behind «in» are a duration
  later,      // «trois jours plus tard»: from the time last mentioned
  earlier,
  after,  // «le lendemain», «la semaine suivante»: the unit after the time last mentioned
  before,
  same,     // «ce jour-là», «la même année»: the time last mentioned
  shifted,  // «la semaine dernière», «cette année»: a unit counted from today
  duration,
  year,     // a year that nothing announces
  span_of,  // «toute la journée», «la semaine»: a duration of one unit
  set,      // «tous les lundis», «chaque année»
  rate,     // «trois fois par semaine»: a set told by its unit
  unknown,  // a time that nothing fixes: «longtemps», «il y a quelques jours»
};

struct Rule {
  std::string_view name;
  Operation operation;
  // Words as folded (no capitals, no accents), CLASSES of words (vocabulary.hpp), $MACROS of the same table;
  // ( | ) choice, [ ] optional, { } the borders of the time itself where words around it are asked for,
  // !( ) not followed by, ~( ) not preceded by one of these words, @upper @lower @glued @plural asking how
  // the next piece is written.
  std::string_view pattern;
};

struct Macro {
  std::string_view name;
  std::string_view pattern;
};

struct Table {
  std::span<const Rule> rules;  // where two take the same words, the earlier one wins
  std::span<const Macro> macros;
};

namespace fr {
Table table();
}
namespace en {
Table table();
}

}  // namespace recoupe::times
