#include "resolve/geocode.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.hpp"
#include "resolve/sites.hpp"

namespace recoupe::resolve {
namespace {

using gazetteer::Match;
using gazetteer::Place;
using gazetteer::PlaceKind;

// How well known a place is, on a scale where ten times the people are one step.
double fame(const Place& place) {
  switch (place.kind) {
    case PlaceKind::country:
      return 9;
    case PlaceKind::area:
    case PlaceKind::sea:
    case PlaceKind::river:
    case PlaceKind::mountain:
      return 7;
    default:
      break;
  }
  double out = place.population > 0 ? std::log10(static_cast<double>(place.population)) : 2.5;
  if (place.by_hand) out = std::max(out, 5.5);
  if (place.capital) out += 1.5;
  if (place.kind == PlaceKind::region)
    out -= 1.2;  // «Washington», «New York»: the city, unless the text says
  if (place.kind == PlaceKind::county) out -= 0.5;
  if (place.kind == PlaceKind::quarter) out -= 1;
  if (place.minor) out -= 1;
  return out;
}

// The first capital-led word of a name that a noun in small letters leads: «province de Semnan» -> «Semnan».
size_t proper_part(std::string_view name) {
  for (size_t i = 0; i < name.size();) {
    const auto d = utf8::decode(name, i);
    const bool start =
        i == 0 || name[i - 1] == ' ' || name[i - 1] == '\'' || name.substr(i >= 3 ? i - 3 : 0, 3) == "’";
    if (start && utf8::is_upper(d.code_point)) return i;
    i += d.size;
  }
  return 0;
}

bool administrative(std::string_view word) {
  constexpr std::array<std::string_view, 10> words = {"province",    "gouvernorat",   "comte",  "district",
                                                      "canton",      "wilaya",        "oblast", "raion",
                                                      "departement", "arrondissement"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Known beyond its own country, so that a name alone is taken for it.
bool well_known(const Place& place) {
  // a region must be larger than a town to be as well known: «César» is first of all no part of Colombia
  const uint32_t many = place.kind == PlaceKind::region || place.kind == PlaceKind::county ? 3000000 : 500000;
  return place.by_hand || place.capital || place.kind == PlaceKind::country || place.population >= many;
}

}  // namespace

Map::Map(const Document& document, const gazetteer::Gazetteer& gazetteer)
    : document_(document), gazetteer_(gazetteer) {
  anchor_countries();
  for (const Name& name : document.names) {
    if (name.kind != EntityKind::place) continue;
    const std::string key = gazetteer::key(document.words(name.span));
    if (!senses_.contains(key)) senses_.emplace(key, best(document.words(name.span), name.span));
  }
  gather_towns();
  country_ = only_country();
}

void Map::gather_towns() {
  for (const Name& name : document_.names) {
    if (name.kind != EntityKind::place) continue;
    const auto& sense = senses_.at(gazetteer::key(document_.words(name.span)));
    if (!sense) continue;
    const Place place = gazetteer_.place(*sense);
    const bool small = place.kind == PlaceKind::city || place.kind == PlaceKind::county ||
                       place.kind == PlaceKind::quarter || place.kind == PlaceKind::site ||
                       place.kind == PlaceKind::island;
    if (small && place.latitude && !place.country.empty()) towns_.push_back({name.span, place});
  }
}

// The town that the words put a site in: «l'église Saint-Marc, à Alexandrie», «Grande mosquée de [Paris]».
// A town that merely stands in the same sentence is none: «partie de Marseille, arrivée à Sospel».
const Map::Anchor* Map::town_of(Span site) const {
  constexpr uint32_t near = 40, longest = 80;
  const uint32_t from = site.begin > near + longest ? site.begin - near - longest : 0;
  auto town = std::lower_bound(towns_.begin(), towns_.end(), from,
                               [](const Anchor& anchor, uint32_t at) { return anchor.name.begin < at; });
  const Anchor *before = nullptr, *inner = nullptr;
  const bool own = site_of(document_.words(site)) == Site::building;  // no «rue de Marseille»
  for (; town != towns_.end() && town->name.begin < site.end + near; ++town) {
    if (town->name == site) continue;
    if (town->name.begin >= site.end) {
      if (leads_into(document_.words(Span{site.end, town->name.begin}))) return &*town;
      break;
    }
    if (town->name.begin >= site.begin) {
      inner = &*town;
      continue;
    }
    if (town->name.end > site.begin) continue;
    const uint32_t start = town->name.begin > 8 ? town->name.begin - 8 : 0;
    if (site.begin - town->name.end < near &&
        leads_from(std::string_view(document_.text).substr(start, town->name.begin - start),
                   document_.words(Span{town->name.end, site.begin})))
      before = &*town;
  }
  return own && inner != nullptr ? inner : before;
}

std::string Map::only_country() const {
  int total = 0, most = 0;
  std::string out;
  for (const auto& [country, count] : countries_) {
    total += count;
    if (count <= most) continue;
    most = count;
    out = country;
  }
  // «… Taipei … Taipei»: the towns tell where it happens, though other countries are spoken of; and they
  // speak against it where they lie in several
  const auto there = static_cast<size_t>(std::count_if(
      towns_.begin(), towns_.end(), [&](const Anchor& town) { return town.place.country == out; }));
  if (most * 10 >= total * 8) return there * 10 >= towns_.size() * 6 ? out : std::string();
  return towns_.size() >= 2 && there * 10 >= towns_.size() * 8 ? out : std::string();
}

void Map::anchor_countries() {
  for (const Name& name : document_.names) {
    if (name.kind != EntityKind::place) continue;
    const std::vector<Match> found = candidates(document_.words(name.span));
    if (found.empty() || (found.front().flags & gazetteer::match_loose)) continue;
    const Place first = gazetteer_.place(found.front().place);
    if (first.kind == PlaceKind::country) {
      countries_[std::string(first.country)] += 2;
      country_names_.emplace_back(name.span.begin, first.country);
    }
    // a name that a large place elsewhere bears, too, is no evidence of its own: «Tripoli»
    const bool sure =
        first.kind == PlaceKind::country || std::none_of(found.begin() + 1, found.end(), [&](const Match& m) {
          const Place other = gazetteer_.place(m.place);
          return other.country != first.country && other.population > 100000;
        });
    if (!sure || first.country.empty()) continue;
    // «Airole» is a suburb in India, too: a small place says nothing of the country that an article tells of
    if (first.kind != PlaceKind::country && well_known(first)) countries_[std::string(first.country)] += 1;
    // a book of places is no better anchored than a long article
    if (first.latitude && anchors_.size() < 300) anchors_.push_back({name.span, first});
  }
  // «irakien», «les forces turques»
  std::string_view text = document_.text;
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    while (end < text.size()) {
      const auto d = utf8::decode(text, end);
      if (!utf8::is_letter(d.code_point)) break;
      end += d.size;
    }
    if (end - i >= 5)
      if (const auto iso = gazetteer_.country_of_demonym(gazetteer::key(text.substr(i, end - i)));
          !iso.empty())
        countries_[std::string(iso)] += 1;
    i = end == i ? end + utf8::decode(text, end).size : end;
  }
}

std::vector<Match> Map::candidates(std::string_view name) const {
  std::vector<Match> found;
  const std::string key = gazetteer::key(name);
  gazetteer_.find(key, found);
  std::erase_if(found, [](const Match& m) { return m.flags & gazetteer::match_demonym; });
  if (found.empty()) gazetteer_.find_loose(key, found);
  return found;
}

// «Tripoli, au Liban», «à Tripoli (Liban)», «au Liban, à Tripoli»
bool Map::country_beside(Span name, std::string_view country) const {
  constexpr uint32_t near = 40;
  const uint32_t from = name.begin > near ? name.begin - near : 0;
  auto named = std::lower_bound(country_names_.begin(), country_names_.end(), from,
                                [](const auto& entry, uint32_t at) { return entry.first < at; });
  for (; named != country_names_.end() && named->first < name.end + near; ++named)
    if (named->second == country) return true;
  return false;
}

// «Orvillers[, en] Italie», «Orvillers [(]Italie)»
std::string_view Map::country_behind(Span name) const {
  constexpr uint32_t near = 12;
  const auto named = std::lower_bound(country_names_.begin(), country_names_.end(), name.end,
                                      [](const auto& entry, uint32_t at) { return entry.first < at; });
  if (named == country_names_.end() || named->first > name.end + near) return {};
  const std::string_view between = document_.words(Span{name.end, named->first});
  return between.find_first_of(",(") != std::string_view::npos && leads_into(between) ? named->second
                                                                                      : std::string_view();
}

// «le Nord», «dans le Sud-Ouest»: a part of the country that the article plays in, or the half of a divided
// one («la Corée du Nord … le Nord»).
std::optional<Located> Map::direction(std::string_view name) const {
  constexpr std::array<std::string_view, 14> words = {
      "nord",      "sud",    "est",        "ouest",        "nord est", "nord ouest", "sud est",
      "sud ouest", "centre", "centre est", "centre ouest", "north",    "south",      "midi"};
  const std::string key = gazetteer::key(name);
  if (std::find(words.begin(), words.end(), key) == words.end()) return std::nullopt;
  Located out;
  out.key = "@" + key;
  for (const auto& [at, iso] : country_names_) {
    const auto id = gazetteer_.country(iso);
    if (!id) continue;
    const Place country = gazetteer_.place(*id);
    const std::string shown = gazetteer::key(country.name);
    if (shown.size() <= key.size() || shown.substr(shown.size() - key.size() - 1) != " " + key) continue;
    out.place = country;
    out.key = "#" + std::to_string(*id);
    return out;
  }
  out.country = country_;
  return out;
}

double Map::score(const Match& match, Span name) const {
  const Place place = gazetteer_.place(match.place);
  double out = fame(place);
  if (match.flags & gazetteer::match_alternate) out -= 1.5;
  if (match.flags & gazetteer::match_loose) out -= 1;
  if (const auto named = countries_.find(place.country); named != countries_.end())
    out += 1.5 + std::min(named->second, 10) * 0.15;
  if (country_beside(name, place.country)) out += 2;
  if (document_.language == Language::french && place.country == "FR") out += 1;
  if (place.latitude) {
    double nearest = 1e9;
    for (const Anchor& anchor : anchors_) {
      if (anchor.name.begin == name.begin || anchor.place.kind == PlaceKind::country) continue;
      const double d = std::abs(*anchor.place.latitude - *place.latitude) +
                       std::abs(*anchor.place.longitude - *place.longitude);
      nearest = std::min(nearest, d);
    }
    if (nearest < 3) out += 1;
  }
  return out;
}

// No pin without evidence: a small town abroad needs its country in the article, by name, as a people or by a
// town that all know; so does a spelling that is only like a known one.
bool Map::supported(const Match& match) const {
  const Place place = gazetteer_.place(match.place);
  if (place.country.empty() || countries_.contains(place.country)) return true;
  const bool home = document_.language == Language::french && place.country == "FR";
  if (match.flags & gazetteer::match_loose) return false;
  return home || well_known(place);
}

std::optional<uint32_t> Map::best(std::string_view name, Span span) const {
  std::optional<uint32_t> out;
  double best = 0;
  for (const Match& match : candidates(name)) {
    if (!supported(match)) continue;
    const double value = score(match, span);
    if (!out || value > best) {
      out = match.place;
      best = value;
    }
  }
  return out;
}

// «Metro Toronto Convention Centre»: an English building is called after its town, if all know that one.
std::optional<Place> Map::town_in_name(std::string_view name) const {
  std::vector<std::pair<size_t, size_t>> words;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find(' ', at), name.size());
    if (end > at) words.emplace_back(at, end);
    at = end + 1;
  }
  for (size_t first = 0; first + 1 < words.size(); ++first)
    for (size_t last = std::min(first + 2, words.size() - 1); last-- > first;) {
      const std::string_view part = name.substr(words[first].first, words[last].second - words[first].first);
      const std::vector<Match> found = candidates(part);
      if (found.empty() || (found.front().flags & gazetteer::match_loose)) continue;
      const Place place = gazetteer_.place(found.front().place);
      if (place.kind == PlaceKind::city && place.population >= 500000 && countries_.contains(place.country))
        return place;
    }
  return std::nullopt;
}

// Not on the map. A site lies where its words say; of all else the country is known at most.
Located Map::unknown(Span name) const {
  Located out;
  out.key = gazetteer::key(document_.words(name));
  out.within = true;
  const Site site = site_of(document_.words(name));
  const Anchor* town = town_of(name);
  if (town != nullptr) {
    out.country = town->place.country;
  } else {
    const std::string_view told = country_behind(name);
    out.country = told.empty() ? country_ : std::string(told);
  }
  if (town != nullptr && (site == Site::street || site == Site::building)) out.place = town->place;
  if (!out.place && site == Site::building && document_.language == Language::english) {
    out.place = town_in_name(document_.words(name));
    if (out.place) out.country = out.place->country;
  }
  return out;
}

Located Map::locate(Span span) const {
  const std::string_view name = document_.words(span);
  if (auto part = direction(name)) return *part;
  Located out;
  out.key = gazetteer::key(name);
  const auto sense = senses_.find(out.key);
  if (const auto id = sense != senses_.end() ? sense->second : best(name, span)) {
    out.place = gazetteer_.place(*id);
    out.key = "#" + std::to_string(*id);
    return out;
  }
  const size_t proper = proper_part(name);
  const auto id = proper > 0 ? best(name.substr(proper), span) : std::nullopt;
  if (!id) return unknown(span);
  const Place named = gazetteer_.place(*id);
  const std::string head = gazetteer::key(name.substr(0, name.find(' ')));
  // «préfecture de Fukushima» is a region, «préfecture des Landes» the office of one
  if (administrative(head) || (head == "prefecture" && named.country != "FR")) {
    out.place = named;
    out.key = "#" + std::to_string(*id);
    return out;
  }
  // a site's own name is not that of a town elsewhere: «place de la République», «église Saint-Marc»
  const Site site = site_of(name);
  if (named.minor || site == Site::street) return unknown(span);
  const bool spot = named.kind == PlaceKind::city || named.kind == PlaceKind::quarter ||
                    named.kind == PlaceKind::site || named.kind == PlaceKind::island;
  if (site == Site::building && spot) {
    out.place = named;
    out.within = true;
    return out;
  }
  out = unknown(span);
  if (out.country.empty() || site != Site::none) out.country = named.country;
  return out;
}

}  // namespace recoupe::resolve
