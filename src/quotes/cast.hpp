// Everybody who has been named or described so far, as a reader remembers them: what they are called, what
// they do, where they were last heard of. Pronouns and roles are looked up here.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "quotes/scan.hpp"

namespace recoupe::quotes {

// What is known of nouns and first names before any article is read.
struct Kin {
  std::unordered_map<std::string, uint32_t> group;    // words for one another: «militaire», «général»
  std::unordered_map<std::string, EntityKind> kinds;  // «hebdomadaire»: media; «association»: organisation
  std::unordered_set<std::string> impersonal;  // «bilan», «sondage»: sources that nobody speaks through
  std::unordered_set<std::string> documents;   // «communiqué», «rapport»: the words of whoever made them
  std::unordered_set<std::string> utterances;  // «discours», «propos»: what people say, not what they write
  std::unordered_set<std::string> platforms;  // «Twitter»: never a speaker
  std::unordered_map<std::string, std::string>
      article_media;                            // «parisien»: «Le Parisien», as in «au Parisien»
  std::unordered_set<std::string> media_words;  // «Weekly»: the last word of many a paper's name
  std::unordered_map<std::string, int8_t> first_names;  // 1 masculine, 2 feminine
  std::unordered_set<std::string> anybody;              // «homme», «femme»
  std::unordered_set<std::string> pairs;                // «couple»: two who were named together
  std::unordered_set<std::string> deeds;  // «avoué», «écroué»: whoever it is said of is «le suspect»
  std::unordered_set<std::string> institutions;  // «tribunal»: no body of that name is «le groupe»
};
Kin load_kin(Language language);
// Every word of a list whose words blanks separate.
void each_word(std::string_view list, const std::function<void(std::string)>& take);

struct Person {
  std::string name;
  EntityId entity;
  EntityKind kind = EntityKind::person;
  std::string role;
  std::vector<std::string> role_words;
  int8_t gender = 0;  // 1 masculine, 2 feminine, 0 not known
  bool plural = false;
  uint32_t position = 0;  // word of the last mention
  uint32_t sentence = 0;
  bool subject = false;  // the last mention was the subject of its sentence
  uint32_t heard = 0;    // how often
  bool human() const { return kind == EntityKind::person; }
};

class Cast {
 public:
  static constexpr size_t nobody = SIZE_MAX;

  Cast(const Document& document, const Reading& reading, const Cue_lexicon& lexicon, const Kin& kin)
      : document_(document), reading_(reading), lexicon_(lexicon), kin_(kin) {}

  // Takes note of everybody who is named before a word. Words between marks are not the article's own.
  void hear_until(uint32_t word);
  // Who «il», «elle», «ils» at a word stands for.
  size_t antecedent(uint32_t word, uint32_t sentence) const;
  // Who «son», «sa», «leur» at a word stands for.
  size_t owner(uint32_t word, uint32_t sentence) const;
  // Who «le militaire irakien», «ce dernier», «l'hebdomadaire» stands for.
  size_t holder(Range phrase) const;
  size_t of_entity(EntityId entity);
  size_t of_description(const std::string& name, Range phrase);
  // «Thierry et Véronique Roy»: several who are named together within the words, and where the last name
  // ends.
  size_t of_together(Range words, uint32_t& end) const;
  void speaks(size_t who, Range subject, uint32_t sentence);

  const Person& operator[](size_t who) const { return people_[who]; }
  // A sentence-wide scan over the whole article, for questions about single words.
  Scan whole() const;
  int8_t gender_of(Range phrase) const;
  // «Le préfet» at the start of a sentence and «le préfet» within one are the same description.
  std::string description(Range phrase) const;
  // Whether a noun says what a person does: «élus», by its lemma «élu».
  bool is_role(uint32_t word) const;

 private:
  size_t nearest(uint32_t word, uint32_t sentence, bool plural, int8_t gender) const;
  void hear_described(uint32_t word);
  void hear_pronoun(uint32_t word);
  std::string noun(uint32_t word) const;
  int32_t role_of(Range phrase) const;
  bool is_plural(Range phrase) const;
  void hear(uint32_t mention, uint32_t word);
  void hear_together(size_t who, uint32_t word, Span span);
  void hear_deed(Person& person, uint32_t word) const;
  bool is_subject(uint32_t word) const;
  void add_roles(Person& person, uint32_t word, Span span);
  void note(Person& person, Range range);
  std::vector<std::string> content_words(Range range) const;
  bool named_otherwise(const Person& person, Range phrase) const;
  double likeness(const Person& person, const std::vector<std::string>& words, bool last_one) const;
  size_t first_remembered() const { return people_.size() > far_back ? people_.size() - far_back : 0; }

  static constexpr size_t far_back = 64;  // how many people are looked at when one is looked for

  const Document& document_;
  const Reading& reading_;
  const Cue_lexicon& lexicon_;
  const Kin& kin_;
  std::vector<Person> people_;
  std::unordered_map<uint32_t, size_t> by_entity_;
  // The people named one after the other up to here: «Paul Girard, Jean Petit et Marie Dupont».
  struct Together {
    std::string name;
    uint32_t begin = 0, end = 0;  // words
    int8_t gender = 0;
    bool closed = false;  // «et» has come
    size_t who = nobody;
  };
  Together together_;
  std::vector<Together> joint_;
  uint32_t next_word_ = 0, sentence_ = 0;
  size_t last_speaker_ = nobody;
  uint32_t last_sentence_ = 0;
};

}  // namespace recoupe::quotes
