#include "compare/story_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "base/utf8.hpp"
#include "compare/entities.hpp"
#include "compare/origins.hpp"
#include "compare/stories.hpp"

namespace recoupe::compare {
namespace {

constexpr int days_around = 7;      // an article may be a little older or younger than all dated ones
constexpr int longest_story = 120;  // over a longer one, a weekday and a day of the month recur

template <size_t N>
std::optional<unsigned> index_in(const std::array<std::string_view, N>& names, std::string_view word) {
  const auto found = std::find(names.begin(), names.end(), word);
  if (found == names.end()) return {};
  return static_cast<unsigned>(found - names.begin());
}

// Sunday first, as <chrono> counts.
constexpr std::array<std::string_view, 14> weekdays = {
    "dimanche", "lundi",  "mardi",   "mercredi",  "jeudi",    "vendredi", "samedi",
    "sunday",   "monday", "tuesday", "wednesday", "thursday", "friday",   "saturday"};
constexpr std::array<std::string_view, 24> months = {
    "janvier",   "fevrier", "mars",     "avril",    "mai",       "juin",     "juillet",  "aout",
    "septembre", "octobre", "novembre", "decembre", "january",   "february", "march",    "april",
    "may",       "june",    "july",     "august",   "september", "october",  "november", "december"};

struct Spoken {
  bool today = false;  // «ce», "this"
  std::optional<unsigned> weekday, month, day;
};

Spoken parse(std::string_view words) {
  Spoken out;
  const std::string folded = utf8::fold(words);
  for (const Word& word : words_of(folded)) {
    const std::string_view token = slice(folded, word.span);
    if (token == "ce" || token == "this") out.today = true;
    if (const auto found = index_in(weekdays, token)) out.weekday = *found % 7;
    if (const auto found = index_in(months, token)) out.month = *found % 12 + 1;
    const bool number = token.size() <= 2 &&
                        std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (number) out.day = static_cast<unsigned>(std::stoi(std::string(token)));
  }
  return out;
}

}  // namespace

std::optional<std::string> day_in_window(std::string_view words, int first, int last) {
  const Spoken spoken = parse(words);
  if (!spoken.today || !spoken.day || (!spoken.weekday && !spoken.month)) return {};
  std::optional<std::string> found;
  for (int number = first; number <= last; ++number) {
    const std::chrono::sys_days day{std::chrono::days(number)};
    const std::chrono::year_month_day date(day);
    if (static_cast<unsigned>(date.day()) != *spoken.day) continue;
    if (spoken.month && static_cast<unsigned>(date.month()) != *spoken.month) continue;
    if (spoken.weekday && std::chrono::weekday(day).c_encoding() != *spoken.weekday) continue;
    if (found) return {};
    found = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  }
  return found;
}

std::vector<StoryDate> dates_by_story(const std::vector<Document>& documents) {
  const auto dated = [](const Document& d) { return d.published.has_value(); };
  if (std::all_of(documents.begin(), documents.end(), dated)) return {};
  const Lexicon lexicon = load_lexicon();
  const std::vector<Origin> origins = find_origins(documents, lexicon);
  const Entities entities = link_entities(documents, {}, lexicon);
  std::vector<StoryDate> out;
  for (const Story& story : find_stories(documents, origins, entities, lexicon)) {
    std::optional<Days> window;
    for (const uint32_t article : story.articles)
      if (const auto days = days_of(documents[article])) {
        if (!window) window = days;
        window->first = std::min(window->first, days->first);
        window->last = std::max(window->last, days->last);
      }
    if (!window || window->last - window->first > longest_story) continue;
    for (const uint32_t article : story.articles) {
      if (documents[article].published) continue;
      std::optional<std::string> date;
      bool open = false;
      for (const Time& time : documents[article].times)
        if (const auto day = day_in_window(documents[article].words(time.span), window->first - days_around,
                                           window->last + days_around)) {
          open |= date && *date != *day;  // two different todays: neither is believed
          date = day;
        }
      if (date && !open) out.push_back({article, *date});
    }
  }
  return out;
}

}  // namespace recoupe::compare
