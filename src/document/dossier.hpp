// Dossier: many articles, compared. What compare/ makes and report/ prints. Positions of copied passages are
// bytes of each article's source.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace recoupe {

using OriginId = Id<struct OriginTag>;
using DossierEntityId = Id<struct DossierEntityTag>;
using ClusterId = Id<struct ClusterTag>;

// A stretch that two articles share, in bytes of each one's source.
struct Passage {
  uint32_t a = 0, b = 0;  // indices into Dossier::articles
  Span a_source, b_source;
  bool source_known = false;  // that b has it from a: a is the agency, or its clock says so
};

// Articles whose text comes from the same wire or page are one origin.
struct Origin {
  std::vector<uint32_t> articles;  // indices into Dossier::articles, first published first
  bool reprint = false;            // more than one article, or an agency is credited
  std::string agency;              // «AFP»; empty = none credited
  std::vector<Passage> passages;
};

struct Story {
  std::string title;
  std::vector<uint32_t> articles;
  std::string from, to;  // ISO dates; empty = unknown
};

struct DossierEntity {
  EntityKind kind = EntityKind::other;
  std::string name;
  std::vector<std::string> aliases;
  std::string geonames, wikidata, iso;
  std::string country;
  std::optional<double> latitude, longitude;
  std::vector<std::pair<uint32_t, EntityId>> members;  // (article, entity of that article)
};

enum class ClaimKind : uint8_t { statement, figure, movement, event, time };
enum class ClusterRelation : uint8_t { same, agree, compatible, differ, single };

struct ClaimReference {
  uint32_t article = 0;
  uint32_t index = 0;  // into that Document's statements, figures …, by the cluster's kind
  OriginId origin;
  DossierEntityId speaker;  // whose words: one speaker quoted by five outlets is one witness
  std::string voice;        // key of a speaker that is no entity: «les pompiers»; empty = nobody is named
};

struct Cluster {
  ClaimKind kind = ClaimKind::statement;
  std::string label;
  ClusterRelation relation = ClusterRelation::single;
  std::string why;  // one sentence, made from the values
  std::vector<ClaimReference> members;
  uint32_t witnesses = 0;  // one speaker quoted by five outlets is one
  ClusterId updates;       // an earlier count of the same thing, which this one brings up to date
  std::string by_hand;     // what a user did to it: "confirmed", "parted" or "rejected"; empty = nothing
  Hand hand;
};

struct TimelineEntry {
  std::string date;
  ClusterId cluster;
};

struct Dossier {
  std::vector<Document> articles;
  std::vector<Story> stories;
  std::vector<Origin> origins;
  std::vector<DossierEntity> entities;
  std::vector<Cluster> clusters;
  std::vector<TimelineEntry> timeline;
  std::vector<CorrectionReport> corrections;  // what became of each line of corrections.jsonl
};

std::string_view name(ClaimKind kind);
std::string_view name(ClusterRelation relation);

}  // namespace recoupe
