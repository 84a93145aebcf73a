#include "quotes/content.hpp"

#include <algorithm>
#include <array>

#include "quotes/around.hpp"
#include "quotes/extent.hpp"

namespace recoupe::quotes {
namespace {

constexpr uint32_t furthest_complement = 40;  // words of circumstances between a verb and its «que»

class Contents {
 public:
  explicit Contents(const Scan& scan) : scan_(scan), sentence_(scan.sentence) {}

  Content of(const Cue& cue) const {
    if (cue.voice == Voice::colon) return {};
    if (cue.voice == Voice::source) return source_content(scan_, cue);
    if (cue.verb->frames & frame_incise)
      if (const Content content = incise_content(scan_, cue); !content.words.empty()) return content;
    if (cue.voice == Voice::passive || cue.voice == Voice::participle) return passive(cue);
    uint32_t at = cue.group.end;
    if (!cue.subject.empty() && cue.subject.begin >= cue.group.end) at = cue.subject.end;
    return complement(cue, at);
  }

 private:
  bool form(uint32_t i, std::string_view f) const { return scan_.form(i, f); }
  bool is(uint32_t i, uint32_t mask) const { return scan_.is(i, mask); }
  bool inside(uint32_t i) const { return scan_.inside(i); }
  bool kind(uint32_t i, WordKind k) const { return scan_.kind(i, k); }
  const Word& word(uint32_t i) const { return scan_.word(i); }

  Content clause_from(uint32_t begin, std::string_view rule) const {
    return {{begin, content_end(scan_, begin, Extent::clause)}, 0, rule, false};
  }
  Content infinitive_from(uint32_t begin, std::string_view rule) const {
    return {{begin, content_end(scan_, begin, Extent::infinitive)}, 0, rule, false};
  }
  Content phrase_from(uint32_t begin, std::string_view rule) const {
    return {{begin, content_end(scan_, begin, Extent::phrase)}, 0, rule, false};
  }

  Content complement(const Cue& cue, uint32_t at) const {
    const uint32_t frames = cue.verb->frames;
    at = scan_.after_adverbs(at);
    if (const Content content = that_clause(cue, at); !content.words.empty()) return content;
    if (frames & frame_if && (form(at, "si") || form(at, "s'") || form(at, "if") || form(at, "whether"))) {
      Content content = clause_from(at + 1, rule_if);
      content.questioned = true;
      return content;
    }
    if (const uint32_t begin = infinitive_after(cue, at)) return infinitive_from(begin, rule_infinitive);
    if (frames & (frame_object_de | frame_object_a | frame_dative_de | frame_object_for))
      if (const Content content = object(cue, at); !content.words.empty()) return content;
    if (frames & frame_as)
      if (const uint32_t begin = as_at(at)) return phrase_from(begin, rule_predicate);
    if (frames & frame_adjective && predicate_at(at)) return phrase_from(at, rule_predicate);
    if (const uint32_t begin = noun_at(cue, at)) return phrase_from(begin, rule_noun);
    return {};
  }

  // «a annoncé, dimanche 24 janvier, que P»: the nearest «que» with nothing but circumstances before it.
  Content that_clause(const Cue& cue, uint32_t at) const {
    if (!(cue.verb->frames & (frame_that | frame_object_that))) return {};
    uint32_t i = at;
    for (; i < at + furthest_complement && inside(i); ++i) {
      const Word& w = word(i);
      if (scan_.that(i)) return that_at(cue, at, i);
      if (w.kind == WordKind::stop || w.kind == WordKind::colon || w.kind == WordKind::semicolon) break;
      if (w.kind == WordKind::quote && scan_.long_quote(i)) break;
      if (w.kind != WordKind::word) continue;
      if ((is(i, class_relative) && !scan_.lexicon.english) || scan_.cue_at(i) || scan_.finite(i)) break;
      // A bare noun phrase right after the verb is its object: a later «que» belongs to that.
      const bool takes_object = (cue.verb->frames & frame_object_that) != 0 || scan_.lexicon.english;
      if (i == at && !takes_object && scan_.starts(i)) break;
      if (i == at && scan_.infinitive(i)) break;
    }
    return bare_clause(cue, at, i);
  }

  Content that_at(const Cue& cue, uint32_t at, uint32_t i) const {
    const bool part_of_phrase =
        i > at && is(i - 1, class_not_that) && !(form(i - 1, "ce") && form(i - 2, "à"));
    if (part_of_phrase) return {};
    if (scan_.lexicon.english && i > at && is(i - 1, class_preposition)) return {};
    uint32_t begin = i + 1;
    if (kind(begin, WordKind::comma)) ++begin;
    // «annonce que, selon ses sources, P» is given to the sources by its own cue.
    if (const Cue* nested = scan_.cue_at(begin); nested && nested->voice == Voice::source) return {};
    (void)cue;
    return clause_from(begin, rule_that);
  }

  // «said the fire began at noon»: English leaves «that» out.
  Content bare_clause(const Cue& cue, uint32_t at, uint32_t finite) const {
    if (!scan_.lexicon.english || !inside(finite) || !scan_.finite(finite)) return {};
    if (cue.verb->frames & frame_object_that && !(cue.verb->frames & frame_that)) return {};
    if (cue.voice == Voice::infinitive || !inside(at) || kind(at, WordKind::comma) ||
        kind(at, WordKind::quote))
      return {};
    if (finite == at || (!scan_.starts(at) && !is(at, class_preposition))) return {};
    return clause_from(at, rule_bare);
  }

  // «affirme avoir vu», «a assuré au « 20 Heures », ce jeudi, être prêt», «propose de signer», «s'engage à
  // venir».
  uint32_t infinitive_after(const Cue& cue, uint32_t at) const {
    const uint32_t frames = cue.verb->frames;
    const uint32_t near = scan_.after_circumstances(at);
    if (frames & frame_de_infinitive && (scan_.lexicon.english ? form(near, "to") : scan_.of(near)))
      if (const uint32_t begin = scan_.infinitive(near + 1)) return begin;
    if (frames & frame_a_infinitive && form(near, "à"))
      if (const uint32_t begin = scan_.infinitive(near + 1)) return begin;
    if (!(frames & frame_infinitive)) return 0;
    if (const uint32_t begin = scan_.infinitive(near)) return begin;
    if (scan_.lexicon.english || scan_.starts(at)) return 0;
    for (uint32_t i = at; i < at + 20 && inside(i); ++i) {
      if (kind(i, WordKind::stop) || kind(i, WordKind::colon) || scan_.finite(i) || scan_.cue_at(i) ||
          is(i, class_relative))
        return 0;
      const std::string& f = word(i).form;
      const bool certain = f == "avoir" || f == "être" || f == "vouloir" || f == "pouvoir" || f == "devoir";
      if (certain && i > at && !is(i - 1, class_preposition | class_determiner)) return i;
    }
    return 0;
  }

  // «accuse la coalition de crimes», «appelle les habitants à rester», «demande aux habitants de rester».
  Content object(const Cue& cue, uint32_t at) const {
    const uint32_t frames = cue.verb->frames;
    const bool de = (frames & (frame_object_de | frame_dative_de)) != 0;
    uint32_t bare_noun = 0;
    for (uint32_t i = at; i + 1 < sentence_.end && i < at + 30; ++i) {
      const Word& w = word(i);
      if (w.kind == WordKind::stop || w.kind == WordKind::semicolon || w.kind == WordKind::colon) break;
      if (i > at && scan_.finite(i)) break;
      if (de && scan_.of(i) && (scan_.lexicon.english || scan_.infinitive(i + 1)))
        return infinitive_from(i + 1, rule_object);
      if (scan_.lexicon.english) {
        if (frames & frame_object_for && form(i, "for")) return clause_from(i + 1, rule_object);
        if (frames & frame_object_a && form(i, "to") && i > at && scan_.infinitive(i + 1))
          return infinitive_from(form(i - 1, "not") ? i - 1 : i + 1, rule_object);
        continue;
      }
      if (frames & frame_object_a && form(i, "à") && scan_.infinitive(i + 1))
        return infinitive_from(i + 1, rule_object);
      const bool noun =
          frames & frame_object_de && scan_.of(i) && !scan_.capital(i + 1) && !is(i + 1, class_determiner);
      if (noun && bare_noun == 0) bare_noun = i + 1;
    }
    if (bare_noun != 0) return phrase_from(bare_noun, rule_object);
    return {};
  }

  // «qualifie X de P», «décrit X comme P», «described X as P».
  uint32_t as_at(uint32_t at) const {
    for (uint32_t i = at; i + 1 < sentence_.end && i < at + 25; ++i) {
      if (kind(i, WordKind::stop) || kind(i, WordKind::semicolon)) break;
      if (scan_.lexicon.english) {
        if (form(i, "as") && i > at) return i + 1;
        continue;
      }
      if (form(i, "comme")) return i + 1;
      if (scan_.of(i) && (kind(i + 1, WordKind::quote) || i == at)) return i + 1;
    }
    return 0;
  }

  // «se dit prêt à …», «juge abject …», «juge « abjectes » …».
  bool predicate_at(uint32_t at) const {
    if (!inside(at)) return false;
    if (kind(at, WordKind::quote)) return true;
    if (!kind(at, WordKind::word) || word(at).capital) return false;
    if (word(at).upos != Upos::unknown)
      return word(at).upos == Upos::adj || word(at).upos == Upos::noun ||
             (word(at).features & form_participle);
    return !is(at, class_determiner | class_preposition | class_subordinator | class_coordinator |
                       class_clitic | class_relative | class_day | class_place_time);
  }

  // Whether a noun phrase that can be a content begins here: «le départ», «114 Airbus», not «il».
  uint32_t noun_phrase(uint32_t i) const {
    if (kind(i, WordKind::quote) || kind(i, WordKind::number)) return i;
    if (!kind(i, WordKind::word)) return 0;
    if (word(i).contracted && !form(i, "des")) return 0;
    if (is(i, class_determiner) && !form(i, "du")) return i;
    return 0;
  }

  uint32_t noun_at(const Cue& cue, uint32_t at) const {
    const uint32_t frames = cue.verb->frames;
    if (!inside(at)) return 0;
    if (frames & frame_noun && cue.voice != Voice::infinitive && !impersonal(cue)) {
      if (const uint32_t i = noun_phrase(at)) return i;
      // «annonce mardi le départ», «a annoncé, dans la soirée, le départ»
      if (const uint32_t i = scan_.after_circumstances(at); i > at && noun_phrase(i)) return i;
      if (const uint32_t i = after_places(at)) return i;
      // «évoquent de nombreux blessés»
      if (scan_.of(at) && is(at + 1, class_de_adjective)) return at;
      if (scan_.lexicon.english && kind(at, WordKind::word) &&
          !is(at,
              class_preposition | class_subordinator | class_coordinator | class_subject_pronoun | class_day))
        return at;
    }
    if (cue.voice == Voice::infinitive) return 0;  // «à proprement parler d'une mutinerie»
    return prepositional(frames, scan_.after_circumstances(at));
  }

  // «a annoncé en mars 2016 un plan», «a annoncé sur son compte sa volonté»: the first noun phrase that no
  // preposition governs, after circumstances that one opens.
  uint32_t after_places(uint32_t at) const {
    at = scan_.after_circumstances(at);
    if (scan_.lexicon.english || !(is(at, class_place_time) || form(at, "en") || form(at, "via"))) return 0;
    for (uint32_t i = at + 1; i < at + 12 && inside(i); ++i) {
      if (!kind(i, WordKind::word) && !kind(i, WordKind::number)) return 0;
      if (scan_.finite(i) || scan_.cue_at(i) || is(i, class_subordinator | class_relative)) return 0;
      const bool governed =
          is(i - 1, class_preposition | class_determiner | class_coordinator | class_place_time);
      if (!governed && is(i, class_determiner) && noun_phrase(i) && scan_.starts(i)) return i;
    }
    return 0;
  }

  // «fait état de P», «appelle à P», «met en garde contre P».
  uint32_t prepositional(uint32_t frames, uint32_t at) const {
    const auto after = [&](std::string_view a, std::string_view b) -> uint32_t {
      return (form(at, a) || form(at, b)) && inside(at + 1) && !kind(at + 1, WordKind::comma) ? at + 1 : 0;
    };
    if (frames & frame_de) {
      if (form(at, "du") || form(at, "des")) return at;
      if (const uint32_t i = after("de", "d'")) return i;
    }
    if (frames & frame_a) {
      if (form(at, "au") || form(at, "aux")) return at;
      if (const uint32_t i = after("à", "à")) return i;
    }
    if (frames & frame_against)
      if (const uint32_t i = after("contre", "against")) return i;
    if (frames & frame_about)
      if (const uint32_t i = after("sur", "about")) return i;
    if (frames & frame_for)
      if (const uint32_t i = after("pour", "for")) return i;
    return 0;
  }

  // «On déplore deux morts» is the article's own voice.
  bool impersonal(const Cue& cue) const {
    return !cue.subject.empty() && (form(cue.subject.begin, "on") || form(cue.subject.begin, "-t-on") ||
                                    form(cue.subject.begin, "-on"));
  }

  // «Un contrat a été annoncé par X», «X est accusé de P», «est décrit comme P», «il est conseillé de P».
  Content passive(const Cue& cue) const {
    const uint32_t frames = cue.verb->frames;
    const uint32_t at = scan_.after_circumstances(cue.group.end);
    if (frames & frame_object_de)
      for (uint32_t i = at; i + 1 < sentence_.end && i < at + 12; ++i)
        if (scan_.of(i)) return clause_from(i + 1, rule_object);
    const bool passive = cue.voice == Voice::passive;
    const bool described = passive && (frames & (frame_as | frame_passive));
    for (uint32_t i = at;
         described && i < at + 15 && inside(i) && !scan_.finite(i) && !kind(i, WordKind::stop); ++i)
      if (form(i, "comme") || (scan_.lexicon.english && form(i, "as") && frames & frame_as))
        return phrase_from(i + 1, rule_predicate);
    if (frames & frame_as && (passive || !cue.subject.empty()))
      if (const uint32_t begin = as_at(at)) return phrase_from(begin, rule_predicate);
    if (cue.voice != Voice::passive || scan_.lexicon.english) return {};
    if (scan_.that(at)) return clause_from(at + 1, rule_that);
    if (frames & frame_de_infinitive && scan_.of(at) && scan_.infinitive(at + 1))
      return infinitive_from(at + 1, rule_infinitive);
    if (frames & frame_de && scan_.of(at)) return phrase_from(at + 1, rule_noun);
    if (frames & frame_passive || (frames & frame_noun && !cue.subject.empty())) return passive_subject(cue);
    return {};
  }

  Content passive_subject(const Cue& cue) const {
    uint32_t begin = sentence_.begin;
    for (uint32_t i = sentence_.begin; i < cue.group.begin; ++i)
      if (kind(i, WordKind::comma) || kind(i, WordKind::semicolon) || kind(i, WordKind::stop)) begin = i + 1;
    for (uint32_t i = begin; i < cue.group.begin; ++i)
      if (scan_.finite(i) || is(i, class_relative | class_subordinator)) return {};
    if (!scan_.starts(begin) || (is(begin, class_subject_pronoun) && !is(begin, class_demonstrative)))
      return {};
    return {{begin, cue.group.begin}, 0, rule_passive, false};
  }

  const Scan& scan_;
  Range sentence_;
};

// The cue stands in a relative clause («un camion, dont la police dit qu'il a été volé, a foncé …»): its
// content ends where the verb of the main clause comes.
uint32_t relative_end(const Scan& scan, const Cue& cue, uint32_t begin) {
  bool relative = cue.relative;
  for (uint32_t i = cue.group.begin; i-- > scan.sentence.begin && !relative;) {
    if (scan.kind(i, WordKind::comma) && i + 1 == cue.group.begin) continue;  // «which, according to X, …»
    if (scan.kind(i, WordKind::comma) || scan.kind(i, WordKind::stop) || scan.that(i)) break;
    relative = scan.is(i, class_relative);
  }
  if (!relative) return scan.sentence.end;
  uint32_t verbs = 0;
  bool joined = false;
  for (uint32_t i = begin; i + 1 < scan.sentence.end; ++i) {
    if (scan.kind(i, WordKind::comma) && scan.finite(i + 1)) return i;
    // «l'annonce selon laquelle la digue tiendrait a surpris»: the second verb is the main clause's.
    if (!cue.relative || scan.lexicon.english || scan.kind(i, WordKind::comma)) continue;
    joined |=
        scan.is(i, class_coordinator | class_relative | class_subordinator) || scan.kind(i, WordKind::quote);
    if (scan.finite(i) && ++verbs == 2 && !joined) return i;
  }
  return scan.sentence.end;
}

// Where the main clause of a sentence that opens with «Alors que …,» begins; 0 where it opens with its main
// clause.
uint32_t main_clause_begin(const Scan& scan) {
  const uint32_t first = scan.sentence.begin;
  static constexpr std::array<std::string_view, 12> alone = {"lorsque",  "lorsqu'", "quand", "puisque",
                                                             "puisqu'",  "comme",   "when",  "while",
                                                             "although", "though",  "after", "as"};
  static constexpr std::array<std::string_view, 6> with_that = {"alors", "tandis",  "après",
                                                                "bien",  "pendant", "depuis"};
  const auto opens = [&](const auto& list) {
    return std::any_of(list.begin(), list.end(), [&](std::string_view w) { return scan.form(first, w); });
  };
  if (!opens(alone) && !(opens(with_that) && scan.that(first + 1))) return 0;
  for (uint32_t i = first; i < scan.sentence.end; ++i)
    if (scan.kind(i, WordKind::comma) && scan.starts(i + 1)) {
      const bool told = std::any_of(scan.cues.begin(), scan.cues.end(), [&](const Cue& cue) {
        return cue.voice == Voice::active && cue.group.end <= i;
      });
      if (told || scan.finite_in({first, i})) return i;
    }
  return 0;
}

}  // namespace

std::vector<Content> find_contents(const Reading& reading, const Cue_lexicon& lexicon,
                                   const std::vector<Cue>& cues) {
  std::vector<Content> out;
  if (cues.empty()) return out;
  const Clause& sentence = reading.sentences[cues.front().sentence];
  const Scan scan{reading, lexicon, cues, {sentence.begin, sentence.end}};
  const Contents contents(scan);
  const uint32_t main_clause = main_clause_begin(scan);
  for (size_t i = 0; i < cues.size(); ++i) {
    // «selon ce qu'a confié X»: tells whose source it is, and nothing of its own.
    const bool in_source = std::any_of(cues.begin(), cues.end(), [&](const Cue& source) {
      return source.source_end != 0 && source.group.end <= cues[i].group.begin &&
             cues[i].group.end <= source.source_end;
    });
    if (in_source) continue;
    Content content = contents.of(cues[i]);
    for (;;) {
      const uint32_t end = content.words.end;
      content.cue = i;
      // «Alors que X annonce le départ, Y …»: the content does not reach over into the main clause.
      if (cues[i].group.begin < main_clause && content.words.begin < main_clause)
        content.words.end = std::min(content.words.end, main_clause);
      if (content.words.begin >= cues[i].group.end)
        content.words.end = std::min(content.words.end, relative_end(scan, cues[i], content.words.begin));
      // «est décrit comme P par X»
      const bool by = cues[i].voice == Voice::passive || cues[i].voice == Voice::participle;
      if (by && content.words.contains(cues[i].subject.begin) && cues[i].subject.begin > content.words.begin)
        content.words.end = cues[i].subject.begin - 1;
      content.words = scan.trim(content.words);
      if (content.words.empty()) break;
      out.push_back(content);
      // «que « A » et que B»: the same verb reports a second clause.
      const bool again = content.rule == rule_that && end < sentence.end && scan.is(end, class_coordinator) &&
                         scan.that(end + 1);
      if (!again) break;
      content.words = {end + 2, content_end(scan, end + 2, Extent::clause)};
    }
  }
  return out;
}

}  // namespace recoupe::quotes
