// What the patterns of names/ share: the words of one article, the lists, and what was found so far.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "names/names.hpp"
#include "names/words.hpp"

namespace recoupe::names {

struct Found {
  size_t first = 0, last = 0;  // words [first, last]
  EntityKind kind = EntityKind::other;
  std::string_view rule;
  char gender = 'u';
  bool inner = false;  // lies within a longer name
};

// The reading of one article. Patterns are const: they look at one position and say what begins there.
struct Finder {
  const Document& document;
  const Words& all;
  const gazetteer::Gazetteer& gazetteer;
  const LanguageWords& lists;
  bool french;
  std::vector<Word> words;
  std::unordered_set<std::string> seen_small;    // keys of words that stand in small letters somewhere
  std::unordered_set<std::string> seen_capital;  // … with a capital that is not the sentence's

  // Whether a capital at `i` says that a name stands there.
  bool starts(size_t i) const;
  bool named(size_t i) const { return i < words.size() && words[i].named(); }
  bool joined(size_t i) const { return i < words.size() && words[i].joined(); }
  const std::string& key(size_t i) const { return words[i].key; }
  bool first_name(size_t i) const { return all.first_names.contains(words[i].key); }
  bool demonym(size_t i) const { return !gazetteer.country_of_demonym(words[i].key).empty(); }
  // The place with this name that a reader thinks of first.
  std::optional<gazetteer::Place> place(size_t first, size_t last) const;
  std::string_view text(size_t first, size_t last) const {
    return document.words(Span{words[first].span.begin, words[last].span.end});
  }
  bool gazetteer_knows(size_t i) const { return place(i, i).has_value(); }
  // Whether small words before `i` lead to places: 0 no, 1 weakly («en»), 2 strongly («près de», «à»).
  int locative(size_t i) const;
};
Finder make_finder(const Document& document, const Words& words, const gazetteer::Gazetteer& gazetteer);

// Patterns: the longest name of their kind that begins at word i.
std::optional<Found> known_name(const Finder& finder, size_t i);
std::optional<Found> organisation(const Finder& finder, size_t i);
std::optional<Found> site(const Finder& finder, size_t i);
std::optional<Found> person(const Finder& finder, size_t i);
std::optional<Found> gazetteer_place(const Finder& finder, size_t i);
std::optional<Found> capitals_run(const Finder& finder, size_t i);

// The longest title that ends at word i («le Premier ministre»): its first word.
std::optional<size_t> title_before(const Finder& finder, size_t i, Title* title = nullptr);
// The longest title that begins at word i: its last word.
std::optional<size_t> title_at(const Finder& finder, size_t i, Title* title = nullptr);

// Names that one position cannot judge: surnames alone, acronyms, unknown words after «à», small towns. Takes
// the words that no pattern claimed; adds to `found`, takes back what the article as a whole speaks against.
void settle(const Finder& finder, std::vector<Found>& found);

// What the patterns find in the article, settled; sorted.
std::vector<Found> propose(const Finder& finder);

// The words of the office or trade beside a person's name; empty where there are none.
Span role_beside(const Finder& finder, const Found& person);

}  // namespace recoupe::names
