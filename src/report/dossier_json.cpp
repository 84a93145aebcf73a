#include "report/dossier_json.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "document/names.hpp"
#include "report/by_hand_json.hpp"
#include "report/code_points.hpp"

namespace recoupe::report {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

template <class Tag>
Json id(const char* prefix, Id<Tag> value) {
  if (!value) return nullptr;
  return prefix + std::to_string(value.value + 1);
}

std::string numbered(const char* prefix, size_t index) {
  return prefix + std::to_string(index + 1);
}

Json bytes(Span span) {
  return {span.begin, span.end};
}

// The letter under which a claim of this kind is numbered in its article's line: "s1", "f3".
const char* claim_prefix(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::statement:
      return "s";
    case ClaimKind::figure:
      return "f";
    case ClaimKind::movement:
      return "m";
    case ClaimKind::event:
      return "v";
    case ClaimKind::time:
      return "t";
  }
  return "";
}

class DossierWriter {
 public:
  explicit DossierWriter(const Dossier& dossier) : dossier_(dossier) {}

  Json write() const {
    Json out;
    out["recoupe"] = 1;
    out["articles"] = each(dossier_.articles, [this](const Document& d, size_t) { return article(d); });
    out["stories"] = each(dossier_.stories, [this](const Story& s, size_t i) { return story(s, i); });
    out["origins"] = each(dossier_.origins, [this](const Origin& o, size_t i) { return origin(o, i); });
    out["entities"] =
        each(dossier_.entities, [this](const DossierEntity& e, size_t i) { return entity(e, i); });
    out["clusters"] = each(dossier_.clusters, [this](const Cluster& c, size_t i) { return cluster(c, i); });
    out["timeline"] = each(dossier_.timeline, [](const TimelineEntry& entry, size_t) {
      return Json{{"date", entry.date}, {"cluster", id("c", entry.cluster)}};
    });
    if (!dossier_.corrections.empty())
      out["corrections"] = each(dossier_.corrections, [](const CorrectionReport& report, size_t) {
        return Json{
            {"line", report.line}, {"state", name(report.state)}, {"what", text_or_null(report.what)}};
      });
    return out;
  }

 private:
  template <class Items, class Write>
  static Json each(const Items& items, Write write) {
    Json out = Json::array();
    for (size_t i = 0; i < items.size(); ++i) out.push_back(write(items[i], i));
    return out;
  }

  const std::string& article_id(uint32_t index) const { return dossier_.articles.at(index).id; }

  Json article_ids(const std::vector<uint32_t>& indices) const {
    return each(indices, [this](uint32_t index, size_t) { return Json(article_id(index)); });
  }

  static Json article(const Document& document) {
    Json out{{"id", document.id}, {"title", text_or_null(document.title)}};
    out["outlet"] = document.outlet ? text_or_null(document.outlet->name) : Json(nullptr);
    out["published"] = nullptr;
    if (document.published)
      out["published"] = text_or_null(document.published->value.empty() ? document.published->from
                                                                        : document.published->value);
    out["language"] = text_or_null(name(document.language));
    out["source_name"] = document.source_name;
    return out;
  }

  Json story(const Story& story, size_t index) const {
    return {{"id", numbered("st", index)},
            {"title", story.title},
            {"articles", article_ids(story.articles)},
            {"from", text_or_null(story.from)},
            {"to", text_or_null(story.to)}};
  }

  Json origin(const Origin& origin, size_t index) const {
    return {{"id", numbered("o", index)},
            {"articles", article_ids(origin.articles)},
            {"kind", origin.reprint ? "reprint" : "own"},
            {"agency", text_or_null(origin.agency)},
            {"passages", passages(origin)}};
  }

  // With the same stretches in code points of each article's text, where a reader wants to see them.
  Json passages(const Origin& origin) const {
    std::map<uint32_t, CodePoints> code_points;
    const auto span = [&](uint32_t article, Span source) -> Json {
      const Document& document = dossier_.articles.at(article);
      const CodePoints& points = code_points.try_emplace(article, document.text).first->second;
      const Span text = document.from_source(source);
      return {points.at(text.begin), points.at(text.end)};
    };
    return each(origin.passages, [&](const Passage& passage, size_t) {
      return Json{{"a", article_id(passage.a)},
                  {"b", article_id(passage.b)},
                  {"source", passage.source_known ? Json(article_id(passage.a)) : Json()},
                  {"a_source", bytes(passage.a_source)},
                  {"b_source", bytes(passage.b_source)},
                  {"a_span", span(passage.a, passage.a_source)},
                  {"b_span", span(passage.b, passage.b_source)}};
    });
  }

  Json entity(const DossierEntity& entity, size_t index) const {
    Json out{{"id", numbered("E", index)},
             {"kind", name(entity.kind)},
             {"name", entity.name},
             {"aliases", entity.aliases}};
    out["ids"] = Json::object();
    if (!entity.geonames.empty()) out["ids"]["geonames"] = entity.geonames;
    if (!entity.wikidata.empty()) out["ids"]["wikidata"] = entity.wikidata;
    if (!entity.iso.empty()) out["ids"]["iso"] = entity.iso;
    out["country"] = text_or_null(entity.country);
    out["lat"] = entity.latitude ? Json(*entity.latitude) : Json(nullptr);
    out["lon"] = entity.longitude ? Json(*entity.longitude) : Json(nullptr);
    out["members"] = each(entity.members, [this](const auto& member, size_t) {
      return Json{{"article", article_id(member.first)}, {"entity", id("e", member.second)}};
    });
    return out;
  }

  Json cluster(const Cluster& cluster, size_t index) const {
    std::set<uint32_t> articles, origins;
    for (const ClaimReference& member : cluster.members) {
      articles.insert(member.article);
      origins.insert(member.origin.value);
    }
    Json out{{"id", numbered("c", index)},
             {"kind", name(cluster.kind)},
             {"label", cluster.label},
             {"relation", name(cluster.relation)},
             {"why", cluster.why},
             {"articles", articles.size()},
             {"origins", origins.size()},
             {"witnesses", cluster.witnesses},
             {"members", each(cluster.members, [&](const ClaimReference& member, size_t) {
                return Json{{"article", article_id(member.article)},
                            {"claim", numbered(claim_prefix(cluster.kind), member.index)},
                            {"origin", id("o", member.origin)},
                            {"speaker", id("E", member.speaker)}};
              })}};
    if (cluster.updates) out["updates"] = id("c", cluster.updates);
    if (!cluster.by_hand.empty()) {
      out["corrected"] = {{cluster.by_hand, hand_json(cluster.hand)}};
    }
    return out;
  }

  const Dossier& dossier_;
};

}  // namespace

std::string dossier_json(const Dossier& dossier) {
  return DossierWriter(dossier).write().dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace recoupe::report
