#include "store/schema.hpp"

#include <array>
#include <string>

namespace recoupe::store {
namespace {

// Version 1. Tables have names in the singular, views (the documented face) in the plural.
constexpr const char* version_1 = R"sql(
CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  charset TEXT, url TEXT, outlet TEXT, outlet_kind TEXT, outlet_country TEXT,
  title TEXT, authors TEXT, language TEXT,
  published TEXT, published_from TEXT, published_to TEXT, published_basis TEXT,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE entity (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT, role TEXT,
  geonames TEXT, wikidata TEXT, iso TEXT, country TEXT, lat REAL, lon REAL,
  UNIQUE (article, number)
) STRICT;

-- Everything that stands in the words of an article: statements, figures, movements, times, places (mentions)
-- and, as kind 'text', its paragraphs. Offsets: first and last+1 code point; bytes of the original.
CREATE TABLE claim (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('statement', 'figure', 'movement', 'time', 'place', 'text')),
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  source_start INTEGER NOT NULL, source_end INTEGER NOT NULL,
  status TEXT, time TEXT, speaker TEXT,
  UNIQUE (article, kind, number)
) STRICT;

CREATE TABLE attribution (
  claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT, role TEXT, mention TEXT, cue TEXT,
  entity INTEGER REFERENCES entity ON DELETE SET NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
  form TEXT NOT NULL, hedges TEXT
) STRICT;
CREATE TABLE figure (
  claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
  min REAL, max REAL, bound TEXT NOT NULL, unit TEXT, what TEXT, category TEXT NOT NULL,
  place INTEGER REFERENCES entity ON DELETE SET NULL, hedges TEXT
) STRICT;
CREATE TABLE movement (
  claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
  who TEXT, who_name TEXT, "from" TEXT, from_name TEXT, "to" TEXT, to_name TEXT, figure TEXT
) STRICT;
CREATE TABLE expression (
  claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
  type TEXT NOT NULL
) STRICT;
CREATE TABLE mention (
  claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  use TEXT NOT NULL
) STRICT;
CREATE INDEX mention_entity ON mention (entity);
CREATE INDEX figure_place ON figure (place);
CREATE INDEX attribution_entity ON attribution (entity);

CREATE VIRTUAL TABLE words USING fts5 (
  text, speaker, via, outlet, title, place,
  tokenize = "unicode61 remove_diacritics 2"
);

-- What comparing the articles found.
CREATE TABLE story (key INTEGER PRIMARY KEY, title TEXT, "from" TEXT, "to" TEXT) STRICT;
CREATE TABLE story_article (
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (story, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE origin (key INTEGER PRIMARY KEY, kind TEXT NOT NULL, agency TEXT) STRICT;
CREATE TABLE origin_article (
  origin INTEGER NOT NULL REFERENCES origin ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (origin, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE passage (
  key INTEGER PRIMARY KEY,
  origin INTEGER NOT NULL REFERENCES origin ON DELETE CASCADE,
  a INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  a_source_start INTEGER NOT NULL, a_source_end INTEGER NOT NULL,
  b_source_start INTEGER NOT NULL, b_source_end INTEGER NOT NULL
) STRICT;
CREATE TABLE dossier_entity (
  key INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT,
  geonames TEXT, wikidata TEXT, iso TEXT, country TEXT, lat REAL, lon REAL
) STRICT;
CREATE TABLE dossier_entity_member (
  dossier_entity INTEGER NOT NULL REFERENCES dossier_entity ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  PRIMARY KEY (dossier_entity, entity)
) STRICT, WITHOUT ROWID;
CREATE TABLE cluster (
  key INTEGER PRIMARY KEY, kind TEXT NOT NULL, label TEXT, relation TEXT NOT NULL, why TEXT
) STRICT;
CREATE TABLE cluster_member (
  cluster INTEGER NOT NULL REFERENCES cluster ON DELETE CASCADE,
  claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  origin INTEGER REFERENCES origin ON DELETE SET NULL,
  speaker INTEGER REFERENCES dossier_entity ON DELETE SET NULL,
  PRIMARY KEY (cluster, claim)
) STRICT, WITHOUT ROWID;
CREATE TABLE timeline (
  key INTEGER PRIMARY KEY, date TEXT NOT NULL,
  cluster INTEGER NOT NULL REFERENCES cluster ON DELETE CASCADE
) STRICT;
CREATE INDEX cluster_member_claim ON cluster_member (claim);
CREATE INDEX cluster_member_speaker ON cluster_member (speaker);
CREATE INDEX cluster_member_origin ON cluster_member (origin);
CREATE INDEX passage_origin ON passage (origin);
CREATE INDEX passage_a ON passage (a);
CREATE INDEX passage_b ON passage (b);
CREATE INDEX timeline_cluster ON timeline (cluster);
CREATE INDEX origin_article_article ON origin_article (article);
CREATE INDEX story_article_article ON story_article (article);
CREATE INDEX dossier_entity_member_entity ON dossier_entity_member (entity);

-- The documented views.
CREATE VIEW articles AS
  SELECT id, outlet, title, published, language, authors, url, source_name, outlet_kind, outlet_country,
         published_from, published_to, published_basis, media_type, charset, text
  FROM article;
CREATE VIEW statements AS
  SELECT 's' || c.number AS id, c.text, c.speaker, s.form, c.status, c.time,
         (SELECT role FROM attribution a WHERE a.claim = c.key AND position = 0) AS role,
         (SELECT group_concat(name, ' ; ') FROM
            (SELECT name FROM attribution a WHERE a.claim = c.key AND position > 0 ORDER BY position)) AS via,
         (SELECT cue FROM attribution a WHERE a.claim = c.key AND position = 0) AS cue,
         s.hedges, d.outlet, d.title, d.published, d.id AS article, d.source_name,
         c.start, c."end", c.source_start, c.source_end
  FROM claim c JOIN statement s ON s.claim = c.key JOIN article d ON d.key = c.article;
CREATE VIEW figures AS
  SELECT 'f' || c.number AS id, c.text, f.min, f.max, f.bound, f.unit, f.what, f.category,
         e.name AS place, c.time, c.status, c.speaker,
         (SELECT group_concat(name, ' ; ') FROM
            (SELECT name FROM attribution a WHERE a.claim = c.key AND position > 0 ORDER BY position)) AS via,
         f.hedges, d.outlet, d.title, d.published, d.id AS article, d.source_name,
         c.start, c."end", c.source_start, c.source_end
  FROM claim c JOIN figure f ON f.claim = c.key JOIN article d ON d.key = c.article
       LEFT JOIN entity e ON e.key = f.place;
CREATE VIEW movements AS
  SELECT 'm' || c.number AS id, c.text, m.who, m.who_name, m."from", m.from_name, m."to", m.to_name, m.figure,
         c.time, c.status, c.speaker, d.outlet, d.title, d.published, d.id AS article, d.source_name,
         c.start, c."end", c.source_start, c.source_end
  FROM claim c JOIN movement m ON m.claim = c.key JOIN article d ON d.key = c.article;
CREATE VIEW times AS
  SELECT 't' || c.number AS id, c.text, x.type, c.time AS value, d.outlet, d.title, d.published,
         d.id AS article, d.source_name, c.start, c."end", c.source_start, c.source_end
  FROM claim c JOIN expression x ON x.claim = c.key JOIN article d ON d.key = c.article;
CREATE VIEW places AS
  SELECT e.name, c.text, m.use, e.country, e.lat, e.lon, e.geonames, e.wikidata, d.outlet, d.title,
         d.published, d.id AS article, d.source_name, c.start, c."end", c.source_start, c.source_end
  FROM claim c JOIN mention m ON m.claim = c.key JOIN entity e ON e.key = m.entity
       JOIN article d ON d.key = c.article;
CREATE VIEW clusters AS
  SELECT 'c' || k.key AS id, k.kind, k.relation, k.label, k.why,
         (SELECT count(DISTINCT c.article) FROM cluster_member m JOIN claim c ON c.key = m.claim
          WHERE m.cluster = k.key) AS articles,
         (SELECT count(DISTINCT origin) FROM cluster_member m WHERE m.cluster = k.key) AS origins
  FROM cluster k;
CREATE VIEW cluster_members AS
  SELECT 'c' || m.cluster AS cluster, k.kind, k.relation, c.text, c.speaker, p.name AS witness,
         'o' || m.origin AS origin, c.status, c.time, d.outlet, d.title, d.published, d.id AS article,
         substr(c.kind, 1, 1) || c.number AS claim
  FROM cluster_member m JOIN cluster k ON k.key = m.cluster JOIN claim c ON c.key = m.claim
       JOIN article d ON d.key = c.article LEFT JOIN dossier_entity p ON p.key = m.speaker;
)sql";

// Version 2: events, and the means of movements. `claim` is made anew, for its CHECK names the kinds
// (https://www.sqlite.org/lang_altertable.html, section 7; migrate() has switched foreign keys off, so that
// nothing is deleted with the old table).
constexpr const char* version_2 = R"sql(
PRAGMA legacy_alter_table = ON;
CREATE TABLE claim_with_events (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('statement', 'figure', 'movement', 'event', 'time', 'place', 'text')),
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  source_start INTEGER NOT NULL, source_end INTEGER NOT NULL,
  status TEXT, time TEXT, speaker TEXT,
  UNIQUE (article, kind, number)
) STRICT;
INSERT INTO claim_with_events SELECT * FROM claim;
DROP TABLE claim;
ALTER TABLE claim_with_events RENAME TO claim;
PRAGMA legacy_alter_table = OFF;

CREATE TABLE event (
  claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
  type TEXT NOT NULL, actor TEXT, actor_name TEXT, target TEXT, target_name TEXT,
  place INTEGER REFERENCES entity ON DELETE SET NULL, casualties TEXT, mentions INTEGER NOT NULL
) STRICT;
CREATE INDEX event_place ON event (place);
CREATE VIEW events AS
  SELECT 'v' || c.number AS id, c.text, v.type, v.actor, v.actor_name, v.target, v.target_name, e.name AS place,
         c.time, v.casualties, v.mentions, c.status, c.speaker, d.outlet, d.title, d.published, d.id AS article,
         d.source_name, c.start, c."end", c.source_start, c.source_end
  FROM claim c JOIN event v ON v.claim = c.key JOIN article d ON d.key = c.article
       LEFT JOIN entity e ON e.key = v.place;
ALTER TABLE movement ADD COLUMN means TEXT;
DROP VIEW movements;
CREATE VIEW movements AS
  SELECT 'm' || c.number AS id, c.text, m.who, m.who_name, m."from", m.from_name, m."to", m.to_name, m.figure,
         m.means, c.time, c.status, c.speaker, d.outlet, d.title, d.published, d.id AS article, d.source_name,
         c.start, c."end", c.source_start, c.source_end
  FROM claim c JOIN movement m ON m.claim = c.key JOIN article d ON d.key = c.article;
DROP VIEW cluster_members;
CREATE VIEW cluster_members AS
  SELECT 'c' || m.cluster AS cluster, k.kind, k.relation, c.text, c.speaker, p.name AS witness,
         'o' || m.origin AS origin, c.status, c.time, d.outlet, d.title, d.published, d.id AS article,
         CASE c.kind WHEN 'event' THEN 'v' ELSE substr(c.kind, 1, 1) END || c.number AS claim
  FROM cluster_member m JOIN cluster k ON k.key = m.cluster JOIN claim c ON c.key = m.claim
       JOIN article d ON d.key = c.article LEFT JOIN dossier_entity p ON p.key = m.speaker;
)sql";

// migrations[i] leads from version i to i + 1. Never change one that has shipped: add another.
constexpr std::array migrations = {version_1, version_2};

constexpr int64_t application_id = 0x52435550;  // "RCUP", so that file(1) and we know a store

int64_t number(Database& database, const char* sql) {
  Query query(database, sql);
  return query.next() ? query.integer(0) : 0;
}

bool known(Database& database) {
  const int64_t application = number(database, "PRAGMA application_id");
  const int64_t tables = number(database, "SELECT count(*) FROM sqlite_schema");
  if (database.failed()) return false;
  if (application == application_id || (application == 0 && tables == 0)) return true;
  database.set_error("not a store of recoupe");
  return false;
}

void bring_up(Database& database) {
  Transaction transaction(database);
  auto version = static_cast<size_t>(number(database, "PRAGMA user_version"));
  if (version > migrations.size()) {
    database.set_error("was written by a newer version of recoupe");
    return;
  }
  for (; version < migrations.size(); ++version) database.script(migrations[version]);
  database.script(("PRAGMA application_id = " + std::to_string(application_id) +
                   "; PRAGMA user_version = " + std::to_string(migrations.size()))
                      .c_str());
  transaction.commit();
}

}  // namespace

void migrate(Database& database) {
  if (!known(database)) return;
  database.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF;");
  bring_up(database);
  database.script("PRAGMA foreign_keys = ON;");
}

void check_version(Database& database) {
  if (number(database, "PRAGMA application_id") != application_id && !database.failed())
    database.set_error("not a store of recoupe");
  const auto version = static_cast<size_t>(number(database, "PRAGMA user_version"));
  if (!database.failed() && version != migrations.size())
    database.set_error(version > migrations.size() ? "was written by a newer version of recoupe"
                                                   : "was written by an older version of recoupe");
}

}  // namespace recoupe::store
