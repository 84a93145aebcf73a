#include "quotes/status.hpp"

#include "lexicon/lexicon.hpp"
#include "quotes/conditional.hpp"

namespace recoupe::quotes {

Hedge_words load_hedge_words(Language language) {
  Hedge_words out;
  out.english = language == Language::english;
  for (const auto& row : lexicon::rows(language, "quote_hedges.tsv")) {
    auto& set = row[0] == "hedge" ? out.words : out.modals;
    const std::string_view list = row.size() > 1 ? row[1] : std::string_view{};
    for (size_t at = 0; at < list.size();) {
      const size_t end = std::min(list.find(' ', at), list.size());
      if (end > at) set.emplace(list.substr(at, end - at));
      at = end + 1;
    }
  }
  return out;
}

Sureness sureness(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
                  const Hedge_words& hedges, const lexicon::Forms& forms, Range words, const Cue* cue,
                  bool questioned) {
  Sureness out;
  for (uint32_t i = words.begin; i < words.end; ++i) {
    const Word& word = reading.words[i];
    if (word.kind != WordKind::word) continue;
    const bool conditional =
        !hedges.english && word.token >= 0 &&
        conditional_of(document, static_cast<uint32_t>(word.token), lexicon, forms) == Conditional::reserve;
    if (conditional || hedges.words.contains(word.form) || hedges.modals.contains(word.form))
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
