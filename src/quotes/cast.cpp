#include "quotes/cast.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace recoupe::quotes {
Scan Cast::whole() const {
  static const std::vector<Cue> none;
  return {reading_, lexicon_, none, {0, static_cast<uint32_t>(reading_.words.size())}};
}

size_t Cast::of_entity(EntityId entity) {
  const auto [it, fresh] = by_entity_.emplace(entity.value, people_.size());
  if (fresh) {
    const Entity& e = document_.entities[entity.value];
    Person person;
    person.name = e.name;
    person.entity = entity;
    person.role = e.role;
    person.kind = e.kind;
    each_word(utf8::lower(e.role), [&](std::string word) {
      if (word.size() > 2) person.role_words.push_back(std::move(word));
    });
    if (const auto first = kin_.first_names.find(utf8::lower(e.name.substr(0, e.name.find(' '))));
        e.kind == EntityKind::person && first != kin_.first_names.end())
      person.gender = first->second;
    if (e.kind == EntityKind::person && person.gender == 0)
      person.gender = e.gender == 'f' ? 2 : e.gender == 'm' ? 1 : 0;
    people_.push_back(std::move(person));
  }
  return it->second;
}

size_t Cast::of_description(const std::string& name, Range phrase) {
  for (size_t i = first_remembered(); i < people_.size(); ++i)
    if (!people_[i].entity && people_[i].name == name) return i;
  Person person;
  person.name = name;
  person.role_words = content_words(phrase);
  person.plural = is_plural(phrase);
  person.gender = gender_of(phrase);
  // «le parquet», «la direction»: a body unless one of its first nouns is known to be somebody.
  person.kind = EntityKind::organisation;
  for (size_t k = 0; k < person.role_words.size() && k < 3; ++k)
    if (kin_.group.contains(person.role_words[k])) person.kind = EntityKind::person;
  people_.push_back(std::move(person));
  return people_.size() - 1;
}

void Cast::speaks(size_t who, Range subject, uint32_t sentence) {
  Person& person = people_[who];
  const Word& first = reading_.words[subject.begin];
  const uint32_t c = lexicon_.classes_of(first.form);
  if (person.gender == 0 || (c & class_person_pronoun)) {
    const int8_t gender = gender_of({subject.begin, subject.begin + 1});
    if (gender != 0 && !(lexicon_.english && person.gender != 0)) person.gender = gender;
  }
  person.position = subject.begin;
  person.sentence = sentence;
  person.subject = true;
  last_speaker_ = who;
  last_sentence_ = sentence;
}

std::string Cast::description(Range phrase) const {
  const Word& first = reading_.words[phrase.begin];
  std::string out(document_.words(reading_.span(phrase.begin, phrase.end)));
  if (first.kind == WordKind::word && lexicon_.classes_of(first.form) & class_determiner)
    out = utf8::lower(document_.words(first.span)) + out.substr(first.span.size());
  return out;
}

// The form, or the lemma where that one is known: «élus» is «élu».
std::string Cast::noun(uint32_t word) const {
  const Word& w = reading_.words[word];
  if (w.token < 0 || kin_.group.contains(w.form)) return w.form;
  std::string lemma = utf8::lower(document_.lemma(document_.tokens[w.token]));
  return kin_.group.contains(lemma) ? lemma : w.form;
}

bool Cast::is_role(uint32_t word) const {
  return reading_.words[word].kind == WordKind::word && kin_.group.contains(noun(word));
}

// «Il a prononcé un discours. « … », a-t-il affirmé»: whoever «Il» is stays in mind.
void Cast::hear_pronoun(uint32_t word) {
  const Word& w = reading_.words[word];
  if (w.kind != WordKind::word || w.relation != Relation::nsubj) return;
  const uint32_t c = lexicon_.classes_of(w.form);
  if (!(c & class_person_pronoun) || !(c & class_subject_pronoun) || (c & class_determiner)) return;
  const size_t who = antecedent(word, sentence_);
  if (who == nobody) return;
  people_[who].position = word;
  people_[who].sentence = sentence_;
  people_[who].subject = true;
}

// «Le suspect est né à Lille. Il …»: somebody who is only described, as the subject of a clause.
void Cast::hear_described(uint32_t word) {
  const Word& w = reading_.words[word];
  if ((w.relation != Relation::nsubj && w.relation != Relation::nsubj_pass) || w.kind != WordKind::word)
    return;
  const bool role = is_role(word);
  if (!role && !kin_.kinds.contains(w.form)) return;
  const Scan scan = whole();
  uint32_t begin = word;
  while (begin > 0 && word - begin < 3 && !scan.is(begin, class_determiner)) --begin;
  if (!scan.is(begin, class_determiner) || reading_.words[begin].contracted) return;
  if (begin > 0 && scan.is(begin - 1, class_preposition)) return;
  const Range phrase{begin, scan.phrase_end(begin, std::min<uint32_t>(scan.sentence.end, word + 16))};
  for (uint32_t i = begin; i < phrase.end; ++i)
    if (const int32_t mention = reading_.words[i].mention;
        mention >= 0 && !(scan.is(i - 1, class_preposition) || reading_.words[i - 1].contracted))
      return;  // «le ministre Paul Girard» is heard by the name
  size_t who = holder(phrase);
  if (who == nobody && role) who = of_description(description(phrase), phrase);
  if (who == nobody) return;
  if (people_[who].gender == 0)
    people_[who].gender = w.features & gender_feminine ? 2 : w.features & gender_masculine ? 1 : 0;
  people_[who].position = begin;
  people_[who].sentence = sentence_;
  people_[who].subject = true;
}

std::vector<std::string> Cast::content_words(Range range) const {
  std::vector<std::string> out;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const Word& word = reading_.words[i];
    if (word.kind != WordKind::word || (word.capital && i != range.begin)) continue;
    if (lexicon_.classes_of(word.form) &
        (class_determiner | class_preposition | class_coordinator | class_adverb | class_relative))
      continue;
    if (word.form.size() > 2) out.push_back(noun(i));
  }
  return out;
}

int8_t Cast::gender_of(Range phrase) const {
  if (phrase.empty()) return 0;
  const std::string& f = reading_.words[phrase.begin].form;
  if (lexicon_.classes_of(f) & class_feminine || f == "une" || f == "mme" || f == "mrs" || f == "ms")
    return 2;
  for (const std::string_view word : {"le", "un", "ce", "cet", "il", "-t-il", "-il", "ils", "-ils", "-t-ils",
                                      "m", "m.", "mr", "he", "lui", "celui-ci"})
    if (f == word) return 1;
  const int32_t role = role_of(phrase);  // «son épouse», «deux voisines»
  if (role < 0) return 0;
  const Features features = reading_.words[role].features;
  return features & gender_feminine ? 2 : features & gender_masculine ? 1 : 0;
}

// The first noun of a phrase that says what somebody does.
int32_t Cast::role_of(Range phrase) const {
  for (uint32_t i = phrase.begin; i < phrase.end && i < phrase.begin + 4; ++i)
    if (is_role(i)) return static_cast<int32_t>(i);
  return -1;
}

// «les élus», «cinq magistrats»
bool Cast::is_plural(Range phrase) const {
  if (whole().is(phrase.begin, class_plural)) return true;
  const int32_t role = role_of(phrase);
  return role >= 0 && (reading_.words[role].features & number_plural);
}

void Cast::note(Person& person, Range range) {
  for (std::string& w : content_words(range))
    if (person.role_words.size() < 24) person.role_words.push_back(std::move(w));
  if (person.gender == 0) person.gender = gender_of(range);
}

// «le ministre iranien des Transports, Abbas Akhoundi», «Abbas Akhoundi, le ministre iranien des
// Transports,».
void Cast::add_roles(Person& person, uint32_t word, Span span) {
  const Scan scan = whole();
  uint32_t begin = word;
  const bool comma_before = scan.kind(word - 1, WordKind::comma);
  if (comma_before) --begin;
  uint32_t from = begin;
  while (from > 0 && begin - from < 14) {
    if (!scan.kind(from - 1, WordKind::word) || scan.finite(from - 1)) break;
    --from;
    if (scan.is(from, class_article | class_civility) && from + 1 < begin &&
        !(from > 0 && scan.is(from - 1, class_preposition)))
      break;
  }
  const bool article = from < begin && scan.is(from, class_determiner | class_civility);
  if (article || (from < begin && !comma_before)) note(person, {from, begin});
  uint32_t after = word;
  while (after < reading_.words.size() && reading_.words[after].span.begin < span.end) ++after;
  if (!scan.kind(after, WordKind::comma)) return;
  uint32_t end = after + 1;
  while (end < after + 12 && scan.kind(end, WordKind::word) && !scan.finite(end) &&
         !scan.is(end, class_relative))
    ++end;
  if (scan.inside(end) && !scan.kind(end, WordKind::word)) note(person, {after + 1, end});
}

// A name before the first finite verb of its sentence that no preposition governs.
bool Cast::is_subject(uint32_t word) const {
  const Scan scan = whole();
  for (uint32_t i = word, steps = 0; i > reading_.sentences[sentence_].begin && steps < 30; --i, ++steps) {
    if (scan.finite(i - 1) || scan.kind(i - 1, WordKind::quote)) return false;
    if (steps < 8 && scan.is(i - 1, class_preposition) && !scan.kind(i - 1, WordKind::comma)) {
      bool comma = false;
      for (uint32_t k = i; k < word; ++k) comma |= scan.kind(k, WordKind::comma);
      if (!comma) return false;
    }
  }
  return true;
}

void Cast::hear(uint32_t mention, uint32_t word) {
  const Mention& m = document_.mentions[mention];
  const size_t who = of_entity(m.entity);
  Person& person = people_[who];
  person.position = word;
  person.sentence = sentence_;
  person.subject = is_subject(word);
  ++person.heard;
  // «les islamistes», «les Farc»: «ils», unless a preposition holds them: «des Nations unies» are one body.
  if (!person.human() && word > 0 && whole().is(word - 1, class_plural)) person.plural = true;
  add_roles(person, word, m.span);
  if (person.human()) {
    if (person.subject) hear_deed(person, word);
    hear_together(who, word, m.span);
  }
}

// Whoever confesses, is arrested or charged is «le suspect».
void Cast::hear_deed(Person& person, uint32_t word) const {
  for (uint32_t i = word + 1; i < word + 25 && i < reading_.words.size(); ++i) {
    const Word& w = reading_.words[i];
    if (w.kind == WordKind::stop || w.kind == WordKind::semicolon || w.kind == WordKind::quote) return;
    if (!kin_.deeds.contains(w.form)) continue;
    if (person.role_words.size() < 24) person.role_words.emplace_back("suspect");
    return;
  }
}

// «Thierry et Véronique Roy», «Paul Girard, Jean Petit et Marie Dupont»
void Cast::hear_together(size_t who, uint32_t word, Span span) {
  const Scan scan = whole();
  const Person& person = people_[who];
  uint32_t end = word;
  while (end < reading_.words.size() && reading_.words[end].span.begin < span.end) ++end;
  const auto is_and = [&](uint32_t i) { return scan.form(i, "et") || scan.form(i, "and"); };
  const bool follows = together_.end != 0 && !together_.closed && word >= 1 && word - 1 == together_.end;
  const bool comma = follows && scan.kind(word - 1, WordKind::comma);
  const bool also = together_.end != 0 && !together_.closed && word >= 2 && word - 2 == together_.end &&
                    scan.form(word - 2, "ainsi") && scan.form(word - 1, "que");
  const int8_t gender = person.gender;
  Together next{person.name, word, end, gender, false, nobody};
  if (comma || also || (follows && is_and(word - 1))) {
    next.begin = together_.begin;
    next.name = together_.name + (comma ? ", " : lexicon_.english ? " and " : " et ") + person.name;
    next.gender = together_.gender == gender ? gender : 1;
    next.closed = !comma;
  } else if (word >= 2 && is_and(word - 1) && scan.capital(word - 2) &&
             kin_.first_names.contains(reading_.words[word - 2].form) &&
             reading_.words[word - 2].mention < 0) {
    // «Thierry et Véronique Roy»: the first has only his first name.
    next.begin = word - 2;
    next.name = std::string(document_.words(reading_.words[word - 2].span)) +
                (lexicon_.english ? " and " : " et ") + person.name;
    next.gender = 1;
    next.closed = true;
  }
  together_ = next;
  if (!next.closed) return;
  size_t joint = nobody;
  for (const Together& known : joint_)
    if (known.name == next.name) joint = known.who;
  if (joint == nobody) {
    joint = people_.size();
    Person both;
    both.name = next.name;
    both.plural = true;
    both.gender = next.gender;
    people_.push_back(std::move(both));
  }
  Person& both = people_[joint];
  both.position = next.begin;
  both.sentence = sentence_;
  both.subject = is_subject(next.begin);
  ++both.heard;
  add_roles(both, next.begin, {reading_.words[next.begin].span.begin, span.end});
  next.who = joint;
  joint_.push_back(std::move(next));
}

size_t Cast::of_together(Range words, uint32_t& end) const {
  for (size_t k = joint_.size(); k-- > 0 && k + 8 > joint_.size();) {
    const Together& joint = joint_[k];
    if (joint.begin < words.begin || joint.end > words.end) continue;
    // «le ministre Paul Girard et Marie Dupont», but not «le fils de Paul Girard et Marie Dupont»
    for (uint32_t i = words.begin; i < joint.begin; ++i)
      if (whole().is(i, class_preposition | class_relative) || reading_.words[i].kind != WordKind::word)
        return nobody;
    end = joint.end;
    return joint.who;
  }
  return nobody;
}

void Cast::hear_until(uint32_t word) {
  for (; next_word_ < word && next_word_ < reading_.words.size(); ++next_word_) {
    while (sentence_ + 1 < reading_.sentences.size() && reading_.sentences[sentence_].end <= next_word_)
      ++sentence_;
    const Word& w = reading_.words[next_word_];
    hear_described(next_word_);
    hear_pronoun(next_word_);
    if (w.mention < 0 || w.kind == WordKind::quote) continue;
    const Mention& mention = document_.mentions[w.mention];
    if (!mention.entity) continue;
    const EntityKind kind = document_.entities[mention.entity.value].kind;
    if (kind == EntityKind::person || kind == EntityKind::organisation || kind == EntityKind::media ||
        kind == EntityKind::group)
      hear(static_cast<uint32_t>(w.mention), next_word_);
  }
}

}  // namespace recoupe::quotes
