// Comparing the sample story as a perfect reader would have extracted it, against what a cross-check must
// find (eval/sample-gold/expected-dossier.json), and the promise that the order of the input never shows.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "compare/compare.hpp"
#include "gold_articles.hpp"
#include "report/dossier_json.hpp"

namespace recoupe {
namespace {

const std::filesystem::path root = RECOUPE_SOURCE_DIR;

const Dossier& sample() {
  static const Dossier dossier = compare::compare(gold::sample_articles(root));
  return dossier;
}

nlohmann::json expected() {
  for (const char* place : {"eval/sample-dossier/expected.json", "eval/sample-gold/expected-dossier.json"})
    if (std::filesystem::exists(root / place)) return nlohmann::json::parse(gold::read_file(root / place));
  ADD_FAILURE() << "the expected dossier is missing";
  return {};
}

Span span_of(const Document& d, ClaimKind kind, uint32_t index) {
  return kind == ClaimKind::statement ? d.statements[index].span : d.figures[index].span;
}

// The cluster of the claim whose words hold, or are held by, the expected ones; -1 where the gold has no such
// claim.
int cluster_of(ClaimKind kind, const std::string& file, const std::string& words) {
  const Dossier& dossier = sample();
  int best = -1;
  uint32_t distance = UINT32_MAX;  // «cinq des onze victimes» is about five
  for (size_t c = 0; c < dossier.clusters.size(); ++c) {
    if (dossier.clusters[c].kind != kind) continue;
    for (const ClaimReference& member : dossier.clusters[c].members) {
      const Document& d = dossier.articles[member.article];
      if (d.source_name != file) continue;
      const Span wanted = gold::find(d.text, words), span = span_of(d, kind, member.index);
      const uint32_t apart =
          span.begin > wanted.begin ? span.begin - wanted.begin : wanted.begin - span.begin;
      if (wanted.empty() || apart >= distance || !(span.contains(wanted) || wanted.contains(span))) continue;
      distance = apart;
      best = static_cast<int>(c);
    }
  }
  return best;
}

struct Tally {
  int right = 0, all = 0;
  std::string missed;
};

// Of the pairs of each group, how many are in one cluster with a relation that satisfies `fits`.
template <class Fits>
Tally tally(const nlohmann::json& groups, ClaimKind kind, Fits fits) {
  Tally out;
  for (const auto& group : groups) {
    const auto& members = group.is_array() ? group : group["members"];
    for (size_t i = 0; i < members.size(); ++i)
      for (size_t j = i + 1; j < members.size(); ++j) {
        const int a = cluster_of(kind, members[i][0], members[i][1]);
        const int b = cluster_of(kind, members[j][0], members[j][1]);
        if (a < 0 || b < 0) continue;
        ++out.all;
        if (fits(a, b)) {
          ++out.right;
        } else {
          out.missed += members[i].dump() + " / " + members[j].dump() + "\n";
        }
      }
  }
  return out;
}

ClusterRelation relation(int cluster) {
  return sample().clusters[static_cast<size_t>(cluster)].relation;
}

TEST(SampleStory, OneWireAndOneOtherStory) {
  std::set<std::string> reprints;
  for (const Origin& origin : sample().origins)
    if (origin.articles.size() > 1) {
      EXPECT_EQ(origin.agency, "ALP");
      for (const uint32_t article : origin.articles) reprints.insert(sample().articles[article].source_name);
    }
  EXPECT_EQ(reprints, (std::set<std::string>{"01-agence.txt", "02-courrier.txt", "04-echo.txt"}));
  ASSERT_EQ(sample().stories.size(), 2u);
  EXPECT_EQ(std::min(sample().stories[0].articles.size(), sample().stories[1].articles.size()), 1u);
}

TEST(SampleStory, TheSameQuotesMeetInBothLanguages) {
  const Tally found = tally(expected()["same_quotes"], ClaimKind::statement, [](int a, int b) {
    return a == b && (relation(a) == ClusterRelation::same || relation(a) == ClusterRelation::agree);
  });
  EXPECT_GE(found.all, 15);
  EXPECT_EQ(found.right, found.all) << found.missed;
}

TEST(SampleStory, FiguresAgreeDifferAndRise) {
  const auto json = expected();
  const Tally agree = tally(json["agree_figures"], ClaimKind::figure, [](int a, int b) { return a == b; });
  EXPECT_GE(agree.right * 100, agree.all * 85) << agree.missed;
  const Tally differ = tally(json["differ_figures"], ClaimKind::figure,
                             [](int a, int b) { return a == b && relation(a) == ClusterRelation::differ; });
  EXPECT_GE(differ.right * 100, differ.all * 70) << differ.missed;
  for (const char* kind : {"updated_figures", "not_comparable_figures"}) {
    const Tally apart = tally(json[kind], ClaimKind::figure,
                              [](int a, int b) { return a != b || relation(a) != ClusterRelation::differ; });
    EXPECT_EQ(apart.right, apart.all) << kind << "\n" << apart.missed;
  }
}

TEST(SampleStory, TheOrderOfTheInputNeverShows) {
  const std::string first = report::dossier_json(sample());
  std::vector<Document> articles = gold::sample_articles(root);
  std::mt19937 random(20161020);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(articles.begin(), articles.end(), random);
    ASSERT_EQ(report::dossier_json(compare::compare(articles)), first);
  }
}

TEST(SampleStory, EveryClaimIsInExactlyOneCluster) {
  std::set<std::tuple<ClaimKind, uint32_t, uint32_t>> seen;
  for (const Cluster& cluster : sample().clusters)
    for (const ClaimReference& member : cluster.members) {
      EXPECT_TRUE(seen.insert({cluster.kind, member.article, member.index}).second) << cluster.label;
      EXPECT_LT(member.origin.value, sample().origins.size());
      EXPECT_TRUE(!member.speaker || member.speaker.value < sample().entities.size());
      EXPECT_FALSE(cluster.why.empty());
    }
  size_t claims = 0;
  for (const Document& d : sample().articles)
    claims += d.statements.size() + d.figures.size() + d.movements.size();
  const auto times = std::count_if(seen.begin(), seen.end(),
                                   [](const auto& claim) { return std::get<0>(claim) == ClaimKind::time; });
  EXPECT_EQ(seen.size() - static_cast<size_t>(times), claims);
  EXPECT_GT(claims, 100u);
}

}  // namespace
}  // namespace recoupe
