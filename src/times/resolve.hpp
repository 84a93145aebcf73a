// What a match means: TIMEX3 values, from the day of the article, the tense around it and the times told
// before it.
#pragma once

#include <optional>
#include <string>

#include "document/document.hpp"
#include "times/calendar.hpp"
#include "times/fields.hpp"
#include "times/pattern.hpp"

namespace recoupe::times {

// Where a match stands.
struct Place {
  uint32_t sentence = 0;
  uint32_t paragraph = 0;
  int direction = 0;        // tense.hpp
  bool verb_ahead = false;  // a verb says so, and not «jusqu'au» alone
};

struct Meaning {
  TimeType type = TimeType::date;
  std::string value;  // empty: nothing fixes it
  uint32_t skip =
      0;  // pieces at the beginning that do not belong to it after all: the «in» of «in two weeks»
  bool valid = true;  // false: on a second look it was no time («mardi 25» where the 25th is no Tuesday)
};

// Part of the day and clock time, on a point that is a day.
void add_clock(const Fields& fields, Point& point);

// Reads the matches of one article in order; remembers what was told, for «le lendemain» and «à 19 heures».
class Resolver {
 public:
  // `year`: of days and months, where the day of the article is not known.
  explicit Resolver(std::optional<Point> published, std::optional<int> year = std::nullopt)
      : today_(published), now_(published), year_(year) {}

  Meaning resolve(const Match& match, const Place& place);

 private:
  struct Told {
    Point point;
    uint32_t sentence = 0;
    uint32_t paragraph = 0;
  };

  Meaning named_date(const Match& match, Fields fields);
  Meaning calendar(const Fields& fields);
  Meaning coarse(Operation operation, const Fields& fields);
  Meaning range(const Match& match);
  Meaning night(const Match& match);
  Meaning from_today(const Match& match, const Fields& fields);
  std::optional<Day> from_today_in_parts(const Match& match, int sign) const;
  Meaning from_last(const Fields& fields, int sign);
  Meaning shifted(const Match& match, const Fields& fields);
  Meaning neighbour(const Fields& fields, int sign);
  Meaning same(const Fields& fields);
  Meaning duration(const Match& match);
  Meaning set(const Match& match, const Fields& fields);

  Point point(const Fields& fields);
  Point day_and_month(const Fields& fields);
  Point day_of_month(const Fields& fields) const;
  Point nth_week(const Match& match, const Fields& fields);
  Point weekday(const Fields& fields);
  Point month(const Fields& fields);
  Point season(const Fields& fields);
  Point feast(const Fields& fields);
  Point offset(const Fields& fields);
  Point quarter(const Fields& fields);
  Point nth_weekday(const Match& match, Fields fields);
  Point anchor(const Fields& fields);
  std::optional<Day> nearest_year(const Fields& fields) const;

  Meaning told(const Point& point);
  std::optional<Day> today() const;

  std::optional<Point> today_;  // the day of the article
  std::optional<Point>
      now_;  // the day that «aujourd'hui» means: «ce samedi 4 février» in Sunday's paper moves it
  std::optional<int> year_;
  std::optional<Told> last_;      // the last date told, of any grain
  std::optional<Told> last_day_;  // the last day
  std::optional<Point> event_;    // the day that clock times belong to when nothing nearer says
  std::optional<Point> clock_;    // the last clock time told
  Place place_;
};

}  // namespace recoupe::times
