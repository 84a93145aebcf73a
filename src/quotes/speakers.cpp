#include "quotes/speakers.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace recoupe::quotes {

bool Speakers::can_speak(const Mention& mention) const {
  if (!mention.entity) return false;
  const Entity& entity = document_.entities[mention.entity.value];
  if (kin_.platforms.contains(utf8::lower(entity.name))) return false;
  return entity.kind != EntityKind::event && entity.kind != EntityKind::other;
}

// The words of the head: up to a comma, relative or finite verb.
Range Speakers::phrase_of(Range subject) const {
  return {subject.begin, std::max(subject.begin + 1, cast_.whole().phrase_end(subject.begin, subject.end))};
}

// «d'Ali Bongo», «du Gabon»: an article may stand between the preposition and the name.
bool Speakers::governed(uint32_t word, uint32_t begin) const {
  for (uint32_t k = word; k-- > begin;) {
    const Word& before = reading_.words[k];
    if (before.kind != WordKind::word) return false;
    const uint32_t c = lexicon_.classes_of(before.form);
    if (c & class_preposition) return true;
    if (!(c & class_determiner)) return false;
  }
  return false;
}

bool Speakers::possessive_after(Span span) const {
  const std::string_view next = document_.words(Span{span.end, span.end + 4});
  return lexicon_.english && (next.starts_with("'s") || next.starts_with("’s"));
}

// The name in the words of a subject: «le ministre de l'Intérieur du Gabon, Pacôme Moubelet» is named by its
// apposition, «le porte-parole d'Ali Bongo» is not named at all.
const Mention* Speakers::naming(Range subject) const {
  const Mention* other = nullptr;
  const Scan scan = cast_.whole();
  bool document = false;
  for (uint32_t i = subject.begin; i < subject.end; ++i) {
    const Word& word = reading_.words[i];
    if (word.kind == WordKind::quote) break;
    if (i > subject.begin && word.kind == WordKind::word && (scan.is(i, class_relative) || scan.finite(i)))
      break;
    document |= kin_.documents.contains(word.form);
    if (word.mention < 0) continue;
    const Mention& mention = document_.mentions[word.mention];
    if (!can_speak(mention)) continue;
    if (possessive_after(mention.span)) continue;  // «Saudi Arabia's Civil Defense Authority»
    const EntityKind kind = document_.entities[mention.entity.value].kind;
    // «un rapport de l'IGPN» is the IGPN's.
    if (governed(i, subject.begin)) {
      if (document && other == nullptr && kind != EntityKind::place) other = &mention;
      continue;
    }
    if (kind == EntityKind::person) return &mention;
    const bool first = i == subject.begin || (i == subject.begin + 1 && scan.is(i - 1, class_article));
    if (other == nullptr &&
        (first || kind == EntityKind::media || kind == EntityKind::organisation || kind == EntityKind::group))
      other = &mention;
  }
  return other;
}

// «un bilan provisoire», «les premiers éléments de l'enquête»: nobody speaks.
bool Speakers::impersonal(Range phrase) const {
  if (phrase.empty()) return false;
  const Scan scan = cast_.whole();
  // «Divers» alone is a heading; «divers témoins» are somebody.
  if (phrase.end == phrase.begin + 1 && scan.form(phrase.begin, "divers")) return true;
  for (const std::string_view none : {"any", "no", "every", "aucun", "aucune", "tout", "toute"})
    if (scan.form(phrase.begin, none) && phrase.end > phrase.begin + 1) return true;  // «any delay»
  for (const std::string_view nobody : {"rien", "personne", "nul", "nothing", "nobody"})
    if (reading_.words[phrase.begin].form == nobody) return true;
  for (uint32_t i = phrase.begin; i < phrase.end && i < phrase.begin + 5; ++i) {
    if (i > phrase.begin && scan.is(i, class_preposition)) return false;
    if (kin_.impersonal.contains(reading_.words[i].form)) return true;
  }
  return false;
}

Attribution Speakers::from(size_t who, Range mention) const {
  const Person& person = cast_[who];
  Attribution out;
  out.name = person.name;
  out.entity = person.entity;
  out.role = person.role;
  out.mention = reading_.span(mention.begin, mention.end);
  return out;
}

bool Speakers::somebody(Range subject) const {
  const uint32_t classes = lexicon_.classes_of(reading_.words[subject.begin].form);
  if (classes & class_person_pronoun && !(classes & class_determiner)) return true;
  const Range phrase = phrase_of(subject);
  if (const Mention* mention = naming(phrase))
    return document_.entities[mention->entity.value].kind != EntityKind::place;
  for (uint32_t i = phrase.begin; i < phrase.end && i < phrase.begin + 4; ++i) {
    if (cast_.is_role(i)) return true;
    if (i > phrase.begin && cast_.whole().is(i, class_preposition)) break;
  }
  return false;
}

// «Il juge …, affirmant que …»: the second cue must not look for its subject behind itself.
size_t Speakers::known(Range subject, const auto& find) {
  const auto [it, fresh] = resolved_.emplace(subject.begin, Cast::nobody);
  if (fresh) it->second = find();
  return it->second;
}

// «le discours de Paul Girard», «un communiqué de la mairie», «son discours».
Attribution Speakers::owner(uint32_t noun, uint32_t sentence) {
  const Scan scan = cast_.whole();
  uint32_t at = noun + 1;
  while (at < noun + 3 && scan.kind(at, WordKind::word) && !scan.is(at, class_preposition) &&
         !scan.finite(at))
    ++at;
  if (scan.is(at, class_of) || scan.form(at, "from")) {
    if (scan.is(++at, class_article) && reading_.words[at].mention < 0) ++at;
    for (uint32_t i = at; i < at + 5 && scan.kind(i, WordKind::word); ++i) {
      if (scan.is(i, class_preposition) || scan.finite(i)) break;
      if (reading_.words[i].mention < 0) continue;
      const Mention& mention = document_.mentions[reading_.words[i].mention];
      // «l'aéroport de Nice» writes, «France» does not.
      const bool named_place =
          document_.entities[mention.entity.value].kind == EntityKind::place && scan.capital(i);
      if (!can_speak(mention) || named_place) continue;
      cast_.hear_until(i + 1);
      Attribution out = from(cast_.of_entity(mention.entity), {i, i + 1});
      out.mention = mention.span;
      return out;
    }
  }
  if (noun == 0 || !scan.is(noun - 1, class_possessive)) return {};
  cast_.hear_until(noun);
  const size_t who = cast_.owner(noun - 1, sentence);
  return who == Cast::nobody ? Attribution{} : from(who, {noun - 1, noun});
}

Attribution Speakers::author(uint32_t sentence, uint32_t quote) {
  Attribution out = author_in(sentence, quote);
  if (out.name.empty() && sentence > 0 && is_read(sentence, quote)) {
    const Clause& before = reading_.sentences[sentence - 1];
    if (before.paragraph == reading_.sentences[sentence].paragraph) out = author_in(sentence - 1, before.end);
  }
  return out;
}

Attribution Speakers::author_in(uint32_t sentence, uint32_t quote) {
  const Clause& clause = reading_.sentences[sentence];
  const uint32_t least = quote > clause.begin + 45 ? quote - 45 : clause.begin;
  for (uint32_t i = quote; i-- > least;) {
    const Word& word = reading_.words[i];
    if (word.kind == WordKind::stop || word.kind == WordKind::semicolon) break;
    if (kin_.utterances.contains(word.form) || kin_.documents.contains(word.form))
      if (Attribution out = owner(i, sentence); !out.name.empty()) return out;
  }
  // «« … », lit-on dans le communiqué de la mairie»
  for (uint32_t i = quote + 1; i < clause.end && i < quote + 10; ++i) {
    const Word& word = reading_.words[i];
    if (word.kind == WordKind::stop || word.kind == WordKind::quote) break;
    if (kin_.documents.contains(word.form))
      if (Attribution out = owner(i, sentence); !out.name.empty()) return out;
  }
  return {};
}

// «On y apprend que … « … », peut-on y lire.»: the letter was named a sentence earlier.
bool Speakers::is_read(uint32_t sentence, uint32_t quote) const {
  const Clause& clause = reading_.sentences[sentence];
  for (uint32_t i = quote + 1; i < clause.end && i < quote + 6; ++i)
    if (reading_.words[i].form == "lire" || reading_.words[i].form == "lit") return true;
  return false;
}

// «L'un d'eux, un pêcheur de Calais, …»: the apposition says who it is.
Range Speakers::one_of_them(Range phrase, Range subject) const {
  const Scan scan = cast_.whole();
  const uint32_t at = phrase.begin + (scan.form(phrase.begin, "l'") ? 1 : 0);
  if (!scan.form(at, "un") && !scan.form(at, "une")) return {};
  if (!scan.form(at + 1, "d'") && !scan.form(at + 1, "de") && !scan.form(at + 1, "des")) return {};
  if (!scan.kind(phrase.end, WordKind::comma) || phrase.end + 1 >= subject.end) return {};
  if (!scan.form(phrase.end + 1, "un") && !scan.form(phrase.end + 1, "une")) return {};
  return {phrase.end + 1, scan.phrase_end(phrase.end + 1, subject.end)};
}

// «la veille», «ce mardi»: nobody.
bool Speakers::is_time(Range phrase) const {
  const Span span = reading_.span(phrase.begin, phrase.end);
  const auto it = std::lower_bound(document_.times.begin(), document_.times.end(), span.begin,
                                   [](const Time& t, uint32_t begin) { return t.span.end <= begin; });
  return it != document_.times.end() && it->span.contains(span);
}

// «l'annonce du préfet», «les affirmations de Paul Girard»: his words.
Range Speakers::of_utterance(Range phrase) const {
  const Scan scan = cast_.whole();
  if (lexicon_.english || !scan.is(phrase.begin, class_article | class_demonstrative)) return {};
  const uint32_t noun = phrase.begin + 1;
  if (noun + 2 >= phrase.end || !kin_.utterances.contains(reading_.words[noun].form)) return {};
  if (!scan.is(noun + 1, class_of) || reading_.words[noun].mention >= 0) return {};
  return {noun + 2, phrase.end};
}

// «Conmebol, la Confédération de football»: a name that nobody knows is still what the text calls the
// speaker.
bool Speakers::own_name(Range phrase) const {
  if (phrase.empty() || phrase.begin == 0) return false;
  const Word& before = reading_.words[phrase.begin - 1];
  if (before.kind == WordKind::stop || before.kind == WordKind::quote) return false;
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const Word& word = reading_.words[i];
    if (word.kind != WordKind::word || !word.capital || word.mention >= 0) return false;
    if (lexicon_.classes_of(word.form) & (class_determiner | class_day | class_month | class_civility))
      return false;
  }
  return phrase.end < reading_.words.size() && reading_.words[phrase.end].kind == WordKind::comma;
}

Attribution Speakers::resolve(Range subject, uint32_t sentence, bool passing) {
  if (subject.empty()) return {};
  cast_.hear_until(subject.end);
  Range phrase = phrase_of(subject);
  const Word& first = reading_.words[subject.begin];
  const uint32_t classes = first.kind == WordKind::word ? lexicon_.classes_of(first.form) : 0;
  const bool pronoun = (classes & (class_person_pronoun | class_subject_pronoun | class_hanging)) &&
                       !(classes & class_determiner);
  if (const Range fuller = one_of_them(phrase, subject); !fuller.empty()) phrase = fuller;
  Attribution out;
  size_t who = Cast::nobody;
  if (first.kind == WordKind::quote) {
    out.mention = reading_.marked[first.marked].inner;
    out.name = std::string(document_.words(out.mention));
    who = cast_.of_description(out.name, phrase);
  } else if (pronoun) {
    phrase = {subject.begin, subject.begin + 1};
    if (classes & class_person_pronoun && first.form != "on")
      who = known(subject, [&] { return cast_.antecedent(subject.begin, sentence); });
    if (who == Cast::nobody) {
      out.mention = first.span;
      return out;
    }
    out = from(who, phrase);
  } else if (const Range whose = of_utterance(phrase); !whose.empty()) {
    return resolve(whose, sentence, passing);
  } else if (who = cast_.of_together(subject, phrase.end); who != Cast::nobody) {
    out = from(who, phrase);
  } else if (own_name(phrase)) {
    out.mention = reading_.span(phrase.begin, phrase.end);
    out.name = std::string(document_.words(out.mention));
    who = cast_.of_description(out.name, phrase);
  } else if (const Mention* mention = naming(subject)) {
    who = cast_.of_entity(mention->entity);
    out = from(who, phrase);
  } else if (who = known(subject, [&] { return cast_.holder(phrase); }); who != Cast::nobody) {
    out = from(who, phrase);
  } else {
    if (is_time(phrase)) return {};
    // «des secouristes cités par le journal»
    for (uint32_t i = phrase.begin + 2; i + 1 < phrase.end; ++i)
      if ((reading_.words[i].features & form_participle) &&
          cast_.whole().form(i + 1, lexicon_.english ? "by" : "par"))
        phrase.end = i;
    out.mention = reading_.span(phrase.begin, phrase.end);
    if (impersonal(phrase)) return out;
    out.name = cast_.description(phrase);
    who = cast_.of_description(out.name, phrase);
  }
  if (!passing) cast_.speaks(who, subject, sentence);
  return out;
}

}  // namespace recoupe::quotes
