// TIMEX3 values as strings («2016-10-20», «2016-W42», «2016-10-20T17:25», «P2Y»): what stretch of the
// calendar one covers. Pure functions, so that every room can compare times.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace recoupe::timex {

struct Interval {
  std::chrono::sys_days first;
  std::chrono::sys_days last;  // included

  constexpr auto operator<=>(const Interval&) const = default;
  constexpr bool overlaps(const Interval& other) const { return first <= other.last && other.first <= last; }
  constexpr bool contains(const Interval& other) const { return first <= other.first && other.last <= last; }
};

// The first and the last day of a date or of a range: «2016-02» is 1 to 29 February; «2016-10-16TNI» its day;
// «2016-10-25/2016-10-27» both with what lies between; «2016-W42», «2016-W42-WE», «2016-Q1», «2016-H2»,
// «2016-SU» (meteorological: June to August; a winter ends in the next year), «198» the decade, «19» the
// century. Null for durations, sets and what cannot be read.
std::optional<Interval> interval(std::string_view value);

}  // namespace recoupe::timex
