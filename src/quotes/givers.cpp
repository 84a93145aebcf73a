#include "quotes/givers.hpp"

#include <algorithm>

namespace recoupe::quotes {

std::vector<Attribution> givers(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
                                const Cue& cue, const Attribution& speaker, Range content) {
  std::vector<Attribution> out;
  const Clause& sentence = reading.sentences[cue.sentence];
  for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const Word& word = reading.words[i];
    if (word.kind != WordKind::word || !word.capital || content.contains(i) || i == sentence.begin) continue;
    auto it = std::lower_bound(document.mentions.begin(), document.mentions.end(), word.span.begin,
                               [](const Mention& m, uint32_t at) { return m.span.begin < at; });
    if (it == document.mentions.end() || it->span.begin >= word.span.end || !it->entity) continue;
    const Entity& entity = document.entities[it->entity.value];
    if (entity.kind != EntityKind::media || it->entity == speaker.entity) continue;
    uint32_t k = i - 1;
    while (k > sentence.begin && reading.words[k].kind == WordKind::word && !reading.words[k].capital &&
           !(lexicon.classes_of(reading.words[k].form) & class_preposition) && i - k < 4)
      --k;
    const Word& before = reading.words[k];
    if (before.kind != WordKind::word || !(lexicon.classes_of(before.form) & class_preposition) ||
        before.form == "de" || before.form == "selon")
      continue;
    Attribution giver;
    giver.name = entity.name;
    giver.entity = it->entity;
    giver.role = entity.role;
    giver.mention = it->span;
    out.push_back(giver);
  }
  return out;
}

}  // namespace recoupe::quotes
