#include "names/names.hpp"

#include <algorithm>
#include <array>

#include "names/finder.hpp"
#include "names/model.hpp"

namespace recoupe::names {
namespace {

constexpr std::array<std::string_view, 19> rule_names = {
    "known_name",         // a name of the lists: «ONU», «Daech», «Le Monde»
    "organisation_head",  // «ministère de l'Intérieur», «Parti socialiste», «armée syrienne»
    "firm_head",          // «la société [Opower]»
    "firm_beside",        // «chez [Opower]», «[Opower], filiale de …»
    "organisation_run",  // capitalised words with a head among them: «Ministry of Defence», «Tampa Bay Times»
    "site_head",         // «place de la République», «hôpital Pasteur»
    "site_run",          // «Jamarat Bridge»
    "admin_head",        // «province de Semnan»
    "civil_title",       // «M. Valls»
    "role_title",        // «le président Hollande»
    "first_name",        // «Gary Volesky»
    "capitals_run",      // two to four capitalised words that no list knows
    "gazetteer",         // «Mossoul»
    "town_within",       // «[Grande mosquée de [Paris]]»
    "surname",           // «Volesky», after «Gary Volesky»
    "acronym",           // «UFDG»
    "defined_acronym",  // «Front islamique du Nord (FIN)»
    "locative",         // an unknown word after «à», «près de»
    "model",            // what only the trained model sees
};

void consider(std::optional<Found>& best, std::optional<Found> candidate) {
  if (candidate && (!best || candidate->last - candidate->first > best->last - best->first)) best = candidate;
}

// Whether a word with a capital stands among those that an entry beginning at word i could hold.
bool name_follows(const Finder& f, size_t i) {
  for (size_t k = i + 1; k <= i + 6 && f.joined(k); ++k)
    if (f.named(k)) return true;
  return false;
}

// The best name that begins at word i. Of two as long, the one asked first wins.
std::optional<Found> name_at(const Finder& f, size_t i) {
  std::optional<Found> best;
  consider(best, known_name(f, i));
  consider(best, site(f, i));
  consider(best, organisation(f, i));
  if (!f.named(i)) {
    // «mer du Japon», «bureau Ovale»
    const std::optional<Found> town = (f.key(i).size() > 3 || f.key(i) == "the") && name_follows(f, i)
                                          ? gazetteer_place(f, i)
                                          : std::nullopt;
    for (size_t k = i + 1; town && k <= town->last; ++k)
      if (f.named(k)) consider(best, town);
    return best;
  }
  const std::optional<Found> human = person(f, i);
  const std::optional<Found> town = gazetteer_place(f, i);
  // «Abou Dhabi», «San Francisco» begin like a person's name
  const bool known_town = town && human && town->last > i && town->last >= human->last;
  if (human && !known_town && (!best || human->last > best->last)) return human;
  consider(best, town);
  // a longer run of capitals than the list knows: «Manchester Arena», «Paris Hilton»
  if (const auto run = capitals_run(f, i)) {
    const bool starts_with_country = best && best->rule == "gazetteer" &&
                                     f.place(best->first, best->last)->kind == gazetteer::PlaceKind::country;
    if (!(starts_with_country && run->rule == "capitals_run")) consider(best, run);
  }
  return best;
}

// «[Grande mosquée de [Paris]]», «[tribunal de [Bobigny]]», «[[United States] Navy]»: the town is a place of
// its own. Within the name of a brand it is not («Air France»), nor is the country whose bank or army it is.
bool town_counts(const Finder& f, const Found& outer, size_t i, const gazetteer::Place& place) {
  if (outer.rule == "site_head") return f.named(i) && !f.named(i - 1);
  if (outer.rule == "organisation_run")
    return !f.french && f.key(outer.last) != "times" && f.key(outer.last) != "post";
  if (outer.rule != "organisation_head" || f.named(i - 1)) return false;
  return f.words[outer.first].shape == Shape::lower || place.kind == gazetteer::PlaceKind::city;
}

void add_towns_within(const Finder& f, const Found& outer, std::vector<Found>& found) {
  const size_t start =
      outer.rule == "organisation_run" || outer.rule == "site_run" ? outer.first : outer.first + 2;
  for (size_t i = start; i <= outer.last; ++i) {
    if (!f.named(i) || f.lists.heads.contains(f.key(i))) continue;
    const auto town = gazetteer_place(f, i);
    if (!town || town->last > outer.last || (town->first == outer.first && town->last == outer.last))
      continue;
    const auto known = f.place(i, town->last);
    if (known->minor || (known->population < 15000 && !known->by_hand)) continue;
    if (!town_counts(f, outer, i, *known)) continue;
    found.push_back({i, town->last, EntityKind::place, "town_within", 'u', true});
    i = town->last;
  }
}

}  // namespace

std::vector<Found> propose(const Finder& f) {
  std::vector<Found> found;
  for (size_t i = 0; i < f.words.size();) {
    const std::optional<Found> item = name_at(f, i);
    if (!item) {
      ++i;
      continue;
    }
    // «Grande mosquée …» begins a word earlier; what was found there gives way
    while (!found.empty() && found.back().last >= item->first) found.pop_back();
    found.push_back(*item);
    i = item->last + 1;
  }
  const size_t outer = found.size();
  for (size_t k = 0; k < outer; ++k) add_towns_within(f, Found(found[k]), found);
  settle(f, found);
  return found;
}

void find_names(Document& document, const Words& words, const gazetteer::Gazetteer& gazetteer) {
  const Finder f = make_finder(document, words, gazetteer);
  std::vector<Found> found = propose(f);
  if (const Model* model = words.model_of(document.language)) found = combine(f, *model, found);
  for (const Found& item : found) {
    Name name;
    name.span = {f.words[item.first].span.begin, f.words[item.last].span.end};
    name.kind = item.kind;
    name.rule = item.rule;
    name.gender = item.gender;
    if (item.kind == EntityKind::person) name.role = role_beside(f, item);
    document.names.push_back(name);
  }
}

std::span<const std::string_view> rules() {
  return rule_names;
}

}  // namespace recoupe::names
