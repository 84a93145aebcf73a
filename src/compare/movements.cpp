// The same journey told by several, planned in one article and done in another.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "compare/claims.hpp"
#include "document/names.hpp"

namespace recoupe::compare {
namespace {

struct Journey {
  Claim claim;
  ClaimReference reference;
  const Movement* movement;
  DossierEntityId from, to, who;
  Content who_words;
};

DossierEntityId entity_of(const Setting& setting, uint32_t article, const std::optional<Part>& part) {
  if (!part) return {};
  if (part->entity.value < setting.entities.of[article].size())
    return setting.entities.of[article][part->entity.value];
  return setting.names.find(setting.story_of[article], setting.articles[article].words(part->span),
                            setting.articles[article].language);
}

bool one_journey(const Journey& a, const Journey& b) {
  const auto equal = [](DossierEntityId x, DossierEntityId y) { return x && x == y; };
  const auto contrary = [](DossierEntityId x, DossierEntityId y) { return x && y && x != y; };
  if (contrary(a.from, b.from) || contrary(a.to, b.to)) return false;
  if (!equal(a.from, b.from) && !equal(a.to, b.to)) return false;
  if (a.who && b.who) return a.who == b.who;
  return overlap(a.who_words, b.who_words).containment >= 0.5;
}

Cluster make_cluster(const Setting& setting, const std::vector<Journey>& all,
                     const std::vector<uint32_t>& group) {
  Cluster cluster;
  cluster.kind = ClaimKind::movement;
  std::map<ClaimStatus, std::set<std::string>> by_status;
  for (const uint32_t i : group) {
    cluster.members.push_back(all[i].reference);
    by_status[all[i].movement->status].insert(name_of(setting.articles[all[i].claim.article]));
  }
  const Document& first = setting.articles[all[group[0]].claim.article];
  cluster.label = in_its_sentence(first, all[group[0]].movement->span);
  std::string told;
  for (const auto& [status, outlets] : by_status)
    told += fmt::format("{}{} in {}", told.empty() ? "" : ", ", name(status), fmt::join(outlets, " and "));
  if (group.size() == 1) {
    cluster.relation = ClusterRelation::single;
    cluster.why = fmt::format("only {} tells of it", name_of(first));
  } else if (by_status.contains(ClaimStatus::denied) && by_status.size() > 1) {
    cluster.relation = ClusterRelation::differ;
    cluster.why = "the same journey: " + told;
  } else if (by_status.size() > 1) {
    cluster.relation = ClusterRelation::compatible;
    cluster.why = "the same journey: " + told;
  } else {
    cluster.relation = ClusterRelation::agree;
    cluster.why = fmt::format("the same journey, from {}", count_of_origins(cluster.members));
  }
  return cluster;
}

}  // namespace

std::vector<Cluster> cluster_movements(const Setting& setting) {
  std::vector<Journey> all;
  // Journeys of one story by each end they have: only those can be one.
  std::map<std::tuple<uint32_t, char, uint32_t>, std::vector<uint32_t>> ends;
  for (uint32_t article = 0; article < setting.articles.size(); ++article) {
    const Document& document = setting.articles[article];
    for (uint32_t i = 0; i < document.movements.size(); ++i) {
      const Movement& m = document.movements[i];
      if (m.rejected) continue;
      Journey journey{{article, i}, reference(setting, {article, i}, m.attribution), &m, {}, {}, {}, {}};
      journey.from = entity_of(setting, article, m.from);
      journey.to = entity_of(setting, article, m.to);
      journey.who = entity_of(setting, article, m.who);
      if (m.who)
        journey.who_words = content_of(document.words(m.who->span), document.language, setting.lexicon);
      const auto place = static_cast<uint32_t>(all.size());
      if (journey.from) ends[{setting.story_of[article], 'f', journey.from.value}].push_back(place);
      if (journey.to) ends[{setting.story_of[article], 't', journey.to.value}].push_back(place);
      all.push_back(std::move(journey));
    }
  }
  constexpr size_t journeys_tried = 200;
  std::vector<Link> links;
  for (const auto& [end, members] : ends)
    for (size_t i = 0; i < std::min(members.size(), journeys_tried); ++i)
      for (size_t j = i + 1; j < std::min(members.size(), journeys_tried); ++j)
        if (one_journey(all[members[i]], all[members[j]])) links.push_back({members[i], members[j], 1});
  std::vector<Cluster> out;
  std::vector<Claim> claims;
  for (const Journey& journey : all) claims.push_back(journey.claim);
  for (const std::vector<uint32_t>& group : grouped(claims, links, setting.bonds_of(ClaimKind::movement)))
    out.push_back(make_cluster(setting, all, group));
  return out;
}

}  // namespace recoupe::compare
