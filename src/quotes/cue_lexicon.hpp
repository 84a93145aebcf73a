// The words by which reported speech is known, loaded once: cue verbs with all their forms and frames, source
// phrases («selon»), and the small words of a clause.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.hpp"
#include "quotes/conjugate.hpp"

namespace recoupe::quotes {

// In what shape a verb takes its content; lexicon/{fr,en}/quote_cues.tsv gives an example of each.
enum Frame : uint32_t {
  frame_that = 1u << 0,           // que, that
  frame_infinitive = 1u << 1,     // inf, ing
  frame_de_infinitive = 1u << 2,  // de-inf, to-inf
  frame_a_infinitive = 1u << 3,
  frame_noun = 1u << 4,
  frame_de = 1u << 5,
  frame_a = 1u << 6,
  frame_against = 1u << 7,
  frame_about = 1u << 8,
  frame_for = 1u << 9,
  frame_adjective = 1u << 10,
  frame_as = 1u << 11,
  frame_object_de = 1u << 12,  // accuser X de P; accused X of P
  frame_object_a = 1u << 13,   // exhorter X à P; asked X to P
  frame_dative_de = 1u << 14,  // demander à X de P
  frame_object_that = 1u << 15,
  frame_if = 1u << 16,
  frame_incise = 1u << 17,
  frame_object_for = 1u << 18,
  frame_passive = 1u << 19,  // «le départ est annoncé», also where nobody is named
};

enum Class : uint32_t {
  class_determiner = 1u << 0,
  class_possessive = 1u << 1,
  class_article = 1u << 2,
  class_demonstrative = 1u << 3,
  class_subject_pronoun = 1u << 4,
  class_person_pronoun = 1u << 5,
  class_feminine = 1u << 6,
  class_plural = 1u << 7,
  class_hanging = 1u << 8,
  class_clitic = 1u << 9,
  class_reflexive = 1u << 10,
  class_negation = 1u << 11,
  class_preposition = 1u << 12,
  class_of = 1u << 13,
  class_subordinator = 1u << 14,
  class_relative = 1u << 15,
  class_coordinator = 1u << 16,
  class_have = 1u << 17,
  class_have_participle = 1u << 18,
  class_be = 1u << 19,
  class_be_participle = 1u << 20,
  class_been = 1u << 21,
  class_conditional = 1u << 22,
  class_modal = 1u << 23,
  class_adverb = 1u << 24,
  class_day = 1u << 25,
  class_month = 1u << 26,
  class_civility = 1u << 27,
  class_not_that = 1u << 28,
  class_finite = 1u << 29,
  class_place_time = 1u << 30,
  class_de_adjective = 1u << 31,  // «de nombreux blessés»: «de» is an article before them
};

struct Verb {
  std::string_view lemma;              // «faire état»
  std::vector<std::string_view> tail;  // the words after the verb: «état»
  bool reflexive = false;
  bool there = false;  // «y voir»
  uint32_t frames = 0;
  ClaimStatus status = ClaimStatus::asserted;
};

struct VerbForm {
  uint16_t verb = 0;
  Tense tense = Tense::present;
  bool plural = false;
};

struct SourcePhrase {
  std::vector<std::string_view> words;
  bool first_only = false;
  bool named_last = false;    // «de source judiciaire»: the last word belongs to the source's name
  bool marked_words = false;  // «selon les mots de X»: the words between marks before it
};

struct Cue_lexicon {
  std::vector<Verb> verbs;
  std::unordered_map<std::string, std::vector<VerbForm>> forms;
  std::unordered_map<std::string, uint32_t> classes;
  std::unordered_map<std::string, std::vector<SourcePhrase>> sources;  // by first word, longest first
  std::unordered_set<std::string>
      labels;  // «film», «opération»: what stands between marks after them is a name
  std::vector<std::string> feelings;        // stems: «effar», «attrist»
  std::unordered_set<std::string> charges;  // «plainte», «examen»: before «pour « vol »»
  std::unordered_set<std::string> wishes;   // lemmas: «vouloir»: what is wished is said
  std::vector<std::vector<std::string_view>> adverb_phrases;  // «pour sa part»
  std::unordered_set<std::string> roles;  // «ministre», «procureur»: people by what they do
  bool english = false;

  uint32_t classes_of(const std::string& form) const {
    const auto found = classes.find(form);
    return found == classes.end() ? 0 : found->second;
  }
  const std::vector<VerbForm>* forms_of(const std::string& form) const {
    const auto found = forms.find(form);
    return found == forms.end() ? nullptr : &found->second;
  }
};

Cue_lexicon load_cue_lexicon(Language language);

}  // namespace recoupe::quotes
