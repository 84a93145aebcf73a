#include "quotes/content.hpp"

#include <array>

#include "quotes/subject.hpp"

namespace recoupe::quotes {
namespace {

enum class Extent : uint8_t { clause, phrase };

class Contents {
 public:
  Contents(const Reading& reading, const Cue_lexicon& lexicon, const std::vector<Cue>& cues)
      : reading_(reading), lexicon_(lexicon), cues_(cues) {}

  std::vector<Content> find() {
    for (size_t i = 0; i < cues_.size(); ++i) {
      const Cue& cue = cues_[i];
      sentence_ = {reading_.sentences[cue.sentence].begin, reading_.sentences[cue.sentence].end};
      Content content = of(i);
      content.cue = i;
      content.words = trim(content.words);
      if (!content.words.empty()) out_.push_back(content);
    }
    return std::move(out_);
  }

 private:
  const Word& word(uint32_t i) const { return reading_.words[i]; }
  bool inside(uint32_t i) const { return i >= sentence_.begin && i < sentence_.end; }
  uint32_t classes(uint32_t i) const {
    return inside(i) && word(i).kind == WordKind::word ? lexicon_.classes_of(word(i).form) : 0;
  }
  bool is(uint32_t i, uint32_t mask) const { return (classes(i) & mask) != 0; }
  bool form(uint32_t i, std::string_view f) const { return inside(i) && word(i).form == f; }
  bool kind(uint32_t i, WordKind k) const { return inside(i) && word(i).kind == k; }
  bool starts(uint32_t i) const { return starts_noun_phrase(reading_, i, sentence_, lexicon_); }
  bool that(uint32_t i) const {
    return lexicon_.english ? form(i, "that") : form(i, "que") || form(i, "qu'");
  }

  Range trim(Range range) const {
    const auto loose = [&](uint32_t i) {
      const WordKind k = word(i).kind;
      return k == WordKind::comma || k == WordKind::stop || k == WordKind::colon ||
             k == WordKind::semicolon || k == WordKind::dash;
    };
    while (!range.empty() && loose(range.begin)) ++range.begin;
    while (!range.empty() && loose(range.end - 1)) --range.end;
    while (!range.empty() && (is(range.end - 1, class_coordinator) || form(range.end - 1, "mais")))
      --range.end;
    while (!range.empty() && loose(range.end - 1)) --range.end;
    return range;
  }

  const Cue* cue_at(uint32_t i) const {
    for (const Cue& cue : cues_)
      if (cue.group.contains(i)) return &cue;
    return nullptr;
  }

  // ---- where a content ends
  // ------------------------------------------------------------------------------------

  // After a comma: what is no longer part of the content.
  bool leaves_after_comma(uint32_t at, Extent extent) const {
    if (const Cue* cue = cue_at(at)) {
      if (cue->voice == Voice::source || cue->voice == Voice::gerund) return true;
      if (cue->inverted || (!cue->subject.empty() && cue->subject.begin >= cue->group.end)) return true;
      if (cue->voice == Voice::participle && extent == Extent::phrase) return true;
    }
    if (form(at, "en") && cue_at(at + 1) && cue_at(at + 1)->voice == Voice::gerund) return true;
    if (form(at, "tout") && form(at + 1, "en")) return true;
    if (form(at, "avant") || form(at, "tandis") || (form(at, "alors") && that(at + 1))) return true;
    if (extent == Extent::phrase) {
      if (form(at, "mais") || form(at, "but")) return true;
      if (is(at, class_place_time) && !form(at, "dans") && !form(at, "à") && !form(at, "in") &&
          !form(at, "to"))
        return true;
      if (word(at).form.size() > 4 && (word(at).form.ends_with("ant") || word(at).form.ends_with("ing")))
        return true;
    }
    return false;
  }

  uint32_t end_of(uint32_t begin, Extent extent) const {
    int depth = 0;
    for (uint32_t i = begin; i < sentence_.end; ++i) {
      const Word& w = word(i);
      if (w.kind == WordKind::open) ++depth;
      if (w.kind == WordKind::close && depth-- == 0) return i;
      if (depth > 0) continue;
      if (w.kind == WordKind::semicolon) return i;
      if (w.kind == WordKind::stop && w.form != "…" && w.form != "..." && i + 1 < sentence_.end &&
          word(i + 1).capital)
        return i;
      if (w.kind == WordKind::comma && i > begin && inside(i + 1) && leaves_after_comma(i + 1, extent))
        return i;
      if (i > begin && w.kind == WordKind::word) {
        if (const Cue* cue = cue_at(i)) {
          if (cue->voice == Voice::source && cue->group.begin == i) return i;
          // «évoquait A et recommandait de B»: the next verb of the same speaker.
          if (cue->group.begin == i && cue->voice == Voice::active && is(i - 1, class_coordinator))
            return i - 1;
        }
        if (is(i, class_coordinator) && that(i + 1) && extent == Extent::clause && quote_only(begin, i))
          return i;
        if (extent == Extent::phrase && leaves_phrase(i)) return i;
      }
    }
    return sentence_.end;
  }

  bool quote_only(uint32_t begin, uint32_t end) const {
    return end == begin + 1 && word(begin).kind == WordKind::quote;
  }

  // Without a comma: «… dans un communiqué», «… lors d'une conférence de presse», «… sur Twitter», «… mardi».
  bool leaves_phrase(uint32_t at) const {
    if (lexicon_.english) return false;
    if (form(at, "lors") || form(at, "via")) return true;
    if (form(at, "dans") && form(at + 1, "un") &&
        (form(at + 2, "communiqué") || form(at + 2, "entretien") || form(at + 2, "discours")))
      return true;
    if (form(at, "sur") && (form(at + 1, "twitter") || form(at + 1, "facebook"))) return true;
    return is(at, class_coordinator) && !form(at, "ou") && inside(at + 1) &&
           looks_finite(word(at + 1), lexicon_);
  }

  // ---- what each frame takes
  // -----------------------------------------------------------------------------------

  Content of(size_t index) const {
    const Cue& cue = cues_[index];
    if (cue.voice == Voice::source) return source(cue);
    if (cue.voice == Voice::colon) return {};
    if (cue.verb->frames & frame_incise)
      if (const Content content = incise(cue); !content.words.empty()) return content;
    uint32_t at = cue.group.end;
    if (!cue.subject.empty() && cue.subject.begin >= cue.group.end && cue.voice != Voice::passive &&
        cue.voice != Voice::participle)
      at = cue.subject.end;
    if (cue.voice == Voice::passive || cue.voice == Voice::participle) return passive(cue);
    return complement(cue, at);
  }

  Content complement(const Cue& cue, uint32_t at) const {
    const uint32_t frames = cue.verb->frames;
    at = skip_adverbs(at);
    if (const Content content = clause(cue, at); !content.words.empty()) return content;
    if (frames & frame_if && (form(at, "si") || form(at, "s'") || form(at, "if") || form(at, "whether")))
      return {{at + 1, end_of(at + 1, Extent::clause)}, 0, rule_if, true};
    if (frames & frame_infinitive)
      if (const uint32_t begin = infinitive_at(at))
        return {{begin, end_of(begin, Extent::clause)}, 0, rule_infinitive};
    if (frames & frame_de_infinitive &&
        (lexicon_.english ? form(at, "to") : form(at, "de") || form(at, "d'")))
      if (const uint32_t begin = infinitive_at(at + 1))
        return {{begin, end_of(begin, Extent::clause)}, 0, rule_infinitive};
    if (frames & frame_a_infinitive && form(at, "à"))
      if (const uint32_t begin = infinitive_at(at + 1))
        return {{begin, end_of(begin, Extent::clause)}, 0, rule_infinitive};
    if (frames & (frame_object_de | frame_object_a | frame_dative_de | frame_object_for))
      if (const Content content = object(cue, at); !content.words.empty()) return content;
    if (frames & frame_as)
      if (const uint32_t begin = as_at(at))
        return {{begin, end_of(begin, Extent::phrase)}, 0, rule_predicate};
    if (frames & frame_adjective && predicate_at(at))
      return {{at, end_of(at, Extent::phrase)}, 0, rule_predicate};
    if (const uint32_t begin = noun_at(cue, at))
      return {{begin, end_of(begin, Extent::phrase)}, 0, rule_noun};
    return {};
  }

  uint32_t skip_adverbs(uint32_t at) const {
    while (inside(at) && is(at, class_adverb) &&
           !is(at, class_determiner | class_clitic | class_preposition | class_negation))
      ++at;
    return at;
  }

  // «a annoncé, dimanche 24 janvier, que P»: the nearest «que» with nothing but circumstances before it.
  Content clause(const Cue& cue, uint32_t at) const {
    if (!(cue.verb->frames & (frame_that | frame_object_that))) return {};
    uint32_t i = at;
    for (uint32_t steps = 0; steps < 40 && inside(i); ++steps, ++i) {
      const Word& w = word(i);
      if (that(i)) {
        const bool part_of_phrase =
            i > at && is(i - 1, class_not_that) && !(form(i - 1, "ce") && form(i - 2, "à"));
        if (part_of_phrase) return {};
        if (lexicon_.english && i + 1 < sentence_.end && i > at && is(i - 1, class_preposition)) return {};
        uint32_t begin = i + 1;
        if (kind(begin, WordKind::comma)) ++begin;
        if (const Cue* nested = cue_at(begin); nested && nested->voice == Voice::source) {
          begin = nested->subject.end;
          if (kind(begin, WordKind::comma)) ++begin;
        }
        return {{begin, end_of(begin, Extent::clause)}, 0, rule_that};
      }
      if (w.kind == WordKind::stop || w.kind == WordKind::colon || w.kind == WordKind::semicolon ||
          w.kind == WordKind::quote)
        break;
      if (w.kind == WordKind::word) {
        if (is(i, class_relative) && !lexicon_.english) break;
        if (cue_at(i)) break;
        if (looks_finite(w, lexicon_)) break;
        // A bare noun phrase right after the verb is its object: a later «que» belongs to that.
        const bool takes_object = (cue.verb->frames & frame_object_that) != 0;
        if (i == at && !takes_object && starts(i) && !is(i, class_day) && !lexicon_.english) break;
        if (i == at && infinitive_at(i)) break;
      }
    }
    return bare(cue, at, i);
  }

  // «said the fire began at noon»: English leaves «that» out.
  Content bare(const Cue& cue, uint32_t at, uint32_t finite) const {
    if (!lexicon_.english || !inside(finite) || !looks_finite(word(finite), lexicon_)) return {};
    if (cue.verb->frames & frame_object_that && !(cue.verb->frames & frame_that)) return {};
    if (cue.voice == Voice::infinitive || !inside(at) || kind(at, WordKind::comma) ||
        kind(at, WordKind::quote))
      return {};
    if (finite == at || (!starts(at) && !is(at, class_preposition))) return {};
    return {{at, end_of(at, Extent::clause)}, 0, rule_bare};
  }

  // The word where an infinitive begins, «ne pas» and «se» included; 0: none.
  uint32_t infinitive_at(uint32_t at) const {
    uint32_t i = at;
    bool article = false;  // «la fermeture» rather than «la fermer»
    while (inside(i) && (is(i, class_clitic | class_negation)))
      article = is(i++, class_article | class_possessive);
    if (!inside(i) || word(i).kind != WordKind::word || word(i).capital) return 0;
    const std::string& f = word(i).form;
    if (lexicon_.english) {
      if (f.ends_with("ing") && f.size() > 4) return at;
      return i > 0 && form(at - 1, "to") && !is(at, class_determiner) && !starts_capital(at) ? at : 0;
    }
    if (word(i).upos != Upos::unknown && word(i).upos != Upos::verb && word(i).upos != Upos::aux) return 0;
    if (is(i, class_determiner | class_preposition)) return 0;
    if (article && word(i).upos == Upos::unknown) return f == "avoir" || f == "être" || f == "faire" ? at : 0;
    const bool ending = f.size() > 3 && (f.ends_with("er") || f.ends_with("ir") || f.ends_with("re"));
    return ending ? at : 0;
  }
  bool starts_capital(uint32_t i) const { return inside(i) && word(i).capital; }

  // «accuse la coalition de crimes», «appelle les habitants à rester», «demande aux habitants de rester».
  Content object(const Cue& cue, uint32_t at) const {
    const uint32_t frames = cue.verb->frames;
    const bool de = (frames & (frame_object_de | frame_dative_de)) != 0;
    uint32_t bare_noun = 0;
    for (uint32_t i = at; i + 1 < sentence_.end && i < at + 30; ++i) {
      const Word& w = word(i);
      if (w.kind == WordKind::stop || w.kind == WordKind::semicolon || w.kind == WordKind::colon) break;
      if (i > at && looks_finite(w, lexicon_)) break;
      if (lexicon_.english) {
        if (de && form(i, "of")) return {{i + 1, end_of(i + 1, Extent::clause)}, 0, rule_object};
        if (frames & frame_object_for && form(i, "for"))
          return {{i + 1, end_of(i + 1, Extent::clause)}, 0, rule_object};
        if (frames & frame_object_a && form(i, "to") && i > at && infinitive_at(i + 1)) {
          const uint32_t begin = form(i - 1, "not") ? i - 1 : i + 1;
          return {{begin, end_of(i + 1, Extent::clause)}, 0, rule_object};
        }
        continue;
      }
      const bool at_de = form(i, "de") || form(i, "d'");
      if (de && at_de && infinitive_at(i + 1))
        return {{i + 1, end_of(i + 1, Extent::clause)}, 0, rule_object};
      if (frames & frame_object_a && form(i, "à") && infinitive_at(i + 1))
        return {{i + 1, end_of(i + 1, Extent::clause)}, 0, rule_object};
      const bool noun = frames & frame_object_de && at_de && inside(i + 1) && !word(i + 1).capital &&
                        !is(i + 1, class_determiner);
      if (noun && bare_noun == 0) bare_noun = i + 1;
    }
    if (bare_noun != 0) return {{bare_noun, end_of(bare_noun, Extent::phrase)}, 0, rule_object};
    return {};
  }

  // «qualifie X de P», «décrit X comme P», «described X as P».
  uint32_t as_at(uint32_t at) const {
    for (uint32_t i = at; i + 1 < sentence_.end && i < at + 25; ++i) {
      const Word& w = word(i);
      if (w.kind == WordKind::stop || w.kind == WordKind::semicolon) break;
      if (lexicon_.english) {
        if (form(i, "as") && i > at) return i + 1;
        continue;
      }
      if (form(i, "comme")) return i + 1;
      if ((form(i, "de") || form(i, "d'")) && (kind(i + 1, WordKind::quote) || i == at)) return i + 1;
    }
    return 0;
  }

  // «se dit prêt à …», «juge abject …», «juge « abjectes » …».
  bool predicate_at(uint32_t at) const {
    if (!inside(at)) return false;
    if (kind(at, WordKind::quote)) return true;
    if (word(at).kind != WordKind::word || word(at).capital) return false;
    if (word(at).upos != Upos::unknown)
      return word(at).upos == Upos::adj || word(at).upos == Upos::noun ||
             (word(at).features & form_participle);
    return !is(at, class_determiner | class_preposition | class_subordinator | class_coordinator |
                       class_clitic | class_relative | class_day | class_place_time);
  }

  uint32_t noun_at(const Cue& cue, uint32_t at) const {
    const uint32_t frames = cue.verb->frames;
    if (!inside(at)) return 0;
    const auto noun = [&](uint32_t i) -> uint32_t {
      if (!inside(i)) return 0;
      const WordKind k = word(i).kind;
      if (k == WordKind::quote || k == WordKind::number) return i;
      if (k != WordKind::word) return 0;
      if (is(i, class_determiner) && !is(i, class_subject_pronoun)) return i;
      if (is(i, class_demonstrative)) return i;
      return 0;
    };
    if (frames & frame_noun && cue.voice != Voice::infinitive) {
      if (const uint32_t i = noun(at); i && !kind(i, WordKind::quote)) return i;
      // «annonce mardi le départ», «annonce au public le départ»
      uint32_t i = at;
      while (inside(i) && i < at + 5 &&
             (is(i, class_day | class_month) || kind(i, WordKind::number) || kind(i, WordKind::comma)))
        ++i;
      if (i > at && noun(i)) return i;
      if ((form(at, "de") || form(at, "d'")) && inside(at + 1) && !is(at + 1, class_preposition) &&
          !infinitive_at(at + 1))
        return at;
      if (lexicon_.english && inside(at) && word(at).kind == WordKind::word &&
          !is(at,
              class_preposition | class_subordinator | class_coordinator | class_subject_pronoun | class_day))
        return at;
    }
    const auto after = [&](std::string_view a, std::string_view b) -> uint32_t {
      return (form(at, a) || form(at, b)) && inside(at + 1) && !kind(at + 1, WordKind::comma) ? at + 1 : 0;
    };
    if (frames & frame_de) {
      if (form(at, "du") || form(at, "des")) return at;
      if (const uint32_t i = after("de", "d'")) return i;
    }
    if (frames & frame_a)
      if (const uint32_t i = after("à", "au")) return form(at, "au") ? at : i;
    if (frames & frame_against)
      if (const uint32_t i = after("contre", "against")) return i;
    if (frames & frame_about)
      if (const uint32_t i = after("sur", "about")) return i;
    if (frames & frame_for)
      if (const uint32_t i = after("pour", "for")) return i;
    return 0;
  }

  // «Un contrat a été annoncé par X», «X est accusé de P», «est décrit comme P».
  Content passive(const Cue& cue) const {
    const uint32_t frames = cue.verb->frames;
    if (frames & frame_object_de)
      for (uint32_t i = cue.group.end; i + 1 < sentence_.end && i < cue.group.end + 12; ++i)
        if (form(i, "de") || form(i, "d'") || form(i, "of"))
          return {{i + 1, end_of(i + 1, Extent::clause)}, 0, rule_object};
    if (frames & frame_as && cue.voice == Voice::passive)
      if (const uint32_t begin = as_at(cue.group.end))
        return {{begin, end_of(begin, Extent::phrase)}, 0, rule_predicate};
    if (cue.voice != Voice::passive || lexicon_.english) return {};
    if (that(cue.group.end))
      return {{cue.group.end + 1, end_of(cue.group.end + 1, Extent::clause)}, 0, rule_that};
    if (!(frames & frame_noun)) return {};
    uint32_t begin = sentence_.begin;
    for (uint32_t i = sentence_.begin; i < cue.group.begin; ++i)
      if (kind(i, WordKind::comma) || kind(i, WordKind::semicolon) || kind(i, WordKind::stop)) begin = i + 1;
    for (uint32_t i = begin; i < cue.group.begin; ++i) {
      if (looks_finite(word(i), lexicon_)) return {};
      if (is(i, class_relative | class_subordinator)) return {};
    }
    if (!starts(begin) || is(begin, class_subject_pronoun)) return {};
    return {{begin, cue.group.begin}, 0, rule_passive};
  }

  // ---- sources and incises
  // -------------------------------------------------------------------------------------

  // «Selon le directeur, interrogé par Sky News, P»: where P begins.
  uint32_t after_source(const Cue& cue) const {
    uint32_t at = cue.subject.end;
    if (kind(at, WordKind::open)) {
      while (inside(at) && !kind(at, WordKind::close)) ++at;
      ++at;
    }
    for (int n = 0; n < 3 && kind(at, WordKind::comma); ++n) {
      ++at;
      uint32_t comma = at;
      bool finite = false;
      while (inside(comma) && !kind(comma, WordKind::comma) && !kind(comma, WordKind::stop)) {
        finite |= looks_finite(word(comma), lexicon_) || kind(comma, WordKind::quote);
        ++comma;
      }
      const bool relative = is(at, class_relative);
      const bool dangling = inside(at) && (word(at).form.ends_with("é") || word(at).form.ends_with("és") ||
                                           word(at).form.ends_with("ée") || word(at).form.ends_with("ées") ||
                                           form(at, "joint"));
      const bool named = inside(at) && word(cue.group.end).capital;
      const bool apposition = relative || dangling ||
                              (!finite && (named || starts_capital(at)) && !is(at, class_subject_pronoun));
      if (!kind(comma, WordKind::comma) || !apposition || comma > at + 16) break;
      at = comma;
    }
    return at;
  }

  Content source(const Cue& cue) const {
    uint32_t before_end = cue.group.begin;
    if (before_end > sentence_.begin && kind(before_end - 1, WordKind::comma)) --before_end;
    const bool opens =
        before_end == sentence_.begin ||
        (before_end <= sentence_.begin + 2 && (is(before_end - 1, class_coordinator | class_adverb))) ||
        that(before_end - 1) || is(before_end - 1, class_coordinator) ||
        kind(before_end - 1, WordKind::semicolon) || kind(before_end - 1, WordKind::stop) ||
        kind(before_end - 1, WordKind::open);
    const uint32_t rest = after_source(cue);
    const Range after = trim({rest, std::max(rest, end_of(std::min(rest, sentence_.end), Extent::clause))});
    if (opens) {
      // «Annonce que, selon ses sources, P» is told by the verb before; P is given to it.
      return {after, 0, rule_source};
    }
    uint32_t begin = sentence_.begin;
    for (uint32_t i = sentence_.begin; i < before_end; ++i) {
      if (kind(i, WordKind::semicolon)) begin = i + 1;
      if (const Cue* other = cue_at(i); other && other != &cue && other->voice == Voice::source) begin = i;
    }
    if (begin != sentence_.begin && cue_at(begin)) return {};
    while (begin < before_end && is(begin, class_coordinator)) ++begin;
    const Range before = trim({begin, before_end});
    if (after.end - after.begin > before.end - before.begin && kind(rest - 1, WordKind::comma) &&
        has_finite(after) && !has_finite(before))
      return {after, 0, rule_source};
    return {before, 0, rule_source};
  }

  bool has_finite(Range range) const {
    for (uint32_t i = range.begin; i < range.end; ++i)
      if (looks_finite(word(i), lexicon_) || kind(i, WordKind::quote)) return true;
    return false;
  }

  // «P, a-t-il dit», «P, annonce X, P».
  Content incise(const Cue& cue) const {
    const bool turned = cue.inverted || (cue.voice == Voice::active && cue.subject.begin >= cue.group.end &&
                                         !cue.subject.empty());
    const bool english_tail = lexicon_.english && !turned && cue.voice == Voice::active &&
                              !cue.subject.empty() && cue.subject.begin > sentence_.begin &&
                              kind(cue.subject.begin - 1, WordKind::comma) &&
                              (!inside(cue.group.end) || kind(cue.group.end, WordKind::stop) ||
                               kind(cue.group.end, WordKind::comma));
    if (!turned && !english_tail) return {};
    uint32_t end = english_tail ? cue.subject.begin : cue.group.begin;
    if (end == sentence_.begin) return {};
    const WordKind before = word(end - 1).kind;
    if (before != WordKind::comma && before != WordKind::quote && before != WordKind::dash) return {};
    uint32_t begin = sentence_.begin;
    for (uint32_t i = begin; i < end; ++i)
      if (kind(i, WordKind::semicolon) || kind(i, WordKind::colon)) begin = i + 1;
    for (const Cue& other : cues_)
      if (other.group.end <= end && other.voice == Voice::source && other.group.begin == begin)
        begin = other.subject.end;
    return {{begin, end}, 0, rule_incise};
  }

  const Reading& reading_;
  const Cue_lexicon& lexicon_;
  const std::vector<Cue>& cues_;
  Range sentence_;
  std::vector<Content> out_;
};

}  // namespace

std::vector<Content> find_contents(const Reading& reading, const Cue_lexicon& lexicon,
                                   const std::vector<Cue>& cues) {
  return Contents(reading, lexicon, cues).find();
}

}  // namespace recoupe::quotes
