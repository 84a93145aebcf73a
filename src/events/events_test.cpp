#include "events/events.hpp"

#include <gtest/gtest.h>

#include <array>

#include "document/names.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::events {
namespace {

TEST(Words, EveryRowNamesATypeAndConditionsThatAreKnown) {
  for (const Language language : {Language::french, Language::english})
    for (const lexicon::Row& row : lexicon::rows(language, "events.tsv")) {
      ASSERT_GE(row.size(), 3u);
      EXPECT_TRUE(row[1] == "verb" || row[1] == "noun") << row[0];
      EXPECT_EQ(name(event_type_from(row[2])), row[2]) << row[0];
    }
  const Words words = load_words();
  EXPECT_TRUE(words.french.verbs.contains("attaquer"));
  EXPECT_TRUE(words.english.nouns.contains("airstrike"));
  // The row that asks for a word of its own is tried first.
  EXPECT_FALSE(words.french.verbs.at("ouvrir").front().needs.empty());
}

// Trees come from a model that can be wrong: a circle, a head outside the sentence, and no tree at all.
TEST(Events, OddTreesEndAndStayInTheSentence) {
  const Words words = load_words();
  const gazetteer::Gazetteer gazetteer = gazetteer::load();
  Document document;
  document.language = Language::french;
  document.text = "Rebelles attaquer soldats";
  document.tokens = {{{0, 8}}, {{9, 17}}, {{18, 25}}};
  document.tokens[0].upos = document.tokens[2].upos = Upos::noun;
  document.tokens[1].upos = Upos::verb;
  document.tokens[1].relation = Relation::conj;
  document.tokens[2].relation = Relation::obj;
  document.sentences = {{{0, 25}, 0, 3, 0}};
  for (const auto& heads :
       {std::array{1, 1, 1}, std::array{1, 2, 1}, std::array{77, -5, 99}, std::array{2, 0, 1}}) {
    for (size_t i = 0; i < 3; ++i) document.tokens[i].head = heads[i];
    find_events(document, words, gazetteer);
    for (const Event& event : document.events) {
      EXPECT_LE(event.span.end, 25u);
      EXPECT_FALSE(event.mentions.empty());
    }
  }
}

TEST(Events, UnknownLanguageGivesNone) {
  Document document;
  document.text = "Rebelles attaquer soldats";
  find_events(document, load_words(), gazetteer::load());
  EXPECT_TRUE(document.events.empty());
}

}  // namespace
}  // namespace recoupe::events
