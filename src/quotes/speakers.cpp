#include "quotes/speakers.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "lexicon/lexicon.hpp"
#include "quotes/scan.hpp"

namespace recoupe::quotes {

Kin load_kin(Language language) {
  Kin kin;
  uint32_t group = 0;
  for (const auto& row : lexicon::rows(language, "quote_roles.tsv")) {
    ++group;
    for (size_t at = 0; at < row[0].size();) {
      const size_t end = std::min(row[0].find(' ', at), row[0].size());
      kin.group.emplace(std::string(row[0].substr(at, end - at)), group);
      at = end + 1;
    }
  }
  return kin;
}

namespace {

constexpr size_t far_back = 64;  // how many people are remembered when one is looked for

bool is_person(const Document& document, const Mention& mention) {
  return mention.entity && document.entities[mention.entity.value].kind == EntityKind::person;
}
bool can_speak(const Document& document, const Mention& mention) {
  if (!mention.entity) return false;
  const EntityKind kind = document.entities[mention.entity.value].kind;
  return kind == EntityKind::person || kind == EntityKind::organisation || kind == EntityKind::media ||
         kind == EntityKind::group || kind == EntityKind::place;
}

}  // namespace

const Mention* Speakers::mention_at(Span span) const {
  const auto& mentions = document_.mentions;
  auto it = std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                             [](const Mention& m, uint32_t at) { return m.span.end <= at; });
  return it != mentions.end() && it->span.overlaps(span) ? &*it : nullptr;
}

Scan Speakers::whole() const {
  static const std::vector<Cue> none;
  return {reading_, lexicon_, none, {0, static_cast<uint32_t>(reading_.words.size())}};
}

// The words of the head: up to a comma, relative or finite verb.
Range Speakers::phrase_of(Range subject) const {
  return {subject.begin,
          std::max(subject.begin + 1, whole().phrase_end(subject.begin, subject.end))};
}

// The name in the words of a subject: «le ministre de l'Intérieur du Gabon, Pacôme Moubelet» is named by its
// apposition, «le porte-parole d'Ali Bongo» is not named at all.
const Mention* Speakers::naming(Range subject) const {
  const Mention* other = nullptr;
  for (uint32_t i = subject.begin; i < subject.end; ++i) {
    const Word& word = reading_.words[i];
    if (word.kind != WordKind::word) continue;
    const uint32_t classes = lexicon_.classes_of(word.form);
    if (i > subject.begin && (classes & class_relative)) break;
    if (i > subject.begin && whole().finite(i)) break;
    const Mention* mention = mention_at(word.span);
    if (!mention || mention->span.begin < word.span.begin) continue;
    bool governed = false;
    for (uint32_t k = i; k-- > subject.begin;) {
      const Word& before = reading_.words[k];
      if (before.kind != WordKind::word) break;
      const uint32_t c = lexicon_.classes_of(before.form);
      if (c & class_preposition) governed = true;
      if (!(c & class_determiner)) break;
    }
    if (governed) continue;
    if (is_person(document_, *mention)) return mention;
    if (!other && can_speak(document_, *mention)) {
      const bool first =
          i == subject.begin ||
          (i == subject.begin + 1 && (lexicon_.classes_of(reading_.words[i - 1].form) & class_article));
      const EntityKind kind = document_.entities[mention->entity.value].kind;
      if (first || kind == EntityKind::media || kind == EntityKind::organisation) other = mention;
    }
  }
  return other;
}

Speakers::Person& Speakers::person_of(EntityId entity) {
  const auto [it, fresh] = by_entity_.emplace(entity.value, cast_.size());
  if (fresh) {
    const Entity& e = document_.entities[entity.value];
    Person person;
    person.name = e.name;
    person.entity = entity;
    person.role = e.role;
    person.named = true;
    person.human = e.kind == EntityKind::person;
    cast_.push_back(person);
  }
  return cast_[it->second];
}

std::vector<std::string> Speakers::content_words(Range range) const {
  std::vector<std::string> out;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const Word& word = reading_.words[i];
    if (word.kind != WordKind::word || word.capital) continue;
    if (lexicon_.classes_of(word.form) &
        (class_determiner | class_preposition | class_coordinator | class_adverb))
      continue;
    if (word.form.size() > 2) out.push_back(word.form);
  }
  return out;
}

int8_t Speakers::gender_of(Range phrase) const {
  if (phrase.empty()) return 0;
  const std::string& first = reading_.words[phrase.begin].form;
  if (first == "le" || first == "un" || first == "ce" || first == "il" || first == "m" || first == "m." ||
      first == "mr" || first == "ils" || first == "he" || first == "cet")
    return 1;
  if (lexicon_.classes_of(first) & class_feminine || first == "une" || first == "mme" || first == "mrs" ||
      first == "ms")
    return 2;
  return 0;
}

// «le ministre iranien des Transports, Abbas Akhoundi», «Abbas Akhoundi, le ministre iranien des
// Transports,».
void Speakers::add_role(Person& person, uint32_t word, Span span) {
  const auto note = [&](Range range) {
    for (std::string& w : content_words(range))
      if (person.role_words.size() < 24) person.role_words.push_back(std::move(w));
    if (person.gender == 0) person.gender = gender_of(range);
  };
  uint32_t begin = word;
  const bool comma_before = word > 0 && reading_.words[word - 1].kind == WordKind::comma;
  if (comma_before) --begin;
  uint32_t from = begin;
  while (from > 0 && begin - from < 14) {
    const Word& before = reading_.words[from - 1];
    if (before.kind != WordKind::word || whole().finite(from - 1)) break;
    --from;
    if (lexicon_.classes_of(before.form) & (class_article | class_civility) && from + 1 < begin &&
        !(from > 0 && lexicon_.classes_of(reading_.words[from - 1].form) & class_preposition))
      break;
  }
  const bool article =
      from < begin && lexicon_.classes_of(reading_.words[from].form) & (class_determiner | class_civility);
  if (from < begin && (article || (!comma_before && content_words({from, begin}).size() > 0)))
    note({from, begin});
  uint32_t after = word;
  while (after < reading_.words.size() && reading_.words[after].span.begin < span.end) ++after;
  if (after + 1 < reading_.words.size() && reading_.words[after].kind == WordKind::comma) {
    uint32_t end = after + 1;
    while (end < reading_.words.size() && end < after + 12 && reading_.words[end].kind == WordKind::word &&
           !whole().finite(end) &&
           !(lexicon_.classes_of(reading_.words[end].form) & class_relative))
      ++end;
    const bool closed = end < reading_.words.size() && reading_.words[end].kind != WordKind::word;
    if (closed) note({after + 1, end});
  }
}

void Speakers::hear(const Mention& mention, uint32_t word) {
  Person& person = person_of(mention.entity);
  person.position = word;
  add_role(person, word, mention.span);
}

// Takes note of everybody who is named before a word. Words between marks are not the article's own.
void Speakers::hear_until(uint32_t word) {
  for (; next_word_ < word && next_word_ < reading_.words.size(); ++next_word_) {
    const Word& w = reading_.words[next_word_];
    while (next_mention_ < document_.mentions.size() &&
           document_.mentions[next_mention_].span.begin < w.span.begin)
      ++next_mention_;
    if (w.kind == WordKind::quote) continue;
    if (next_mention_ < document_.mentions.size() &&
        document_.mentions[next_mention_].span.begin < w.span.end &&
        is_person(document_, document_.mentions[next_mention_]))
      hear(document_.mentions[next_mention_], next_word_);
  }
}

const Speakers::Person* Speakers::antecedent(uint32_t word, uint32_t sentence) const {
  const uint32_t classes = lexicon_.classes_of(reading_.words[word].form);
  const bool plural = (classes & class_plural) != 0;
  const int8_t gender = (classes & class_feminine) ? 2 : 1;
  const bool any_gender = lexicon_.english && plural;
  const Person* best = nullptr;
  double best_score = -1e9;
  const auto consider = [&](size_t i) {
    const Person& person = cast_[i];
    if (person.position >= word && person.position != 0) return;
    if (person.plural != plural) return;
    if (!any_gender && person.gender != 0 && person.gender != gender) return;
    double score = -static_cast<double>(word - person.position) / 25.0;
    if (person.subject) score += 1.5;
    if (i == last_speaker_ && sentence - last_sentence_ <= 2) score += 2;
    if (person.gender == gender) score += 0.5;
    if (!person.human) score -= 1.5;
    if (score > best_score) {
      best_score = score;
      best = &person;
    }
  };
  const size_t from = cast_.size() > far_back ? cast_.size() - far_back : 0;
  for (size_t i = from; i < cast_.size(); ++i) consider(i);
  if (last_speaker_ < from) consider(last_speaker_);
  return best;
}

// «le militaire irakien»: the last person whose role has that noun, or one of its kin.
const Speakers::Person* Speakers::holder(Range phrase) const {
  const std::string& first = reading_.words[phrase.begin].form;
  const uint32_t c = lexicon_.classes_of(first);
  if (!(c & (class_article | class_demonstrative))) return nullptr;
  const std::vector<std::string> words = content_words(phrase);
  if (words.empty()) return nullptr;
  const std::string& head = words.front();
  const auto kin = kin_.group.find(head);
  const bool last_one =
      head == "dernier" || head == "dernière" || head == "intéressé" || head == "intéressée";
  const bool plural = (c & class_plural) != 0;
  const int8_t gender = gender_of(phrase);
  const Person* best = nullptr;
  double best_score = 0;
  const size_t from = cast_.size() > far_back ? cast_.size() - far_back : 0;
  for (size_t i = from; i < cast_.size(); ++i) {
    const Person& person = cast_[i];
    if (person.plural != plural || person.position >= phrase.begin) continue;
    if (gender != 0 && person.gender != 0 && person.gender != gender) continue;
    double score = 0;
    for (const std::string& role : person.role_words) {
      if (role == head) score = std::max(score, 2.0);
      if (kin != kin_.group.end())
        if (const auto other = kin_.group.find(role);
            other != kin_.group.end() && other->second == kin->second)
          score = std::max(score, 1.0);
    }
    if (last_one && person.human) score = 1;
    if (score == 0) continue;
    for (size_t k = 1; k < words.size(); ++k)
      for (const std::string& role : person.role_words)
        if (role == words[k]) score += 0.5;
    score += person.named ? 0.2 : 0;
    score += 0.5 / (1 + (phrase.begin - person.position) / 20.0);
    if (score > best_score) {
      best_score = score;
      best = &person;
    }
  }
  return best;
}

Attribution Speakers::from(const Person& person, Range mention) {
  Attribution out;
  out.name = person.name;
  out.entity = person.entity;
  out.role = person.role;
  out.mention = reading_.span(mention.begin, mention.end);
  return out;
}

void Speakers::remember(const Attribution& attribution, Range subject, uint32_t sentence, bool human) {
  size_t index = SIZE_MAX;
  if (attribution.entity) {
    Person& person = person_of(attribution.entity);
    index = static_cast<size_t>(&person - cast_.data());
  } else {
    const size_t from = cast_.size() > far_back ? cast_.size() - far_back : 0;
    for (size_t i = from; i < cast_.size(); ++i)
      if (!cast_[i].entity && cast_[i].name == attribution.name) index = i;
  }
  const Range phrase = phrase_of(subject);
  const bool pronoun = (lexicon_.classes_of(reading_.words[subject.begin].form) &
                        (class_person_pronoun | class_subject_pronoun)) != 0 &&
                       phrase.end == phrase.begin + 1;
  if (index == SIZE_MAX) {
    Person person;
    person.name = attribution.name;
    person.human = human;
    person.role_words = content_words(phrase);
    person.plural = (lexicon_.classes_of(reading_.words[phrase.begin].form) & class_plural) != 0;
    index = cast_.size();
    cast_.push_back(person);
  }
  Person& person = cast_[index];
  if (person.gender == 0) person.gender = gender_of(subject);
  if (pronoun && lexicon_.classes_of(reading_.words[subject.begin].form) & class_feminine && !person.plural)
    person.gender = 2;
  person.position = subject.begin;
  person.sentence = sentence;
  person.subject = true;
  last_speaker_ = index;
  last_sentence_ = sentence;
}

// «Le préfet» at the start of a sentence and «le préfet» within one are the same description.
std::string Speakers::description(Range phrase) const {
  const Span span = reading_.span(phrase.begin, phrase.end);
  const Word& first = reading_.words[phrase.begin];
  std::string out(document_.words(span));
  if (first.kind == WordKind::word && lexicon_.classes_of(first.form) & class_determiner)
    out = utf8::lower(document_.words(first.span)) + out.substr(first.span.size());
  return out;
}

Attribution Speakers::resolve(Range subject, uint32_t sentence, bool nested) {
  if (subject.empty()) return {};
  hear_until(subject.end);
  const Range phrase = phrase_of(subject);
  const Word& first = reading_.words[subject.begin];
  const uint32_t classes = first.kind == WordKind::word ? lexicon_.classes_of(first.form) : 0;
  Attribution out;
  bool human = true;
  if (phrase.end == phrase.begin + 1 &&
      (classes & (class_person_pronoun | class_subject_pronoun | class_hanging))) {
    if (first.form == "on" || first.form == "-t-on" || first.form == "-on" ||
        !(classes & class_person_pronoun)) {
      out.mention = first.span;
      return out;
    }
    const Person* person = antecedent(subject.begin, sentence);
    if (person == nullptr) {
      out.mention = first.span;
      return out;
    }
    out = from(*person, phrase);
    human = person->human;
  } else if (const Mention* mention = naming(subject)) {
    const Entity& entity = document_.entities[mention->entity.value];
    out.name = entity.name;
    out.entity = mention->entity;
    out.role = entity.role;
    out.mention = reading_.span(phrase.begin, phrase.end);
    human = entity.kind == EntityKind::person;
  } else if (const Person* person = holder(phrase)) {
    out = from(*person, phrase);
    human = person->human;
  } else {
    out.mention = reading_.span(phrase.begin, phrase.end);
    out.name = description(phrase);
  }
  if (!nested) remember(out, subject, sentence, human);
  return out;
}

}  // namespace recoupe::quotes
