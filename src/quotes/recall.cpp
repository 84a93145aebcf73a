// Whom «il», «le militaire irakien», «ce dernier» stand for.
#include <algorithm>

#include "base/utf8.hpp"
#include "quotes/cast.hpp"

namespace recoupe::quotes {

size_t Cast::antecedent(uint32_t word, uint32_t sentence) const {
  const uint32_t classes = lexicon_.classes_of(reading_.words[word].form);
  return nearest(word, sentence, (classes & class_plural) != 0, (classes & class_feminine) ? 2 : 1);
}

size_t Cast::owner(uint32_t word, uint32_t sentence) const {
  const std::string& form = reading_.words[word].form;
  const int8_t gender = form == "his" ? 1 : form == "her" ? 2 : 0;
  return nearest(word, sentence, form.starts_with("leur") || form == "their", gender);
}

size_t Cast::nearest(uint32_t word, uint32_t sentence, bool plural, int8_t gender) const {
  size_t best = nobody;
  double best_score = -1e9;
  const auto consider = [&](size_t i) {
    const Person& person = people_[i];
    if (person.position >= word && person.position != 0) return;
    const bool collective = plural && !person.human() && lexicon_.english;
    if (person.plural != plural && !collective) return;
    if (!plural && gender != 0 && person.gender != 0 && person.gender != gender &&
        (person.human() || !lexicon_.english))
      return;
    if (lexicon_.english && !plural && !person.human()) return;
    double score = -static_cast<double>(sentence - person.sentence) -
                   static_cast<double>(word - person.position) / 200.0;
    if (person.subject) score += 1.3;
    if (i == last_speaker_) score += sentence - last_sentence_ <= 1 ? 0.8 : 0.4;
    if (person.gender == gender) score += 0.4;
    if (!person.human()) score -= 0.9;
    // A pronoun seldom reaches past its paragraph.
    if (reading_.sentences[person.sentence].paragraph != reading_.sentences[sentence].paragraph) score -= 0.7;
    if (person.subject && person.sentence == sentence) score += 0.3;
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  };
  for (size_t i = first_remembered(); i < people_.size(); ++i)
    if (people_[i].position == word && word != 0) return i;  // heard already
  for (size_t i = first_remembered(); i < people_.size(); ++i) consider(i);
  if (last_speaker_ < first_remembered()) consider(last_speaker_);
  return best;
}

double Cast::likeness(const Person& person, const std::vector<std::string>& words, bool last_one) const {
  std::string head = words.front();
  // «le chef du gouvernement» is a minister, «le chef de l'État» a president.
  if (head == "chef" && words.size() > 1)
    head = words[1] == "gouvernement" ? "ministre" : words[1] == "exécutif" ? "président" : head;
  double score = 0;
  if (person.plural && person.human() && kin_.pairs.contains(head)) return 1;
  // A body is called by what it is («l'association»), never by what somebody in it does.
  if (!person.human() && person.entity && !kin_.kinds.contains(head)) return 0;
  // A body that is called by a common noun («le parquet national financier») is called by that one again.
  if (!person.human() && person.entity) {
    const std::string first = utf8::lower(person.name.substr(0, person.name.find(' ')));
    if (first != head && kin_.institutions.contains(first)) return 0;
  }
  const auto kin = kin_.group.find(head);
  for (const std::string& role : person.role_words) {
    if (role == head) score = std::max(score, 2.0);
    if (kin == kin_.group.end()) continue;
    if (const auto other = kin_.group.find(role); other != kin_.group.end() && other->second == kin->second)
      score = std::max(score, 1.0);
  }
  if (const auto kind = kin_.kinds.find(head);
      kind != kin_.kinds.end() && person.entity && kind->second == person.kind)
    score = std::max(score, 0.8);
  if (last_one && person.human()) score = 1;
  // «l'homme», «la jeune femme»: whoever was named last.
  if (person.human() && person.entity && kin_.anybody.contains(head)) score = std::max(score, 0.7);
  if (score == 0) return 0;
  for (size_t k = 1; k < words.size(); ++k)
    for (const std::string& role : person.role_words)
      if (role == words[k]) score += 0.5;
  return score;
}

// «le collectif Vallée debout»: a kind or duty with a name of its own stands for nobody of another name.
bool Cast::named_otherwise(const Person& person, Range phrase) const {
  const Scan scan = whole();
  if (reading_.words[phrase.begin].capital && scan.capital(phrase.begin + 1)) return false;
  for (uint32_t i = phrase.begin + 2; i < phrase.end; ++i) {
    const Word& word = reading_.words[i];
    if (word.contracted || scan.is(i, class_preposition | class_relative)) return false;  // «de l'Intérieur»
    if (!word.capital || word.kind != WordKind::word || lexicon_.roles.contains(word.form)) continue;
    const auto holds = [&](const std::string& name) {
      return utf8::lower(name).find(utf8::lower(document_.words(word.span))) != std::string::npos;
    };
    const bool alias =
        person.entity && std::any_of(document_.entities[person.entity.value].aliases.begin(),
                                     document_.entities[person.entity.value].aliases.end(), holds);
    if (!holds(person.name) && !alias) return true;
  }
  return false;
}

size_t Cast::holder(Range phrase) const {
  const Scan scan = whole();
  // «de l'avis du maire»: the article stands in «du».
  const bool in_du = phrase.begin > 0 && reading_.words[phrase.begin - 1].contracted;
  if (!in_du && !scan.is(phrase.begin, class_article | class_demonstrative)) return nobody;
  // «l'une des juges» is none of those named.
  if (scan.form(phrase.begin + 1, "un") || scan.form(phrase.begin + 1, "une")) return nobody;
  const std::vector<std::string> words = content_words({phrase.begin + (in_du ? 0 : 1), phrase.end});
  if (words.empty()) return nobody;
  const std::string& head = words.front();
  const bool last_one =
      head == "dernier" || head == "dernière" || head == "intéressé" || head == "intéressée";
  const bool plural = is_plural(phrase) || kin_.pairs.contains(head);
  const int8_t gender = gender_of(phrase);
  size_t best = nobody;
  double best_score = 0;
  for (size_t i = first_remembered(); i < people_.size(); ++i) {
    const Person& person = people_[i];
    if (person.position == phrase.begin && person.position != 0) return i;  // heard already
    if (person.plural != plural || person.position >= phrase.begin) continue;
    if (gender != 0 && person.gender != 0 && person.gender != gender && person.human()) continue;
    double score = likeness(person, words, last_one);
    if (score == 0 || named_otherwise(person, phrase)) continue;
    score += person.entity ? 0.2 : 0;
    score += 0.5 / (1 + (phrase.begin - person.position) / 20.0);
    // «le groupe» is the one that the article is about.
    if (!person.human()) score += std::min(person.heard, 6u) * 0.08;
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

}  // namespace recoupe::quotes
