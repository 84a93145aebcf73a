#include "quotes/around.hpp"

#include <algorithm>

#include "quotes/extent.hpp"

namespace recoupe::quotes {
namespace {

// «, interrogé par Sky News,», «, le porte-parole d'Ali Bongo,»: says more about the source; ends at the next
// comma.
bool is_apposition(const Scan& scan, const Cue& cue, uint32_t at, uint32_t comma) {
  if (comma > at + 16 || !scan.kind(comma, WordKind::comma)) return false;
  if (scan.is(at, class_relative)) return true;
  const std::string& f = scan.word(at).form;
  if (scan.kind(at, WordKind::word) &&
      (f.ends_with("é") || f.ends_with("és") || f.ends_with("ée") || f.ends_with("ées") || f == "joint"))
    return true;
  const bool named = scan.capital(cue.group.end) || scan.capital(at);
  return named && !scan.is(at, class_subject_pronoun) && !scan.finite_in({at, comma});
}

// The source stands first in its clause: P comes after it.
bool opens_clause(const Scan& scan, uint32_t before_end) {
  if (before_end == scan.sentence.begin) return true;
  const uint32_t last = before_end - 1;
  if (before_end <= scan.sentence.begin + 2 && scan.is(last, class_coordinator | class_adverb)) return true;
  return scan.that(last) || scan.is(last, class_coordinator | class_relative) ||
         scan.kind(last, WordKind::semicolon) || scan.kind(last, WordKind::stop) ||
         scan.kind(last, WordKind::open) || scan.form(last, "si");
}

uint32_t clause_begin(const Scan& scan, const Cue& cue, uint32_t end) {
  uint32_t begin = scan.sentence.begin;
  for (uint32_t i = begin; i < end; ++i) {
    if (scan.kind(i, WordKind::semicolon) || scan.kind(i, WordKind::colon)) begin = i + 1;
    // «P1 mais, selon X, P2»: a clause of its own.
    if (scan.form(i, "mais") && i > begin && scan.finite_in({i + 1, end})) begin = i + 1;
  }
  (void)cue;
  while (begin < end && scan.is(begin, class_coordinator)) ++begin;
  return begin;
}

}  // namespace

uint32_t incise_end(const Scan& scan, const Cue& cue) {
  uint32_t end = cue.group.end;
  const bool listener = scan.capital(end) || scan.is(end, class_article) || scan.form(end, "reporters") ||
                        scan.form(end, "journalists") || scan.form(end, "broadcaster");
  const uint32_t furthest = listener ? end + 6 : end;
  while (end < furthest && scan.kind(end, WordKind::word) && !scan.that(end) && !scan.finite(end)) ++end;
  return !scan.inside(end) || scan.kind(end, WordKind::stop) || scan.kind(end, WordKind::comma) ? end : 0;
}

namespace {

// ««The dike broke,» Paul Durand told CNN, according to AFP.»: what is said is his, the source passes it on.
bool ends_in_incise(const Scan& scan, const Cue& source, uint32_t before_end) {
  if (!scan.lexicon.english) return false;
  for (const Cue& cue : scan.cues) {
    if (&cue == &source || cue.voice != Voice::active || cue.subject.empty() || cue.group.end > before_end ||
        cue.subject.begin <= scan.sentence.begin)
      continue;
    const uint32_t before = cue.subject.begin - 1;
    const bool behind = scan.kind(before, WordKind::comma) || scan.kind(before, WordKind::quote);
    if (behind && incise_end(scan, cue) == before_end) return true;
  }
  return false;
}

}  // namespace

uint32_t after_source(const Scan& scan, const Cue& cue) {
  uint32_t at = cue.relative ? cue.group.end : std::max(cue.subject.end, cue.source_end);
  if (scan.kind(at, WordKind::open)) {
    while (scan.inside(at) && !scan.kind(at, WordKind::close)) ++at;
    ++at;
  }
  for (int n = 0; n < 3 && scan.kind(at, WordKind::comma); ++n) {
    ++at;
    uint32_t comma = at;
    while (scan.inside(comma) && !scan.kind(comma, WordKind::comma) && !scan.kind(comma, WordKind::stop))
      ++comma;
    if (!scan.inside(at) || !is_apposition(scan, cue, at, comma)) break;
    at = comma;
  }
  return at;
}

Content source_content(const Scan& scan, const Cue& cue) {
  uint32_t before_end = cue.group.begin;
  if (before_end > scan.sentence.begin && scan.kind(before_end - 1, WordKind::comma)) --before_end;
  if (cue.marked_words) {
    for (uint32_t i = before_end; i-- > scan.sentence.begin && i + 4 > before_end;)
      if (scan.kind(i, WordKind::quote)) return {{i, i + 1}, 0, rule_source};
    return {};
  }
  // «dit-il selon la chaîne»: the chain of givers, not a second speaker.
  if (const Cue* told = before_end > scan.sentence.begin ? scan.cue_at(before_end - 1) : nullptr;
      told && told->inverted)
    return {};
  if (ends_in_incise(scan, cue, before_end)) return {};
  uint32_t rest = std::min(after_source(scan, cue), scan.sentence.end);
  if (scan.that(rest + 1) && scan.kind(rest, WordKind::comma)) rest += 2;
  const Range after = scan.trim({rest, std::max(rest, content_end(scan, rest, Extent::clause))});
  if (cue.relative || opens_clause(scan, before_end)) return {after, 0, rule_source};
  // «Amaq annonce que, selon ses sources, P» gives P to the sources; that is the case above. Here P comes
  // before, or goes on after: «La tempête, selon X, faiblit».
  uint32_t begin = clause_begin(scan, cue, before_end);
  for (const Cue& other : scan.cues)
    if (other.voice == Voice::source && other.group.end <= before_end && &other != &cue &&
        !scan.that(other.group.begin - 1) && other.group.begin >= begin)
      return {};
  const Range before = scan.trim({begin, before_end});
  const bool between_commas =
      before_end != cue.group.begin && scan.kind(rest > 0 ? rest - 1 : 0, WordKind::comma);
  if (between_commas && !after.empty()) {
    const bool longer = after.end - after.begin > before.end - before.begin;
    if (scan.quote_only(after) || !scan.finite_in(before) || (longer && !scan.starts(after.begin)))
      return {after, 0, rule_source};
  }
  return {before, 0, rule_source};
}

Content incise_content(const Scan& scan, const Cue& cue) {
  const bool behind =
      cue.voice == Voice::active && cue.subject.begin >= cue.group.end && !cue.subject.empty();
  const bool turned = cue.inverted || behind;
  // «P, the mayor said.»
  const bool tail = scan.lexicon.english && !turned && cue.voice == Voice::active && !cue.subject.empty() &&
                    cue.subject.begin > scan.sentence.begin &&
                    scan.kind(cue.subject.begin - 1, WordKind::comma) && incise_end(scan, cue) != 0;
  if (!turned && !tail) return {};
  const uint32_t end = tail ? cue.subject.begin : cue.group.begin;
  if (end == scan.sentence.begin) return {};
  // «Comme le dit X, P»
  if (behind && scan.form(end - 1, "comme")) {
    uint32_t at = cue.subject.end;
    if (!scan.kind(at, WordKind::comma)) return {};
    return {{at + 1, content_end(scan, at + 1, Extent::clause)}, 0, rule_incise};
  }
  const WordKind before = scan.word(end - 1).kind;
  if (before != WordKind::comma && before != WordKind::quote && before != WordKind::dash) return {};
  uint32_t begin = clause_begin(scan, cue, end);
  for (const Cue& other : scan.cues)
    if (other.group.end <= end && other.voice == Voice::source && other.group.begin == begin)
      begin = other.subject.end;
  return {{begin, end}, 0, rule_incise};
}

}  // namespace recoupe::quotes
