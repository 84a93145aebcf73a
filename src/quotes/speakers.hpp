// Who a cue's words stand for: «Il», «le militaire irakien», «M. Carter» to the fullest name that the article
// gives, or to the description as it stands. Never a name that the article does not give for these words.
#pragma once

#include "quotes/cast.hpp"

namespace recoupe::quotes {

class Speakers {
 public:
  Speakers(const Document& document, const Reading& reading, const Cue_lexicon& lexicon, const Kin& kin)
      : document_(document),
        reading_(reading),
        lexicon_(lexicon),
        kin_(kin),
        cast_(document, reading, lexicon, kin) {}

  // To be called in text order. An empty name where the text does not say. `passing`: the cue stands in
  // somebody's words or only names a giver, and does not make its subject the one who speaks.
  // Whether a subject stands for somebody who can speak at all: «Il», «Paul Girard», «le suspect».
  bool somebody(Range subject) const;
  // Whose letter, speech or statement the words of a stretch between marks come from, where its sentence says
  // so: «le communiqué de la mairie : « … »».
  Attribution author(uint32_t sentence, uint32_t quote);
  // «un bilan provisoire», «tous ces éléments»: nobody speaks.
  bool impersonal(Range subject) const;
  Attribution resolve(Range subject, uint32_t sentence, bool passing);

 private:
  const Mention* naming(Range subject) const;
  bool governed(uint32_t word, uint32_t begin) const;
  bool can_speak(const Mention& mention) const;
  size_t known(Range subject, const auto& find);
  bool possessive_after(Span span) const;
  Range of_utterance(Range phrase) const;
  bool own_name(Range phrase) const;
  bool is_time(Range phrase) const;
  Attribution author_in(uint32_t sentence, uint32_t quote);
  bool is_read(uint32_t sentence, uint32_t quote) const;
  Attribution owner(uint32_t noun, uint32_t sentence);
  Range one_of_them(Range phrase, Range subject) const;
  Range phrase_of(Range subject) const;
  Attribution from(size_t who, Range mention) const;

  const Document& document_;
  const Reading& reading_;
  const Cue_lexicon& lexicon_;
  const Kin& kin_;
  Cast cast_;
  std::unordered_map<uint32_t, size_t> resolved_;  // first word of a subject -> who: two cues may share one
};

}  // namespace recoupe::quotes
