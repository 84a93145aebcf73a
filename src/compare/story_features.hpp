// What an article is about, as numbers that two articles can be compared by: its words as roots, in English
// where we can translate them, its capitalised names, its entities and its larger figures. How telling each
// is depends on how many articles hold it, here and in the press at large (fr/press-shares.tsv): in a folder
// about one event, its names are still rare words.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "compare/entities.hpp"
#include "compare/words.hpp"
#include "document/dossier.hpp"

namespace recoupe::compare {

struct Feature {
  uint32_t id = 0;
  float weight = 0;
  bool name = false;  // an entity
  bool rare = false;  // a capitalised word that few articles hold, here or elsewhere
};
using Features = std::vector<Feature>;  // sorted by id

// How alike two articles are. `cosine`, 0 … 1, is the greater of two: over all features alike, and with names
// above words; a report full of names and one of plain words about the same flood have different things in
// common.
struct Likeness {
  double cosine = 0;
  uint32_t rare_names = 0;  // that both have
};

// The features of all articles, weighed, and who holds each.
class FeatureTable {
 public:
  FeatureTable(const std::vector<Document>& articles, const Entities& entities, const Lexicon& lexicon);

  const Features& of(uint32_t article) const { return all_[article]; }
  const std::vector<uint32_t>& holders(uint32_t feature) const { return holders_[feature]; }  // rising
  size_t articles() const { return all_.size(); }
  Likeness likeness(uint32_t a, uint32_t b) const;

 private:
  uint32_t id_of(uint64_t key, const Lexicon& lexicon);
  void weigh();

  std::unordered_map<uint64_t, uint32_t> ids_;
  std::vector<std::vector<uint32_t>> holders_;
  std::vector<float> shares_;  // of each feature, in the press at large
  std::vector<Features> all_;
  std::vector<double> plain_, boosted_;  // squared lengths
};

}  // namespace recoupe::compare
