#include "resolve/geocode.hpp"

#include <gtest/gtest.h>

#include "resolve/sites.hpp"

namespace recoupe::resolve {
namespace {

// The article `text` with the places that are written in [brackets] there; where the last of them lies.
Located last_place(std::string_view text, Language language = Language::french) {
  static const gazetteer::Gazetteer gazetteer = gazetteer::load();
  Document document;
  document.language = language;
  std::vector<uint32_t> open;
  for (const char c : text) {
    const auto at = static_cast<uint32_t>(document.text.size());
    if (c == '[') {
      open.push_back(at);
    } else if (c == ']') {
      Name name;
      name.span = {open.back(), at};
      name.kind = EntityKind::place;
      open.pop_back();
      document.names.push_back(name);
    } else {
      document.text += c;
    }
  }
  return Map(document, gazetteer).locate(document.names.back().span);
}

bool pinned(const Located& located) {
  return located.place && located.place->latitude;
}

TEST(Map, GivesAnUnknownVillageNoPinOfItsNeighbour) {
  for (const char* text : {"Le car va de [Menton] à [Orvillers-sur-Drac].",
                           "Partie de [Marseille], la colonne est arrivée à [Orvillers-sur-Drac].",
                           "À [Menton], rien. À [Nice], rien. On cherche à [Orvillers-sur-Drac]."})
    EXPECT_FALSE(pinned(last_place(text))) << text;
  const Located told = last_place("En [France], à [Nice], à [Lyon], à [Orvillers-sur-Drac].");
  EXPECT_FALSE(pinned(told));
  EXPECT_EQ(told.country, "FR");
}

TEST(Map, PutsASiteInTheTownThatItsWordsName) {
  for (const char* text :
       {"[Lyon] dort. [Nice] dort. Un feu à l'[hôpital Orvillers], à [Nice].",
        "[Nice] dort. Un feu à l'[hôpital de Nice].", "[Nice] dort. Un feu à l'[Opéra de [Nice]]."}) {
    const Located located = last_place(text);
    ASSERT_TRUE(pinned(located)) << text;
    EXPECT_NEAR(*located.place->latitude, 43.7, 0.1) << text;
  }
  const Located before = last_place("À [Nice], l'[hôpital Orvillers] est plein.");
  ASSERT_TRUE(pinned(before));
  EXPECT_NEAR(*before.place->latitude, 43.7, 0.1);
  EXPECT_TRUE(before.within);
}

TEST(Map, LeavesAStreetWhoseTownIsNotSaidUnpinned) {
  EXPECT_FALSE(pinned(last_place("Il quitte [Lyon]. Un feu a pris [rue de Marseille].")));
  EXPECT_FALSE(pinned(last_place("Il vient de [Nice] et cherche la [place Orvillers].")));
}

TEST(Map, BorrowsNoPinForAPlainOrAnOffice) {
  for (const char* text : {"Ils sont à [Vintimille], en [Italie], et dans la [plaine de Vintimille].",
                           "Ils sont à [Nice]. La [préfecture des Alpes-Maritimes] compte."})
    EXPECT_FALSE(pinned(last_place(text))) << text;
  EXPECT_EQ(last_place("La [préfecture des Alpes-Maritimes] compte.").country, "FR");
}

TEST(Map, RefusesASmallNamesakeInACountryOfWhichNothingIsSaid) {
  EXPECT_FALSE(pinned(last_place("À [Nice], en [France], et en [Italie]. Un pont est tombé à [Airole].")));
  EXPECT_FALSE(pinned(last_place("À [Nice], en [France]. On va à [Fontan].")));
  // towns and lands of a few hundred thousand people that share their name with a hero and a prize
  EXPECT_FALSE(pinned(last_place("In [Toronto], [Canada], fans met [Batman].", Language::english)));
  EXPECT_FALSE(pinned(last_place("À [Paris], en [France], on remet le [César].")));
  EXPECT_TRUE(pinned(last_place("En [Italie], à [Vintimille].")));
  EXPECT_TRUE(pinned(last_place("Il part pour [Bagdad].")));
}

TEST(Sites, AreToldByTheNounThatLeadsOrEndsTheName) {
  EXPECT_EQ(site_of("Grande mosquée de Paris"), Site::building);
  EXPECT_EQ(site_of("rue de la Loi"), Site::street);
  EXPECT_EQ(site_of("Jamarat Bridge"), Site::street);
  EXPECT_EQ(site_of("plaine de Vintimille"), Site::nature);
  EXPECT_EQ(site_of("préfecture des Landes"), Site::office);
  EXPECT_EQ(site_of("Breil-sur-Roya"), Site::none);
  EXPECT_EQ(site_of("Port"), Site::none);
}

TEST(Sites, AreInATownBySmallWordsOnly) {
  EXPECT_TRUE(leads_into(", à "));
  EXPECT_TRUE(leads_into(" ("));
  EXPECT_TRUE(leads_into(" in central "));
  EXPECT_FALSE(leads_into(" est fermé, comme à "));
  EXPECT_FALSE(leads_into(". À "));
  EXPECT_TRUE(leads_from("hier à ", ", l'"));
  EXPECT_TRUE(leads_from("", "'s "));
  EXPECT_FALSE(leads_from("parti de ", ", l'"));
}

}  // namespace
}  // namespace recoupe::resolve
