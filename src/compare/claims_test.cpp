// Claims held against each other: in groups, in clusters, and by the witnesses they rest on.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "base/sha256.hpp"
#include "compare/compare.hpp"
#include "compare/grouping.hpp"
#include "compare/witnesses.hpp"

namespace recoupe::compare {
namespace {

const Lexicon& lexicon() {
  static const Lexicon words = load_lexicon();
  return words;
}

TEST(Grouping, WhatAUserKeepsApartGoesToTheNearer) {
  const std::vector<Claim> claims = {{0, 0}, {1, 0}, {2, 0}};
  const std::vector<Link> links = {{0, 1, 1.0}, {0, 2, 0.5}, {1, 2, 0.9}};
  using Groups = std::vector<std::vector<uint32_t>>;
  EXPECT_EQ(grouped(claims, links, {}), (Groups{{0, 1, 2}}));
  Bonds bonds;
  bonds.apart = {{{0, 0}, {1, 0}}, {{1, 0}, {0, 0}}};
  EXPECT_EQ(grouped(claims, links, bonds), (Groups{{0}, {1, 2}}));
  Bonds together;
  together.together = {{{0, 0}, {2, 0}}};
  EXPECT_EQ(grouped(claims, {}, together), (Groups{{0, 2}, {1}}));
}

TEST(Grouping, TheOrderOfLinksNeverShows) {
  std::vector<Claim> claims;
  std::vector<Link> links;
  std::mt19937 random(7);
  for (uint32_t i = 0; i < 40; ++i) claims.push_back({i, 0});
  for (int i = 0; i < 60; ++i)
    links.push_back({static_cast<uint32_t>(random() % 40), static_cast<uint32_t>(random() % 40),
                     0.1 * static_cast<double>(random() % 10)});
  Bonds bonds;
  for (uint32_t i = 0; i + 3 < 40; i += 3) {
    bonds.apart.insert({{i, 0}, {i + 3, 0}});
    bonds.apart.insert({{i + 3, 0}, {i, 0}});
  }
  const auto first = grouped(claims, links, bonds);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(links.begin(), links.end(), random);
    ASSERT_EQ(grouped(claims, links, bonds), first);
  }
  for (const auto& group : first)
    for (const uint32_t a : group)
      for (const uint32_t b : group) EXPECT_FALSE(bonds.apart.contains({claims[a], claims[b]}));
}

// One article of one entity, so that a cluster may name its speaker.
Dossier with_speakers(const std::vector<Entity>& speakers) {
  Dossier out;
  for (const Entity& speaker : speakers) {
    const auto index = static_cast<uint32_t>(out.articles.size());
    Document document;
    document.language = Language::french;
    document.entities = {speaker};
    out.articles.push_back(std::move(document));
    DossierEntity entity;
    entity.kind = speaker.kind;
    entity.name = speaker.name;
    entity.members = {{index, EntityId{0}}};
    out.entities.push_back(std::move(entity));
  }
  return out;
}

Entity entity(EntityKind kind, std::string name, std::string role = "") {
  Entity out;
  out.kind = kind;
  out.name = std::move(name);
  out.role = std::move(role);
  return out;
}

TEST(Witnesses, AnOfficeIsOneUnderAllItsNames) {
  const Dossier dossier = with_speakers({entity(EntityKind::organisation, "préfecture de la Sarthe"),
                                         entity(EntityKind::person, "Claire Vasseur", "préfète de la Sarthe"),
                                         entity(EntityKind::person, "Luc Fabre", "maire de Brémont")});
  Cluster cluster;
  cluster.members = {{0, 0, OriginId{0}, DossierEntityId{0}, ""},
                     {1, 0, OriginId{1}, DossierEntityId{1}, ""}};
  EXPECT_EQ(count_witnesses(dossier, cluster, lexicon()), 1u);
  cluster.members.push_back({2, 0, OriginId{2}, DossierEntityId{2}, ""});
  EXPECT_EQ(count_witnesses(dossier, cluster, lexicon()), 2u);
}

TEST(Witnesses, TwoMinistersAreTwo) {
  const Dossier dossier = with_speakers({entity(EntityKind::person, "Anne Le Goff", "ministre"),
                                         entity(EntityKind::person, "Marc Duval", "ministre")});
  Cluster cluster;
  cluster.members = {{0, 0, OriginId{0}, DossierEntityId{0}, ""},
                     {1, 0, OriginId{1}, DossierEntityId{1}, ""}};
  EXPECT_EQ(count_witnesses(dossier, cluster, lexicon()), 2u);
}

Document with_figure(std::string text, std::string_view words, double value, std::string_view what,
                     Bound bound, std::string date = "2024-05-02") {
  Document d;
  d.id = sha256_hex16(text);
  d.source_name = d.id + ".txt";
  d.text = std::move(text);
  d.language = Language::french;
  d.published = PublicationDate{date, DateBasis::text, date, date, {}};
  const auto at = [&](std::string_view part, size_t from) {
    const auto begin = static_cast<uint32_t>(d.text.find(part, from));
    return Span{begin, begin + static_cast<uint32_t>(part.size())};
  };
  Figure figure;
  figure.span = at(words, 0);
  figure.min = value;
  if (bound == Bound::exact) figure.max = value;
  figure.bound = bound;
  figure.what = at(what, figure.span.begin);
  figure.category = FigureCategory::displaced;
  d.figures = {figure};
  return d;
}

TEST(FigureClusters, AllWhoFledAndThoseInOneCampAreNotForcedTogether) {
  const std::string story = "Combats à Larmor : des habitants de Larmor fuient vers le camp de Ploemeur. ";
  const Dossier dossier =
      compare({with_figure(story + "Au moins 16 000 personnes ont fui Larmor depuis le 17 avril.",
                           "Au moins 16 000 personnes", 16000, "personnes", Bound::at_least),
               with_figure(story + "Le camp de Ploemeur accueille 6 000 réfugiés.", "6 000 réfugiés", 6000,
                           "réfugiés", Bound::exact)});
  for (const Cluster& cluster : dossier.clusters)
    EXPECT_NE(cluster.relation, ClusterRelation::differ) << cluster.why;
}

TEST(FigureClusters, ALabelIsAWholeSentence) {
  const Dossier dossier =
      compare({with_figure("Crue à Larmor. Quelque 300 habitants ont été évacués. Il pleut.", "300 habitants",
                           300, "habitants", Bound::exact)});
  ASSERT_FALSE(dossier.clusters.empty());
  EXPECT_EQ(dossier.clusters[0].label, "«Quelque 300 habitants ont été évacués»");
}

}  // namespace
}  // namespace recoupe::compare
