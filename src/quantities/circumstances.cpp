#include "quantities/circumstances.hpp"

#include <algorithm>
#include <array>

#include "quantities/noun.hpp"

namespace recoupe::quantities {
namespace {

constexpr size_t words_of_hedge = 14;         // to each side
constexpr size_t words_of_circumstance = 24;  // to each side

bool ends_with(std::string_view key, std::string_view ending) {
  return key.size() > ending.size() && key.substr(key.size() - ending.size()) == ending;
}

// Imperfects that look like conditionals.
constexpr std::array<std::string_view, 22> imperfects = {
    "tirait",    "retirait",    "attirait",   "admirait",   "inspirait", "virait",  "desirait", "expirait",
    "respirait", "ouvrait",     "couvrait",   "livrait",    "souffrait", "offrait", "montrait", "entrait",
    "rentrait",  "rencontrait", "recouvrait", "decouvrait", "delivrait", "aspirait"};

// «auraient», «atteindrait»: the conditional, by the language core's features or, without them, by its
// ending.
bool is_conditional(const Context& c, const Word& word) {
  if (word.kind != WordKind::word || c.english()) return false;
  const Features marks = features(c, word);
  if ((marks & mood_conditional) != 0) return true;
  if ((marks & mood_indicative) != 0) return false;
  const std::string_view key = word.key;
  // «espérait» folds to «esperait», which ends like a conditional; its é tells.
  if (c.document.words(word.span).find("érai") != std::string_view::npos) return false;
  std::string singular(key);
  if (ends_with(key, "raient")) singular = std::string(key.substr(0, key.size() - 5)) + "ait";
  if (!ends_with(singular, "rait") || singular.size() < 6) return false;
  if (std::find(imperfects.begin(), imperfects.end(), singular) != imperfects.end()) return false;
  constexpr std::array<std::string_view, 9> endings = {"aurait", "serait", "erait",  "irait", "drait",
                                                       "vrait",  "ttrait", "urrait", "lurait"};
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view e) { return ends_with(singular, e) || singular == e; });
}

bool borders(const Word& word) {
  constexpr std::array<std::string_view, 11> marks = {".", ";", "!", "?", ":", "…", "»", "«", "(", ")", "”"};
  return word.kind == WordKind::mark && std::find(marks.begin(), marks.end(), word.key) != marks.end();
}

bool hedges(const Context& c, size_t k) {
  return is_conditional(c, c.words[k]) || c.vocabulary.has(c.words[k], role_hedge);
}

// The bytes around a figure, up to the next number on each side. `opening`: where the first words of the
// clause end; before the figure only they set the scene («À Nice, 86 personnes…»; not «venu de France, il a
// blessé 3 personnes»).
struct Ring {
  uint32_t begin = 0, end = 0, opening = 0;
};

bool is_number(const Context& c, size_t k) {
  const Word& word = c.words[k];
  if (word.kind == WordKind::number) return true;
  const NumberWord* row = word.kind == WordKind::word ? number_word(word.key, c.language) : nullptr;
  return row != nullptr && row->kind != NumberKind::article;
}

bool in_a_time(const Context& c, const Word& word) {
  const auto& times = c.document.times;
  const auto at = std::lower_bound(times.begin(), times.end(), word.span.begin,
                                   [](const Time& time, uint32_t begin) { return time.span.end <= begin; });
  return at != times.end() && at->span.overlaps(word.span);
}

Ring free_ring(const Context& c, const Clause& clause, size_t begin, size_t end) {
  size_t first = begin, last = end;
  while (first > clause.first && (!is_number(c, first - 1) || in_a_time(c, c.words[first - 1]))) --first;
  while (last < clause.last && (!is_number(c, last) || in_a_time(c, c.words[last]))) ++last;
  constexpr size_t opening_words = 6;
  const bool starts =
      clause.first == 0 || c.words[clause.first].after_break || borders(c.words[clause.first - 1]);
  const uint32_t opening = starts ? c.words[std::min(clause.first + opening_words, begin)].span.begin : 0;
  return {c.words[first].span.begin, c.words[last - 1].span.end, opening};
}

// «à Nice», «dans la province de Semnan», «in northern Iraq»: some words back there is a word of place, and
// nothing but the name of a place stands between.
bool is_located(const Context& c, uint32_t position) {
  constexpr std::array<std::string_view, 10> french = {"a",   "au",   "aux",  "en",   "dans",
                                                       "sur", "pres", "vers", "chez", "depuis"};
  constexpr std::array<std::string_view, 6> english = {"in", "at", "near", "across", "outside", "inside"};
  const auto locates = [&](std::string_view key) {
    return c.english() ? std::find(english.begin(), english.end(), key) != english.end()
                       : std::find(french.begin(), french.end(), key) != french.end();
  };
  auto at = std::lower_bound(c.words.begin(), c.words.end(), position,
                             [](const Word& word, uint32_t p) { return word.span.begin < p; });
  for (int back = 0; back < 6 && at != c.words.begin() && at != c.words.end() && !at->after_break; ++back) {
    --at;
    if (locates(at->key)) return true;
    if (at->kind != WordKind::word || c.vocabulary.has(*at, role_auxiliary | role_clause)) return false;
  }
  return false;
}

// «depuis mercredi», «avant 2014»: an end of a stretch of time, not when the figure was true.
bool is_limit(const Context& c, uint32_t position) {
  constexpr std::array<std::string_view, 9> limits = {"depuis", "avant",  "apres", "jusqu'", "d'ici",
                                                      "since",  "before", "after", "until"};
  const auto at = std::lower_bound(c.words.begin(), c.words.end(), position,
                                   [](const Word& word, uint32_t p) { return word.span.begin < p; });
  for (auto back = at; back != c.words.begin() && at - back < 2;)
    if (std::find(limits.begin(), limits.end(), (--back)->key) != limits.end()) return true;
  return false;
}

// Of the items in the ring, the first behind the figure, or else the last before it.
template <class Items, class Use>
void nearest(const Items& items, const Ring& ring, Span figure, Use use) {
  auto at = std::lower_bound(items.begin(), items.end(), ring.begin,
                             [](const auto& item, uint32_t begin) { return item.span.begin < begin; });
  const auto* before = static_cast<decltype(&*at)>(nullptr);
  for (; at != items.end() && at->span.begin < ring.end; ++at) {
    if (at->span.end > ring.end || !use(*at, false)) continue;
    if (at->span.begin >= figure.end) {
      use(*at, true);
      return;
    }
    if (at->span.end <= std::min(figure.begin, ring.opening)) before = &*at;
  }
  if (before != nullptr) use(*before, true);
}

EntityId place_in(const Context& c, const Ring& ring, size_t begin, size_t end) {
  EntityId place;
  const Span figure{c.words[begin].span.begin, c.words[end - 1].span.end};
  nearest(c.document.mentions, ring, figure, [&](const Mention& mention, bool take) {
    if (take) place = mention.entity;
    return mention.use == EntityKind::place && mention.entity && is_located(c, mention.span.begin);
  });
  return place;
}

std::string time_in(const Context& c, const Ring& ring, size_t begin, size_t end) {
  std::string value;
  const Span figure{c.words[begin].span.begin, c.words[end - 1].span.end};
  nearest(c.document.times, ring, figure, [&](const Time& time, bool take) {
    if (take) value = time.value;
    return (time.type == TimeType::date || time.type == TimeType::time) && !time.value.empty() &&
           !is_limit(c, time.span.begin);
  });
  return value;
}

}  // namespace

Clause clause_around(const Context& c, size_t begin, size_t end, size_t reach) {
  Clause clause{begin, end};
  while (clause.first > 0 && begin - clause.first < reach && !c.words[clause.first].after_break &&
         !borders(c.words[clause.first - 1]))
    --clause.first;
  while (c.follow(clause.last) != nullptr && clause.last - end < reach && !borders(c.words[clause.last]) &&
         !(clause.last > end && c.has(clause.last, role_clause)))
    ++clause.last;
  return clause;
}

void read_status(const Context& c, size_t begin, size_t end, Figure& figure) {
  const Clause clause = clause_around(c, begin, end, words_of_hedge);
  for (size_t k = clause.first; k < clause.last; ++k) {
    if (!hedges(c, k)) continue;
    figure.status = ClaimStatus::hedged;
    figure.hedges.push_back(c.words[k].span);
  }
}

void read_place_and_time(const Context& c, size_t begin, size_t end, Figure& figure) {
  constexpr std::array located = {FigureCategory::distance, FigureCategory::area, FigureCategory::duration,
                                  FigureCategory::percent};
  const Clause clause = clause_around(c, begin, end, words_of_circumstance);
  const Ring ring = free_ring(c, clause, begin, end);
  const bool no_place = std::find(located.begin(), located.end(), figure.category) != located.end();
  if (!no_place) figure.place = place_in(c, ring, begin, end);
  if (figure.category != FigureCategory::duration) figure.time = time_in(c, ring, begin, end);
}

}  // namespace recoupe::quantities
