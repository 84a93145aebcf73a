// Claims of many articles into clusters: what is said by several, and where they differ. Every statement,
// figure, movement, event and dated time of every article ends up in exactly one cluster.
#pragma once

#include <vector>

#include "compare/by_hand.hpp"
#include "compare/entities.hpp"
#include "compare/grouping.hpp"
#include "compare/words.hpp"
#include "document/dossier.hpp"

namespace recoupe::compare {

// What all kinds of claims need to know.
struct Setting {
  const std::vector<Document>& articles;
  const std::vector<uint32_t>& story_of;   // of each article
  const std::vector<OriginId>& origin_of;  // of each article
  const Entities& entities;
  const NameFinder& names;
  const Lexicon& lexicon;
  const AllBonds& bonds;  // what a user said of clusters

  const Bonds& bonds_of(ClaimKind kind) const;
};

std::vector<Cluster> cluster_statements(const Setting& setting);
std::vector<Cluster> cluster_figures(const Setting& setting);
std::vector<Cluster> cluster_movements(const Setting& setting);
std::vector<Cluster> cluster_events(const Setting& setting);
std::vector<Cluster> cluster_times(const Setting& setting);  // expressions of one day of one story
std::vector<TimelineEntry> make_timeline(const Setting& setting, const std::vector<Cluster>& clusters);

// ---- shared by them

ClaimReference reference(const Setting& setting, Claim claim, const std::vector<Attribution>& attribution);
Span sentence_around(const Document& document, Span span);
// «France-Soir», else the title, else the file: how a `why` names an article.
std::string name_of(const Document& document);
// «words» cut to a readable length at a blank.
std::string quoted(std::string_view words, size_t longest = 90);
// The words around a claim that say the whole thing: its sentence, cut at both ends when it is long.
std::string in_its_sentence(const Document& document, Span claim);
// "2 origins", "1 origin".
std::string count_of_origins(const std::vector<ClaimReference>& members);
bool one_article(const std::vector<ClaimReference>& members);

}  // namespace recoupe::compare
