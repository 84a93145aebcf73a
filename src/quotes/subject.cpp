#include "quotes/subject.hpp"

#include <algorithm>

#include "quotes/around.hpp"
#include "quotes/clause_subject.hpp"
#include "quotes/scan.hpp"
#include "quotes/source.hpp"
#include "quotes/turned.hpp"

namespace recoupe::quotes {

namespace {

class Subjects {
 public:
  Subjects(const Reading& reading, const Cue_lexicon& lexicon, std::vector<Cue>& cues)
      : reading_(reading), lexicon_(lexicon), cues_(cues), scan_{reading, lexicon, cues, {}} {}

  void find() {
    for (size_t i = 0; i < cues_.size(); ++i) {
      Cue& cue = cues_[i];
      const Clause& sentence = reading_.sentences[cue.sentence];
      sentence_ = scan_.sentence = {sentence.begin, sentence.end};
      if (cue.voice == Voice::source) {
        cue.subject = cue.relative ? antecedent(cue.group.begin) : governed_by_source(scan_, cue);
      } else if (cue.voice == Voice::colon) {
        cue.subject = labelled(cue);
      } else if (cue.inverted) {
        cue.subject = {cue.pronoun, cue.pronoun + 1};
      } else if (cue.voice == Voice::passive || cue.voice == Voice::participle) {
        cue.subject = agent(cue);
      } else if (cue.voice == Voice::gerund || cue.voice == Voice::infinitive) {
        cue.subject = shared(i);
      } else {
        cue.subject = subject_after(scan_, cue);
        if (cue.subject.empty()) cue.subject = by_tree(cue, before(i));
      }
    }
  }

 private:
  // The tree's subject of the verb, where the words alone have found another one or none.
  Range by_tree(const Cue& cue, Range found) const {
    const uint32_t from = cue.group.begin > sentence_.begin + 60 ? cue.group.begin - 60 : sentence_.begin;
    for (uint32_t i = cue.group.begin; i-- > from;) {
      const Word& w = word(i);
      if (classes(i) & (class_day | class_month)) continue;  // «ce jeudi matin»
      if (w.relation != Relation::nsubj || w.head < 0 || !cue.group.contains(static_cast<uint32_t>(w.head)))
        continue;
      const Upos opens = found.empty() ? Upos::unknown : word(found.begin).upos;
      // «However, analysts said»: the words began too early
      const bool early = lexicon_.english && found.begin < i &&
                         (opens == Upos::adv || opens == Upos::sconj || opens == Upos::verb);
      const bool reached = !early && found.contains(i) && !scan_.finite_in({found.begin, i});
      if (reached || (classes(i) & (class_relative | class_subordinator))) return found;
      uint32_t begin = i;
      while (begin > sentence_.begin && word(begin - 1).head >= static_cast<int32_t>(begin) &&
             word(begin - 1).head <= static_cast<int32_t>(i) && word(begin - 1).kind == WordKind::word)
        --begin;
      return {begin, cue.group.begin};
    }
    return found;
  }

  const Word& word(uint32_t i) const { return reading_.words[i]; }
  uint32_t classes(uint32_t i) const { return scan_.classes(i); }
  bool starts(uint32_t i) const { return scan_.starts(i); }

  // «Le préfet : « … »»: a noun phrase and nothing else.
  Range labelled(const Cue& cue) const {
    const uint32_t at = sentence_.begin;
    if (!starts(at)) return {};
    uint32_t end = scan_.phrase_end(at, cue.group.begin);
    // «Jean X, ministre de Y :»
    for (uint32_t i = end; i < cue.group.begin; ++i)
      if (word(i).kind == WordKind::word && scan_.finite(i)) return {};
    bool somebody = word(at).mention >= 0 || (at + 1 < end && word(at + 1).mention >= 0);
    for (uint32_t i = at; i < end && i < at + 4; ++i) somebody |= lexicon_.roles.contains(word(i).form);
    return somebody ? Range{at, cue.group.begin} : Range{};
  }

  // «annoncé par X», «décrits comme « … » par X», «was told by X».
  Range agent(const Cue& cue) const {
    for (uint32_t i = cue.group.end; i + 1 < sentence_.end && i < cue.group.end + 12; ++i) {
      if (word(i).kind != WordKind::word && word(i).kind != WordKind::number &&
          word(i).kind != WordKind::quote)
        break;
      // «considéré comme plus intéressé par P»: that «par» is another's
      if (i > cue.group.end && word(i - 1).kind == WordKind::word && (word(i - 1).features & form_participle))
        break;
      if (word(i).form == (lexicon_.english ? "by" : "par") && starts(i + 1))
        return {i + 1, agent_end(i + 1)};
      if (scan_.finite(i)) break;
    }
    return {};
  }

  // «accusée par X de prendre position»
  uint32_t agent_end(uint32_t at) const {
    const uint32_t end = scan_.phrase_end(at, sentence_.end);
    for (uint32_t i = at + 1; i + 1 < end; ++i) {
      if (scan_.of(i) && !word(i).contracted && scan_.infinitive(i + 1) != 0) return i;
      // «un accord cité par des sources russes entre Paris et Rome»
      if ((classes(i) & class_preposition) && !(classes(i) & class_of) && !lexicon_.english &&
          !word(i).contracted && !scan_.form(i, "à") && !scan_.form(i, "en"))
        return i;
    }
    return end;
  }

  // «On entend Paul Girard répéter la phrase»: a name right before an infinitive.
  Range infinitive_subject(const Cue& cue) const {
    if (cue.voice != Voice::infinitive || lexicon_.english) return {};
    for (uint32_t i = cue.group.begin; i-- > sentence_.begin && i + 6 > cue.group.begin;) {
      if (!scan_.capital(i)) return {};
      if (word(i).mention >= 0)
        return i > sentence_.begin && (classes(i - 1) & class_preposition) ? Range{}
                                                                           : Range{i, cue.group.begin};
    }
    return {};
  }

  // «dément des rumeurs affirmant que P»: the rumours say so, and not the one who denies them.
  Range denied_object(size_t index) const {
    const Cue& cue = cues_[index];
    if (index == 0 || cue.voice != Voice::gerund || scan_.form(cue.group.begin, "en")) return {};
    const Cue& outer = cues_[index - 1];
    if (!outer.verb || outer.verb->status != ClaimStatus::denied || outer.group.end >= cue.group.begin)
      return {};
    for (uint32_t i = outer.group.end; i < cue.group.begin; ++i)
      if (word(i).kind != WordKind::word || scan_.finite(i)) return {};
    if (scan_.form(cue.group.begin - 1, "en") || !starts(outer.group.end)) return {};
    return {outer.group.end, cue.group.begin};
  }

  // «montrait Paul Girard affirmant que P»: the name right before.
  Range named_before(const Cue& cue) const {
    if (cue.voice != Voice::gerund || scan_.form(cue.group.begin, "en") ||
        scan_.form(cue.group.begin - 1, "en"))
      return {};
    for (uint32_t i = cue.group.begin; i-- > sentence_.begin && i + 6 > cue.group.begin;) {
      if (!scan_.capital(i)) return {};
      if (word(i).mention < 0) continue;
      return i > sentence_.begin && (classes(i - 1) & (class_preposition | class_coordinator))
                 ? Range{}
                 : Range{i, cue.group.begin};
    }
    return {};
  }

  // «a permis à la ministre de déclarer que P»
  Range allowed(const Cue& cue) const {
    if (lexicon_.english || cue.voice != Voice::infinitive || cue.group.begin < sentence_.begin + 4)
      return {};
    const uint32_t of = cue.group.begin - 1;
    if (!scan_.of(of) || word(of).contracted) return {};
    for (uint32_t i = of; i-- > sentence_.begin + 1 && i + 12 > of;) {
      if (word(i).kind != WordKind::word || scan_.finite(i)) return {};
      if (!scan_.form(i, "à") && !scan_.form(i, "au") && !scan_.form(i, "aux")) continue;
      const std::string& verb = word(i - 1).form;
      if (!verb.starts_with("perm") && !verb.starts_with("demand") && !verb.starts_with("interdi") &&
          !verb.starts_with("conseill") && !verb.starts_with("propos") && !verb.starts_with("valu"))
        continue;
      return {i + 1, of};
    }
    return {};
  }

  // The speaker of «affirmant» is the subject of the clause that it hangs on.
  Range shared(size_t index) {
    const Cue& cue = cues_[index];
    // «…, with one poster writing», «avec X affirmant»
    for (uint32_t i = cue.group.begin; i-- > sentence_.begin && i + 8 > cue.group.begin;) {
      if (word(i).kind != WordKind::word) break;
      if ((word(i).form == "with" || word(i).form == "avec") && cue.voice == Voice::gerund && starts(i + 1) &&
          !scan_.form(i + 1, "en") && !scan_.form(cue.group.begin - 1, "en") &&
          !scan_.form(cue.group.begin, "en"))
        return {i + 1, cue.group.begin};
    }
    if (const Range named = named_before(cue); !named.empty()) return named;
    if (const Range denied = denied_object(index); !denied.empty()) return denied;
    if (const Range seen = infinitive_subject(cue); !seen.empty()) return seen;
    if (const Range dative = allowed(cue); !dative.empty()) return dative;
    for (size_t k = index; k-- > 0;) {
      const Cue& other = cues_[k];
      if (other.voice == Voice::source || other.voice == Voice::participle || other.subject.empty()) continue;
      if (other.voice == Voice::passive) continue;
      return other.subject;
    }
    if (const Range nearest = clause_subject(reading_, lexicon_, cue.sentence, cue.group.begin);
        !nearest.empty())
      return nearest;
    // The first noun phrase of the sentence that is not after a preposition.
    for (uint32_t i = sentence_.begin; i < cue.group.begin; ++i) {
      if (!starts(i)) continue;
      if (i > sentence_.begin && (classes(i - 1) & class_preposition)) continue;
      return {i, scan_.phrase_end(i, cue.group.begin)};
    }
    return {};
  }

  // The left border of the clause that the verb stands in.
  uint32_t clause_begin(uint32_t verb) const {
    int depth = 0;
    bool comma =
        false;  // «X, qui vit à Y, annonce»: a relative clause that a comma has closed is stepped over
    for (uint32_t i = verb; i > sentence_.begin; --i) {
      const Word& w = word(i - 1);
      if (w.kind == WordKind::close) ++depth;
      if (w.kind == WordKind::open && depth-- == 0) return i;
      if (depth > 0) continue;
      if (w.kind == WordKind::stop || w.kind == WordKind::semicolon || w.kind == WordKind::colon) return i;
      if (w.kind == WordKind::comma) comma = true;
      if (w.kind != WordKind::word) continue;
      const bool opens =
          (classes(i - 1) & (class_subordinator | class_relative)) && !(classes(i - 1) & class_clitic);
      const bool closed = comma && i - 1 > sentence_.begin &&
                          (word(i - 2).kind == WordKind::comma || (classes(i - 1) & class_relative));
      if ((opens && !closed) || w.form == "mais") return i;
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
    if (const uint32_t at = tail_begin(cue); at != 0) return {at, verb};
    return leftmost(begin, verb);
  }

  // «The dike broke at noon, Paul Durand told CNN.»: the speaker after the last comma; 0: none.
  uint32_t tail_begin(const Cue& cue) const {
    if (!lexicon_.english || !cue.verb || !(cue.verb->frames & frame_incise)) return 0;
    const uint32_t verb = cue.group.begin;
    uint32_t at = verb;
    while (at > sentence_.begin && at + 10 > verb && word(at - 1).kind == WordKind::word) --at;
    if (at == verb || at < sentence_.begin + 3 || word(at - 1).kind != WordKind::comma || !starts(at))
      return 0;
    // «The mayor, Paul Durand, said»: nothing has been said before the comma.
    if (scan_.phrase_end(at, verb) != verb || !scan_.finite_in({sentence_.begin, at})) return 0;
    if (word(sentence_.begin).kind == WordKind::word && (classes(sentence_.begin) & class_subordinator))
      return 0;
    return incise_end(scan_, cue) != 0 ? at : 0;
  }

  // «… par la voix du porte-parole, John Kirby, qui indique»: the noun phrase just before «qui», whatever
  // governs it.
  Range antecedent(uint32_t relative) const {
    uint32_t end = relative;
    if (end > sentence_.begin && word(end - 1).kind == WordKind::comma) --end;
    uint32_t begin = end;
    while (begin > sentence_.begin) {
      const WordKind kind = word(begin - 1).kind;
      if ((kind != WordKind::word && kind != WordKind::number && kind != WordKind::dash) ||
          scan_.finite(begin - 1))
        break;
      if (classes(begin - 1) & (class_relative | class_coordinator)) break;
      --begin;
    }
    // The last noun phrase that nothing governs; «le président de la République, qui» is the president.
    for (uint32_t i = end; i-- > begin;) {
      const bool governed = i > begin && (classes(i - 1) & (class_preposition | class_determiner));
      const bool head =
          (classes(i) & class_determiner) || (word(i).mention >= 0 && (i == begin || !word(i - 1).capital));
      if (head && starts(i) && !governed) return {with_determiner(i, begin), end};
    }
    for (uint32_t i = begin; i < end; ++i)
      if (starts(i)) return {i, end};
    return {};
  }

  // «l'agence Irib, qui»: from the article on.
  uint32_t with_determiner(uint32_t at, uint32_t begin) const {
    if (classes(at) & class_determiner) return at;
    for (uint32_t i = at; i > begin && i + 6 > at; --i) {
      if (classes(i - 1) & class_preposition) break;
      if (classes(i - 1) & class_determiner) return i - 1;
    }
    return at;
  }

  // The first noun phrase of [begin, end) that is not governed by a preposition and that reaches the verb, or
  // has only appositions between commas after it.
  Range leftmost(uint32_t begin, uint32_t end) const {
    uint32_t from = begin;
    Range best;
    for (uint32_t i = begin; i < end; ++i) {
      if (word(i).kind == WordKind::comma || word(i).kind == WordKind::quote ||
          (word(i).kind == WordKind::dash && i == from)) {
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
  Scan scan_;
  Range sentence_;
};

}  // namespace

void find_subjects(const Reading& reading, const Cue_lexicon& lexicon, std::vector<Cue>& cues) {
  Subjects(reading, lexicon, cues).find();
}

}  // namespace recoupe::quotes
