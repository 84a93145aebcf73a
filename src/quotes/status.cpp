#include "quotes/status.hpp"

#include "lexicon/lexicon.hpp"

namespace recoupe::quotes {

Hedge_words load_hedge_words(Language language) {
  Hedge_words out;
  out.english = language == Language::english;
  for (const auto& row : lexicon::rows(language, "quote_hedges.tsv")) {
    auto& set = row[0] == "hedge"     ? out.words
                : row[0] == "opening" ? out.openings
                : row[0] == "modal"   ? out.modals
                                      : out.not_conditional;
    const std::string_view list = row.size() > 1 ? row[1] : std::string_view{};
    for (size_t at = 0; at < list.size();) {
      const size_t end = std::min(list.find(' ', at), list.size());
      if (end > at) set.emplace(list.substr(at, end - at));
      at = end + 1;
    }
  }
  return out;
}

namespace {

bool is_conditional(const Word& word, const Hedge_words& hedges) {
  if (hedges.english || word.kind != WordKind::word || word.capital) return false;
  if (word.upos != Upos::unknown && (word.features & (mood_conditional | mood_indicative)))
    return (word.features & mood_conditional) != 0;
  const std::string& f = word.form;
  const bool ending = f.size() > 5 && (f.ends_with("rait") || f.ends_with("raient"));
  if (!ending || hedges.not_conditional.contains(f)) return false;
  // «montrait», «entrait» are imperfects: the stem of a conditional ends in a vowel, in «d» or in a double r.
  const size_t stem = f.size() - (f.ends_with("rait") ? 4 : 6);
  const char before = f[stem - 1];
  return before == 'e' || before == 'i' || before == 'u' || before == 'd' || before == 'r' || before == 'v' ||
         before == 't' || f.starts_with("aurai") || f.starts_with("serai") || f.starts_with("ferai") ||
         f.starts_with("saurai");
}

// «a annoncé qu'il viendrait» is a future told in the past; «aurait été tué» and «devrait venir» are hedges.
bool told_in_past(const Cue& cue, const Reading& reading) {
  const Word& first = reading.words[cue.words.begin];
  return first.form == "a" || first.form == "ont" || first.form == "avait" || first.form == "avaient" ||
         first.form.ends_with("ait") || first.form.ends_with("aient");
}

}  // namespace

Sureness sureness(const Reading& reading, const Hedge_words& hedges, Range words, const Cue* cue,
                  bool questioned) {
  Sureness out;
  bool hypothesis = false;
  for (uint32_t i = words.begin; i < words.end; ++i) {
    const Word& word = reading.words[i];
    if (word.kind == WordKind::semicolon || word.kind == WordKind::stop) hypothesis = false;
    if (word.kind != WordKind::word) continue;
    if (hedges.openings.contains(word.form)) hypothesis = true;
    const bool modal = hedges.modals.contains(word.form);
    const bool conditional = modal || is_conditional(word, hedges);
    const bool perfect = word.form.starts_with("aurai");
    const bool future = cue && cue->verb && told_in_past(*cue, reading) && !perfect && !modal;
    if (hedges.words.contains(word.form) || (conditional && !hypothesis && !future))
      out.hedges.push_back(word.span);
  }
  const ClaimStatus said = cue && cue->verb ? cue->verb->status : ClaimStatus::asserted;
  if (questioned) {
    out.status = ClaimStatus::questioned;
  } else if (said == ClaimStatus::denied) {
    out.status = cue->negated ? ClaimStatus::asserted : ClaimStatus::denied;
  } else if (!out.hedges.empty()) {
    out.status = ClaimStatus::hedged;
  } else if (cue && cue->conditional) {
    out.status = ClaimStatus::hedged;
    out.hedges.push_back(reading.words[cue->words.begin].span);
  } else {
    out.status = said;
  }
  return out;
}

}  // namespace recoupe::quotes
