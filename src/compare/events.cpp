// The same happening told by several articles of one story: same type, same actor or target, and neither
// another day nor another place.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "compare/claims.hpp"
#include "document/names.hpp"

namespace recoupe::compare {
namespace {

struct Happening {
  Claim claim;
  ClaimReference reference;
  const Event* event;
  DossierEntityId actor, target, place;
  Content actor_words, target_words;
};

DossierEntityId entity_of(const Setting& setting, uint32_t article, EntityId id) {
  return id.value < setting.entities.of[article].size() ? setting.entities.of[article][id.value]
                                                        : DossierEntityId{};
}

Happening happening(const Setting& setting, Claim claim, const Event& event) {
  Happening out{claim, reference(setting, claim, event.attribution), &event, {}, {}, {}, {}, {}};
  const Document& document = setting.articles[claim.article];
  const auto words = [&](const std::optional<Part>& part) {
    return part ? content_of(document.words(part->span), document.language, setting.lexicon) : Content{};
  };
  if (event.actor) out.actor = entity_of(setting, claim.article, event.actor->entity);
  if (event.target) out.target = entity_of(setting, claim.article, event.target->entity);
  out.place = entity_of(setting, claim.article, event.place);
  out.actor_words = words(event.actor);
  out.target_words = words(event.target);
  return out;
}

enum class Likeness : uint8_t { unknown, same, different };

Likeness likeness(DossierEntityId a, DossierEntityId b) {
  if (!a || !b) return Likeness::unknown;
  return a == b ? Likeness::same : Likeness::different;
}

Likeness parts(DossierEntityId a, DossierEntityId b, const std::optional<Part>& p,
               const std::optional<Part>& q, const Content& x, const Content& y) {
  if (!p || !q) return Likeness::unknown;
  if (const Likeness entities = likeness(a, b); entities != Likeness::unknown) return entities;
  return overlap(x, y).containment >= 0.5 ? Likeness::same : Likeness::unknown;
}

Likeness days(const std::string& a, const std::string& b) {
  if (a.size() < 10 || b.size() < 10) return Likeness::unknown;
  return a.compare(0, 10, b, 0, 10) == 0 ? Likeness::same : Likeness::different;
}

bool one_happening(const Happening& a, const Happening& b) {
  const Likeness actor =
      parts(a.actor, b.actor, a.event->actor, b.event->actor, a.actor_words, b.actor_words);
  const Likeness target =
      parts(a.target, b.target, a.event->target, b.event->target, a.target_words, b.target_words);
  const Likeness place = likeness(a.place, b.place);
  const Likeness day = days(a.event->time, b.event->time);
  for (const Likeness l : {actor, target, place, day})
    if (l == Likeness::different) return false;
  const bool who = actor == Likeness::same || target == Likeness::same;
  const bool where_or_when = place == Likeness::same || day == Likeness::same;
  return (who && where_or_when) || (actor == Likeness::same && target == Likeness::same);
}

Cluster make_cluster(const Setting& setting, const std::vector<Happening>& all,
                     const std::vector<uint32_t>& group) {
  Cluster cluster;
  cluster.kind = ClaimKind::event;
  std::map<ClaimStatus, std::set<std::string>> by_status;
  for (const uint32_t i : group) {
    cluster.members.push_back(all[i].reference);
    by_status[all[i].event->status].insert(name_of(setting.articles[all[i].claim.article]));
  }
  const Document& first = setting.articles[all[group[0]].claim.article];
  const std::string_view type = name(all[group[0]].event->type);
  cluster.label = fmt::format("{}: {}", type, quoted(first.words(all[group[0]].event->span), 140));
  std::string told;
  for (const auto& [status, outlets] : by_status)
    told += fmt::format("{}{} in {}", told.empty() ? "" : ", ", name(status), fmt::join(outlets, " and "));
  if (group.size() == 1 || one_article(cluster.members)) {
    cluster.relation = ClusterRelation::single;
    cluster.why = fmt::format("only {} tells of it", name_of(first));
  } else if (by_status.size() > 1) {
    const bool denied = by_status.contains(ClaimStatus::denied);
    cluster.relation = denied ? ClusterRelation::differ : ClusterRelation::compatible;
    cluster.why = fmt::format("the same event ({}): {}", type, told);
  } else {
    cluster.relation = ClusterRelation::agree;
    cluster.why = fmt::format("the same event ({}), from {}", type, count_of_origins(cluster.members));
  }
  return cluster;
}

}  // namespace

std::vector<Cluster> cluster_events(const Setting& setting) {
  std::vector<Happening> all;
  std::map<std::pair<uint32_t, EventType>, std::vector<uint32_t>> alike;  // of one story and one type
  for (uint32_t article = 0; article < setting.articles.size(); ++article) {
    const std::vector<Event>& events = setting.articles[article].events;
    for (uint32_t i = 0; i < events.size(); ++i) {
      if (events[i].rejected) continue;
      alike[{setting.story_of[article], events[i].type}].push_back(static_cast<uint32_t>(all.size()));
      all.push_back(happening(setting, {article, i}, events[i]));
    }
  }
  constexpr size_t events_tried = 400;
  std::vector<Link> links;
  for (const auto& [key, members] : alike)
    for (size_t i = 0; i < std::min(members.size(), events_tried); ++i)
      for (size_t j = i + 1; j < std::min(members.size(), events_tried); ++j)
        if (one_happening(all[members[i]], all[members[j]])) links.push_back({members[i], members[j], 1});
  std::vector<Cluster> out;
  std::vector<Claim> claims;
  for (const Happening& h : all) claims.push_back(h.claim);
  for (const std::vector<uint32_t>& group : grouped(claims, links, setting.bonds_of(ClaimKind::event)))
    out.push_back(make_cluster(setting, all, group));
  return out;
}

}  // namespace recoupe::compare
