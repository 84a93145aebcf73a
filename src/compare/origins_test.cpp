#include "compare/origins.hpp"

#include <gtest/gtest.h>

#include "compare/agency.hpp"
#include "compare/traces.hpp"

namespace recoupe::compare {
namespace {

Document article(std::string text, std::string outlet, std::string date) {
  Document d;
  d.text = std::move(text);
  d.language = Language::french;
  if (!outlet.empty()) d.outlet = Outlet{std::move(outlet), "", "", ""};
  if (!date.empty()) d.published = PublicationDate{date, DateBasis::metadata, date, date, {}};
  return d;
}

const std::string ferry =
    "Le bac de la Varenne a rompu son câble mardi matin alors qu'il traversait avec onze voitures et une "
    "quarantaine de passagers.\n\nUn remorqueur du port l'a rattrapé quatre kilomètres plus bas, juste avant "
    "le "
    "barrage.\n\nLe conseil départemental a suspendu la traversée et promis une expertise de tous les câbles "
    "posés depuis dix ans sur le fleuve.";
const std::string market =
    "Les maraîchers de la plaine vendent désormais leurs salades à la ferme. Le marché couvert leur coûtait "
    "trop "
    "cher.\n\nLa commune espère les faire revenir en divisant par deux le droit de place.";
const std::string choir =
    "Quarante choristes de la vallée chanteront dimanche sous la halle. Le chef vient de Gand.\n\nLes "
    "répétitions "
    "ont commencé en janvier dans une grange prêtée par un éleveur.";

std::vector<Origin> origins(const std::vector<Document>& articles) {
  static const Lexicon lexicon = load_lexicon();
  return find_origins(articles, lexicon);
}

TEST(Origins, OneSentenceOfACommuniqueMakesNoCopy) {
  const std::string said =
      "\n\nLa société d'aménagement rappelle que les travaux de la rocade dureront jusqu'au printemps et que "
      "des "
      "déviations seront mises en place chaque nuit entre vingt-deux heures et six heures.";
  EXPECT_EQ(
      origins({article(market + said, "A", "2024-05-02"), article(choir + said, "B", "2024-05-02")}).size(),
      2u);
  // Two sentences of a report are a copy.
  EXPECT_EQ(origins({article(ferry, "A", "2024-05-02"),
                     article(choir + "\n\n" + ferry.substr(0, 300), "B", "2024-05-02")})
                .size(),
            1u);
}

TEST(Origins, WhatClosesEveryArticleOfAHouseLinksNone) {
  const std::string plea =
      "\n\nNotre gazette n'appartient qu'à ses lecteurs. Pour que nos reporters continuent de battre la "
      "campagne, "
      "offrez un abonnement à vos voisins. La lettre du dimanche est gratuite et se lit en trois minutes.";
  // Two articles of one named house; three of houses unknown.
  EXPECT_EQ(
      origins({article(market + plea, "A", "2024-05-02"), article(choir + plea, "A", "2024-05-03")}).size(),
      2u);
  EXPECT_EQ(
      origins({article(market + plea, "", ""), article(choir + plea, "", ""), article(ferry + plea, "", "")})
          .size(),
      3u);
  // The same plea hides no copy.
  EXPECT_EQ(
      origins({article(ferry + plea, "A", "2024-05-02"), article(ferry + plea, "B", "2024-05-03")}).size(),
      1u);
}

TEST(Origins, TheSourceIsKnownByTheAgencyOrByTheClock) {
  Document wire = article(ferry, "Agence du Fleuve", "2024-05-03");
  wire.outlet->kind = "agency";
  const auto passage = [](std::vector<Document> articles) { return origins(articles).at(0).passages.at(0); };
  // Put first by its clock, the client still has it from the agency.
  EXPECT_EQ(passage({article(ferry, "A", "2024-05-02"), wire}).a, 1u);
  EXPECT_TRUE(passage({article(ferry, "A", "2024-05-02"), wire}).source_known);
  EXPECT_TRUE(passage({article(ferry, "A", "2024-05-02"), article(ferry, "B", "2024-05-03")}).source_known);
  EXPECT_FALSE(
      passage({article(ferry, "A", "2024-05-02"), article(ferry, "B", "2024-05-02T18:00")}).source_known);
  EXPECT_FALSE(passage({article(ferry, "A", "2024-05-02"), article(ferry, "B", "")}).source_known);
}

TEST(Agency, WhatCleaningTookOutMayCreditTheText) {
  const Lexicon lexicon = load_lexicon();
  const auto credited = [&](const char* why, const char* line) {
    Document d = article(ferry, "", "");
    d.removed = {{{0, 1}, why, line, 0}};
    return credited_agency(d, lexicon);
  };
  EXPECT_EQ(credited("byline", "Par La Gazette avec AFP et Reuters"), "AFP");
  EXPECT_EQ(credited("byline", "La rédaction avec l'Agence France-Presse"), "AFP");
  EXPECT_EQ(credited("byline", "Associated Press contributed to this report."), "AP");
  EXPECT_EQ(credited("byline", "Par Jeanne Prat"), "");
  EXPECT_EQ(credited("photo-credit", "(©AFP / 27 octobre 2016 10h32)"), "AFP");
  EXPECT_EQ(credited("legal", "Copyright 2016 The Associated Press. All rights reserved."), "AP");
  EXPECT_EQ(credited("photo-credit", "© AFP"), "");
  EXPECT_EQ(credited("photo-credit", "© AFP/Jeanne Prat 2016"), "");
  EXPECT_EQ(credited("photo-credit", "Crédit photo : Reuters, 2016"), "");
}

TEST(TraceIndex, GivesTheFirstHoldersInOrder) {
  TraceIndex index;
  const std::vector<Trace> traces = traces_of(article(ferry, "", ""));
  ASSERT_FALSE(traces.empty());
  for (uint32_t i = 0; i < 40; ++i) index.add(i, traces);
  const auto holders = index.holders(traces.front().hash);
  ASSERT_EQ(holders.size(), TraceIndex::holders_kept);
  for (uint32_t i = 0; i < holders.size(); ++i) EXPECT_EQ(holders[i].article, i);
  EXPECT_TRUE(index.holders(traces.front().hash + 1).empty());
}

}  // namespace
}  // namespace recoupe::compare
