#include "compare/entities.hpp"

#include <gtest/gtest.h>

namespace recoupe::compare {
namespace {

const Lexicon& lexicon() {
  static const Lexicon words = load_lexicon();
  return words;
}

Entity named(const char* name, const char* role = "", EntityKind kind = EntityKind::person) {
  Entity e;
  e.kind = kind;
  e.name = name;
  e.role = role;
  return e;
}

// One article for each entity, with the story it belongs to.
struct Desk {
  std::vector<Document> articles;
  std::vector<uint32_t> story_of;

  void add(uint32_t story, Entity entity, Language language = Language::french) {
    articles.emplace_back();
    articles.back().language = language;
    articles.back().entities = {std::move(entity)};
    story_of.push_back(story);
  }
  std::vector<uint32_t> linked() const {
    std::vector<uint32_t> out;
    for (const auto& of : link_entities(articles, story_of, lexicon()).of) out.push_back(of[0].value);
    return out;
  }
};

using Ids = std::vector<uint32_t>;

TEST(DossierEntities, NamesakesOfTwoWalksOfLifeAreTwo) {
  Desk desk;
  desk.add(0, named("Paul Granger", "ancien premier ministre"));
  desk.add(1, named("Paul Granger", "boulanger"));
  desk.add(1, named("Paul Granger"));  // the story of the baker
  desk.add(2, named("Paul Granger", "candidat"));
  EXPECT_EQ(desk.linked(), (Ids{0, 1, 1, 0}));
}

TEST(DossierEntities, OneStoryTellsOfOnePersonWithTwoTrades) {
  Desk desk;
  desk.add(0, named("Alma Sorel", "actrice"));
  desk.add(0, named("Alma Sorel", "candidate"));
  EXPECT_EQ(desk.linked(), (Ids{0, 0}));
}

TEST(DossierEntities, AnOfficeIsItsHolderWhereTheStoryNamesHim) {
  Desk desk;
  desk.add(0, named("Valery Gerasimov", "chef d'état-major russe"));
  desk.add(0, named("le chef d'état-major russe"));
  desk.add(1, named("le chef d'état-major russe"));  // another story names nobody
  const Ids found = desk.linked();
  EXPECT_EQ(found[0], found[1]);
  EXPECT_NE(found[0], found[2]);
}

TEST(DossierEntities, OfficesMeetAcrossLanguages) {
  Desk desk;
  desk.add(0, named("Haider al-Abadi", "Iraqi prime minister"), Language::english);
  desk.add(0, named("le premier ministre irakien"));
  EXPECT_EQ(desk.linked(), (Ids{0, 0}));
}

TEST(DossierEntities, AGroupInSmallLettersIsOneAllThroughAStory) {
  Desk desk;
  desk.add(0, named("peshmergas", "", EntityKind::group));
  desk.add(0, named("peshmergas", "", EntityKind::group));
  EXPECT_EQ(desk.linked(), (Ids{0, 0}));
}

TEST(NameFinder, FindsANameHoweverItIsSpelt) {
  Desk desk;
  desk.add(0, named("Haider al-Abadi"), Language::english);
  const Entities entities = link_entities(desk.articles, desk.story_of, lexicon());
  const NameFinder names(desk.articles, entities, desk.story_of, lexicon());
  EXPECT_EQ(names.find(0, "Haïdar al Abadi", Language::french), DossierEntityId{0});
  EXPECT_FALSE(names.find(0, "Hamid al-Badri", Language::french));
}

TEST(VoiceKey, ASideIsOneInBothLanguages) {
  EXPECT_EQ(voice_key("le gouvernement irakien", Language::french, lexicon()),
            voice_key("the Iraqi government", Language::english, lexicon()));
  EXPECT_NE(voice_key("le gouvernement irakien", Language::french, lexicon()),
            voice_key("le gouvernement russe", Language::french, lexicon()));
}

}  // namespace
}  // namespace recoupe::compare
