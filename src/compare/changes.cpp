#include "compare/changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "compare/claims.hpp"

namespace recoupe::compare {
namespace {

Subject subject_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::statement:
      return Subject::statement;
    case ClaimKind::figure:
      return Subject::figure;
    case ClaimKind::movement:
      return Subject::movement;
    case ClaimKind::event:
      return Subject::event;
    case ClaimKind::time:
      return Subject::time;
  }
  return Subject::statement;
}

Span span_of(const Document& d, ClaimKind kind, uint32_t index) {
  switch (kind) {
    case ClaimKind::statement:
      return d.statements[index].span;
    case ClaimKind::figure:
      return d.figures[index].span;
    case ClaimKind::movement:
      return d.movements[index].span;
    case ClaimKind::time:
      return d.times[index].span;
    case ClaimKind::event:
      break;
  }
  return {};
}

class Comparison {
 public:
  Comparison(const OldDossier& old, const Dossier& now) : old_(old), now_(now) {}

  Changes run() {
    articles();
    for (uint32_t i = 0; i < old_.claims.size(); ++i) {
      const CellAddress& cell = old_.claims[i].cell;
      known_[{cell.article, cell.kind}].push_back(i);
    }
    for (uint32_t c = 0; c < now_.clusters.size(); ++c)
      if (now_.clusters[c].kind != ClaimKind::time) cluster(c);
    withdrawn();
    std::stable_sort(out_.list.begin(), out_.list.end(),
                     [](const Change& a, const Change& b) { return a.kind < b.kind; });
    return std::move(out_);
  }

 private:
  void articles() {
    std::set<std::string> before, now;
    std::map<std::string, std::string> by_place;
    for (const OldArticle& article : old_.articles) {
      before.insert(article.id);
      for (const std::string* place : {&article.source_name, &article.url})
        if (!place->empty()) by_place[*place] = article.id;
    }
    for (const Document& article : now_.articles) now.insert(article.id);
    std::set<std::string> replaced;
    for (const Document& article : now_.articles) {
      if (before.contains(article.id)) continue;
      new_.insert(article.id);
      // The same file, or the same address, with other bytes: a new version.
      auto place = by_place.find(article.url);
      if (article.url.empty() || place == by_place.end()) place = by_place.find(article.source_name);
      if (place != by_place.end() && !now.contains(place->second) && replaced.insert(place->second).second) {
        out_.changed.push_back({place->second, article.id});
        version_of_[article.id] = place->second;
      } else {
        out_.added.push_back(article.id);
      }
    }
    for (const OldArticle& article : old_.articles)
      if (!now.contains(article.id) && !replaced.contains(article.id)) out_.removed.push_back(article.id);
  }

  // The claim of the earlier run that this one is, in the same bytes or in an earlier version of the article.
  const OldClaim* earlier(const CellAddress& cell) {
    const auto version = version_of_.find(cell.article);
    const std::string& article = version == version_of_.end() ? cell.article : version->second;
    const auto found = known_.find({article, cell.kind});
    if (found == known_.end()) return nullptr;
    for (const uint32_t i : found->second) {
      const CellAddress& old = old_.claims[i].cell;
      if (old.text != cell.text || (version == version_of_.end() && !old.source.overlaps(cell.source)))
        continue;
      traced_.insert(i);
      return &old_.claims[i];
    }
    return nullptr;
  }

  void cluster(uint32_t index) {
    const Cluster& cluster = now_.clusters[index];
    Change change;
    change.claim_kind = cluster.kind;
    change.cluster = ClusterId{index};
    change.label = cluster.label;
    change.now = cluster.relation;
    std::set<uint32_t> origins, fresh_origins, old_clusters;
    for (const ClaimReference& member : cluster.members) {
      const Document& document = now_.articles[member.article];
      const Span span = span_of(document, cluster.kind, member.index);
      const CellAddress cell{document.id, subject_of(cluster.kind), document.source(span),
                             std::string(document.words(span))};
      origins.insert(member.origin.value);
      if (const OldClaim* old = earlier(cell)) {
        if (old->cluster < old_.clusters.size()) old_clusters.insert(old->cluster);
      } else if (new_.contains(document.id)) {
        fresh_origins.insert(member.origin.value);
        change.claims.push_back(cell);
      }
    }
    if (change.claims.empty()) return;
    bool differed = false;
    for (const uint32_t c : old_clusters) {
      change.origins_before = std::max(change.origins_before, old_.clusters[c].origins);
      change.before = old_.clusters[c].relation;
      differed = differed || old_.clusters[c].relation == ClusterRelation::differ;
    }
    change.origins_now = static_cast<uint32_t>(origins.size());
    classify(cluster, old_clusters.empty(), differed, change);
    out_.list.push_back(std::move(change));
  }

  void classify(const Cluster& cluster, bool unknown, bool differed, Change& change) const {
    change.why = cluster.why;
    if (unknown) {
      const bool updates = cluster.updates.has_value();
      change.kind = updates                                       ? ChangeKind::updates
                    : cluster.relation == ClusterRelation::differ ? ChangeKind::contradicts
                                                                  : ChangeKind::adds;
    } else if (cluster.relation == ClusterRelation::differ) {
      change.kind = ChangeKind::contradicts;
      if (differed) change.why = "still in dispute, and more is said: " + cluster.why;
    } else if (change.origins_now > change.origins_before) {
      change.kind = ChangeKind::confirms;
    } else {
      change.kind = ChangeKind::confirms;
      change.why = "the same source again, no new one: " + cluster.why;
    }
  }

  // What an article said before and does not say any more, nor any other.
  void withdrawn() {
    std::map<std::string, std::string> now_of;
    for (const ChangedArticle& changed : out_.changed) now_of[changed.before] = changed.now;
    const std::set<std::string> removed(out_.removed.begin(), out_.removed.end());
    for (uint32_t i = 0; i < old_.claims.size(); ++i) {
      const OldClaim& claim = old_.claims[i];
      if (traced_.contains(i) || claim.cell.kind == Subject::time || claim.cell.kind == Subject::mention)
        continue;
      const bool new_version = now_of.contains(claim.cell.article);
      if (!new_version && !removed.contains(claim.cell.article)) continue;
      Change change;
      change.kind = ChangeKind::withdraws;
      change.claim_kind = claim.cell.kind == Subject::statement ? ClaimKind::statement
                          : claim.cell.kind == Subject::figure  ? ClaimKind::figure
                          : claim.cell.kind == Subject::event   ? ClaimKind::event
                                                                : ClaimKind::movement;
      change.label = quoted(claim.cell.text, 140);
      change.claims = {claim.cell};
      change.why = new_version ? "the new version of the article does not say it any more"
                               : "its article is not among the inputs any more";
      if (claim.cluster < old_.clusters.size()) {
        change.origins_before = old_.clusters[claim.cluster].origins;
        change.before = old_.clusters[claim.cluster].relation;
      }
      out_.list.push_back(std::move(change));
    }
  }

  const OldDossier& old_;
  const Dossier& now_;
  Changes out_;
  std::set<std::string> new_;
  std::map<std::string, std::string> version_of_;  // id of a new version → id of the old one
  std::map<std::pair<std::string, Subject>, std::vector<uint32_t>> known_;
  std::set<uint32_t> traced_;
};

}  // namespace

Changes changes_since(const OldDossier& old, const Dossier& now) {
  return Comparison(old, now).run();
}

}  // namespace recoupe::compare
