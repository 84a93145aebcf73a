// Rules and model together: the model says where names are and of which kind; the rules say which
// organisations are groups or media, and who is a woman.
#include <algorithm>
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

}  // namespace

std::vector<Found> combine(const Finder& f, const Model& model, const std::vector<Found>& proposals) {
  std::vector<Found> found = read_names(f, model, proposals);
  for (Found& item : found) enrich(f, proposals, item);
  std::erase_if(found, [](const Found& item) { return item.kind == EntityKind::other; });
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
