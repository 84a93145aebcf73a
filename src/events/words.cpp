#include <algorithm>

#include "document/names.hpp"
#include "events/events.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::events {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find(at, start), text.size());
    if (end > start) out.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

struct FlagName {
  std::string_view name;
  uint16_t flags;
};
constexpr FlagName flag_names[] = {
    {"obj", frame_object},
    {"obj!", frame_object | frame_needs_target},
    {"who!", frame_object | frame_needs_target | frame_somebody},
    {"target!", frame_needs_target},
    {"somebody!", frame_needs_target | frame_somebody},
    {"actor!", frame_somebody_acts},
    {"refl", frame_reflexive},
    {"weak", frame_weak},
    {"one!", frame_needs_one},
    {"of=actor", frame_of_actor},
    {"of=target", frame_of_target},
    {"of=either", frame_of_actor | frame_of_target},
    {"with", frame_together},
    {"armed!", frame_armed},
    {"fighter!", frame_armed | frame_fighter},
};

Frame frame_from(const lexicon::Row& row) {
  Frame frame;
  frame.type = event_type_from(row[2]);
  if (row.size() > 3) frame.mode = row[3];
  if (row.size() > 4)
    for (const std::string& word : split(row[4], ' ')) {
      if (word.starts_with("p:") || word.starts_with("p!:")) {
        const bool needed = word[1] == '!';
        frame.prepositions = split(std::string_view(word).substr(needed ? 3 : 2), ',');
        if (needed) frame.flags |= frame_needs_preposition | frame_needs_target;
        continue;
      }
      for (const FlagName& flag : flag_names)
        if (flag.name == word) frame.flags |= flag.flags;
    }
  if (row.size() > 5) frame.needs = split(row[5], ' ');
  return frame;
}

constexpr struct {
  std::string_view name;
  uint16_t classes;
} class_names[] = {
    {"somebody", class_somebody},   {"armed", class_somebody | class_armed},
    {"does", class_does},           {"suffers", class_suffers},
    {"foils", class_foils},         {"plans", class_plans},
    {"sport", class_sport},         {"doubts", class_doubts},
    {"of_object", class_of_object}, {"occurs", class_occurs},
    {"claims", class_claims},
};

void load_classes(LanguageWords& words, Language language) {
  for (const lexicon::Row& row : lexicon::rows(language, "event_words.tsv"))
    for (const auto& known : class_names)
      if (known.name == row[0])
        for (const std::string& word : split(row[1], ' ')) words.classes[word] |= known.classes;
  // Nouns that other lists know as people: trades and offices, and whom figures count.
  for (const lexicon::Row& row : lexicon::rows(language, "titles.tsv"))
    words.classes[std::string(row[0])] |= class_somebody;
  for (const lexicon::Row& row : lexicon::rows(language, "figure_nouns.tsv"))
    if (row[0] == "people" && row.size() > 1)
      for (const std::string& word : split(row[1], ' ')) words.classes[word] |= class_somebody;
}

LanguageWords load(Language language) {
  LanguageWords words;
  words.english = language == Language::english;
  for (const lexicon::Row& row : lexicon::rows(language, "events.tsv"))
    if (row.size() > 2)
      (row[1] == "verb" ? words.verbs : words.nouns)[std::string(row[0])].push_back(frame_from(row));
  // The row that asks for more comes first: «ouvrir le feu» before «ouvrir».
  for (Table<std::vector<Frame>>* table : {&words.verbs, &words.nouns})
    for (auto& [word, frames] : *table)
      std::stable_sort(frames.begin(), frames.end(),
                       [](const Frame& a, const Frame& b) { return a.needs.empty() < b.needs.empty(); });
  load_classes(words, language);
  return words;
}

}  // namespace

Words load_words() {
  return {load(Language::french), load(Language::english)};
}

}  // namespace recoupe::events
