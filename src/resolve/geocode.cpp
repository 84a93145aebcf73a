#include "resolve/geocode.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.hpp"

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

}  // namespace

Map::Map(const Document& document, const gazetteer::Gazetteer& gazetteer)
    : document_(document), gazetteer_(gazetteer) {
  anchor_countries();
  for (const Name& name : document.names) {
    if (name.kind != EntityKind::place) continue;
    const std::string key = gazetteer::key(document.words(name.span));
    if (!senses_.contains(key)) senses_.emplace(key, best(document.words(name.span), name.span));
  }
}

void Map::anchor_countries() {
  for (const Name& name : document_.names) {
    if (name.kind != EntityKind::place) continue;
    const std::vector<Match> found = candidates(document_.words(name.span));
    if (found.empty()) continue;
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
    if (first.kind != PlaceKind::country) countries_[std::string(first.country)] += 1;
    if (first.latitude) anchors_.push_back({name.span.begin, first});
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
  return std::any_of(country_names_.begin(), country_names_.end(), [&](const auto& named) {
    return named.second == country && named.first + near > name.begin && named.first < name.end + near;
  });
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
      if (anchor.at == name.begin || anchor.place.kind == PlaceKind::country) continue;
      const double d = std::abs(*anchor.place.latitude - *place.latitude) +
                       std::abs(*anchor.place.longitude - *place.longitude);
      nearest = std::min(nearest, d);
    }
    if (nearest < 3) out += 1;
  }
  return out;
}

std::optional<uint32_t> Map::best(std::string_view name, Span span) const {
  std::optional<uint32_t> out;
  double best = 0;
  for (const Match& match : candidates(name)) {
    const double value = score(match, span);
    if (!out || value > best) {
      out = match.place;
      best = value;
    }
  }
  if (!out) return out;
  // No pin without evidence: a small town abroad needs its country in the article.
  const Place place = gazetteer_.place(*out);
  const bool home = document_.language == Language::french && place.country == "FR";
  if (place.population < 50000 && !place.by_hand && !place.capital && !home &&
      !countries_.contains(place.country))
    return std::nullopt;
  return out;
}

Located Map::locate(Span span) const {
  const std::string_view name = document_.words(span);
  Located out;
  out.key = gazetteer::key(name);
  const auto sense = senses_.find(out.key);
  std::optional<uint32_t> id = sense != senses_.end() ? sense->second : best(name, span);
  if (!id) {
    const size_t proper = proper_part(name);
    if (proper > 0) {
      const std::string head = gazetteer::key(name.substr(0, name.find(' ')));
      id = best(name.substr(proper), span);
      out.within = !administrative(head);
      // a site's own name is not that of a town elsewhere: «place de la République», «église Saint-Marc»
      if (id && out.within && gazetteer_.place(*id).minor) id.reset();
    }
  }
  if (id) {
    out.place = gazetteer_.place(*id);
    if (!out.within) out.key = "#" + std::to_string(*id);
  }
  return out;
}

}  // namespace recoupe::resolve
