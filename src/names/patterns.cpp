// The patterns that find names of organisations, sites and places from where they begin.
#include <algorithm>
#include <array>

#include "names/finder.hpp"

namespace recoupe::names {
namespace {

// A medium whose name is an ordinary word is one where the text says so: «le quotidien Marianne», «au Temps».
bool said_to_be_medium(const Finder& f, size_t first) {
  constexpr std::array<std::string_view, 22> words = {
      "journal", "quotidien",   "hebdomadaire", "magazine",  "site",  "chaine",    "radio",   "mensuel",
      "revue",   "agence",      "television",   "newspaper", "daily", "weekly",    "channel", "agency",
      "website", "broadcaster", "tabloid",      "network",   "selon", "periodical"};
  for (size_t back = 1; back <= 3 && back <= first; ++back) {
    if (f.words[first - back + 1].before != ' ' && f.words[first - back + 1].before != 'q' &&
        f.words[first - back + 1].before != '\'')
      break;
    if (std::find(words.begin(), words.end(), f.key(first - back)) != words.end()) return true;
  }
  return false;
}

bool fits(const Finder& f, size_t first, size_t count, const Known& known) {
  if (known.acronym) {
    if (f.words[first].shape != Shape::capitals) return false;
  } else {
    // «l'assemblée nationale», «la cour pénale internationale» are written without capitals, too
    const bool plain =
        known.kind == EntityKind::organisation && count >= 2 && f.text(first, first + count - 1).size() >= 16;
    for (size_t k = 0; k < count && !plain; ++k) {
      const bool article =
          k == 0 && count > 1 && f.key(k + first).size() <= 3;  // «le Figaro», «the Guardian»
      if ((known.capitals >> k & 1) && !f.named(first + k) && !article) return false;
    }
    // «Congrès» names a congress with a capital only; at the head of a sentence every word has one.
    if (count == 1 && (known.capitals & 1) && f.words[first].head && f.lists.common.contains(f.key(first)) &&
        !f.seen_capital.contains(f.key(first)))
      return false;
  }
  // «selon Libération», «dans Le Point»
  const bool cited = first > 0 && f.words[first].before == ' ' &&
                     (f.key(first - 1) == "selon" || f.key(first - 1) == "dans" || f.key(first - 1) == "a");
  return !known.common || said_to_be_medium(f, first) || (cited && f.named(first)) ||
         (count > 1 && !f.words[first].head && f.named(first) && f.named(first + count - 1));
}

// The last word of «de la», «du», «d'», «des» … that begins at i; nothing if none begins there.
std::optional<size_t> of_words(const Finder& f, size_t i) {
  if (!f.joined(i) || f.words[i].shape != Shape::lower) return std::nullopt;
  const std::string& word = f.key(i);
  if (!f.french) {
    if (word != "of" && word != "for") return std::nullopt;
    return f.joined(i + 1) && f.key(i + 1) == "the" ? i + 1 : i;
  }
  if (word == "du" || word == "des" || word == "d" || word == "aux" || word == "au") return i;
  if (word != "de" && word != "pour" && word != "a") return std::nullopt;
  if (f.joined(i + 1) &&
      (f.key(i + 1) == "la" || f.key(i + 1) == "l" || f.key(i + 1) == "le" || f.key(i + 1) == "les") &&
      f.words[i + 1].shape == Shape::lower)
    return i + 1;
  return i;
}

// The end of the capitalised words that begin at i («Jean-Jaurès», «Ammar ben Yasser»).
size_t run_end(const Finder& f, size_t i) {
  constexpr std::array<std::string_view, 16> particles = {"ben", "bin",  "ibn", "al", "el",  "von",
                                                          "van", "der",  "den", "da", "dos", "di",
                                                          "del", "ould", "ag",  "ter"};
  size_t last = i;
  for (size_t k = 0; k < 6; ++k) {
    if (f.joined(last + 1) && f.named(last + 1)) {
      ++last;
    } else if (f.joined(last + 1) && f.joined(last + 2) && f.named(last + 2) &&
               std::find(particles.begin(), particles.end(), f.key(last + 1)) != particles.end()) {
      last += 2;
    } else {
      break;
    }
  }
  return last;
}

// One more piece of an organisation's name after word `last`: its new last word, or nothing.
std::optional<size_t> organisation_piece(const Finder& f, size_t last) {
  const size_t next = last + 1;
  if (!f.joined(next)) return std::nullopt;
  if (f.named(next)) {
    // «le ministère de l'Intérieur Bernard X»: a person begins
    return f.first_name(next) && f.named(next + 1) ? std::nullopt : std::optional(next);
  }
  if (f.lists.tails.contains(f.key(next)) && f.french) return next;
  if (f.french && f.demonym(next)) return next;
  const auto of = of_words(f, next);
  if (!of || !f.joined(*of + 1)) return std::nullopt;
  const size_t noun = *of + 1;
  if (f.named(noun)) {
    if (const auto place = gazetteer_place(f, noun)) return place->last;
    return noun;
  }
  return f.french && f.lists.tails.contains(f.key(noun)) ? std::optional(noun) : std::nullopt;
}

bool stands_alone(const Finder& f, size_t i) {
  constexpr std::array<std::string_view, 10> words = {"parlement",  "senat",      "congres", "assemblee",
                                                      "eglise",     "parliament", "senate",  "congress",
                                                      "commission", "bundestag"};
  return !f.words[i].head && f.named(i) && std::find(words.begin(), words.end(), f.key(i)) != words.end();
}

// «le Conseil de rédaction», «la Haute Autorité de contrôle»: behind a head that the sentence does not
// capitalise any noun may follow. The last word of it; nothing where the name goes on without.
std::optional<size_t> plain_complement(const Finder& f, size_t i) {
  if (!f.named(i) || f.words[i].head || stands_alone(f, i)) return std::nullopt;
  const auto of = of_words(f, i + 1);
  if (!of || !f.joined(*of + 1) || f.words[*of + 1].shape != Shape::lower) return std::nullopt;
  if (f.key(i + 1) == "pour" || f.key(i + 1) == "a" || f.key(i + 1) == "au" || f.key(i + 1) == "aux")
    return std::nullopt;
  const std::string_view noun = f.key(*of + 1);
  // «le Front de refuser …»: an infinitive
  const bool infinitive = noun.ends_with("er") || noun.ends_with("ir") || noun.ends_with("re");
  return noun.size() < 4 || (infinitive && of == i + 1) ? std::nullopt : std::optional(*of + 1);
}

// «Parti de Paris jeudi, il …»: a participle begins the sentence, and the town is where he left. Parties are
// not called after a town.
bool departure(const Finder& f, size_t i) {
  if (!f.words[i].head || f.key(i) != "parti" || !f.joined(i + 1) || f.key(i + 1) != "de") return false;
  if (!f.joined(i + 2) || !f.named(i + 2)) return false;
  const auto place = gazetteer_place(f, i + 2);
  return place && f.place(place->first, place->last)->kind == gazetteer::PlaceKind::city;
}

std::optional<Found> french_organisation(const Finder& f, size_t i, const Head& head) {
  if (departure(f, i)) return std::nullopt;
  size_t last = i;
  bool name_within = f.named(i) && !f.words[i].head;
  if (const auto noun = plain_complement(f, i)) last = *noun;
  for (int pieces = 0; pieces < 6; ++pieces) {
    const auto piece = organisation_piece(f, last);
    if (!piece) break;
    for (size_t k = last + 1; k <= *piece; ++k)
      name_within = name_within || f.named(k) || (last == i && k == *piece && f.demonym(k));
    last = *piece;
  }
  // «ministère des Affaires étrangères et du Développement international»
  if (f.key(i) == "ministere" && last > i && f.joined(last + 1) && f.key(last + 1) == "et") {
    if (const auto of = of_words(f, last + 2); of && f.joined(*of + 1) && f.named(*of + 1)) {
      last = *of + 1;
      while (f.joined(last + 1) && f.lists.tails.contains(f.key(last + 1))) ++last;
    }
  }
  const bool small = f.words[i].shape == Shape::lower;
  if (small && !head.small) return std::nullopt;
  name_within = name_within || (last > i && f.named(i) && !f.words[i].head);
  if (last == i)
    return stands_alone(f, i) ? std::optional(Found{i, i, EntityKind::organisation, "organisation_head"})
                              : std::nullopt;
  if (!name_within) return std::nullopt;
  return Found{i, last, head.kind == HeadKind::group ? EntityKind::group : EntityKind::organisation,
               "organisation_head"};
}

// «la société Opower», «le constructeur espagnol Banda»: asked at the first word of the name.
std::optional<Found> firm_name(const Finder& f, size_t i) {
  if (i == 0 || !f.named(i) || !f.joined(i) || f.first_name(i) || f.gazetteer_knows(i)) return std::nullopt;
  size_t before = i - 1;
  while (before > 0 && f.words[before].shape == Shape::lower && f.joined(before) &&
         (f.demonym(before) || f.lists.tails.contains(f.key(before))))
    --before;
  const auto head = f.lists.heads.find(f.key(before));
  if (head == f.lists.heads.end() || !head->second.firm || f.words[before].shape != Shape::lower)
    return std::nullopt;
  size_t last = run_end(f, i);
  // «la société Énergie des Cols»: a firm called by a common noun is seldom called by it alone
  if (last == i && f.french && f.lists.common.contains(f.key(i)))
    if (const auto of = of_words(f, i + 1);
        of && f.key(i + 1).starts_with('d') && f.joined(*of + 1) && f.named(*of + 1))
      last = run_end(f, *of + 1);
  return Found{i, last, EntityKind::organisation, "firm_head"};
}

bool site_adjective(const Finder& f, size_t i) {
  constexpr std::array<std::string_view, 16> words = {
      "international", "internationale", "national",   "nationale", "central",    "centrale",
      "militaire",     "aerienne",       "nucleaire",  "municipal", "municipale", "olympique",
      "regional",      "universitaire",  "commercial", "souterrain"};
  return f.joined(i) && std::find(words.begin(), words.end(), f.key(i)) != words.end();
}

std::optional<Found> french_site(const Finder& f, size_t i, HeadKind kind) {
  size_t at = i + 1;
  while (site_adjective(f, at)) ++at;
  const bool admin = kind == HeadKind::admin;
  const auto of = of_words(f, at);
  const size_t name = of ? *of + 1 : at;
  if (!f.joined(name) || !f.named(name) || f.demonym(name)) return std::nullopt;
  if (of && (f.key(at) == "pour" || f.key(at) == "a")) return std::nullopt;
  if (const auto place = gazetteer_place(f, name)) {
    const auto known = f.place(place->first, place->last);
    // «le port de la France»: no country within the name of a site; «la province d'Irak» neither
    if (known && known->kind == gazetteer::PlaceKind::country) return std::nullopt;
    if (of) return Found{i, place->last, EntityKind::place, admin ? "admin_head" : "site_head"};
  }
  if (!of && admin && f.french) return std::nullopt;
  if (f.words[name].shape == Shape::capitals && f.all.known.contains(f.key(name))) return std::nullopt;
  return Found{i, run_end(f, name), EntityKind::place, admin ? "admin_head" : "site_head"};
}

}  // namespace

std::optional<Found> known_name(const Finder& f, size_t i) {
  const auto first = f.all.known_first.find(f.key(i));
  if (first == f.all.known_first.end()) return std::nullopt;
  size_t last = i;
  while (last + 1 < f.words.size() && last + 1 < i + first->second && f.joined(last + 1)) ++last;
  for (;; --last) {
    const auto entries = f.all.known.find(phrase(f.words, i, last));
    if (entries != f.all.known.end())
      for (const Known& known : entries->second)
        if (fits(f, i, last - i + 1, known)) {
          // «the broadcaster Canal Ponente»: another medium, whose name begins with that of a known one
          const bool longer = known.kind == EntityKind::media && last == i && said_to_be_medium(f, i) &&
                              f.joined(i + 1) && f.named(i + 1) && !f.first_name(i + 1);
          return Found{i, longer ? run_end(f, i) : last, known.kind, "known_name"};
        }
    if (last == i) return std::nullopt;
  }
}

std::optional<Found> organisation(const Finder& f, size_t i) {
  if (!f.french) return std::nullopt;  // English heads are judged by capitals_run
  if (const auto firm = firm_name(f, i)) return firm;
  const auto head = f.lists.heads.find(f.key(i));
  if (head == f.lists.heads.end() ||
      (head->second.kind != HeadKind::organisation && head->second.kind != HeadKind::group))
    return std::nullopt;
  return french_organisation(f, i, head->second);
}

std::optional<Found> site(const Finder& f, size_t i) {
  if (!f.french) return std::nullopt;
  const auto head = f.lists.heads.find(f.key(i));
  if (head == f.lists.heads.end() ||
      (head->second.kind != HeadKind::site && head->second.kind != HeadKind::admin))
    return std::nullopt;
  if (f.named(i) && f.words[i].head && f.seen_capital.empty()) return std::nullopt;
  auto found = french_site(f, i, head->second.kind);
  if (!found) return std::nullopt;
  constexpr std::array<std::string_view, 7> before = {"grande", "grand",   "petit",   "petite",
                                                      "vieux",  "nouveau", "nouvelle"};
  if (i > 0 && f.joined(i) && f.named(i - 1) &&
      std::find(before.begin(), before.end(), f.key(i - 1)) != before.end())
    found->first = i - 1;
  return found;
}

std::optional<Found> gazetteer_place(const Finder& f, size_t i) {
  size_t last = i;
  while (last < i + 6 && f.joined(last + 1)) ++last;
  for (;; --last) {
    // «Corée du Nord» ends on a capital, «Arabie saoudite» does not; one small word alone is no name
    if (f.words[i].named() || last > i) {
      if (const auto place = f.place(i, last)) {
        const bool small_end = last > i && !f.named(last);
        const bool doubtful = (small_end && (place->minor || place->population == 0)) || !f.words[i].named();
        if (place->by_hand || !doubtful) return Found{i, last, EntityKind::place, "gazetteer"};
      }
    }
    if (last == i) return std::nullopt;
  }
}

namespace {

// What the heads among the words [first, last] make of them. An English head ends the name or stands before
// «of» («Jamarat Bridge», «University of Texas»); a French one begins it («Real Madrid»), and so do Mount and
// Lake.
std::optional<HeadKind> kind_of_run(const Finder& f, size_t first, size_t last) {
  constexpr std::array<std::string_view, 7> leading = {"mount", "lake", "cape", "port",
                                                       "fort",  "camp", "gulf"};
  const auto head = [&](const LanguageWords& lists, size_t k) -> std::optional<HeadKind> {
    const auto found = lists.heads.find(f.key(k));
    if (found == lists.heads.end() || found->second.kind == HeadKind::town) return std::nullopt;
    return found->second.kind;
  };
  const LanguageWords &french = f.all.languages[0], &english = f.all.languages[1];
  std::optional<HeadKind> out;
  for (size_t k = first; k <= last; ++k) {
    const bool before_of = k < last && (f.key(k + 1) == "of" || f.key(k + 1) == "for");
    const bool leads = k == first && std::find(leading.begin(), leading.end(), f.key(k)) != leading.end();
    if (k == last || before_of || leads)
      if (const auto kind = head(english, k)) return kind;
    if (k == first && f.french)
      if (const auto kind = head(french, k)) out = kind;
  }
  return out;
}

bool convention_centre(const Finder& f, size_t last) {
  constexpr std::array<std::string_view, 6> kinds = {"convention", "conference", "shopping",
                                                     "community",  "exhibition", "sports"};
  return (f.key(last) == "centre" || f.key(last) == "center") &&
         std::find(kinds.begin(), kinds.end(), f.key(last - 1)) != kinds.end();
}

// «Olivetta San Michele», «Motta Sant Anastasia»: a village and its saint.
bool of_a_saint(const Finder& f, size_t first, size_t last) {
  constexpr std::array<std::string_view, 7> words = {"san",   "santa",  "sant", "santo",
                                                     "saint", "sainte", "sankt"};
  for (size_t k = first + 1; k < last; ++k)
    if (std::find(words.begin(), words.end(), f.key(k)) != words.end() && f.first_name(k + 1)) return true;
  return false;
}

}  // namespace

std::optional<Found> capitals_run(const Finder& f, size_t i) {
  if (!f.starts(i)) return std::nullopt;
  size_t last = i;
  bool unusual = false;
  while (last < i + 8) {
    if (f.joined(last + 1) && f.named(last + 1)) {
      ++last;
    } else if (const auto of = f.french ? std::nullopt : of_words(f, last + 1);
               of && kind_of_run(f, last, last) && f.joined(*of + 1) && f.named(*of + 1)) {
      last = *of + 1;
    } else {
      break;
    }
    unusual = unusual || f.lists.not_names.contains(f.key(last)) || f.words[last].shape == Shape::digits;
  }
  if (last == i) return std::nullopt;
  if (const auto kind = kind_of_run(f, i, last)) {
    const bool organisation =
        (*kind == HeadKind::organisation || *kind == HeadKind::group) && !convention_centre(f, last);
    return Found{i, last, organisation ? EntityKind::organisation : EntityKind::place,
                 organisation ? "organisation_run" : "site_run"};
  }
  if (last > i + 3 || unusual) return std::nullopt;
  // «Suissesse Emma Bihlam»: the person begins at the first name
  if (!f.first_name(i) && f.first_name(i + 1) && last > i + 1) return std::nullopt;
  // «Fan Expo Canada», «Ironman France»: no surname is a country. In French it is a brand's; the English
  // press has countries stand behind anything.
  if (const auto place = f.place(last, last); place && place->kind == gazetteer::PlaceKind::country)
    return f.french ? std::optional(Found{i, last, EntityKind::organisation, "organisation_run"})
                    : std::nullopt;
  bool english = true;
  for (size_t k = i; k <= last; ++k) {
    if (f.demonym(k) || f.words[k].shape == Shape::capitals || f.lists.heads.contains(f.key(k)) ||
        f.lists.common.contains(f.key(k)) || f.key(k).find_first_of("0123456789") != std::string::npos)
      return std::nullopt;
    english = english && f.all.languages[1].common.contains(f.key(k));
  }
  if (english) return std::nullopt;  // «Smart Grid» in a French text
  return Found{i, last, of_a_saint(f, i, last) ? EntityKind::place : EntityKind::person, "capitals_run"};
}

}  // namespace recoupe::names
