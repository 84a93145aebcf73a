#include "quotes/scan.hpp"

namespace recoupe::quotes {

bool Scan::finite(uint32_t i) const {
  if (!inside(i)) return false;
  const Word& w = word(i);
  if (w.kind != WordKind::word) return false;
  const uint32_t c = lexicon.classes_of(w.form);
  if (c & class_finite) return !(w.capital && w.form.size() == 1);  // «A 10 heures»
  if (w.upos != Upos::unknown)
    return (w.upos == Upos::verb || w.upos == Upos::aux) &&
           (w.features & (mood_indicative | mood_conditional | mood_subjunctive));
  if (w.capital) return false;
  if (w.can != 0) {
    if (!(w.can & can_finite)) return false;
    if (w.can == can_finite) return true;
    // «la porte», «il porte»: the word before tells.
    return is(i - 1, class_relative | class_negation) || is(i - 1, class_reflexive) ||
           (is(i - 1, class_subject_pronoun) && !is(i - 1, class_determiner)) || w.form.ends_with("ait");
  }
  if (const auto* forms = lexicon.forms_of(w.form))
    for (const VerbForm& form : *forms)
      if (form.tense != Tense::infinitive && form.tense != Tense::participle_past &&
          form.tense != Tense::participle_present && form.tense != Tense::present)
        return true;
  const std::string& f = w.form;
  if (lexicon.english) return f.size() > 4 && f.ends_with("ed");
  return f.size() > 5 && (f.ends_with("ait") || f.ends_with("aient") || f.ends_with("èrent") ||
                          f.ends_with("eront") || f.ends_with("irent") || f.ends_with("era"));
}

bool Scan::finite_in(Range range) const {
  for (uint32_t i = range.begin; i < range.end; ++i)
    if (finite(i) || kind(i, WordKind::quote)) return true;
  return false;
}

bool Scan::starts(uint32_t at) const {
  if (!inside(at)) return false;
  const Word& w = word(at);
  if (w.kind == WordKind::number)
    return at + 1 < sentence.end && word(at + 1).kind == WordKind::word && !is(at + 1, class_month);
  if (w.kind != WordKind::word) return false;
  if (w.mention >= 0) return true;
  const uint32_t c = lexicon.classes_of(w.form);
  if (c & (class_day | class_month)) return false;
  if (c & class_determiner) {
    if (w.form == "du" || w.form == "au" || w.form == "aux" ||
        (w.form == "des" && w.contracted && kind(at - 1, WordKind::word)))
      return false;
    // «ce mardi», «le 3 mars» say when.
    if (kind(at + 1, WordKind::number)) return !is(at + 2, class_month);
    return !is(at + 1, class_day | class_month);
  }
  if (c & (class_subject_pronoun | class_person_pronoun | class_civility)) return true;
  if (c & (class_preposition | class_subordinator | class_coordinator | class_adverb | class_negation |
           class_relative | class_modal | class_finite))
    return false;
  if (w.capital && at != sentence.begin) return true;
  if (w.capital) {
    // The first word has a capital whatever it is: a participle or an adverb does not begin a name.
    const std::string& f = w.form;
    if (lexicon.english) return !f.ends_with("ing") && !f.ends_with("ly");
    if (f.ends_with("ment") || f.ends_with("ant") || f.ends_with("é") || f.ends_with("ée") ||
        f.ends_with("és") || f.ends_with("ées"))
      return capital(at + 1);
    return true;
  }
  return lexicon.english && !finite(at);
}

uint32_t Scan::phrase_end(uint32_t at, uint32_t limit) const {
  uint32_t i = at;
  for (; i < limit; ++i) {
    const Word& w = word(i);
    if (w.kind == WordKind::quote && i > at && i + 1 < limit && !reading.long_quote(w))
      continue;  // «the "History" section»
    if (w.kind != WordKind::word && w.kind != WordKind::number && w.kind != WordKind::dash &&
        w.kind != WordKind::other)
      break;
    if (i == at) continue;
    if (is(i, class_relative | class_hanging | class_day | class_subordinator) && !is(i, class_clitic)) break;
    // «a leaked letter»
    if (lexicon.english && is(i - 1, class_determiner) && !is(i, class_finite)) continue;
    if (finite(i)) break;
  }
  // «John Kerry se», «le maire s'en»
  while (i > at + 1 && (is(i - 1, class_reflexive | class_negation) ||
                        (!lexicon.english && i < limit && (form(i - 1, "en") || form(i - 1, "y")))))
    --i;
  return i;
}

namespace {

bool phrase_at(const Scan& scan, uint32_t at, const std::vector<std::string_view>& phrase) {
  for (uint32_t k = 0; k < phrase.size(); ++k)
    if (!scan.form(at + k, phrase[k])) return false;
  return true;
}

bool adverb_like(const Scan& scan, uint32_t at) {
  if (!scan.kind(at, WordKind::word)) return false;
  const uint32_t c = scan.classes(at);
  if (c & (class_determiner | class_clitic | class_preposition | class_negation | class_have | class_be))
    return false;
  const std::string& f = scan.word(at).form;
  if (c & class_adverb) return true;
  // «a juste indiqué»: whatever the tags call so
  if (c == 0 && !scan.lexicon.english && scan.word(at).upos == Upos::adv && !scan.capital(at)) return true;
  if (scan.lexicon.english) return f.size() > 4 && f.ends_with("ly");
  return f.size() > 6 && f.ends_with("ment") &&
         (scan.word(at).upos == Upos::unknown || scan.word(at).upos == Upos::adv);
}

bool time_like(const Scan& scan, uint32_t at) {
  return scan.is(at, class_day | class_month) || scan.kind(at, WordKind::number) || scan.form(at, "fin") ||
         scan.form(at, "début") || scan.form(at, "er") || scan.form(at, "dernier") ||
         scan.form(at, "dernière") ||
         (scan.is(at, class_demonstrative | class_article) && scan.is(at + 1, class_day));
}

}  // namespace

uint32_t Scan::after_adverbs(uint32_t at) const {
  for (bool moved = true; moved && inside(at);) {
    moved = false;
    while (adverb_like(*this, at)) {
      ++at;
      moved = true;
    }
    for (const auto& phrase : lexicon.adverb_phrases)
      if (phrase_at(*this, at, phrase)) {
        at += static_cast<uint32_t>(phrase.size());
        moved = true;
        break;
      }
  }
  return at;
}

uint32_t Scan::after_circumstances(uint32_t at) const {
  const uint32_t start = at;
  bool comma = false;
  for (int n = 0; n < 12 && inside(at); ++n) {
    const uint32_t next = after_adverbs(at);
    if (next != at) {
      at = next;
    } else if (time_like(*this, at) &&
               (!kind(at, WordKind::number) || is(at + 1, class_month) || at > start)) {
      ++at;
    } else if ((form(at, "depuis") || form(at, "dès") || form(at, "on")) && is(at + 1, class_day)) {
      ++at;
    } else if (kind(at, WordKind::comma) &&
               (comma || time_like(*this, at + 1) || after_adverbs(at + 1) != at + 1)) {
      comma = true;
      ++at;
    } else {
      break;
    }
  }
  return at;
}

uint32_t Scan::before_adverbs(uint32_t at) const {
  for (int n = 0; n < 6 && at > sentence.begin; ++n) {
    bool moved = false;
    for (const auto& phrase : lexicon.adverb_phrases) {
      const auto size = static_cast<uint32_t>(phrase.size());
      if (at - sentence.begin <= size || !phrase_at(*this, at - size, phrase)) continue;
      at -= size;
      moved = true;
      break;
    }
    if (!moved && (adverb_like(*this, at - 1) || (is(at - 1, class_negation | class_adverb) &&
                                                  !is(at - 1, class_have | class_be | class_clitic)))) {
      --at;
      moved = true;
    }
    if (!moved && kind(at - 1, WordKind::comma) && n > 0 && at - 1 > sentence.begin &&
        is(at - 2, class_have | class_be | class_hanging)) {
      --at;
      moved = true;
    }
    if (!moved) break;
  }
  return at;
}

uint32_t Scan::infinitive(uint32_t at) const {
  uint32_t i = at;
  bool article = false;  // «la fermeture» rather than «la fermer»
  while (inside(i) && is(i, class_clitic | class_negation))
    article = is(i++, class_article | class_possessive);
  if (!kind(i, WordKind::word) || word(i).capital) return 0;
  const std::string& f = word(i).form;
  if (lexicon.english) {
    if (f.ends_with("ing") && f.size() > 4) return at;
    return at > sentence.begin && form(at - 1, "to") && !is(at, class_determiner) && !capital(at) ? at : 0;
  }
  if (word(i).upos != Upos::unknown && word(i).upos != Upos::verb && word(i).upos != Upos::aux) return 0;
  if (is(i, class_determiner | class_preposition)) return 0;
  if (word(i).can != 0) {
    if (!(word(i).can & can_infinitive)) return 0;
    // «le pouvoir», «la faire»
    return article && word(i).can != can_infinitive && f != "avoir" && f != "être" && f != "faire" ? 0 : at;
  }
  if (article && word(i).upos == Upos::unknown) return f == "avoir" || f == "être" || f == "faire" ? at : 0;
  return f.size() > 3 && (f.ends_with("er") || f.ends_with("ir") || f.ends_with("re")) ? at : 0;
}

const Cue* Scan::cue_at(uint32_t i) const {
  for (const Cue& cue : cues)
    if (cue.group.contains(i)) return &cue;
  return nullptr;
}

Range Scan::trim(Range range) const {
  const auto loose = [&](uint32_t i) {
    const WordKind k = word(i).kind;
    return k == WordKind::comma || k == WordKind::stop || k == WordKind::colon || k == WordKind::semicolon ||
           k == WordKind::dash;
  };
  while (!range.empty() && loose(range.begin)) ++range.begin;
  for (bool moved = true; moved && !range.empty();) {
    moved = false;
    while (!range.empty() && (loose(range.end - 1) || is(range.end - 1, class_coordinator))) {
      --range.end;
      moved = true;
    }
    // A footnote: «« des dizaines de morts » [1]».
    if (range.end - range.begin > 3 && word(range.end - 1).kind == WordKind::close &&
        word(range.end - 2).kind == WordKind::number && word(range.end - 3).kind == WordKind::open) {
      range.end -= 3;
      moved = true;
    }
  }
  return range;
}

}  // namespace recoupe::quotes
