#include "compare/compare.hpp"

#include <algorithm>
#include <set>

#include "compare/by_hand.hpp"
#include "compare/claims.hpp"
#include "compare/entities.hpp"
#include "compare/origins.hpp"
#include "compare/stories.hpp"
#include "compare/witnesses.hpp"
#include "compare/words.hpp"

namespace recoupe::compare {
namespace {

std::vector<uint32_t> story_of_each(const std::vector<Story>& stories, size_t articles) {
  std::vector<uint32_t> out(articles, 0);
  for (uint32_t i = 0; i < stories.size(); ++i)
    for (const uint32_t article : stories[i].articles) out[article] = i;
  return out;
}

std::vector<OriginId> origin_of_each(const std::vector<Origin>& origins, size_t articles) {
  std::vector<OriginId> out(articles);
  for (uint32_t i = 0; i < origins.size(); ++i)
    for (const uint32_t article : origins[i].articles) out[article] = OriginId{i};
  return out;
}

}  // namespace

void put_in_order(std::vector<Document>& articles) {
  const auto when = [](const Document& d) {
    if (!d.published) return std::string("~");
    if (!d.published->value.empty()) return d.published->value;
    return d.published->from.empty() ? std::string("~") : d.published->from;
  };
  std::stable_sort(articles.begin(), articles.end(), [&](const Document& a, const Document& b) {
    return std::tuple(when(a), a.id, a.source_name) < std::tuple(when(b), b.id, b.source_name);
  });
  std::set<std::string> seen;  // the same bytes under two names, or two dates, are one article
  std::erase_if(articles, [&](const Document& d) { return !d.id.empty() && !seen.insert(d.id).second; });
}

Dossier compare(std::vector<Document> documents, const Corrections& corrections) {
  const Lexicon lexicon = load_lexicon();
  Dossier dossier;
  dossier.articles = std::move(documents);
  put_in_order(dossier.articles);
  dossier.origins = find_origins(dossier.articles, lexicon);
  const Entities by_name = link_entities(dossier.articles, {}, lexicon);
  dossier.stories = find_stories(dossier.articles, dossier.origins, by_name, lexicon);
  const std::vector<uint32_t> story_of = story_of_each(dossier.stories, dossier.articles.size());
  Entities entities = link_entities(dossier.articles, story_of, lexicon);
  correct_entities(entities, dossier.articles, corrections, dossier.corrections);
  dossier.entities = entities.list;
  const NameFinder names(dossier.articles, entities, story_of, lexicon);
  const std::vector<OriginId> origin_of = origin_of_each(dossier.origins, dossier.articles.size());
  const AllBonds bonds = bonds_of(dossier.articles, corrections, dossier.corrections);
  const Setting setting{dossier.articles, story_of, origin_of, entities, names, lexicon, bonds};
  for (const auto cluster :
       {cluster_statements, cluster_figures, cluster_movements, cluster_events, cluster_times}) {
    // Clusters of one kind name each other by their places in their own list.
    const auto before = static_cast<uint32_t>(dossier.clusters.size());
    for (Cluster& found : cluster(setting)) {
      if (found.updates) found.updates.value += before;
      dossier.clusters.push_back(std::move(found));
    }
  }
  dossier.timeline = make_timeline(setting, dossier.clusters);
  for (Cluster& cluster : dossier.clusters) cluster.witnesses = count_witnesses(dossier, cluster, lexicon);
  mark_clusters(dossier, corrections);
  drop_rejected_entities(dossier);
  return dossier;
}

}  // namespace recoupe::compare
