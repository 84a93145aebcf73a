// Names of persons: by title, by first name; and the role beside a name.
#include <algorithm>
#include <array>

#include "names/finder.hpp"

namespace recoupe::names {
namespace {

constexpr std::array<std::string_view, 22> particles = {
    "de",  "du",  "des", "d",  "la", "le", "van", "von", "der", "den",  "ter",
    "ben", "bin", "ibn", "al", "el", "da", "dos", "di",  "del", "ould", "ag"};

bool particle(const Finder& f, size_t i) {
  return f.joined(i) && f.words[i].shape == Shape::lower &&
         std::find(particles.begin(), particles.end(), f.key(i)) != particles.end();
}

// A word that can be part of a person's name.
bool name_word(const Finder& f, size_t i) {
  if (!f.named(i)) return false;
  const Word& word = f.words[i];
  return !f.lists.not_names.contains(word.key) && word.key.find_first_of("0123456789") == std::string::npos &&
         !(word.shape == Shape::capitals && f.all.known.contains(word.key));
}

// The last word of the person's name that begins at `i`; `parts` counts its capitalised words.
size_t person_end(const Finder& f, size_t i, int& parts) {
  size_t last = i;
  parts = 1;
  while (parts < 5) {
    if (f.joined(last + 1) && name_word(f, last + 1)) {
      last += 1;
    } else if (particle(f, last + 1) && f.joined(last + 2) && name_word(f, last + 2)) {
      // «Dominique de Villepin», «Abou Omar al Bagdadi»; but not «Jean Dupont de Paris»
      const bool noble = f.key(last + 1) == "de" || f.key(last + 1) == "du" || f.key(last + 1) == "des" ||
                         f.key(last + 1) == "d" || f.key(last + 1) == "la" || f.key(last + 1) == "le";
      if (noble && (parts > 1 || !f.first_name(i) || !f.french)) break;
      last += 2;
    } else if (f.key(last + 1 < f.words.size() ? last + 1 : last) == "de" && particle(f, last + 1) &&
               particle(f, last + 2) && parts == 1 && f.first_name(i) && f.joined(last + 3) &&
               name_word(f, last + 3)) {
      last += 3;  // «Jean de La Fontaine», «Marie de la Tour»
    } else {
      break;
    }
    ++parts;
  }
  return last;
}

char gender_of(const Finder& f, size_t first) {
  const auto found = f.all.first_names.find(f.key(first));
  return found == f.all.first_names.end() ? 'u' : found->second;
}

// Where a role that is read backwards from a name ends: signs, verbs, and small words that open another
// clause.
bool stops_role(const Finder& f, size_t i) {
  constexpr std::array<std::string_view, 40> words = {
      "que",  "qui",  "a",     "est",  "ont",  "par",  "avec", "pour", "dans",  "sur",
      "ou",   "mais", "selon", "dont", "ne",   "pas",  "se",   "ce",   "il",    "elle",
      "son",  "sa",   "that",  "who",  "said", "by",   "with", "has",  "was",   "is",
      "were", "his",  "her",   "to",   "from", "when", "sont", "fut",  "etait", "y"};
  // «le chanteur Jean Dupont et l'acteur Paul Durand»; but «ministre de la Ville et du Logement»
  if (f.key(i) == "and") return true;
  if (f.key(i) == "et")
    return i + 1 >= f.words.size() || (f.key(i + 1) != "du" && f.key(i + 1) != "de" && f.key(i + 1) != "des");
  return std::find(words.begin(), words.end(), f.key(i)) != words.end();
}

Span span_of(const Finder& f, size_t first, size_t last) {
  return {f.words[first].span.begin, f.words[last].span.end};
}

// «, ministre de l'Intérieur,»: the words after the name, to the next sign.
Span role_after(const Finder& f, const Found& person) {
  size_t i = person.last + 1;
  if (i >= f.words.size() || (f.words[i].before != ',' && f.words[i].before != '(')) return {};
  const std::string& article = f.key(i);
  size_t start = i;
  if (article == "le" || article == "la" || article == "l" || article == "un" || article == "une" ||
      article == "the" || article == "a" || article == "an" || article == "ancien" || article == "ancienne" ||
      article == "ex")
    ++start;
  if (start < f.words.size() && (f.key(start) == "ancien" || f.key(start) == "ancienne" ||
                                 f.key(start) == "former" || f.key(start) == "chief"))
    ++start;
  if (start >= f.words.size() || (start > i && !f.joined(start))) return {};
  Title title;
  auto at = title_at(f, start, &title);
  // «the American president», «a senior analyst»
  if (!at && !f.french && f.joined(start + 1)) at = title_at(f, start + 1, &title);
  if (!at || title.civil) return {};
  size_t last = *at;
  while (last + 1 < f.words.size() && last < i + 14 && f.joined(last + 1) && !stops_role(f, last + 1)) ++last;
  // «X, juge que …»: a verb
  const bool verb = last + 1 < f.words.size() && (f.key(last + 1) == "que" || f.key(last + 1) == "qu");
  return verb && last == *at && start == i ? Span{} : span_of(f, i, last);
}

}  // namespace

std::optional<size_t> title_before(const Finder& f, size_t i, Title* title) {
  std::optional<size_t> best;
  std::string key;
  for (size_t back = 0; back < 4 && back <= i; ++back) {
    const size_t at = i - back;
    if (back > 0 && !f.joined(at + 1)) break;
    key = back == 0 ? f.key(at) : f.key(at) + (f.words[at + 1].before == '\'' ? "" : " ") + key;
    const auto found = f.lists.titles.find(key);
    if (found == f.lists.titles.end()) continue;
    best = at;
    if (title != nullptr) *title = found->second;
  }
  return best;
}

std::optional<size_t> title_at(const Finder& f, size_t i, Title* title) {
  std::optional<size_t> best;
  for (size_t last = i; last < f.words.size() && last < i + 4 && (last == i || f.joined(last)); ++last) {
    const auto found = f.lists.titles.find(phrase(f.words, i, last));
    if (found == f.lists.titles.end()) continue;
    best = last;
    if (title != nullptr) *title = found->second;
  }
  return best;
}

std::optional<Found> person(const Finder& f, size_t i) {
  if (!name_word(f, i)) return std::nullopt;
  int parts = 1;
  const size_t last = person_end(f, i, parts);
  // «M. Valls», «le président américain Trump»
  if (i > 0 && f.joined(i)) {
    size_t before = i - 1;
    while (before > 0 && f.words[before].shape == Shape::lower && f.joined(before) && f.demonym(before))
      --before;
    Title title;
    if (title_before(f, before, &title) && !f.lists.titles.contains(f.key(i))) {
      const auto place = gazetteer_place(f, i);
      const bool country =
          place && place->last == last && f.place(i, last)->kind == gazetteer::PlaceKind::country;
      const bool full = parts > 1 && f.first_name(i);
      if (!country && !full)
        return Found{i, last, EntityKind::person, title.civil ? "civil_title" : "role_title", title.gender};
      if (full)
        return Found{i, last, EntityKind::person, "first_name",
                     title.gender != 'u' ? title.gender : gender_of(f, i)};
    }
  }
  if (parts > 1 && f.first_name(i) && (f.starts(i) || f.words[i].head)) {
    if (f.lists.titles.contains(f.key(i)) || f.lists.heads.contains(f.key(last))) return std::nullopt;
    return Found{i, last, EntityKind::person, "first_name", gender_of(f, i)};
  }
  return std::nullopt;
}

Span role_beside(const Finder& f, const Found& person) {
  // before: «le ministre de l'Intérieur Bernard Cazeneuve»
  std::optional<size_t> start;
  for (size_t back = 1; back <= 10 && back <= person.first; ++back) {
    const size_t at = person.first - back;
    if (!f.joined(at + 1) || stops_role(f, at)) break;
    Title title;
    if (const auto first = title_before(f, at, &title); first && !title.civil) start = *first;
  }
  if (!start) return role_after(f, person);
  constexpr std::array<std::string_view, 14> articles = {"le",  "la",     "l",       "un",     "une",
                                                         "the", "a",      "an",      "ancien", "ancienne",
                                                         "ex",  "former", "premier", "vice"};
  while (*start > 0 && f.joined(*start) &&
         std::find(articles.begin(), articles.end(), f.key(*start - 1)) != articles.end())
    --*start;
  return span_of(f, *start, person.first - 1);
}

}  // namespace recoupe::names
