// The words that figures are made of, by language: bounds, units, counted nouns, verbs that tell the
// category, and the small closed classes. Loaded once from src/lexicon/{fr,en}/figure_*.tsv.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/document.hpp"
#include "quantities/scan.hpp"

namespace recoupe::quantities {

struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <class Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

// Phrases of one or more words, found by their first word, longest first.
template <class Value>
struct PhraseTable {
  struct Row {
    std::vector<std::string> keys;
    bool digits_glued = false;  // «m2», not «12 m 2»
    Value value;
  };
  StringMap<std::vector<Row>> rows;

  void add(std::string_view phrase, Language language, Value value);
  // The longest phrase that begins at words[at], and one past its last word.
  std::optional<std::pair<const Value*, size_t>> match(std::span<const Word> words, size_t at) const;
};

struct Unit {
  std::string code;  // ISO 4217, UCUM, "%"
  FigureCategory category = FigureCategory::other;
  double factor = 1;    // «M€» is 1e6 EUR
  bool before = false;  // may stand before its number: «$ 20»
};

// A word or phrase that tells what became of people.
struct Fate {
  FigureCategory category = FigureCategory::other;
  bool own = false;  // of the subject itself, in the active voice: «ont péri», «died»; not «ont tué»
};

// What a word does around numbers; one word may do several things.
enum Role : uint32_t {
  role_stop = 1u << 0,       // never a counted noun: articles, prepositions, auxiliaries …
  role_adjective = 1u << 1,  // may stand between the number and its noun: «autres», «prochaines»
  role_label = 1u << 2,      // what it names has a number: «vol 2933», «article 49»
  role_month = 1u << 3,
  role_weekday = 1u << 4,
  role_auxiliary = 1u << 5,   // «187 ont été blessées»: a bare number is its subject
  role_change = 1u << 6,      // «s'élève à 86», «porté à», «estimé à»
  role_exceed = 1u << 7,      // «dépasser les 10 milliards»
  role_possessive = 1u << 8,  // «3 000 de ses partisans»
  role_clock = 1u << 9,       // a number behind it may be a clock time: «à 11 heures»
  role_age = 1u << 10,        // «âgé de 56 ans»
  role_score = 1u << 11,      // a match is told: «victoire 3 à 1»
  role_including = 1u << 12,  // «dont 43 enfants»
  role_hedge = 1u << 13,      // «présumés», «reportedly»
  role_year = 1u << 14,       // a bare number behind it is a year: «en 2016», «l'été 2014»
  role_ordinal = 1u << 15,    // an ending that makes an ordinal: «20e», «1st»
  role_movement = 1u << 16,   // «dans deux jours», «il y a deux ans»: a date, told by a duration
  role_shift = 1u << 18,      // «passé de 3 à 5»: from one figure to another
  role_lasting = 1u << 19,    // what lasts: «une peine de 5 ans»
  role_clause = 1u << 17,     // begins a new clause: «qui», «mais», «who»
};

struct Vocabulary {
  PhraseTable<Bound> bounds_before;  // «environ 500»
  PhraseTable<Bound> bounds_after;   // «500 environ», «107 or more»
  PhraseTable<Unit> units;
  StringMap<FigureCategory> nouns;
  StringMap<Fate> fates;          // whole forms
  StringMap<Fate> fate_prefixes;  // written «tue*»
  PhraseTable<Fate> fate_phrases;
  StringMap<uint32_t> roles;
  StringMap<uint32_t> role_prefixes;

  uint32_t roles_of(const Word& word) const;
  bool has(const Word& word, uint32_t role) const { return (roles_of(word) & role) != 0; }
  std::optional<FigureCategory> noun(std::string_view key) const;
  const Fate* fate(std::string_view key) const;
};

Vocabulary load_vocabulary(Language language);

}  // namespace recoupe::quantities
