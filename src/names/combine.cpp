// Rules and model together: the model says where names are and of which kind; the rules say which
// organisations are groups or media, and who is a woman.
#include <algorithm>
#include <iterator>
#include <map>

#include "names/model.hpp"

namespace recoupe::names {
namespace {

bool overlap(const Found& a, const Found& b) {
  return a.first <= b.last && b.first <= a.last;
}

char gender_by_words(const Finder& f, const Found& person) {
  Title title;
  if (person.first > 0 && f.joined(person.first) && title_before(f, person.first - 1, &title) &&
      title.gender != 'u')
    return title.gender;
  const auto found = f.all.first_names.find(f.key(person.first));
  return found == f.all.first_names.end() || person.first == person.last ? 'u' : found->second;
}

// The rules' knowledge of a name of the model.
void enrich(const Finder& f, const std::vector<Found>& proposals, Found& item) {
  for (const Found& other : proposals) {
    if (other.first > item.last) break;
    if (!overlap(item, other) || other.inner != item.inner) continue;
    const bool same = other.first == item.first && other.last == item.last;
    if (item.kind == EntityKind::organisation &&
        (other.kind == EntityKind::group || other.kind == EntityKind::media) &&
        (same || other.last == item.last))
      item.kind = other.kind;
    if (item.kind == EntityKind::person && other.kind == EntityKind::person && other.gender != 'u')
      item.gender = other.gender;
    if (same) {
      item.rule = other.rule;
      if (item.kind == EntityKind::other) item.kind = other.kind;
    }
  }
  if (item.kind == EntityKind::person && item.gender == 'u') item.gender = gender_by_words(f, item);
}

// One surname, one gender: «Mme Dupont … Dupont».
void share_genders(const Finder& f, std::vector<Found>& found) {
  std::map<std::string, char> genders;  // 'x': two of the name
  for (const Found& item : found) {
    if (item.kind != EntityKind::person || item.gender == 'u') continue;
    char& gender = genders.emplace(f.key(item.last), item.gender).first->second;
    if (gender != item.gender) gender = 'x';
  }
  for (Found& item : found) {
    if (item.kind != EntityKind::person || item.gender != 'u') continue;
    if (const auto gender = genders.find(f.key(item.last)); gender != genders.end() && gender->second != 'x')
      item.gender = gender->second;
  }
}

// Where the training data have other habits than the rest of the house: a named venue, street or province is
// a place with the noun that begins it («hôpital Lariboisière», «province de Semnan», «mer Égée»).
bool kept_place(const Found& item) {
  return item.kind == EntityKind::place &&
         (item.rule == "site_head" || item.rule == "site_run" || item.rule == "admin_head" ||
          item.rule == "capitals_run" || item.rule == "town_within" ||
          (item.rule == "gazetteer" && item.last > item.first));
}

// «ministre de l'[Agriculture]»: a department's subject, by the model alone, is no organisation.
bool subject_of_office(const Finder& f, const Found& item) {
  if (item.kind != EntityKind::organisation || item.rule != "model" || item.first != item.last) return false;
  if (!f.lists.common.contains(f.key(item.first))) return false;
  size_t k = item.first;
  while (k > 0 && item.first - k < 3 && f.joined(k) && f.key(k - 1).size() <= 3) --k;
  return k > 0 && k < item.first && f.joined(k) && title_before(f, k - 1).has_value();
}

// A place that the model alone sees, though nothing says that there is one: «la [Constitution]», «Les
// [Échos]».
bool doubtful_place(const Finder& f, const Found& item) {
  if (item.kind != EntityKind::place || item.rule != "model") return false;
  const auto place = f.place(item.first, item.last);
  const bool word = item.first == item.last && f.lists.common.contains(f.key(item.first));
  // «cathédrale Saint-Marc»: its patron, not a town
  const bool saint = f.key(item.first).starts_with("saint");
  const bool brand =
      item.first > 0 && f.joined(item.first) && f.named(item.first - 1);  // «Business [France]»
  if (item.inner) return !place || word || saint || brand;
  if (place && place->population >= 100000) return false;
  return word || f.locative(item.first) < 2;
}

// Places of the rules that the model passes over: the rules weigh what the article says of their countries.
bool place_alone(const std::vector<Found>& found, const Found& item) {
  return item.kind == EntityKind::place && !item.inner &&
         std::none_of(found.begin(), found.end(), [&](const Found& other) { return overlap(item, other); });
}

// The rules' places of our own habits stand instead of what the model has there.
void keep_places(const std::vector<Found>& proposals, std::vector<Found>& found) {
  for (const Found& place : proposals) {
    if (place_alone(found, place)) found.push_back(place);
    if (!kept_place(place)) continue;
    const bool longer = std::any_of(found.begin(), found.end(), [&](const Found& item) {
      return overlap(item, place) && item.kind != EntityKind::place && item.first <= place.first &&
             item.last >= place.last && item.last - item.first > place.last - place.first;
    });
    if (place.inner) {
      const bool there = std::any_of(found.begin(), found.end(), [&](const Found& item) {
        return item.first == place.first && item.last == place.last;
      });
      if (!there) found.push_back(place);
      continue;
    }
    if (longer) continue;
    std::erase_if(found, [&](const Found& item) { return overlap(item, place); });
    found.push_back(place);
  }
}

// «Business France»: the country alone is not what is named.
void keep_brands(const std::vector<Found>& proposals, std::vector<Found>& found) {
  for (const Found& brand : proposals) {
    if (brand.rule != "organisation_run") continue;
    std::vector<size_t> over;
    for (size_t k = 0; k < found.size(); ++k)
      if (overlap(found[k], brand)) over.push_back(k);
    if (over.size() != 1) continue;
    Found& only = found[over[0]];
    if (only.kind == EntityKind::place && only.first > brand.first && only.last <= brand.last) only = brand;
  }
}

// A name goes over no comma or bracket: «à [Vallon-Noir], [M. Vauquelin] …»
bool broken(const Finder& f, const Found& item) {
  for (size_t k = item.first + 1; k <= item.last; ++k) {
    const char before = f.words[k].before;
    if (before == ',' || before == '(' || before == ')' || before == ';' || before == ':') return true;
  }
  return false;
}

// A person of the model alone whose words are elsewhere, by the rules, those of a place or an organisation.
bool no_person(const Finder& f, const std::vector<Found>& proposals, const Found& item) {
  if (item.kind != EntityKind::person || item.rule != "model" || item.gender != 'u') return false;
  // «la Roya», «les Cévennes»
  if (item.first == item.last && item.first > 0 && f.joined(item.first) &&
      (f.key(item.first - 1) == "la" || f.key(item.first - 1) == "le" || f.key(item.first - 1) == "les"))
    return true;
  return std::any_of(proposals.begin(), proposals.end(), [&](const Found& other) {
    return other.kind != EntityKind::person && f.key(other.last) == f.key(item.last);
  });
}

// What the model cannot have right, and the rules' names instead of it.
void take_back(const Finder& f, const std::vector<Found>& proposals, std::vector<Found>& found) {
  const auto wrong = [&](const Found& item) { return broken(f, item) || no_person(f, proposals, item); };
  std::vector<Found> taken;
  std::copy_if(found.begin(), found.end(), std::back_inserter(taken), wrong);
  std::erase_if(found, wrong);
  for (const Found& item : proposals) {
    const auto over = [&](const Found& other) { return overlap(item, other); };
    if (std::any_of(taken.begin(), taken.end(), over) && std::none_of(found.begin(), found.end(), over))
      found.push_back(item);
  }
}

}  // namespace

std::vector<Found> combine(const Finder& f, const Model& model, const std::vector<Found>& proposals) {
  std::vector<Found> found = read_names(f, model, proposals);
  for (Found& item : found) enrich(f, proposals, item);
  std::erase_if(found, [](const Found& item) { return item.kind == EntityKind::other; });
  take_back(f, proposals, found);
  keep_brands(proposals, found);
  std::erase_if(found,
                [&](const Found& item) { return subject_of_office(f, item) || doubtful_place(f, item); });
  keep_places(proposals, found);
  // what the training data do not have: events that the lists know
  const size_t own = found.size();
  for (const Found& item : proposals)
    if (item.kind == EntityKind::event &&
        std::none_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(own),
                     [&](const Found& other) { return overlap(item, other); }))
      found.push_back(item);
  share_genders(f, found);
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  return found;
}

}  // namespace recoupe::names
