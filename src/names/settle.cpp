// What one position cannot judge and the whole article can: who is a surname, which small towns are meant,
// what an unknown capitalised word is.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "names/finder.hpp"

namespace recoupe::names {
namespace {

using gazetteer::PlaceKind;

// What the surely found names say.
struct Evidence {
  std::map<std::string, char> persons;  // surnames and first names of persons in full, and their gender
  std::set<std::string> sure;           // those of them that a title or a first name vouches for
  std::set<std::string> bracketed;      // «Front islamique du Nord (FIN)»: an acronym, though also a word
  std::set<std::string, std::less<>> countries;  // ISO codes of countries named, or whose people are
};

bool well_known(const gazetteer::Place& place) {
  return place.by_hand || place.capital || place.kind == PlaceKind::country || place.population >= 500000;
}

Evidence gather(const Finder& f, const std::vector<Found>& found) {
  Evidence out;
  for (const Found& item : found) {
    if (item.kind == EntityKind::person) {
      const bool sure = item.rule != "capitals_run";
      for (size_t i = item.first; i <= item.last; ++i) {
        const bool surname = i == item.last;
        if (!f.named(i) || (!surname && f.key(i).size() < 3)) continue;
        if (!sure && !surname) continue;
        if (sure) out.sure.insert(f.key(i));
        char& gender = out.persons.emplace(f.key(i), item.gender).first->second;
        if (gender == 'u') gender = item.gender;
      }
    } else if (item.kind == EntityKind::place && item.rule == "gazetteer") {
      const auto place = f.place(item.first, item.last);
      if (place && well_known(*place) && !place->country.empty()) out.countries.emplace(place->country);
    }
  }
  for (size_t i = 1; i < f.words.size(); ++i)
    if (f.words[i].before == '(' && f.words[i].shape == Shape::capitals) out.bracketed.insert(f.key(i));
  for (size_t i = 0; i < f.words.size(); ++i)
    if (f.key(i).size() > 4)
      if (const auto iso = f.gazetteer.country_of_demonym(f.key(i)); !iso.empty()) out.countries.emplace(iso);
  return out;
}

// The country of a place is in the article: as «Irak», «irakien», or as another place of it.
bool supported(const Finder& f, const Evidence& evidence, size_t i, const gazetteer::Place& place) {
  if (well_known(place)) return true;
  const int locative = f.locative(i);
  const bool country = evidence.countries.contains(place.country);
  if (place.minor) return country && (locative >= 1 || f.key(i).size() >= 5);
  if (f.french && place.country == "FR") return locative >= 1 || country || place.population >= 50000;
  return country || locative == 2 || (locative == 1 && place.population >= 100000);
}

// Whether a word read as a place is rather a person («M. Clinton», «Ségolène Royal … Royal»).
bool rather_person(const Finder& f, const Evidence& evidence, const Found& item,
                   const gazetteer::Place& place) {
  if (item.first != item.last || !evidence.persons.contains(f.key(item.first))) return false;
  if (place.kind == PlaceKind::country || place.capital) return false;
  if (!evidence.sure.contains(f.key(item.first)) && well_known(place)) return false;
  return f.locative(item.first) < 2;
}

bool keep_place(const Finder& f, const Evidence& evidence, Found& item) {
  const auto place = f.place(item.first, item.last);
  if (!place) return false;
  if (item.first != item.last)
    return well_known(*place) || item.last - item.first > 1 || supported(f, evidence, item.first, *place);
  const size_t i = item.first;
  if (f.lists.not_names.contains(f.key(i))) return false;
  if (rather_person(f, evidence, item, *place)) {
    item.kind = EntityKind::person;
    item.rule = "surname";
    item.gender = evidence.persons.at(f.key(i));
    return true;
  }
  // «DACA», «NBA»: an acronym, though a town of that name may lie somewhere
  if (f.words[i].shape == Shape::capitals && f.key(i).size() <= 5 && !place->by_hand && !f.words[i].head)
    return false;
  if (!f.french && f.demonym(i) && place->kind != PlaceKind::country) return false;
  const bool seen = f.seen_capital.contains(f.key(i));
  if (!f.starts(i) && f.words[i].head && !seen && place->kind != PlaceKind::country && f.locative(i) == 0)
    return false;
  if (f.first_name(i) && !well_known(*place) && f.locative(i) == 0) return false;
  return supported(f, evidence, i, *place);
}

bool roman(const std::string& key) {
  return key.find_first_not_of("ivxlcdm") == std::string::npos;
}

// «chez Amundi», «Amundi, filiale de …»
bool firm_beside(const Finder& f, size_t i) {
  if (i > 0 && f.joined(i) && f.key(i - 1) == "chez") return true;
  size_t next = i + 1;
  if (next >= f.words.size() || f.words[next].before != ',') return false;
  if (f.joined(next + 1) && f.key(next).size() <= 3) ++next;  // an article
  const auto head = f.lists.heads.find(f.key(next));
  return head != f.lists.heads.end() && head->second.firm && f.words[next].shape == Shape::lower;
}

// «De Gendt», «Le Drian»: the capitalised particle belongs to the surname.
size_t with_particle(const Finder& f, size_t i) {
  constexpr std::array<std::string_view, 9> particles = {"de", "le",  "la", "van", "von",
                                                         "di", "del", "el", "al"};
  if (i == 0 || !f.joined(i) || !f.named(i - 1) || f.words[i - 1].head) return i;
  return std::find(particles.begin(), particles.end(), f.key(i - 1)) != particles.end() ? i - 1 : i;
}

// An unclaimed capitalised word that stands alone.
std::optional<Found> single(const Finder& f, const Evidence& evidence, size_t i) {
  if (f.lists.not_names.contains(f.key(i)) || f.demonym(i)) return std::nullopt;
  const bool alone =
      !(f.joined(i + 1) && f.named(i + 1) && f.starts(i + 1)) && !(i > 0 && f.joined(i) && f.starts(i - 1));
  if (const auto person = evidence.persons.find(f.key(i));
      person != evidence.persons.end() && (f.starts(i) || f.seen_capital.contains(f.key(i))))
    return Found{with_particle(f, i), i, EntityKind::person, "surname", person->second};
  if (alone && f.starts(i) && !f.first_name(i) && f.key(i).size() > 2 && firm_beside(f, i))
    return Found{i, i, EntityKind::organisation, "firm_beside"};
  const size_t letters = f.key(i).size();
  if (f.words[i].shape == Shape::capitals && letters >= 3 && letters <= 6 && !roman(f.key(i)) &&
      (!f.lists.common.contains(f.key(i)) || evidence.bracketed.contains(f.key(i))) && !f.words[i].head &&
      f.key(i).find_first_of(" 0123456789") == std::string::npos)
    return Found{i, i, EntityKind::organisation, "acronym"};
  if (alone && letters >= 4 && f.starts(i) && f.locative(i) == 2 && !f.first_name(i) &&
      !f.lists.heads.contains(f.key(i)) && !f.lists.common.contains(f.key(i)) &&
      f.words[i].shape == Shape::capital)
    return Found{i, i, EntityKind::place, "locative"};
  return std::nullopt;
}

// A word that is once said to be a place («la plage de Nouville», «à Nouville») is one in the whole article.
void repeat_places(const Finder& f, const std::vector<bool>& claimed, std::vector<Found>& found) {
  std::set<std::string> places;
  for (const Found& item : found) {
    if (item.rule == "locative") places.insert(f.key(item.first));
    const bool of = item.rule == "site_head" && item.last > item.first + 1 &&
                    f.words[item.last - 1].shape == Shape::lower &&
                    (f.key(item.last - 1) == "de" || f.key(item.last - 1) == "d");
    if (of && f.locative(item.last) == 2) places.insert(f.key(item.last));
  }
  // «à Neymar», once among twenty: no place. One in three must be told as a place.
  std::map<std::string, std::pair<size_t, size_t>> told;  // key -> as a place, in all
  for (size_t i = 0; i < f.words.size(); ++i) {
    if (!f.named(i) || !places.contains(f.key(i))) continue;
    auto& [as_place, all] = told[f.key(i)];
    as_place += f.locative(i) == 2;
    ++all;
  }
  std::erase_if(places, [&](const std::string& key) { return told[key].first * 3 < told[key].second; });
  std::erase_if(found, [&](const Found& item) {
    return item.rule == "locative" && !places.contains(f.key(item.first));
  });
  for (size_t i = 0; i < f.words.size(); ++i)
    if (!claimed[i] && f.starts(i) && places.contains(f.key(i)) && !(f.joined(i + 1) && f.named(i + 1)))
      found.push_back({i, i, EntityKind::place, "locative"});
}

// An acronym in brackets behind a name is of the name's kind: «Front islamique (FI)».
void define_acronyms(const Finder& f, std::vector<Found>& found) {
  std::map<std::string, EntityKind> kinds;
  for (const Found& item : found) {
    const size_t next = item.last + 1;
    if (item.inner || item.kind == EntityKind::person || item.kind == EntityKind::place ||
        next >= f.words.size())
      continue;
    if (f.words[next].before == '(' && f.words[next].shape == Shape::capitals)
      kinds.emplace(f.key(next), item.kind);
  }
  for (Found& item : found) {
    if (item.first != item.last || item.rule != "acronym") continue;
    if (const auto kind = kinds.find(f.key(item.first)); kind != kinds.end()) {
      item.kind = kind->second;
      item.rule = "defined_acronym";
    }
  }
}

}  // namespace

void settle(const Finder& f, std::vector<Found>& found) {
  const Evidence evidence = gather(f, found);
  std::erase_if(found, [&](Found& item) {
    if (item.rule == "gazetteer") return !keep_place(f, evidence, item);
    return false;
  });
  std::vector<bool> claimed(f.words.size());
  for (const Found& item : found)
    for (size_t i = item.first; i <= item.last; ++i) claimed[i] = true;
  for (size_t i = 0; i < f.words.size(); ++i) {
    if (claimed[i] || !f.named(i)) continue;
    if (const auto item = single(f, evidence, i)) {
      found.push_back(*item);
      claimed[i] = true;
    }
  }
  repeat_places(f, claimed, found);
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  define_acronyms(f, found);
}

}  // namespace recoupe::names
