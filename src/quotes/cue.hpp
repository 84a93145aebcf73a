// A cue: the words of a sentence that say that somebody speaks. «a également annoncé», «selon», «affirmant».
#pragma once

#include <vector>

#include "quotes/cue_lexicon.hpp"
#include "quotes/reading.hpp"

namespace recoupe::quotes {

enum class Voice : uint8_t {
  active,      // «a annoncé»
  passive,     // «a été annoncé»: the content is the subject
  gerund,      // «affirmant», «en affirmant»
  infinitive,  // «pour annoncer», «vient d'annoncer»
  participle,  // «cité par», «accusé de»
  source,      // «selon»
  colon,       // «Le préfet : « … »», no verb at all
};

struct Range {
  uint32_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
  bool contains(uint32_t word) const { return begin <= word && word < end; }
};

struct Cue {
  uint32_t sentence = 0;
  Range group;                 // pronouns, auxiliaries, adverbs and verb
  Range words;                 // what is shown as the cue: auxiliaries, adverbs and verb
  const Verb* verb = nullptr;  // nullptr: a source phrase
  Voice voice = Voice::active;
  bool inverted = false;  // «a-t-il dit»
  bool negated = false;
  bool conditional = false;  // «aurait annoncé»
  bool plural = false;
  bool relative = false;          // «selon lequel»
  bool marked_words = false;      // «selon les mots de X»
  uint32_t pronoun = UINT32_MAX;  // word index of the hanging pronoun
  Range subject;                  // the words for the speaker; for a source phrase what it governs
  uint32_t source_end = 0;  // of «selon ce qu'a confié X à l'AFP», whose subject is X; 0: the subject's end
};

// The cues of one sentence, in order, without subjects.
std::vector<Cue> find_cues(const Reading& reading, uint32_t sentence, const Cue_lexicon& lexicon);

}  // namespace recoupe::quotes
