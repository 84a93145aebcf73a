#include "base/timex.hpp"

#include <algorithm>

namespace recoupe::timex {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

// The number in `text`, if it is all digits; -1 otherwise.
int number(std::string_view text) {
  int out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    out = out * 10 + (c - '0');
  }
  return text.empty() || text.size() > 4 ? -1 : out;
}

// `count` months from the first of the given one.
Interval stretch(int from_year, int from_month, int count) {
  const year_month first = year(from_year) / month(static_cast<unsigned>(from_month));
  return {sys_days(first / day(1)), sys_days((first + months(count)) / day(1)) - days(1)};
}

std::optional<Interval> week(int iso_year, std::string_view rest) {
  const bool weekend = rest.ends_with("-WE");
  if (weekend) rest.remove_suffix(3);
  const int index = number(rest);
  if (index < 1 || index > 53) return std::nullopt;
  const sys_days fourth = year(iso_year) / month(1) / day(4);  // always in week 1
  const auto weekday = static_cast<int>(std::chrono::weekday(fourth).iso_encoding());
  const sys_days monday = fourth - days(weekday - 1) + days(7 * (index - 1));
  return Interval{monday + days(weekend ? 5 : 0), monday + days(6)};
}

std::optional<Interval> part_of_year(int y, std::string_view rest) {
  constexpr std::string_view seasons[] = {"SP", "SU", "FA", "WI"};
  for (int i = 0; i < 4; ++i)
    if (rest == seasons[i]) return stretch(y, 3 * (i + 1), 3);
  const int index = rest.size() == 2 ? number(rest.substr(1)) : -1;
  if (rest.starts_with('W')) return week(y, rest.substr(1));
  if (rest.starts_with('Q') && index >= 1 && index <= 4) return stretch(y, 3 * index - 2, 3);
  if (rest.starts_with('H') && index >= 1 && index <= 2) return stretch(y, 6 * index - 5, 6);
  const int m = number(rest.substr(0, 2));
  if (m < 1 || m > 12) return std::nullopt;
  if (rest.size() == 2) return stretch(y, m, 1);
  const int d = rest.size() == 5 && rest[2] == '-' ? number(rest.substr(3)) : -1;
  if (d < 1) return std::nullopt;
  const year_month_day date = year(y) / month(static_cast<unsigned>(m)) / day(static_cast<unsigned>(d));
  if (!date.ok()) return std::nullopt;
  return Interval{sys_days(date), sys_days(date)};
}

}  // namespace

std::optional<Interval> interval(std::string_view value) {
  if (const size_t slash = value.find('/'); slash != std::string_view::npos) {
    const auto from = interval(value.substr(0, slash)), to = interval(value.substr(slash + 1));
    if (!from || !to || to->last < from->first) return std::nullopt;
    return Interval{from->first, to->last};
  }
  value = value.substr(0, value.find('T'));  // the clock time or part of the day
  const std::string_view head = value.substr(0, value.find('-'));
  const int y = number(head);
  if (y < 0) return std::nullopt;
  if (head.size() == value.size()) {
    if (head.size() == 2) return stretch(y * 100, 1, 1200);
    if (head.size() == 3) return stretch(y * 10, 1, 120);
    if (head.size() == 4) return stretch(y, 1, 12);
    return std::nullopt;
  }
  if (head.size() != 4) return std::nullopt;
  return part_of_year(y, value.substr(5));
}

}  // namespace recoupe::timex
