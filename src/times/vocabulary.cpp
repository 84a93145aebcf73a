#include "times/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "lexicon/lexicon.hpp"
#include "times/calendar.hpp"
#include "times/scan.hpp"

namespace recoupe::times {
namespace {

constexpr std::array<std::string_view, static_cast<size_t>(Class::count)> class_names = {
    "number",   "day",      "year",     "year2",   "month2",  "hour",    "minute",   "clock4",
    "any",      "weekday",  "month",    "unit",    "units",   "weekend", "halfyear", "quartermark",
    "part",     "season",   "feast",    "ordinal", "tens",    "century", "noon",     "fraction",
    "half",     "zone",     "last",     "next",    "current", "edge",    "vague",    "about",
    "offset",   "follow",   "to",       "both",    "dozen",   "one",     "person",   "lasting",
    "weekdays", "periodic", "shortday", "future",  "past",    "small",   "scale"};

// Units and parts of the day stand in the lists under their names, everything else as a number.
int64_t value_of(Class cls, std::string_view text) {
  constexpr std::string_view units[] = {"second",    "minute",  "hour",    "day",       "week",
                                        "fortnight", "weekend", "month",   "quarter",   "half",
                                        "year",      "decade",  "century", "millennium"};
  constexpr std::string_view parts[] = {"", "morning", "midday", "afternoon", "evening", "night", "day"};
  if (cls == Class::unit || cls == Class::units || cls == Class::periodic)
    return std::find(std::begin(units), std::end(units), text) - std::begin(units);
  if (cls == Class::part) return std::find(std::begin(parts), std::end(parts), text) - std::begin(parts);
  int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Class class_from(std::string_view name) {
  return static_cast<Class>(std::find(class_names.begin(), class_names.end(), name) - class_names.begin());
}

Vocabulary::Vocabulary(Language language) : language_(language) {
  entries_.emplace_back();  // id 0 is nobody's
  for (const auto& row : lexicon::rows(language, "times.tsv")) {
    const Class cls = class_from(row[0]);
    if (cls == Class::count || row.size() < 2)
      throw std::logic_error("times.tsv: no class " + std::string(row[0]));
    const std::vector<std::string> words = keys(row[1], elision());
    Entry entry;
    entry.cls = cls;
    if (row.size() > 2) entry.value = value_of(cls, row[2]);
    entry.capital = row.size() > 3 && row[3] == "capital";
    for (size_t i = 1; i < words.size(); ++i) entry.rest.push_back(intern(words[i]));
    entries_[intern(words[0])].push_back(std::move(entry));
  }
  for (auto& list : entries_)
    std::stable_sort(list.begin(), list.end(),
                     [](const Entry& a, const Entry& b) { return a.rest.size() > b.rest.size(); });
}

uint16_t Vocabulary::id(std::string_view key) const {
  const auto found = ids_.find(key);
  return found == ids_.end() ? 0 : found->second;
}

uint16_t Vocabulary::intern(std::string_view key) {
  const auto [place, added] = ids_.emplace(std::string(key), static_cast<uint16_t>(entries_.size()));
  if (added) entries_.emplace_back();
  return place->second;
}

}  // namespace recoupe::times
