#include "report/changes_json.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "document/names.hpp"

namespace recoupe::report {
namespace {

using Json = nlohmann::json;

std::string text_if(const Json& item, const char* name) {
  return item.is_object() && item.contains(name) && item.at(name).is_string()
             ? item.at(name).get<std::string>()
             : std::string();
}

constexpr std::pair<const char*, Subject> lists[] = {{"statements", Subject::statement},
                                                     {"figures", Subject::figure},
                                                     {"movements", Subject::movement},
                                                     {"events", Subject::event}};

// (article, "s1") → the claim's place in the list.
using Places = std::map<std::pair<std::string, std::string>, uint32_t>;

void read_article(const Json& line, OldDossier& out, Places& places) {
  const std::string id = line.at("id").get<std::string>();
  out.articles.push_back({id, text_if(line, "source_name"), text_if(line, "url"), text_if(line, "title")});
  for (const auto& [list, kind] : lists) {
    if (!line.contains(list)) continue;
    for (const Json& item : line.at(list)) {
      if (item.contains("rejected")) continue;
      const Json& source = item.at("source");
      OldClaim claim;
      claim.cell = {id,
                    kind,
                    {source.at(0).get<uint32_t>(), source.at(1).get<uint32_t>()},
                    item.at("text").get<std::string>()};
      places[{id, item.at("id").get<std::string>()}] = static_cast<uint32_t>(out.claims.size());
      out.claims.push_back(std::move(claim));
    }
  }
}

void read_clusters(const Json& json, OldDossier& out, const Places& places) {
  for (const Json& item : json.at("clusters")) {
    OldCluster cluster;
    cluster.label = text_if(item, "label");
    for (int r = 0; r <= static_cast<int>(ClusterRelation::single); ++r)
      if (name(static_cast<ClusterRelation>(r)) == text_if(item, "relation"))
        cluster.relation = static_cast<ClusterRelation>(r);
    cluster.origins = item.value("origins", 0u);
    cluster.witnesses = item.value("witnesses", 0u);
    for (const Json& member : item.at("members")) {
      const auto place = places.find({text_if(member, "article"), text_if(member, "claim")});
      if (place != places.end())
        out.claims[place->second].cluster = static_cast<uint32_t>(out.clusters.size());
    }
    out.clusters.push_back(std::move(cluster));
  }
}

}  // namespace

Result<OldDossier> read_old_dossier(std::istream& articles, std::string_view dossier) {
  OldDossier out;
  Places places;
  try {
    std::string line;
    while (std::getline(articles, line))
      if (!line.empty()) read_article(Json::parse(line), out, places);
    read_clusters(Json::parse(dossier), out, places);
  } catch (const Json::exception&) {
    return Error{"", "is not of the documented form"};
  }
  return out;
}

std::string changes_json(const Changes& changes, std::string_view since) {
  using Ordered = nlohmann::ordered_json;
  Ordered out;
  out["recoupe"] = 1;
  out["since"] = since;
  out["articles"] = {{"added", changes.added}, {"removed", changes.removed}, {"changed", Ordered::array()}};
  for (const ChangedArticle& changed : changes.changed)
    out["articles"]["changed"].push_back({{"before", changed.before}, {"now", changed.now}});
  out["changes"] = Ordered::array();
  for (const Change& change : changes.list) {
    Ordered item{{"change", name(change.kind)}, {"kind", name(change.claim_kind)}};
    item["cluster"] =
        change.cluster ? Ordered("c" + std::to_string(change.cluster.value + 1)) : Ordered(nullptr);
    item["label"] = change.label;
    item["why"] = change.why;
    item["before"] = nullptr;
    if (change.origins_before > 0)
      item["before"] = {{"relation", name(change.before)}, {"origins", change.origins_before}};
    item["now"] = nullptr;
    if (change.cluster) item["now"] = {{"relation", name(change.now)}, {"origins", change.origins_now}};
    item["claims"] = Ordered::array();
    for (const CellAddress& cell : change.claims)
      item["claims"].push_back({{"article", cell.article},
                                {"kind", name(cell.kind)},
                                {"source", {cell.source.begin, cell.source.end}},
                                {"text", cell.text}});
    out["changes"].push_back(std::move(item));
  }
  return out.dump(1, ' ', false, Ordered::error_handler_t::replace) + "\n";
}

}  // namespace recoupe::report
