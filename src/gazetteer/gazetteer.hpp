// Named places of the world and what is known of them: countries, regions, cities (models/gazetteer.bin, see
// models/gazetteer.md), and the hand list src/lexicon/places.tsv, which wins where both know a name.
//
//   std::vector<Match> found;
//   gazetteer.find(gazetteer::key("Mossoul"), found);     // found[0].place -> Mosul, IQ, 36.3 43.1
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recoupe::gazetteer {

// From the compiled table (the first five are its numbers) or the hand list.
enum class PlaceKind : uint8_t {
  none,
  country,
  region,   // first level: state, province, governorate, French région
  county,   // second level: French département
  city,     // any settlement
  quarter,  // part of a city
  area,     // continent, or lands of several countries
  sea,
  river,
  mountain,
  island,
  site,  // square, museum, airport, base …
  seat,  // where a power sits, and its name: «l'Élysée», «le Kremlin»
};

struct Place {
  std::string_view name;
  PlaceKind kind = PlaceKind::none;
  std::string_view country;  // ISO 3166-1 alpha-2; empty for seas and areas
  std::optional<double> latitude, longitude;
  uint32_t population = 0;
  uint32_t geonames = 0, wikidata = 0;  // 0 = unknown
  bool capital = false;                 // of a country
  bool seat = false;                    // of a region
  bool minor = false;                   // a village that only its neighbourhood knows
  bool by_hand = false;                 // from places.tsv
};

// How a name led to a place.
enum MatchFlag : uint8_t {
  match_loose = 1,      // only the transliteration-tolerant key agrees: Hassakeh for Al Hasakah
  match_alternate = 2,  // not the place's main name
  match_demonym = 4,    // «irakien»: the country is meant, the word is no place name
};

struct Match {
  uint32_t place = 0;
  uint8_t flags = 0;
};

// The key of a name: folded words, one blank between, no apostrophes or dots; «St» is «Saint».
std::string key(std::string_view name);
// What the spellings of one name share (Hassaké, Hasakah; Kobané, Kobani; Riyad, Ryad); takes a key. Empty
// where too little is left to trust.
std::string loose_key(std::string_view key);

class Gazetteer {
 public:
  // The places with exactly this key, best known first (hand list, then population); appended to `out`.
  void find(std::string_view key, std::vector<Match>& out) const;
  // The places that agree by loose key only.
  void find_loose(std::string_view key, std::vector<Match>& out) const;
  Place place(uint32_t id) const;
  // The ISO code of the country that a demonym names («irakien» -> "IQ"); empty for other words.
  std::string_view country_of_demonym(std::string_view key) const;
  // The country itself: Match::place of "IQ".
  std::optional<uint32_t> country(std::string_view iso) const;
  uint32_t compiled_places() const { return count_; }

 private:
  friend Gazetteer load();
  struct HandPlace {
    std::string_view name, country;
    PlaceKind kind;
    std::optional<double> latitude, longitude;
    std::optional<uint32_t> same;  // this place in the compiled table
  };
  void lookup(std::string_view key, bool loose, std::vector<Match>& out) const;
  void read_hand_list();
  std::optional<uint32_t> same_place(std::string_view name, std::string_view country, PlaceKind kind) const;

  const char *places_ = nullptr, *buckets_ = nullptr, *entries_ = nullptr, *strings_ = nullptr;
  uint32_t count_ = 0, bits_ = 0;
  std::vector<HandPlace> hand_;
  std::unordered_map<std::string, std::vector<uint32_t>>
      hand_names_;                                            // key -> indices into hand_; only looked up
  std::unordered_map<std::string_view, uint32_t> countries_;  // ISO -> place; only looked up
};

// Throws std::logic_error where the program was built with a foreign or cut table.
Gazetteer load();

}  // namespace recoupe::gazetteer
