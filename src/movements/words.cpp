#include <algorithm>

#include "lexicon/lexicon.hpp"
#include "movements/movements.hpp"

namespace recoupe::movements {
namespace {

Frame frame_from(std::string_view name) {
  if (name == "goes") return Frame::goes;
  if (name == "to_object") return Frame::to_object;
  if (name == "from_object") return Frame::from_object;
  if (name == "emptied") return Frame::emptied;
  if (name == "awaited") return Frame::awaited;
  return Frame::sent;
}

uint32_t class_from_name(std::string_view name) {
  if (name == "to") return class_to;
  if (name == "weak_to") return class_weak_to;
  if (name == "from") return class_from;
  if (name == "noun") return class_noun;
  if (name == "site") return class_site;
  if (name == "spot") return class_spot;
  if (name == "split") return class_split;
  if (name == "link") return class_link;
  if (name == "means") return class_means;
  if (name == "adverb") return class_adverb;
  if (name == "light") return class_light;
  if (name == "plans") return class_plans;
  if (name == "fails") return class_fails;
  if (name == "of_object") return class_of_object;
  return class_boundary;
}

// «en provenance d'» → en, provenance, d'
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find(' ', start), text.size());
    out.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

LanguageWords load(Language language) {
  LanguageWords words;
  words.english = language == Language::english;
  for (const lexicon::Row& row : lexicon::rows(language, "movement_verbs.tsv")) {
    Verb& verb = words.verbs[std::string(row[0])];
    const bool reflexive = row.size() > 2 && row[2] == "refl";
    if (row.size() > 3)
      for (const std::string& form : split(row[3])) words.irregular[form] = std::string(row[0]);
    if (row.size() > 2 && !reflexive) verb.not_before = split(row[2]);
    (reflexive ? verb.reflexive : verb.plain) = frame_from(row[1]);
  }
  for (const lexicon::Row& row : lexicon::rows(language, "movement_words.tsv")) {
    if (row[1].starts_with("going"))
      words.phrases.push_back({split(row[0]), row[1] == "going_to"});
    else
      words.classes[std::string(row[0])] |= class_from_name(row[1]);
  }
  std::stable_sort(words.phrases.begin(), words.phrases.end(),
                   [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
  return words;
}

}  // namespace

Words load_words() {
  return {load(Language::french), load(Language::english)};
}

}  // namespace recoupe::movements
