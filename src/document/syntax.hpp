// Words and trees: the Universal Dependencies inventory, as small integers.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.hpp"

namespace recoupe {

enum class Upos : uint8_t {
  unknown,
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};

// The features that the extractors use, one bit each so that a rule tests several at once.
enum Feature : uint32_t {
  feature_none = 0,
  mood_indicative = 1u << 0,
  mood_conditional = 1u << 1,
  mood_subjunctive = 1u << 2,
  mood_imperative = 1u << 3,
  form_infinitive = 1u << 4,
  form_participle = 1u << 5,
  form_gerund = 1u << 6,
  form_finite = 1u << 7,
  tense_past = 1u << 8,
  tense_present = 1u << 9,
  tense_future = 1u << 10,
  tense_imperfect = 1u << 11,
  person_first = 1u << 12,
  person_second = 1u << 13,
  person_third = 1u << 14,
  number_singular = 1u << 15,
  number_plural = 1u << 16,
  gender_masculine = 1u << 17,
  gender_feminine = 1u << 18,
  definite = 1u << 19,
  indefinite = 1u << 20,
  voice_passive = 1u << 21,
  polarity_negative = 1u << 22,
  possessive = 1u << 23,
  reflexive = 1u << 24,
  type_relative = 1u << 25,
  type_interrogative = 1u << 26,
  type_demonstrative = 1u << 27,
};
using Features = uint32_t;

// UD relations; subtypes are kept only where an extractor needs them.
enum class Relation : uint8_t {
  unknown,
  root,
  acl,
  acl_relcl,
  advcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  aux_tense,
  aux_caus,
  case_,
  cc,
  ccomp,
  compound,
  conj,
  cop,
  csubj,
  dep,
  det,
  discourse,
  dislocated,
  expl,
  expl_subj,
  expl_pass,
  fixed,
  flat,
  flat_name,
  flat_foreign,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nsubj,
  nsubj_pass,
  nsubj_caus,
  nummod,
  obj,
  obj_agent,
  obl,
  obl_agent,
  obl_arg,
  obl_mod,
  orphan,
  parataxis,
  punct,
  reparandum,
  vocative,
  xcomp,
};

std::string_view name(Upos upos);               // "NOUN"
std::string_view name(Relation relation);       // "nsubj:pass"
Upos upos_from(std::string_view name);          // Upos::unknown for an unknown one
Relation relation_from(std::string_view name);  // falls back from "a:b" to "a", then to unknown

enum TokenFlag : uint8_t {
  token_space_after = 1,  // blank (or the end of a line) follows in the text
  token_contraction = 2,  // first syntactic word of a contraction (du = de + le); both words have its span
  token_contraction_tail = 4,  // the second one
};

// A syntactic word. `lemma` is a view into storage that lives as long as the Resources or
// Document::lemma_pool.
struct Token {
  Span span;   // bytes of Document::text
  Span lemma;  // bytes of Document::lemma_pool; empty: the lemma is the lower-cased form
  Features features = 0;
  int32_t head = -1;  // index into Document::tokens; -1: root of its sentence, or not parsed
  Upos upos = Upos::unknown;
  Relation relation = Relation::unknown;
  uint8_t flags = 0;
};

struct Sentence {
  Span span;                 // bytes of Document::text, from the first token's begin to the last one's end
  uint32_t first_token = 0;  // tokens [first_token, end_token)
  uint32_t end_token = 0;
  uint32_t paragraph = 0;
};

struct Paragraph {
  Span span;
  bool title = false;
};

}  // namespace recoupe
