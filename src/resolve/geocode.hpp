// Where the places of one article lie. A name that several places bear is judged by the article: the
// countries it names, the places beside it, then how well known each is; one sense an article.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "gazetteer/gazetteer.hpp"

namespace recoupe::resolve {

struct Located {
  std::string key;                        // one place, one key
  std::optional<gazetteer::Place> place;  // nothing: the map does not know it
  bool within = false;  // `place` is the town that the site lies in: «Grande mosquée de Paris»
  std::string country;  // where `place` is nothing: the country, if the article leaves one only
};

class Map {
 public:
  Map(const Document& document, const gazetteer::Gazetteer& gazetteer);
  Located locate(Span name) const;

 private:
  struct Anchor {
    Span name;
    gazetteer::Place place;
  };
  std::vector<gazetteer::Match> candidates(std::string_view name) const;
  double score(const gazetteer::Match& match, Span name) const;
  std::optional<uint32_t> best(std::string_view name, Span span) const;
  void anchor_countries();
  void gather_towns();
  const Anchor* town_of(Span site) const;
  std::optional<gazetteer::Place> town_in_name(std::string_view name) const;
  Located unknown(Span name) const;
  bool supported(const gazetteer::Match& match) const;
  std::string only_country() const;
  std::optional<Located> direction(std::string_view name) const;
  std::string_view country_behind(Span name) const;
  bool country_beside(Span name, std::string_view country) const;

  const Document& document_;
  const gazetteer::Gazetteer& gazetteer_;
  std::map<std::string, int, std::less<>> countries_;  // how often each country is named, or its people are
  std::vector<std::pair<uint32_t, std::string_view>> country_names_;  // byte, ISO; in text order
  std::vector<Anchor> anchors_;  // names that only one place bears, in text order
  std::vector<Anchor> towns_;    // every located name smaller than a region, in text order
  std::string country_;          // where nearly all of the article plays
  std::map<std::string, std::optional<uint32_t>> senses_;  // key -> place: one sense an article
};

}  // namespace recoupe::resolve
