// One sentence under the eyes of a rule: its words by class, its cues, and the small questions that all rules
// ask.
#pragma once

#include "quotes/cue.hpp"

namespace recoupe::quotes {

struct Scan {
  const Reading& reading;
  const Cue_lexicon& lexicon;
  const std::vector<Cue>& cues;
  Range sentence;

  const Word& word(uint32_t i) const { return reading.words[i]; }
  bool inside(uint32_t i) const { return sentence.contains(i); }
  uint32_t classes(uint32_t i) const {
    return inside(i) && word(i).kind == WordKind::word ? lexicon.classes_of(word(i).form) : 0;
  }
  bool is(uint32_t i, uint32_t mask) const { return (classes(i) & mask) != 0; }
  bool form(uint32_t i, std::string_view f) const { return inside(i) && word(i).form == f; }
  bool kind(uint32_t i, WordKind k) const { return inside(i) && word(i).kind == k; }
  bool capital(uint32_t i) const { return inside(i) && word(i).capital; }
  bool that(uint32_t i) const { return lexicon.english ? form(i, "that") : form(i, "que") || form(i, "qu'"); }
  bool of(uint32_t i) const { return lexicon.english ? form(i, "of") : form(i, "de") || form(i, "d'"); }
  bool long_quote(uint32_t i) const {  // words between marks, enough of them to be a statement
    return kind(i, WordKind::quote) && reading.long_quote(word(i));
  }
  bool quote_only(Range r) const { return r.end == r.begin + 1 && word(r.begin).kind == WordKind::quote; }

  // Whether a word looks like a finite verb: by its tag if syntax has set one, else by its ending.
  bool finite(uint32_t i) const;
  bool finite_in(Range range) const;  // words between marks count: they are a clause of their own
  // Whether a noun phrase may begin at this word («le», «un», «Hollande», «elle», not «de» or «hier»).
  bool starts(uint32_t i) const;
  // The end of the noun phrase that begins at `at`: a comma, mark, finite verb or subordinator.
  uint32_t phrase_end(uint32_t at, uint32_t limit) const;
  // Past «également», «pour sa part», «, dimanche 24 janvier,», «depuis mercredi».
  uint32_t after_adverbs(uint32_t at) const;
  uint32_t after_circumstances(uint32_t at) const;
  // Before «d'ailleurs», «également» (for what stands between an auxiliary and its participle).
  uint32_t before_adverbs(uint32_t at) const;
  // The word where an infinitive begins, «ne pas» and «se» included; 0: none.
  uint32_t infinitive(uint32_t at) const;
  // The cue whose words hold this one.
  const Cue* cue_at(uint32_t i) const;
  // Without commas, stops and coordinators at its ends.
  Range trim(Range range) const;
};

}  // namespace recoupe::quotes
