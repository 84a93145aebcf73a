// The words that the rules of one language know: what they are looked up as, and the classes they belong to
// (lexicon/fr/times.tsv: «month  janvier  1»).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"

namespace recoupe::times {

// What a rule may ask for in CAPITALS. The first ones are read from digits or from several words
// (pattern.cpp), the others stand in the word list under their lower-case name.
enum class Class : uint8_t {
  number,  // NUMBER   3, trois, 16 000, vingt-deux
  day,     // DAY      25, 1er, premier
  year,    // YEAR     2016
  year2,   // YEAR2    '16, 99
  month2,  // MONTH2   10, 05: a month in digits
  hour,    // HOUR     0 to 24, in digits or words
  minute,  // MINUTE   0 to 59
  clock4,  // CLOCK4   1530
  any,     // ANY      whatever word
  words_first,
  weekday = words_first,
  month,
  unit,   // jours, semaine
  units,  // the plural ones alone: days
  weekend,
  halfyear,     // half, H of «H1 2016»
  quartermark,  // T1, Q3
  part,         // matin, soirée
  season,
  feast,     // 1225 = 25 December; 2000 + n: n days after Easter
  ordinal,   // premier, deuxième
  tens,      // the decade a word names: soixante, sixties
  century,   // roman numerals
  noon,      // midi 1200, minuit 0
  fraction,  // demie 30, quart 15
  half,      // the day's half of a clock time: 0 before noon, 12 after
  zone,
  last,      // dernier: -1
  next,      // prochain: 1
  current,   // ce: 0
  edge,      // début, fin, mi
  vague,     // quelques, plusieurs
  about,     // environ, près de, plus de
  offset,    // hier -1, demain 1: days from today
  follow,    // lendemain 1, veille -1: days from the time last told
  to,        // the word between the two ends of a range
  both,      // the word between two times of a list: et, ou
  dozen,     // dizaine 10, vingtaine 20
  one,       // a, an, where they mean 1
  person,    // whose age «de N ans» is
  lasting,   // what may last N years: peine, mandat
  weekdays,  // lundis: only in sets
  periodic,  // weekly: every one of the unit
  shortday,  // Sun: only before a day of the month
  future,    // words that tell that the sentence looks forward: prévu, devrait
  past,      // or back: a, avait, depuis
  small,     // words that may follow a year, though they end like plural nouns: dans, puis
  scale,     // number words; value is the number
  count
};

struct Entry {
  Class cls = Class::count;
  bool capital = false;  // only where the text writes it with a capital
  int64_t value = 0;
  std::vector<uint16_t> rest;  // the words that must follow the first one
};

class Vocabulary {
 public:
  explicit Vocabulary(Language language);

  // 0 for a word that no rule and no list knows.
  uint16_t id(std::string_view key) const;
  uint16_t intern(std::string_view key);
  bool elision() const { return language_ == Language::french; }
  Language language() const { return language_; }
  size_t size() const { return entries_.size(); }
  // What begins with that word, longest phrases first.
  const std::vector<Entry>& entries(uint16_t id) const { return entries_[id]; }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
  };
  Language language_;
  std::unordered_map<std::string, uint16_t, Hash, std::equal_to<>> ids_;
  std::vector<std::vector<Entry>> entries_;
};

// "weekday" → Class::weekday; Class::count for an unknown name.
Class class_from(std::string_view name);

}  // namespace recoupe::times
