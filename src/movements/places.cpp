// Where from and where to.
#include <algorithm>
#include <array>

#include "movements/finder.hpp"

namespace recoupe::movements {

// The place that stands at `at`, behind its article: a name, or a common noun for a place («l'hôpital»); of
// «la ville de Mossoul» the name.
std::optional<size_t> Finder::place_at(size_t at) const {
  size_t i = at;
  while (i < clause_.size() && i < at + 3 && (word(i).determiner || word(i).adjective) && !word(i).place) ++i;
  if (i >= clause_.size()) return std::nullopt;
  if (word(i).place) return i;
  const bool spot = has(i, class_spot) && at > 0 && is(at - 1, "sur");
  if (!has(i, class_site) && !spot) return std::nullopt;
  if (has(i + 1, class_from) || is(i + 1, "of")) {
    size_t name = i + 2;
    while (name < clause_.size() && name < i + 4 && word(name).determiner && !word(name).place) ++name;
    if (name < clause_.size() && word(name).place) return name;
  }
  return i;
}

// Goal and origin in the words from `begin` on, within the same clause.
void Finder::places_after(size_t begin, Found& found, bool strong, bool object) const {
  size_t free_words = 0;  // words since the verb or a place that belong to neither
  for (size_t i = begin; i < clause_.size() && i < begin + 24; ++i) {
    const Word& w = word(i);
    if (w.form == ";" || w.form == ":" || w.form == "." || has(i, class_boundary) || w.relative) break;
    if (w.verbal && !w.named && i > begin) break;
    const bool origin = has(i, class_from) &&
                        ((i == begin && !object) || is(i, "depuis") || is(i, "from") || goal_follows(i));
    const bool goal = has(i, class_to) || (strong && has(i, class_weak_to) && free_words <= 3);
    const auto place = origin || goal ? place_at(i + 1) : std::nullopt;
    const auto adverb =
        has(i, class_adverb) && !found.to && i <= begin + 1 ? std::optional<size_t>(i) : std::nullopt;
    const auto body =
        !place && goal && strong && i <= begin + 1 && has(i, class_to) ? body_at(i + 1) : std::nullopt;
    if (adverb) {  // «arrived here»
      found.to = adverb;
    } else if (body && !found.to) {  // «sa visite à la CIA»
      found.to = body;
      i = *body;
      free_words = 0;
      continue;
    } else if (place && origin && !found.from) {
      found.from = place;
    } else if (place && goal && !found.to) {
      found.to = place;
    } else {
      ++free_words;
      continue;
    }
    free_words = 0;
    if (place) i = *place;
  }
}

// A named body behind its article: where somebody goes «à l'ONU».
std::optional<size_t> Finder::body_at(size_t at) const {
  size_t i = at;
  while (i < clause_.size() && i < at + 2 && word(i).determiner && !word(i).organisation) ++i;
  return i < clause_.size() && word(i).organisation ? std::optional<size_t>(i) : std::nullopt;
}

// «en Italie et en France»: two goals of one verb.
void Finder::coordinated(Found& found) const {
  size_t at = *found.to;
  for (int more = 0; more < 4; ++more) {
    if (!is(at + 1, "et") && !is(at + 1, "and") && !is(at + 1, ",") && !is(at + 1, "puis")) return;
    const size_t next = at + 2;
    const bool preposition = has(next, class_to | class_weak_to);
    const auto place = place_at(preposition ? next + 1 : next);
    if (!place || !word(*place).place || (!preposition && *place > next + 1)) return;
    if (!preposition && is(at + 1, ",")) return;
    found.also_to.push_back(*place);
    at = *place;
  }
}

// «en bus», «by train», «à bord d'un cargo», within the clause.
Range Finder::means_near(const Found& found) const {
  const size_t first = std::min(found.group.begin, found.to.value_or(found.group.begin));
  const size_t last = std::max({found.group.end, found.to.value_or(0), found.from.value_or(0)});
  for (size_t i = first > 4 ? first - 4 : 0; i < clause_.size() && i < last + 8; ++i) {
    if (!has(i, class_means) || word(i).named) continue;
    size_t begin = i;
    while (begin > 0 && i - begin < 3 &&
           (word(begin - 1).determiner || word(begin - 1).adjective || has(begin - 1, class_from)))
      --begin;
    if (begin > 0 && (is(begin - 1, "bord") || is(begin - 1, "board"))) --begin;
    if (begin == 0) continue;
    const bool by = is(begin - 1, "en") || is(begin - 1, "par") || is(begin - 1, "by") ||
                    is(begin - 1, "à") || is(begin - 1, "on") || is(begin - 1, "aboard") ||
                    is(begin - 1, "dans");
    if (!by || (i >= found.who.begin && i < found.who.end)) continue;
    return {begin - 1, i + 1};
  }
  return {};
}

// «de Mossoul à Raqqa», «de Paris vers Nice».
bool Finder::goal_follows(size_t from) const {
  const auto place = place_at(from + 1);
  return place && (has(*place + 1, class_to) || (english_ && is(*place + 1, "to")));
}

}  // namespace recoupe::movements
