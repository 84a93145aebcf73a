#include "quantities/status.hpp"

#include <algorithm>
#include <array>

#include "quantities/noun.hpp"

namespace recoupe::quantities {
namespace {

constexpr size_t reach = 14;  // words to each side

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

}  // namespace

void read_status(const Context& c, size_t begin, size_t end, Figure& figure) {
  size_t first = begin, last = end;
  while (first > 0 && begin - first < reach && !c.words[first].after_break && !borders(c.words[first - 1]))
    --first;
  while (c.follow(last) != nullptr && last - end < reach && !borders(c.words[last]) &&
         !(last > end && c.has(last, role_clause)))
    ++last;
  for (size_t k = first; k < last; ++k) {
    if (!hedges(c, k)) continue;
    figure.status = ClaimStatus::hedged;
    figure.hedges.push_back(c.words[k].span);
  }
}

}  // namespace recoupe::quantities
