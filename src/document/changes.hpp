// What new articles change in a dossier: against what an earlier run of it found. Claims are traced by
// article, kind, bytes of the source and words, as corrections are.
#pragma once

#include <string>
#include <vector>

#include "document/dossier.hpp"

namespace recoupe {

// A claim as an earlier run wrote it.
struct OldClaim {
  CellAddress cell;
  uint32_t cluster = UINT32_MAX;  // index into OldDossier::clusters
};

struct OldCluster {
  std::string label;
  ClusterRelation relation = ClusterRelation::single;
  uint32_t origins = 0, witnesses = 0;
};

struct OldArticle {
  std::string id, source_name, url, title;
};

struct OldDossier {
  std::vector<OldArticle> articles;
  std::vector<OldClaim> claims;
  std::vector<OldCluster> clusters;
};

enum class ChangeKind : uint8_t { contradicts, updates, withdraws, confirms, adds };

struct Change {
  ChangeKind kind = ChangeKind::adds;
  ClaimKind claim_kind = ClaimKind::statement;
  ClusterId cluster;                // of the dossier as it is now; none where a claim was withdrawn
  std::string label, why;           // in words
  std::vector<CellAddress> claims;  // what is new; or what is gone
  uint32_t origins_before = 0, origins_now = 0;
  ClusterRelation before = ClusterRelation::single, now = ClusterRelation::single;
};

struct ChangedArticle {
  std::string before, now;  // ids; the same file or address with other bytes
};

struct Changes {
  std::vector<std::string> added, removed;  // ids of articles
  std::vector<ChangedArticle> changed;
  std::vector<Change> list;  // by kind, as above
};

std::string_view name(ChangeKind kind);

}  // namespace recoupe
