// Lines of articles.jsonl and dossier.json read back into plain values, for those who check them. Nothing is
// believed: a line that is not of the documented form gives an Error, an unknown field is left alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/span.hpp"

namespace recoupe::report {

// Words that an item takes from the article beside its own: «Il», «a dit», the counted noun, a movement's
// «from».
struct PartRecord {
  std::string field;  // "from", "attribution[0].cue"
  std::string text;
  std::optional<Span> span;  // code points; none where only the words are given
};

struct NamedValue {
  std::string field;
  std::string value;
};

// One mention, time, statement, figure or movement.
struct ItemRecord {
  std::string label;  // "figure f3", "mention 5": how a report names it
  std::string kind;   // "mention", "time", "statement", "figure", "movement"
  Span span;          // code points of the article's text
  Span source;        // bytes of the original
  std::string text;
  std::vector<PartRecord> parts;
  std::vector<NamedValue> names;       // attribution[i].name: made of words of the article
  std::vector<NamedValue> enums;       // status, form, bound …: of a fixed list
  std::vector<NamedValue> references;  // entity, place, figure: ids of this article
  std::vector<NamedValue> times;       // TIMEX3 values
  std::optional<double> min, max;
  std::string language;              // empty but for figures: numbers are read in it
  std::vector<std::string> by_hand;  // fields that a user corrected, and "rejected", "confirmed"
};

struct EntityRecord {
  std::string id, kind, name;
  std::vector<std::string> aliases;
  std::vector<std::string> by_hand;
};

struct ArticleRecord {
  std::string id, source_name, language, title, text;
  std::string engine;                 // the version that wrote the line
  std::string published, date_basis;  // empty = null
  std::vector<std::string> by_hand;   // of the article itself
  std::optional<Span> title_source;
  std::vector<Span> removed;
  std::vector<EntityRecord> entities;
  std::vector<ItemRecord> items;
  std::vector<std::string> claim_ids;  // "s1", "f1", "m1" …, and "t1" for the first time
};

Result<ArticleRecord> read_article(std::string_view line);

// Where two JSON documents say different things: "figures[2].min" and both values, shortened. At most
// `limit`.
struct Difference {
  std::string path;
  std::string left, right;
};
Result<std::vector<Difference>> json_differences(std::string_view left, std::string_view right,
                                                 size_t limit = 20);

// dossier.json, as far as it points into articles.
struct PassageRecord {
  std::string a, b;
  Span a_source, b_source;
  std::string origin;
};
struct MemberRecord {
  std::string cluster, article, claim, origin, speaker;
};
struct DossierRecord {
  std::vector<std::string> articles, origins, entities, clusters;
  std::vector<PassageRecord> passages;
  std::vector<MemberRecord> members;
  std::vector<NamedValue> article_references;  // every other place that names an article
  std::vector<std::string> timeline;           // cluster ids
};
Result<DossierRecord> read_dossier(std::string_view json);

}  // namespace recoupe::report
