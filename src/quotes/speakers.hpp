// Who a cue's words stand for: «Il», «le militaire irakien», «M. Carter» to the fullest name that the article
// gives, or to the description as it stands. Never a name that the article does not give for these words.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "quotes/scan.hpp"

namespace recoupe::quotes {

struct Kin {  // words for one another: a «militaire» may be a «général»
  std::unordered_map<std::string, uint32_t> group;
};
Kin load_kin(Language language);

class Speakers {
 public:
  Speakers(const Document& document, const Reading& reading, const Cue_lexicon& lexicon, const Kin& kin)
      : document_(document), reading_(reading), lexicon_(lexicon), kin_(kin) {}

  // To be called in text order. An empty name where the text does not say. `nested`: the cue stands in somebody's words
  // and does not make its subject the one who speaks.
  Attribution resolve(Range subject, uint32_t sentence, bool nested);

 private:
  struct Person {
    std::string name;
    EntityId entity;
    std::string role;
    std::vector<std::string> role_words;
    int8_t gender = 0;  // 1 masculine, 2 feminine, 0 not known
    bool plural = false;
    bool named = false;
    bool human = true;
    uint32_t position = 0;  // word of the last mention
    uint32_t sentence = 0;
    bool subject = false;  // the last mention was a subject
  };

  void hear_until(uint32_t word);
  void hear(const Mention& mention, uint32_t word);
  Person& person_of(EntityId entity);
  const Mention* mention_at(Span span) const;
  const Mention* naming(Range subject) const;
  const Person* antecedent(uint32_t word, uint32_t sentence) const;
  const Person* holder(Range phrase) const;
  Attribution from(const Person& person, Range mention);
  void remember(const Attribution& attribution, Range subject, uint32_t sentence, bool human);
  void add_role(Person& person, uint32_t word, Span span);
  std::vector<std::string> content_words(Range range) const;
  int8_t gender_of(Range phrase) const;
  Scan whole() const;
  Range phrase_of(Range subject) const;
  std::string description(Range phrase) const;

  const Document& document_;
  const Reading& reading_;
  const Cue_lexicon& lexicon_;
  const Kin& kin_;
  std::vector<Person> cast_;
  std::unordered_map<uint32_t, size_t> by_entity_;
  size_t next_mention_ = 0;
  uint32_t next_word_ = 0;
  size_t last_speaker_ = SIZE_MAX;
  uint32_t last_sentence_ = 0;
};

}  // namespace recoupe::quotes
