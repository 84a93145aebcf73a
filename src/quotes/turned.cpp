#include "quotes/turned.hpp"

#include <algorithm>

namespace recoupe::quotes {
namespace {

// «a déclaré le directeur du Croissant-Rouge, Hassan Shokrollahi»: on over the comma.
uint32_t with_apposition(const Scan& scan, uint32_t end) {
  if (!scan.kind(end, WordKind::comma) || !scan.starts(end + 1) || scan.kind(end + 1, WordKind::number))
    return end;
  const uint32_t last = scan.phrase_end(end + 1, std::min(scan.sentence.end, end + 14));
  const bool closed =
      last == scan.sentence.end || scan.kind(last, WordKind::comma) || scan.kind(last, WordKind::stop);
  return closed && (scan.word(end + 1).mention >= 0 || scan.word(end + 1).capital ||
                    (scan.classes(end + 1) & class_article))
             ? last
             : end;
}

// Past «à l'AFP», «au Monde», «, à Reuters,»: the listener comes before a speaker who is named at the end.
uint32_t after_listener(const Scan& scan, uint32_t at) {
  uint32_t i = at;
  if (scan.kind(i, WordKind::comma)) ++i;
  if (scan.lexicon.english || !(scan.form(i, "à") || scan.form(i, "au") || scan.form(i, "aux"))) return at;
  ++i;
  if (scan.classes(i) & class_article) ++i;
  if (i >= scan.sentence.end || (!scan.capital(i) && scan.word(i).mention < 0)) return at;
  uint32_t end = i + 1;
  while (scan.capital(end) && scan.word(end).mention < 0) ++end;
  if (scan.kind(end, WordKind::comma)) ++end;
  return end < at + 9 && scan.starts(end) ? end : at;
}

// Whether something is said before an incise: a finite verb or words between marks.
bool clause_before(const Scan& scan, uint32_t end) {
  for (uint32_t i = scan.sentence.begin; i < end; ++i)
    if (scan.word(i).kind == WordKind::quote || scan.finite(i)) return true;
  return false;
}

}  // namespace

// «P, a annoncé le ministre», «« … », dit X», «« … », a indiqué au Monde le substitut».
Range subject_after(const Scan& scan, const Cue& cue) {
  if (!cue.verb || !(cue.verb->frames & frame_incise)) return {};
  uint32_t at = scan.after_circumstances(cue.group.end);
  bool marked = false;
  if (cue.group.begin > scan.sentence.begin) {
    const WordKind previous = scan.word(cue.group.begin - 1).kind;
    if (scan.form(cue.group.begin - 1, "comme") && scan.starts(at))
      return {at, scan.phrase_end(at, scan.sentence.end)};
    if (previous != WordKind::comma && previous != WordKind::quote && previous != WordKind::dash &&
        previous != WordKind::stop)
      return {};
    if (!clause_before(scan, cue.group.begin)) return {};
    marked = previous == WordKind::quote || (cue.group.begin > scan.sentence.begin + 1 &&
                                             scan.word(cue.group.begin - 2).kind == WordKind::quote);
  }
  at = after_listener(scan, at);
  const bool titled =
      at + 1 < scan.sentence.end && scan.word(at).kind == WordKind::word && scan.word(at + 1).mention >= 0 &&
      !(scan.classes(at) & (class_preposition | class_coordinator | class_subordinator));  // «maître Bauer»
  // «« … », ont confié des témoins»
  const bool some = marked && scan.form(at, "des");
  if ((!scan.starts(at) && !titled && !some) || scan.kind(at, WordKind::number)) return {};
  if (scan.classes(at) & class_subject_pronoun && !scan.lexicon.english) return {};
  // «a annoncé son cabinet», but not «a annoncé son départ»
  if (!marked && cue.group.begin > scan.sentence.begin &&
      ((scan.classes(at) & class_possessive &&
        !scan.lexicon.roles.contains(scan.word(std::min(at + 1, scan.sentence.end - 1)).form)) ||
       scan.form(at, "des")))
    return {};
  uint32_t end = scan.phrase_end(at, scan.sentence.end);
  // «a déclaré le chef du gouvernement sur le réseau X»
  for (uint32_t i = at + 1; i < end; ++i)
    if (scan.classes(i) & class_place_time && !scan.word(i).contracted) end = i;
  if (cue.group.begin > scan.sentence.begin && scan.finite(end)) return {};
  return {at, with_apposition(scan, end)};
}

}  // namespace recoupe::quotes
