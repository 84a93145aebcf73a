#include "compare/by_hand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "compare/union_find.hpp"
#include "corrections/corrections.hpp"
#include "document/names.hpp"

namespace recoupe::compare {
namespace {

using State = CorrectionReport::State;
using Member = std::pair<uint32_t, EntityId>;

std::map<std::string_view, uint32_t> by_id(const std::vector<Document>& articles) {
  std::map<std::string_view, uint32_t> out;
  for (uint32_t i = 0; i < articles.size(); ++i) out.emplace(articles[i].id, i);
  return out;
}

// The groups of entities of articles, changed correction by correction, and made into a list again at the
// end.
class Regrouping {
 public:
  Regrouping(Entities& entities, const std::vector<Document>& articles)
      : entities_(entities), articles_(articles), ids_(by_id(articles)) {
    for (const DossierEntity& entity : entities.list) groups_.push_back({entity.members, entity.name, false});
  }

  CorrectionReport merge(const Correction& correction) {
    std::vector<size_t> found;
    for (const EntityAddress& address : correction.entities) {
      const std::set<size_t> groups = groups_of(address);
      if (groups.empty())
        return {correction.hand.line, State::unmatched,
                fmt::format("none of its articles names a {} «{}»", name(address.kind), address.name)};
      for (const size_t group : groups)
        if (std::find(found.begin(), found.end(), group) == found.end()) found.push_back(group);
    }
    Group& first = groups_[found.front()];
    for (size_t i = 1; i < found.size(); ++i) {
      auto& other = groups_[found[i]].members;
      first.members.insert(first.members.end(), other.begin(), other.end());
      other.clear();
    }
    std::sort(first.members.begin(), first.members.end());
    first.changed = first.changed || found.size() > 1;
    return {correction.hand.line, State::applied,
            found.size() > 1 ? "" : fmt::format("«{}» is one without it", first.name)};
  }

  // Every entity that the name stands for in one of the articles is parted by the articles; what stands in
  // none of them stays with the first part.
  CorrectionReport split(const Correction& correction) {
    std::set<size_t> found;
    for (EntityAddress address : correction.entities) {
      address.name = correction.field;
      found.merge(groups_of(address));
    }
    bool parted = false;
    for (const size_t group : found) parted = split(group, correction) || parted;
    if (found.empty())
      return {correction.hand.line, State::unmatched,
              fmt::format("none of its articles names a {} «{}»", name(correction.entities.front().kind),
                          correction.field)};
    return {correction.hand.line, State::applied,
            parted ? "" : fmt::format("«{}» of these articles are two without it", correction.field)};
  }

  void write() {
    std::erase_if(groups_, [](const Group& group) { return group.members.empty(); });
    std::sort(groups_.begin(), groups_.end(),
              [](const Group& a, const Group& b) { return a.members.front() < b.members.front(); });
    std::vector<DossierEntity> list;
    for (const Group& group : groups_) {
      const Member first = group.members.front();
      const uint32_t old = entities_.of[first.first][first.second.value].value;
      list.push_back(group.changed ? described(group) : entities_.list[old]);
    }
    for (uint32_t id = 0; id < groups_.size(); ++id)
      for (const auto& [article, entity] : groups_[id].members) entities_.of[article][entity.value] = {id};
    entities_.list = std::move(list);
  }

 private:
  struct Group {
    std::vector<Member> members;
    std::string name;
    bool changed = false;
  };

  std::set<size_t> groups_of(const EntityAddress& address) const {
    std::set<size_t> out;
    for (const std::string& id : address.articles) {
      const auto article = ids_.find(id);
      if (article == ids_.end()) continue;
      for (const uint32_t entity : corrections::find_entities(articles_[article->second], address))
        for (size_t g = 0; g < groups_.size(); ++g)
          if (std::binary_search(groups_[g].members.begin(), groups_[g].members.end(),
                                 Member{article->second, EntityId{entity}}))
            out.insert(g);
    }
    return out;
  }

  bool split(size_t group, const Correction& correction) {
    std::vector<Group> parts(correction.entities.size());
    for (const Member& member : groups_[group].members) {
      size_t part = 0;
      for (size_t p = 1; p < parts.size(); ++p) {
        const auto& ids = correction.entities[p].articles;
        if (std::find(ids.begin(), ids.end(), articles_[member.first].id) != ids.end()) part = p;
      }
      parts[part].members.push_back(member);
    }
    const auto filled =
        std::count_if(parts.begin(), parts.end(), [](const Group& p) { return !p.members.empty(); });
    if (filled < 2) return false;
    groups_[group].members.clear();
    for (size_t p = 0; p < parts.size(); ++p) {
      if (parts[p].members.empty()) continue;
      parts[p].changed = true;
      parts[p].name = correction.entities[p].name;
      if (parts[p].name.empty()) parts[p].name = correction.field;
      groups_.push_back(std::move(parts[p]));
    }
    return true;
  }

  const Entity& entity(const Member& member) const {
    return articles_[member.first].entities[member.second.value];
  }

  DossierEntity described(const Group& group) const {
    DossierEntity out;
    out.kind = entity(group.members.front()).kind;
    out.name = group.name;
    out.members = group.members;
    std::set<std::string> others;
    for (const Member& member : group.members) {
      const Entity& e = entity(member);
      others.insert(e.name);
      others.insert(e.aliases.begin(), e.aliases.end());
      take_facts(out, e);
    }
    others.erase(out.name);
    out.aliases.assign(others.begin(), others.end());
    return out;
  }

  Entities& entities_;
  const std::vector<Document>& articles_;
  std::map<std::string_view, uint32_t> ids_;
  std::vector<Group> groups_;
};

std::optional<ClaimKind> claim_kind(Subject subject) {
  switch (subject) {
    case Subject::statement:
      return ClaimKind::statement;
    case Subject::figure:
      return ClaimKind::figure;
    case Subject::movement:
      return ClaimKind::movement;
    case Subject::event:
      return ClaimKind::event;
    case Subject::time:
      return ClaimKind::time;
    default:
      return {};
  }
}

bool is_about_cluster(const Correction& correction) {
  return !correction.parts.empty() && claim_kind(correction.parts.front().front().kind).has_value();
}

// The claims of each part that are there today.
std::vector<std::vector<Claim>> claims_of(const Correction& correction, const std::vector<Document>& articles,
                                          const std::map<std::string_view, uint32_t>& ids) {
  std::vector<std::vector<Claim>> out;
  for (const std::vector<CellAddress>& part : correction.parts) {
    out.emplace_back();
    for (const CellAddress& address : part) {
      const auto article = ids.find(address.article);
      if (article == ids.end()) continue;
      for (const uint32_t index : corrections::find_cells(articles[article->second], address))
        out.back().push_back({article->second, index});
    }
  }
  return out;
}

size_t count(const std::vector<std::vector<Claim>>& parts) {
  size_t out = 0;
  for (const auto& part : parts) out += part.size();
  return out;
}

void keep_apart(Bonds& bonds, const std::vector<Claim>& a, const std::vector<Claim>& b) {
  for (const Claim x : a)
    for (const Claim y : b) {
      if (x == y) continue;
      bonds.apart.insert({x, y});
      bonds.apart.insert({y, x});
      std::erase_if(bonds.together, [&](const auto& pair) {
        return pair == std::pair{x, y} || pair == std::pair{y, x};
      });
    }
}

void keep_together(Bonds& bonds, const std::vector<Claim>& claims) {
  for (size_t i = 0; i < claims.size(); ++i)
    for (size_t j = i + 1; j < claims.size(); ++j) {
      bonds.together.emplace_back(claims[i], claims[j]);
      bonds.apart.erase({claims[i], claims[j]});
      bonds.apart.erase({claims[j], claims[i]});
    }
}

}  // namespace

void correct_entities(Entities& entities, const std::vector<Document>& articles,
                      const Corrections& corrections, std::vector<CorrectionReport>& reports) {
  const auto about = [](const Correction& c) {
    return c.act == CorrectionAct::merge || c.act == CorrectionAct::split;
  };
  if (std::none_of(corrections.list.begin(), corrections.list.end(), about)) return;
  Regrouping regrouping(entities, articles);
  for (const Correction& correction : corrections.list)
    if (about(correction))
      reports.push_back(correction.act == CorrectionAct::merge ? regrouping.merge(correction)
                                                               : regrouping.split(correction));
  regrouping.write();
}

void drop_rejected_entities(Dossier& dossier) {
  std::vector<DossierEntity> kept;
  std::vector<DossierEntityId> now(dossier.entities.size());
  for (size_t i = 0; i < dossier.entities.size(); ++i) {
    DossierEntity& entity = dossier.entities[i];
    std::erase_if(entity.members, [&](const Member& member) {
      return dossier.articles[member.first].entities[member.second.value].rejected;
    });
    if (entity.members.empty()) continue;
    now[i] = {static_cast<uint32_t>(kept.size())};
    kept.push_back(std::move(entity));
  }
  dossier.entities = std::move(kept);
  for (Cluster& cluster : dossier.clusters)
    for (ClaimReference& member : cluster.members)
      if (member.speaker) member.speaker = now[member.speaker.value];
}

AllBonds bonds_of(const std::vector<Document>& articles, const Corrections& corrections,
                  std::vector<CorrectionReport>& reports) {
  AllBonds out;
  const std::map<std::string_view, uint32_t> ids = by_id(articles);
  for (const Correction& correction : corrections.list) {
    if (!is_about_cluster(correction)) continue;
    const auto parts = claims_of(correction, articles, ids);
    size_t named = 0;
    for (const auto& part : correction.parts) named += part.size();
    const size_t there = count(parts);
    CorrectionReport report{correction.hand.line, State::applied, ""};
    if (there < named)
      report.what =
          fmt::format("{} of the {} claims that it names are not there any more", named - there, named);
    if (there < 2) report.state = State::unmatched;
    reports.push_back(std::move(report));
    Bonds& bonds = out[*claim_kind(correction.parts.front().front().kind)];
    if (correction.act == CorrectionAct::confirm) keep_together(bonds, parts.front());
    if (correction.act == CorrectionAct::reject) keep_apart(bonds, parts.front(), parts.front());
    for (size_t i = 0; i < parts.size(); ++i)
      for (size_t j = i + 1; j < parts.size(); ++j) keep_apart(bonds, parts[i], parts[j]);
  }
  return out;
}

void mark_clusters(Dossier& dossier, const Corrections& corrections) {
  std::map<std::pair<ClaimKind, Claim>, uint32_t> cluster_of;
  for (uint32_t c = 0; c < dossier.clusters.size(); ++c)
    for (const ClaimReference& member : dossier.clusters[c].members)
      cluster_of[{dossier.clusters[c].kind, {member.article, member.index}}] = c;
  const std::map<std::string_view, uint32_t> ids = by_id(dossier.articles);
  for (const Correction& correction : corrections.list) {
    if (!is_about_cluster(correction)) continue;
    const ClaimKind kind = *claim_kind(correction.parts.front().front().kind);
    const auto parts = claims_of(correction, dossier.articles, ids);
    if (count(parts) < 2) continue;
    for (const auto& part : parts)
      for (const Claim claim : part) {
        const auto found = cluster_of.find({kind, claim});
        if (found == cluster_of.end()) continue;
        Cluster& cluster = dossier.clusters[found->second];
        cluster.by_hand = correction.act == CorrectionAct::confirm  ? "confirmed"
                          : correction.act == CorrectionAct::reject ? "rejected"
                                                                    : "parted";
        cluster.hand = correction.hand;
        if (correction.act != CorrectionAct::confirm || correction.relation.empty()) continue;
        for (int r = 0; r <= static_cast<int>(ClusterRelation::differ); ++r)
          if (name(static_cast<ClusterRelation>(r)) == correction.relation &&
              cluster.relation != static_cast<ClusterRelation>(r)) {
            cluster.relation = static_cast<ClusterRelation>(r);
            cluster.why = "so a reader decided" +
                          (correction.hand.note.empty() ? std::string() : ": " + correction.hand.note);
          }
      }
  }
}

}  // namespace recoupe::compare
