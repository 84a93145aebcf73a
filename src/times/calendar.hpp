// Points of the calendar at the grain at which a text names them, arithmetic on them, and their TIMEX3 form.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace recoupe::times {

using Day = std::chrono::sys_days;

// From coarse to fine. A point holds the fields of its grain and of every coarser one.
enum class Grain : uint8_t { none, century, decade, year, half, quarter, season, month, week, weekend, day };

enum class Unit : uint8_t {
  second,
  minute,
  hour,
  day,
  week,
  fortnight,
  weekend,
  month,
  quarter,
  half,
  year,
  decade,
  century,
  millennium
};

enum class Part : uint8_t { none, morning, midday, afternoon, evening, night, day_time };

struct Point {
  Grain grain = Grain::none;
  int year = 0;   // a decade's or a century's first year (1980 for 198, 1900 for 19); the ISO year of a week
  int index = 0;  // 1-12 of a month, 1-4 of a quarter or season, 1-2 of a half, 1-53 of a week
  Day day{};      // of grain day
  Part part = Part::none;
  int hour = -1;    // with a clock time
  int minute = -1;  // -1: only the hour was said
  int second = -1;

  bool has_clock() const { return hour >= 0; }
  explicit operator bool() const { return grain != Grain::none; }
};

Point day_point(Day day);
Point month_point(int year, int month);
Point year_point(int year);
Point week_point(Day day);     // the ISO week that holds the day
Point weekend_point(Day day);  // the week-end of that week
// The unit's stretch of the calendar that holds the day: the month, the year …; none for seconds to hours.
Point enclosing(Unit unit, Day day);

// Null for 31 February.
std::optional<Day> make_day(int year, int month, int day);
int year_of(Day day);
int month_of(Day day);
int weekday_of(Day day);  // 1 Monday … 7 Sunday
Day easter(int year);

Day first_day(const Point& point);
Day last_day(const Point& point);
// The point moved by so many units, at the coarser of the unit's and the point's grain where that is asked
// (three months after 2016-08 is 2016-11).
Point shift(const Point& point, Unit unit, int amount);

std::string print(const Point& point);  // 2016-10-20TNI, 2016-W42-WE, 198; empty for Grain::none

// "P3D", "PT17H", "PXM". amount < 0: vague.
std::string print_duration(Unit unit, double amount);

// The date and, with it, the clock time of "2016-10-26T12:54".
std::optional<Point> parse_date(std::string_view value);

}  // namespace recoupe::times
