#include "quotes/extent.hpp"

namespace recoupe::quotes {
namespace {

// «, qu'il qualifie de …», «, qui précise que …»: a relative clause in which somebody else begins to speak.
bool relative_cue(const Scan& scan, uint32_t at) {
  if (!scan.is(at, class_relative) && !scan.that(at) &&
      !(scan.form(at, "ce") && (scan.that(at + 1) || scan.form(at + 1, "qui"))))
    return false;
  for (uint32_t i = at + 1; i < at + 4; ++i)
    if (const Cue* cue = scan.cue_at(i); cue && cue->group.begin == i && cue->voice == Voice::active)
      return true;
  return false;
}

bool leaves_after_comma(const Scan& scan, uint32_t at, Extent extent) {
  uint32_t first = at;
  if (scan.form(first, "tout")) ++first;
  if (scan.form(first, "en")) ++first;
  if (const Cue* cue = scan.cue_at(first)) {
    if (cue->voice == Voice::source) return true;
    if (cue->voice == Voice::gerund && (cue->verb->frames & (frame_that | frame_de))) return true;
    if (cue->inverted) return true;
    if (cue->voice == Voice::active && !cue->subject.empty() && cue->subject.begin >= cue->group.end)
      return true;
  }
  if (relative_cue(scan, at)) return true;
  if (scan.form(at, "avant")) return true;
  if (extent != Extent::phrase) return false;
  for (const std::string_view word : {"bien", "alors", "tandis", "même", "quoique", "puisque", "car"})
    if (scan.form(at, word)) return true;
  if (scan.form(at, "mais") || scan.form(at, "but")) return true;
  if (scan.is(at, class_place_time) && !scan.form(at, "dans") && !scan.form(at, "à") &&
      !scan.form(at, "in") && !scan.form(at, "to"))
    return true;
  const std::string& f = scan.word(at).form;
  return f.size() > 4 && (f.ends_with("ant") || f.ends_with("ing"));
}

// Without a comma: «… dans un communiqué», «… lors d'une conférence de presse», «… sur Twitter».
bool leaves_phrase(const Scan& scan, uint32_t at) {
  if (scan.lexicon.english) return false;
  if (scan.form(at, "lors") || scan.form(at, "via")) return true;
  if (scan.form(at, "dans") && scan.form(at + 1, "un") &&
      (scan.form(at + 2, "communiqué") || scan.form(at + 2, "entretien") || scan.form(at + 2, "discours")))
    return true;
  if (scan.form(at, "sur") && (scan.form(at + 1, "twitter") || scan.form(at + 1, "facebook"))) return true;
  if (scan.form(at, "en") && scan.cue_at(at + 1) == nullptr && scan.kind(at + 1, WordKind::word) &&
      scan.word(at + 1).form.ends_with("ant") && scan.word(at + 1).form.size() > 5)
    return true;
  // «273 morts lundi soir», «le départ ce mardi», «vainqueur depuis plusieurs jours»
  if (scan.is(at, class_day) || (scan.is(at, class_demonstrative) && scan.is(at + 1, class_day))) return true;
  return scan.form(at, "depuis") && !scan.capital(at + 1);
}

bool holds_quote(const Scan& scan, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i)
    if (scan.kind(i, WordKind::quote)) return true;
  return false;
}

bool leaves(const Scan& scan, uint32_t begin, uint32_t at, Extent extent) {
  if (const Cue* cue = scan.cue_at(at)) {
    if (cue->voice == Voice::source && cue->group.begin == at) return true;
    if (cue->voice == Voice::gerund && cue->group.begin == at && scan.form(at, "en") &&
        (cue->verb->frames & (frame_that | frame_de)))
      return true;
  }
  if (scan.is(at, class_coordinator)) {
    // «évoquait A et recommandait de B»: the next verb of the same speaker.
    const Cue* next = scan.cue_at(at + 1);
    if (next && next->group.begin == at + 1 && next->voice == Voice::active) return true;
    // «évoquent A et la préfecture demande B»: somebody else's.
    for (const Cue& cue : scan.cues)
      if (cue.voice == Voice::active && cue.subject.begin == at + 1 && cue.group.begin > at) return true;
    // «que « A » et que B» are two: the words between marks end one.
    if (extent == Extent::clause && scan.that(at + 1) && holds_quote(scan, begin, at)) return true;
  }
  if (extent == Extent::clause) return false;
  if (scan.is(at, class_coordinator) && !scan.form(at, "ou") &&
      (scan.finite(at + 1) || scan.is(at + 1, class_modal)))
    return true;
  return extent == Extent::phrase && leaves_phrase(scan, at);
}

}  // namespace

uint32_t content_end(const Scan& scan, uint32_t begin, Extent extent) {
  int depth = 0;
  for (uint32_t i = begin; i < scan.sentence.end; ++i) {
    const Word& w = scan.word(i);
    if (w.kind == WordKind::open) ++depth;
    if (w.kind == WordKind::close && depth-- == 0) return i;
    if (depth > 0) continue;
    if (w.kind == WordKind::semicolon) return i;
    if (w.kind == WordKind::stop && w.form != "…" && w.form != "..." && scan.capital(i + 1)) return i;
    if (i == begin) continue;
    if (w.kind == WordKind::comma && extent == Extent::phrase && i == begin + 1 &&
        scan.kind(begin, WordKind::quote))
      return i;
    if (w.kind == WordKind::comma && scan.inside(i + 1) && leaves_after_comma(scan, i + 1, extent)) return i;
    if (w.kind == WordKind::word && leaves(scan, begin, i, extent)) return i;
  }
  return scan.sentence.end;
}

}  // namespace recoupe::quotes
