#include "document/names.hpp"
#include "store/put.hpp"

namespace recoupe::store {
namespace {

constexpr const char* forget_comparison =
    "DELETE FROM timeline; DELETE FROM cluster_member; DELETE FROM cluster; DELETE FROM "
    "dossier_entity_member; "
    "DELETE FROM dossier_entity; DELETE FROM passage; DELETE FROM origin_article; DELETE FROM origin; "
    "DELETE FROM story_article; DELETE FROM story;";

// Keys are the places in the dossier's lists, from 1: 'c' || key is the id of dossier.json.
class ComparisonRows {
 public:
  ComparisonRows(Database& database, const Dossier& dossier) : database_(database), dossier_(dossier) {}

  void write() {
    database_.script(forget_comparison);
    article_keys();
    stories();
    origins();
    entities();
    clusters();
    Query insert(database_, "INSERT INTO timeline (date, cluster) VALUES (?, ?)");
    for (const TimelineEntry& entry : dossier_.timeline) insert.bind(entry.date, key(entry.cluster)).run();
  }

 private:
  template <class Tag>
  static std::optional<int64_t> key(Id<Tag> id) {
    if (!id) return {};
    return static_cast<int64_t>(id.value) + 1;
  }

  void article_keys() {
    Query query(database_, "SELECT key FROM article WHERE id = ?");
    for (const Document& document : dossier_.articles) {
      query.bind();
      query.add_blank_too(document.id);
      keys_.push_back(query.next() ? query.integer(0) : 0);
    }
  }

  void stories() {
    Query insert(database_, "INSERT INTO story (key, title, \"from\", \"to\") VALUES (?, ?, ?, ?)");
    Query member(database_, "INSERT OR IGNORE INTO story_article (story, article) VALUES (?, ?)");
    for (size_t i = 0; i < dossier_.stories.size(); ++i) {
      const Story& story = dossier_.stories[i];
      insert.bind(i + 1, story.title, story.from, story.to).run();
      for (const uint32_t article : story.articles) member.bind(i + 1, keys_.at(article)).run();
    }
  }

  void origins() {
    Query insert(database_, "INSERT INTO origin (key, kind, agency) VALUES (?, ?, ?)");
    Query member(database_, "INSERT OR IGNORE INTO origin_article (origin, article) VALUES (?, ?)");
    Query passage(
        database_,
        "INSERT INTO passage (origin, a, b, a_source_start, a_source_end, b_source_start, b_source_end) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < dossier_.origins.size(); ++i) {
      const Origin& origin = dossier_.origins[i];
      insert.bind(i + 1, origin.reprint ? "reprint" : "own", origin.agency).run();
      for (const uint32_t article : origin.articles) member.bind(i + 1, keys_.at(article)).run();
      for (const Passage& p : origin.passages)
        passage
            .bind(i + 1, keys_.at(p.a), keys_.at(p.b), p.a_source.begin, p.a_source.end, p.b_source.begin,
                  p.b_source.end)
            .run();
    }
  }

  void entities() {
    Query insert(
        database_,
        "INSERT INTO dossier_entity (key, kind, name, aliases, geonames, wikidata, iso, country, lat, lon) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Query member(database_,
                 "INSERT OR IGNORE INTO dossier_entity_member (dossier_entity, entity) "
                 "SELECT ?, key FROM entity WHERE article = ? AND number = ?");
    for (size_t i = 0; i < dossier_.entities.size(); ++i) {
      const DossierEntity& entity = dossier_.entities[i];
      std::string aliases;
      for (const std::string& alias : entity.aliases) aliases += (aliases.empty() ? "" : " ; ") + alias;
      insert.bind(i + 1, name(entity.kind));
      insert.add_blank_too(entity.name);
      for (const std::string& value : {aliases, entity.geonames, entity.wikidata, entity.iso, entity.country})
        insert.add(value);
      insert.add(entity.latitude);
      insert.add(entity.longitude);
      insert.run();
      for (const auto& [article, id] : entity.members)
        member.bind(i + 1, keys_.at(article), static_cast<int64_t>(id.value) + 1).run();
    }
  }

  void clusters() {
    Query insert(database_, "INSERT INTO cluster (key, kind, label, relation, why) VALUES (?, ?, ?, ?, ?)");
    Query member(database_,
                 "INSERT OR IGNORE INTO cluster_member (cluster, claim, origin, speaker) "
                 "SELECT ?, key, ?, ? FROM claim WHERE article = ? AND kind = ? AND number = ?");
    for (size_t i = 0; i < dossier_.clusters.size(); ++i) {
      const Cluster& cluster = dossier_.clusters[i];
      insert.bind(i + 1, name(cluster.kind), cluster.label, name(cluster.relation), cluster.why).run();
      for (const ClaimReference& claim : cluster.members)
        member
            .bind(i + 1, key(claim.origin), key(claim.speaker), keys_.at(claim.article), name(cluster.kind),
                  static_cast<int64_t>(claim.index) + 1)
            .run();
    }
  }

  Database& database_;
  const Dossier& dossier_;
  std::vector<int64_t> keys_;
};

}  // namespace

void put_comparison(Database& database, const Dossier& dossier) {
  ComparisonRows(database, dossier).write();
}

}  // namespace recoupe::store
