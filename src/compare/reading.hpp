// A claim as comparing reads it: what it speaks of, who is named, how many, where, when, on whose word, how
// sure. Made from the layers of a Document; two of them are held against each other by relate().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/timex.hpp"
#include "compare/concepts.hpp"
#include "compare/words.hpp"
#include "document/document.hpp"

namespace recoupe::compare {

inline constexpr uint32_t no_idea = UINT32_MAX;

// A word, or a name of several, that carries meaning.
struct Idea {
  std::vector<uint16_t> concepts;
  std::vector<std::string> keys;  // roots of words, keys of names
  std::string word;               // as it stands, for the `why`
  std::string folded;             // its lemma, folded; empty for several words
  enum class Kind : uint8_t { thing, act, quality, person, place, body } kind = Kind::thing;
  bool definite = false;  // «le raid», not «un raid»
  bool indefinite = false;
  bool counted = false;        // part of a figure
  bool light = false;          // «faire état», «personnes»: tells little
  bool source = false;         // part of who says so
  bool modifier = false;       // "Laval" in "Laval University"
  bool lasting_place = false;  // a place used as a place
  std::string country;         // of a place
  bool is_country = false;
  uint32_t governor = no_idea;                                          // the idea that it depends on
  enum class Role : uint8_t { none, actor, target } role = Role::none;  // to its governing act

  bool named() const { return kind == Kind::person || kind == Kind::place || kind == Kind::body; }
};

struct Amount {
  Figure figure;
  std::vector<uint32_t> what;  // ideas counted
  Span span;
};

struct Moment {
  std::optional<timex::Interval> days;
  int weekday = -1;   // where the day itself is not known
  std::string clock;  // "07:40"
  std::string word;
};

struct Reading {
  Language language = Language::french;
  std::vector<Idea> ideas;
  std::vector<Amount> amounts;
  std::vector<Moment> moments;
  std::vector<std::string> numbers;  // in digits, of no figure and no time: «17» of «17 ans», an age
  ClaimStatus status = ClaimStatus::asserted;
  bool negated = false;
  bool ahead = false;          // what is to come: future, plans, expectations
  bool past = false;           // what was done
  bool quote = false;          // the speaker's own words
  bool first_count = false;    // «premier bilan», "initially"
  bool more_of_it = false;     // «cinq autres», "five more"
  std::string as_of;           // day of publication
  std::string speaker;         // as the text names it; empty = nobody
  bool speaker_named = false;  // by a proper name
};

// What is loaded once to read claims.
struct ReadingWords {
  const Lexicon& lexicon;
  const Concepts& concepts;
};

// The claim that the whole of `span` makes (a sentence or more).
Reading read_claim(const Document& document, Span span, const ReadingWords& words);

}  // namespace recoupe::compare
