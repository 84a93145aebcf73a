#include "quotes/subject.hpp"

#include <array>

namespace recoupe::quotes {

bool looks_finite(const Word& word, const Cue_lexicon& lexicon) {
  if (word.kind != WordKind::word) return false;
  const uint32_t classes = lexicon.classes_of(word.form);
  if (classes & class_finite) return true;
  if (word.upos != Upos::unknown)
    return (word.upos == Upos::verb || word.upos == Upos::aux) &&
           (word.features & (mood_indicative | mood_conditional | mood_subjunctive));
  if (word.capital) return false;
  if (const auto* forms = lexicon.forms_of(word.form))
    for (const VerbForm& form : *forms)
      if (form.tense != Tense::infinitive && form.tense != Tense::participle_past &&
          form.tense != Tense::participle_present && form.tense != Tense::present)
        return true;
  const std::string& f = word.form;
  if (lexicon.english) return f.size() > 4 && f.ends_with("ed");
  return f.size() > 5 && (f.ends_with("ait") || f.ends_with("aient") || f.ends_with("èrent") ||
                          f.ends_with("eront") || f.ends_with("irent") || f.ends_with("era"));
}

bool starts_noun_phrase(const Reading& reading, uint32_t at, Range sentence, const Cue_lexicon& lexicon) {
  if (at >= sentence.end) return false;
  const Word& word = reading.words[at];
  if (word.kind == WordKind::quote) return false;
  if (word.kind == WordKind::number)
    return at + 1 < sentence.end && reading.words[at + 1].kind == WordKind::word;
  if (word.kind != WordKind::word) return false;
  const uint32_t classes = lexicon.classes_of(word.form);
  if (classes & (class_day | class_month)) return false;
  if (classes & class_determiner) {
    if (word.form == "du" || word.form == "des" || word.form == "au" || word.form == "aux")
      return word.form == "des";
    // «ce mardi», «le 3 mars» say when.
    if (at + 1 < sentence.end) {
      const Word& next = reading.words[at + 1];
      if (next.kind == WordKind::number) {
        const bool date =
            at + 2 < sentence.end && (lexicon.classes_of(reading.words[at + 2].form) & class_month);
        return !date;
      }
      if (lexicon.classes_of(next.form) & (class_day | class_month)) return false;
    }
    return true;
  }
  if (classes & (class_subject_pronoun | class_person_pronoun | class_civility)) return true;
  if (classes & (class_preposition | class_subordinator | class_coordinator | class_adverb | class_negation |
                 class_relative | class_modal | class_finite))
    return false;
  if (word.capital && at != sentence.begin) return true;
  if (word.capital) {
    // The first word has a capital whatever it is: a participle or an adverb does not begin a name.
    const std::string& f = word.form;
    if (f.ends_with("ment") || f.ends_with("ant") || f.ends_with("é") || f.ends_with("ée") ||
        f.ends_with("és") || f.ends_with("ées"))
      return at + 1 < sentence.end && reading.words[at + 1].capital;
    if (lexicon.english && (f.ends_with("ing") || f.ends_with("ly"))) return false;
    return true;
  }
  return lexicon.english && !looks_finite(word, lexicon);
}

uint32_t noun_phrase_end(const Reading& reading, uint32_t at, uint32_t limit, const Cue_lexicon& lexicon) {
  uint32_t i = at;
  for (; i < limit; ++i) {
    const Word& word = reading.words[i];
    if (word.kind == WordKind::quote) break;
    if (word.kind != WordKind::word && word.kind != WordKind::number && word.kind != WordKind::dash &&
        word.kind != WordKind::other)
      break;
    const uint32_t classes = lexicon.classes_of(word.form);
    if (i > at && (classes & (class_relative | class_hanging | class_day | class_subordinator))) break;
    if (i > at && looks_finite(word, lexicon)) break;
  }
  return i;
}

namespace {

class Subjects {
 public:
  Subjects(const Reading& reading, const Cue_lexicon& lexicon, std::vector<Cue>& cues)
      : reading_(reading), lexicon_(lexicon), cues_(cues) {}

  void find() {
    for (size_t i = 0; i < cues_.size(); ++i) {
      Cue& cue = cues_[i];
      const Clause& sentence = reading_.sentences[cue.sentence];
      sentence_ = {sentence.begin, sentence.end};
      if (cue.voice == Voice::source) {
        cue.subject = governed(cue);
      } else if (cue.voice == Voice::colon) {
        cue.subject = labelled(cue);
      } else if (cue.inverted) {
        cue.subject = {cue.pronoun, cue.pronoun + 1};
      } else if (cue.voice == Voice::passive || cue.voice == Voice::participle) {
        cue.subject = agent(cue);
      } else if (cue.voice == Voice::gerund || cue.voice == Voice::infinitive) {
        cue.subject = shared(i);
      } else {
        cue.subject = after(cue);
        if (cue.subject.empty()) cue.subject = before(i);
      }
    }
  }

 private:
  const Word& word(uint32_t i) const { return reading_.words[i]; }
  uint32_t classes(uint32_t i) const {
    return i >= sentence_.begin && i < sentence_.end && word(i).kind == WordKind::word
               ? lexicon_.classes_of(word(i).form)
               : 0;
  }
  bool starts(uint32_t i) const { return starts_noun_phrase(reading_, i, sentence_, lexicon_); }

  // «selon le directeur, interrogé par Sky News, …»: the noun phrase, without what follows the comma.
  Range governed(const Cue& cue) const {
    uint32_t end = cue.group.end;
    for (; end < sentence_.end; ++end) {
      const Word& w = word(end);
      if (w.kind == WordKind::comma || w.kind == WordKind::stop || w.kind == WordKind::semicolon ||
          w.kind == WordKind::colon || w.kind == WordKind::close || w.kind == WordKind::quote ||
          w.kind == WordKind::open)
        break;
      if (end > cue.group.end && (classes(end) & class_relative)) break;
      if (end > cue.group.end + 1 && looks_finite(w, lexicon_)) break;
      if (end > cue.group.end && (classes(end) & class_subject_pronoun) && !(classes(end) & class_determiner))
        break;
    }
    return {cue.group.end, end};
  }

  // «Le préfet : « … »»: a noun phrase and nothing else.
  Range labelled(const Cue& cue) const {
    const uint32_t at = sentence_.begin;
    if (!starts(at)) return {};
    uint32_t end = noun_phrase_end(reading_, at, cue.group.begin, lexicon_);
    // «Jean X, ministre de Y :»
    for (uint32_t i = end; i < cue.group.begin; ++i)
      if (word(i).kind == WordKind::word && looks_finite(word(i), lexicon_)) return {};
    return end > at ? Range{at, cue.group.begin} : Range{};
  }

  // «annoncé par X», «was told by X».
  Range agent(const Cue& cue) const {
    for (uint32_t i = cue.group.end; i + 1 < sentence_.end && i < cue.group.end + 12; ++i) {
      if (word(i).kind != WordKind::word && word(i).kind != WordKind::number) break;
      if (word(i).form == (lexicon_.english ? "by" : "par") && starts(i + 1))
        return {i + 1, noun_phrase_end(reading_, i + 1, sentence_.end, lexicon_)};
      if (looks_finite(word(i), lexicon_)) break;
    }
    return {};
  }

  // The speaker of «affirmant» is the subject of the clause that it hangs on.
  Range shared(size_t index) {
    const Cue& cue = cues_[index];
    for (size_t k = index; k-- > 0;) {
      const Cue& other = cues_[k];
      if (other.voice == Voice::source || other.voice == Voice::participle || other.subject.empty()) continue;
      if (other.voice == Voice::passive) continue;
      return other.subject;
    }
    // The first noun phrase of the sentence that is not after a preposition.
    for (uint32_t i = sentence_.begin; i < cue.group.begin; ++i) {
      if (!starts(i)) continue;
      if (i > sentence_.begin && (classes(i - 1) & class_preposition)) continue;
      return {i, noun_phrase_end(reading_, i, cue.group.begin, lexicon_)};
    }
    return {};
  }

  // «P, a annoncé le ministre», «« … », dit X».
  Range after(const Cue& cue) const {
    if (!cue.verb || !(cue.verb->frames & frame_incise)) return {};
    const uint32_t at = cue.group.end;
    if (at >= sentence_.end || !starts(at)) return {};
    if (lexicon_.classes_of(word(at).form) & class_subject_pronoun && !lexicon_.english) return {};
    if (cue.group.begin > sentence_.begin) {
      const Word& previous = word(cue.group.begin - 1);
      if (previous.kind != WordKind::comma && previous.kind != WordKind::quote &&
          previous.kind != WordKind::dash && previous.kind != WordKind::stop)
        return {};
      if (!clause_before(cue.group.begin)) return {};
    }
    const uint32_t end = noun_phrase_end(reading_, at, sentence_.end, lexicon_);
    if (end < sentence_.end && cue.group.begin > sentence_.begin) {
      const Word& next = word(end);
      if (looks_finite(next, lexicon_) && next.kind == WordKind::word) return {};
    }
    return {at, end};
  }

  // Whether something is said before an incise: a finite verb or words between marks.
  bool clause_before(uint32_t end) const {
    for (uint32_t i = sentence_.begin; i < end; ++i)
      if (word(i).kind == WordKind::quote || looks_finite(word(i), lexicon_)) return true;
    return false;
  }

  // The left border of the clause that the verb stands in.
  uint32_t clause_begin(uint32_t verb) const {
    int depth = 0;
    for (uint32_t i = verb; i > sentence_.begin; --i) {
      const Word& w = word(i - 1);
      if (w.kind == WordKind::close) ++depth;
      if (w.kind == WordKind::open && depth-- == 0) return i;
      if (depth > 0) continue;
      if (w.kind == WordKind::stop || w.kind == WordKind::semicolon || w.kind == WordKind::colon) return i;
      if (w.kind == WordKind::word && (classes(i - 1) & class_subordinator) &&
          !(classes(i - 1) & class_clitic))
        return i;
      if (w.kind == WordKind::word && w.form == "mais") return i;
    }
    return sentence_.begin;
  }

  Range before(size_t index) {
    const Cue& cue = cues_[index];
    const uint32_t verb = cue.group.begin;
    if (verb == sentence_.begin) return {};
    // «X, qui affirme»: the one that «qui» stands for.
    if (word(verb - 1).form == "qui" || (lexicon_.english && word(verb - 1).form == "who"))
      return antecedent(verb - 1);
    if (classes(verb - 1) & class_coordinator) {
      // «X évoque A et recommande B»: one subject for both.
      for (size_t k = index; k-- > 0;)
        if (cues_[k].voice == Voice::active && !cues_[k].subject.empty()) return cues_[k].subject;
    }
    const uint32_t begin = clause_begin(verb);
    if (classes(verb - 1) & class_person_pronoun || classes(verb - 1) & class_subject_pronoun)
      return {verb - 1, verb};
    return leftmost(begin, verb);
  }

  Range antecedent(uint32_t relative) const {
    uint32_t end = relative;
    if (end > sentence_.begin && word(end - 1).kind == WordKind::comma) --end;
    const Range found = leftmost(clause_begin(end), end);
    return found;
  }

  // The first noun phrase of [begin, end) that is not governed by a preposition and that reaches the verb, or
  // has only appositions between commas after it.
  Range leftmost(uint32_t begin, uint32_t end) const {
    uint32_t from = begin;
    Range best;
    for (uint32_t i = begin; i < end; ++i) {
      if (word(i).kind == WordKind::comma) {
        from = i + 1;
        continue;
      }
      if (i != from && best.empty()) {
        // Inside a segment that began with «Dans un communiqué»: only a name or an article after a noun.
        const bool governed =
            (classes(i - 1) & (class_preposition | class_determiner | class_coordinator)) != 0;
        const bool article = (classes(i) & class_article) != 0 || (classes(i) & class_subject_pronoun) != 0;
        if (!governed && starts(i) && (article || (word(i).capital && !word(i - 1).capital)) &&
            last_segment(i, end))
          best = {i, end};
        continue;
      }
      if (i == from && starts(i)) {
        if (best.empty()) best = {i, end};
        continue;
      }
    }
    while (best.end > best.begin && word(best.end - 1).kind == WordKind::comma) --best.end;
    return best;
  }

  bool last_segment(uint32_t at, uint32_t end) const {
    for (uint32_t i = at; i < end; ++i)
      if (word(i).kind == WordKind::comma) return false;
    return true;
  }

  const Reading& reading_;
  const Cue_lexicon& lexicon_;
  std::vector<Cue>& cues_;
  Range sentence_;
};

}  // namespace

void find_subjects(const Reading& reading, const Cue_lexicon& lexicon, std::vector<Cue>& cues) {
  Subjects(reading, lexicon, cues).find();
}

}  // namespace recoupe::quotes
