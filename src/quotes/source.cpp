#include "quotes/source.hpp"

#include <algorithm>

namespace recoupe::quotes {
namespace {

// «des images diffusées par X»: nobody's words, only passed on.
bool only_shown(const Scan& scan, uint32_t participle) {
  const std::string& form = scan.word(participle).form;
  for (const std::string_view stem : {"cit", "diffus", "publi", "film", "pris", "relay", "repris"})
    if (form.starts_with(stem)) return true;
  return false;
}
bool somebody(const Scan& scan, uint32_t i) {
  const std::string& form = scan.word(i).form;
  return scan.word(i).mention >= 0 || scan.lexicon.roles.contains(form) ||
         (form.ends_with('s') && scan.lexicon.roles.contains(form.substr(0, form.size() - 1)));
}
// «selon les informations que le procureur a confiées»: past the verb.
uint32_t teller_cue_end(const Scan& scan, const Cue& source, Range teller) {
  for (const Cue& other : scan.cues)
    if (other.group.begin == teller.end && other.group.begin > source.group.begin) return other.group.end;
  return 0;
}
bool participle(const Scan& scan, uint32_t i) {
  return scan.kind(i, WordKind::word) && scan.word(i).upos == Upos::verb &&
         (scan.word(i).features & form_participle) && !scan.capital(i);
}
// «une source au Parisien»
uint32_t teller_end(const Scan& scan, uint32_t at) {
  const uint32_t end = scan.phrase_end(at, scan.sentence.end);
  for (uint32_t i = at + 1; i < end; ++i)
    if (scan.form(i, "au") || scan.form(i, "aux") || scan.form(i, "à")) return i;
  return end;
}

// «selon ce qu'a confié X», «selon ce que rapportent des médias», «selon les informations que X a
// confiées», «selon les renseignements confiés par X»: whoever has told it, and not what he told.
Range teller_of(const Scan& scan, const Cue& cue) {
  if (scan.lexicon.english) return {};
  uint32_t that = cue.group.end;
  const bool bare = scan.form(that, "ce");
  while (that < cue.group.end + 6 && scan.kind(that, WordKind::word) && !scan.that(that) &&
         !participle(scan, that))
    ++that;
  if (!scan.inside(that)) return {};
  // «selon des secouristes cités par X»: the rescuers'
  for (uint32_t i = cue.group.end; i < that; ++i)
    if (somebody(scan, i)) return {};
  if (participle(scan, that) && scan.form(that + 1, "par") && scan.starts(that + 2) &&
      !only_shown(scan, that))
    return {that + 2, teller_end(scan, that + 2)};
  if (!scan.that(that) || (bare && that != cue.group.end + 1)) return {};
  const Cue* told = nullptr;
  for (const Cue& other : scan.cues)
    if (other.voice == Voice::active && other.group.begin > that && other.group.begin < that + 8) {
      told = &other;
      break;
    }
  if (!told) return {};
  if (told->group.begin > that + 1 && scan.starts(that + 1)) return {that + 1, told->group.begin};
  uint32_t at = told->group.end;
  if (scan.form(at, "des")) return {at, scan.phrase_end(at, scan.sentence.end)};
  return scan.starts(at) ? Range{at, teller_end(scan, at)} : Range{};
}

// «De source judiciaire, P», «P, indique-t-on de source judiciaire»; no «une eau de source pure».
bool unnamed_source(const Scan& scan, uint32_t at, uint32_t source) {
  if (source + 1 >= scan.sentence.end || scan.reading.words[source + 1].kind != WordKind::word) return false;
  if (at == scan.sentence.begin || scan.reading.words[at - 1].kind == WordKind::comma) return true;
  return !scan.cues.empty() && scan.cues.back().group.end == at && scan.cues.back().inverted;
}

// «À l'inverse, pour le procureur, P»: a few words and a comma, and the speaker closed by another comma.
bool after_opening(const Scan& scan, uint32_t at) {
  if (at < scan.sentence.begin + 2 || at > scan.sentence.begin + 5 ||
      scan.reading.words[at - 1].kind != WordKind::comma)
    return false;
  for (uint32_t i = scan.sentence.begin; i + 1 < at; ++i)
    if (scan.reading.words[i].kind != WordKind::word || scan.finite(i) || scan.reading.words[i].mention >= 0)
      return false;
  return scan.kind(scan.phrase_end(at + 1, scan.sentence.end), WordKind::comma);
}

// «Pour le procureur Eric Maillaud, P», «Pour lui, P», but not «Pour tous les autres délits, …».
bool names_somebody(const Scan& scan, uint32_t at) {
  if (scan.is(at, class_person_pronoun) && !scan.is(at, class_determiner)) return true;
  for (uint32_t i = at; i < scan.sentence.end && i < at + 12; ++i) {
    if (scan.reading.words[i].kind != WordKind::word) return false;
    if (scan.is(i, class_preposition)) return false;
    if (scan.reading.words[i].capital) return true;
    const std::string& role = scan.reading.words[i].form;
    if (scan.lexicon.roles.contains(role)) return true;
    if (role.ends_with('s') && scan.lexicon.roles.contains(role.substr(0, role.size() - 1))) return true;
  }
  return false;
}

}  // namespace

// «selon le directeur, interrogé par Sky News, …»: the noun phrase, without what follows the comma.
Range governed_by_source(const Scan& scan, Cue& cue) {
  if (const Range teller = teller_of(scan, cue); !teller.empty()) {
    cue.source_end = std::max(teller.end, teller_cue_end(scan, cue, teller));
    if (scan.form(cue.source_end, "au") || scan.form(cue.source_end, "aux") || scan.form(cue.source_end, "à"))
      cue.source_end = scan.phrase_end(cue.source_end, scan.sentence.end);
    return teller;
  }
  uint32_t end = cue.group.end;
  // «Selon « Le Journal », P»
  if (scan.kind(end, WordKind::quote) && !scan.long_quote(end)) return {end, end + 1};
  for (; end < scan.sentence.end; ++end) {
    const Word& w = scan.word(end);
    if (w.kind == WordKind::comma || w.kind == WordKind::stop || w.kind == WordKind::semicolon ||
        w.kind == WordKind::colon || w.kind == WordKind::close || w.kind == WordKind::quote ||
        w.kind == WordKind::open)
      break;
    if (end > cue.group.end && (scan.classes(end) & class_relative)) break;
    if (end > cue.group.end + 1 && scan.finite(end)) break;
    if (end > cue.group.end && (scan.classes(end) & class_subject_pronoun) &&
        !(scan.classes(end) & class_determiner))
      break;
  }
  // «Selon le Premier ministre, Jay Weatherill, P»: only a bare name is taken in, the rest is told apart by
  // its verb.
  if (scan.kind(end, WordKind::comma) && end + 1 < scan.sentence.end && scan.word(end + 1).mention >= 0) {
    uint32_t last = end + 1;
    while (scan.capital(last) || scan.kind(last, WordKind::dash)) ++last;
    if (scan.kind(last, WordKind::comma)) end = last;
  }
  return {cue.group.end, end};
}

std::optional<Cue> source_phrase(const Scan& scan, uint32_t sentence, uint32_t i) {
  const auto found = scan.lexicon.sources.find(scan.reading.words[i].form);
  if (found == scan.lexicon.sources.end()) return {};
  for (const SourcePhrase& phrase : found->second) {
    if (phrase.first_only && i != scan.sentence.begin &&
        !(i == scan.sentence.begin + 1 && scan.is(scan.sentence.begin, class_coordinator)) &&
        !after_opening(scan, i))
      continue;
    bool all = i + phrase.words.size() < scan.sentence.end;
    for (uint32_t k = 0; all && k < phrase.words.size(); ++k) all = scan.form(i + k, phrase.words[k]);
    if (!all) continue;
    const auto end = i + static_cast<uint32_t>(phrase.words.size()) - (phrase.named_last ? 1 : 0);
    if (phrase.named_last && !unnamed_source(scan, i, end)) continue;
    if (scan.form(end, "que")) return {};
    Cue cue;
    cue.relative = scan.is(end, class_relative);  // «le ministère, selon lequel P»
    cue.marked_words = phrase.marked_words;
    cue.sentence = sentence;
    cue.words = {i, end};
    cue.group = {i, end + (cue.relative ? 1 : 0)};
    cue.voice = Voice::source;
    if (phrase.first_only && !names_somebody(scan, end)) continue;
    return cue;
  }
  return {};
}

}  // namespace recoupe::quotes
