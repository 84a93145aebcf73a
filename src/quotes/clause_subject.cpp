#include "quotes/clause_subject.hpp"

#include <algorithm>

#include "quotes/scan.hpp"

namespace recoupe::quotes {

Range clause_subject(const Reading& reading, const Cue_lexicon& lexicon, uint32_t sentence, uint32_t quote,
                     bool passive) {
  static const std::vector<Cue> none;
  const Clause& clause = reading.sentences[sentence];
  const Scan scan{reading, lexicon, none, {clause.begin, clause.end}};
  const uint32_t least = quote > clause.begin + 60 ? quote - 60 : clause.begin;
  for (uint32_t i = quote; i-- > least;) {
    const Word& w = reading.words[i];
    if (w.kind == WordKind::stop || w.kind == WordKind::semicolon) return {};
    if (!passive && w.relation == Relation::nsubj_pass && w.head < static_cast<int32_t>(quote)) return {};
    if ((w.relation != Relation::nsubj && w.relation != Relation::nsubj_pass) ||
        w.head > static_cast<int32_t>(quote) || (w.head >= 0 && w.head < static_cast<int32_t>(i)))
      continue;
    if (scan.is(i, class_relative)) continue;
    uint32_t begin = i;
    while (begin > least && reading.words[begin - 1].head >= static_cast<int32_t>(begin) &&
           reading.words[begin - 1].head <= static_cast<int32_t>(i) &&
           reading.words[begin - 1].kind == WordKind::word)
      --begin;
    uint32_t end = std::max(i + 1, scan.phrase_end(begin, quote));
    // «Le candidat du parti, Paul Girard, veut « … »»
    if (scan.kind(end, WordKind::comma))
      while (end < quote && !scan.finite(end) && !scan.is(end, class_relative)) ++end;
    return {begin, end};
  }
  return {};
}

}  // namespace recoupe::quotes
