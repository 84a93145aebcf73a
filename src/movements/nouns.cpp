// Nouns and phrases of motion: «la visite de X à Y», «en provenance de Y».
#include <algorithm>
#include <array>

#include "movements/finder.hpp"

namespace recoupe::movements {
namespace {
constexpr std::array<std::string_view, 7> possessives = {"sa", "son", "leur", "ses", "his", "her", "their"};
}  // namespace

size_t Finder::phrase_at(size_t at) const {
  for (const Phrase& phrase : words_.phrases) {
    size_t i = 0;
    while (i < phrase.words.size() && is(at + i, phrase.words[i])) ++i;
    if (i == phrase.words.size()) return i;
  }
  return 0;
}

bool Finder::phrase_goes_to(size_t at, size_t size) const {
  for (const Phrase& phrase : words_.phrases)
    if (phrase.words.size() == size && is(at, phrase.words[0]) && is(at + 1, phrase.words[1]))
      return phrase.to;
  return true;
}

void Finder::on_the_way(size_t at, size_t size) {
  Found found;
  found.rule = rule_names[3];
  found.group = {at, at + size};
  found.who = nearest(subject(group_begin(at)));
  if (found.who.empty()) found.who = tree_subject(at);
  const auto place = place_at(at + size);
  if (!place) return;
  (phrase_goes_to(at, size) ? found.to : found.from) = place;
  found.status = status({group_begin(at), at + size});
  keep(std::move(found));
}

// «la visite du président en France», «sa visite à Paris», «l'exode des djihadistes vers la Syrie».
void Finder::noun(size_t at) {
  Found found;
  found.rule = rule_names[4];
  found.group = {at, at + 1};
  std::optional<size_t> owner;  // «sa première visite»
  for (size_t i = at; i-- > 0 && i + 3 > at;)
    if (among(possessives, word(i).form)) owner = i;
  size_t next = at + 1;
  if (next < clause_.size() && !word(next).punctuation && !is(next, "of") &&
      !has(next, class_from | class_to | class_weak_to) && !word(next).verbal)
    ++next;                   // «visite officielle»
  const Range by = doer(at);  // «effectue une visite à Rome»
  if (!by.empty()) {
    found.who = by;
    places_after(next, found, true);
  } else if (owner) {
    found.who = {*owner, *owner + 1};
    places_after(next, found, true);
  } else if ((has(next, class_from) || is(next, "of")) && !place_at(next + 1)) {
    found.who = phrase_after(next + 1);
    places_after(found.who.end, found, true);
  } else {  // «un déplacement à Las Vegas d'Emmanuel Macron»
    places_after(next, found, true);
    const size_t after = found.to ? *found.to + 1 : clause_.size();
    if (has(after, class_from)) found.who = phrase_after(after + 1);
  }
  found.status = status(found.group);
  if (found.status == ClaimStatus::asserted) found.status = status_above(at);
  keep(std::move(found));
}

// The subject of a verb that lends itself to the noun: «X effectue une visite», "X made a pilgrimage".
Range Finder::doer(size_t noun) const {
  for (size_t i = noun; i-- > 0 && i + 5 > noun;) {
    if (word(i).punctuation || has(i, class_boundary)) break;
    if (has(i, class_light) && !word(i).named) return subject_of(i, group_begin(i));
  }
  return {};
}

// «la liaison entre Tabriz et Mashhad», «les trains entre Nice et Menton»
bool Finder::between(size_t at) {
  if (!has(at, class_link)) return false;
  for (size_t i = at + 1; i < clause_.size() && i < at + 4; ++i) {
    if (!is(i, "entre") && !is(i, "between")) continue;
    const auto from = place_at(i + 1);
    if (!from || !(is(*from + 1, "et") || is(*from + 1, "and"))) return false;
    const auto to = place_at(*from + 2);
    if (!to) return false;
    Found found;
    found.rule = rule_names[5];
    found.from = from;
    found.to = to;
    found.group = {at, at + 1};
    size_t begin = at;
    while (begin > 0 && at - begin < 4 && (word(begin - 1).determiner || word(begin - 1).adjective)) --begin;
    found.who = {begin, i};
    for (size_t verb = at; verb-- > 0 && verb + 4 > at;)  // «qui assure la liaison entre …»
      if (has(verb, class_light)) {
        const Range by = subject_of(verb, group_begin(verb));
        if (!by.empty()) found.who = by;
      }
    found.status = status_above(at);
    keep(std::move(found));
    return true;
  }
  return false;
}

}  // namespace recoupe::movements
