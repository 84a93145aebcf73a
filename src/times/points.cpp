// Resolver, the part that finds a point of the calendar from what a match says of it.
#include <array>
#include <cstdlib>

#include "times/resolve.hpp"

namespace recoupe::times {

using std::chrono::days;

namespace {

int distance(Day a, Day b) {
  return static_cast<int>((a - b).count());
}

// The closest day of that weekday: before `from` (or on it, with `same`), or after it.
Day weekday_before(Day from, int weekday, bool same) {
  int back = (weekday_of(from) - weekday + 7) % 7;
  if (back == 0 && !same) back = 7;
  return from - days(back);
}
Day weekday_after(Day from, int weekday, bool same) {
  int ahead = (weekday - weekday_of(from) + 7) % 7;
  if (ahead == 0 && !same) ahead = 7;
  return from + days(ahead);
}

}  // namespace

void add_clock(const Fields& fields, Point& point) {
  if (point.grain != Grain::day) return;
  if (fields.part != Part::none) point.part = fields.part;
  if (!fields.has_clock()) return;
  point.hour = fields.noon >= 0 ? fields.noon / 100 : fields.hour;
  point.minute = std::max(fields.minute, 0);
  point.second = fields.second;
  if (fields.fraction > 0) point.minute = fields.fraction;
  if (fields.fraction < 0) {
    point.minute = 60 + fields.fraction;
    point.hour = (point.hour + 23) % 24;
  }
  const bool after_noon =
      fields.half == 12 ||
      (fields.half < 0 && (fields.part == Part::afternoon || fields.part == Part::evening));
  if (after_noon && point.hour < 12 && point.hour > 0) point.hour += 12;
  // «last night at 8»
  if (fields.half < 0 && fields.part == Part::night && fields.noon < 0 && point.hour >= 6 && point.hour < 12)
    point.hour += 12;
  if (fields.half == 0 && point.hour == 12) point.hour = 0;
}

std::optional<Day> Resolver::today() const {
  if (!today_) return std::nullopt;
  return today_->day;
}

Point Resolver::point(const Fields& fields) {
  Point out;
  if (fields.day != 0 && fields.month != 0) {
    out = day_and_month(fields);
  } else if (fields.feast != 0) {
    out = feast(fields);
  } else if (fields.has_offset) {
    out = offset(fields);
  } else if (fields.weekday != 0) {
    out = weekday(fields);
  } else if (fields.month != 0) {
    out = month(fields);
  } else if (fields.season != 0) {
    out = season(fields);
  } else if (fields.has_unit && (fields.unit == Unit::quarter || fields.unit == Unit::half)) {
    out = quarter(fields);
  } else if (fields.year != 0) {
    out = year_point(fields.year);
  } else if (fields.part != Part::none || fields.has_clock()) {
    out = anchor(fields);
  } else if (fields.has_unit && today_) {
    out = enclosing(fields.unit, *today());
  }
  add_clock(fields, out);
  return out;
}

Point Resolver::day_and_month(const Fields& fields) {
  if (fields.year != 0) {
    const auto day = make_day(fields.year, fields.month, fields.day);
    return day ? day_point(*day) : Point{};
  }
  const auto day = nearest_year(fields);
  return day ? day_point(*day) : Point{};
}

// A day and a month without a year. A date told just before, in another year, holds («le 13 novembre 2015 …,
// le 18 novembre»); else the nearest one to today, but where that is far, the tense decides.
std::optional<Day> Resolver::nearest_year(const Fields& fields) const {
  if (today_ && fields.has_unit && fields.unit == Unit::year)  // «17 octobre de l'année dernière»
    return make_day(year_of(*today()) + fields.step, fields.month, fields.day);
  const bool narrative =
      last_ && last_->paragraph == place_.paragraph && last_->point.grain >= Grain::month && fields.step == 0;
  std::optional<Day> from = today();
  if (narrative) {
    const Day told = first_day(last_->point);
    if (!from || std::abs(distance(told, *from)) > 200) {
      for (const int year : {year_of(told), year_of(told) + 1, year_of(told) - 1}) {
        const auto day = make_day(year, fields.month, fields.day);
        if (day && std::abs(distance(*day, told)) <= 92) return day;
      }
    }
  }
  if (!from) {
    const auto day = year_ ? make_day(*year_, fields.month, fields.day) : std::nullopt;
    return day && (fields.weekday == 0 || weekday_of(*day) == fields.weekday) ? day : std::nullopt;
  }
  std::optional<Day> best, best_back, best_ahead, on_weekday;
  const auto nearer = [&](std::optional<Day>& kept, Day day) {
    if (!kept || std::abs(distance(day, *from)) < std::abs(distance(*kept, *from))) kept = day;
  };
  for (int year = year_of(*from) - 4; year <= year_of(*from) + 4; ++year) {
    const auto day = make_day(year, fields.month, fields.day);
    if (!day) continue;
    nearer(best, *day);
    if (*day < *from || (*day == *from && fields.step == 0)) nearer(best_back, *day);
    if (*day > *from || (*day == *from && fields.step == 0)) nearer(best_ahead, *day);
    if (fields.weekday != 0 && weekday_of(*day) == fields.weekday && std::abs(distance(*day, *from)) < 400)
      nearer(on_weekday, *day);
  }
  if (fields.step < 0) return best_back;
  if (fields.step > 0) return best_ahead;
  if (on_weekday) return on_weekday;
  // «le procès s'ouvrira le 2 octobre», told in November
  if (best && place_.verb_ahead && distance(*from, *best) > 31) return best_ahead;
  if (!best || std::abs(distance(*best, *from)) <= 120) return best;
  return place_.direction > 0 ? best_ahead : best_back;
}

// «le 15»: of the month told before, or the nearest one that the tense allows.
Point Resolver::day_of_month(const Fields& fields) const {
  const bool narrative = last_ && last_->paragraph == place_.paragraph && last_->point.grain >= Grain::month;
  if (!today_ && !narrative) return {};
  const Day from = narrative ? first_day(last_->point) : today_->day;
  std::optional<Day> best;
  for (int step = -2; step <= 2; ++step) {
    const Point month = shift(day_point(from), Unit::month, step);
    const auto day = make_day(month.year, month.index, fields.day);
    if (!day) continue;
    if (narrative && step == 0) return day_point(*day);
    if (!narrative && place_.direction > 0 && *day < from) continue;
    if (!narrative && place_.direction <= 0 && *day > from) continue;
    if (!best || std::abs(distance(*day, from)) < std::abs(distance(*best, from))) best = day;
  }
  return best ? day_point(*best) : Point{};
}

// «La troisième semaine de 2027», «la dernière semaine de juillet»: of the year's ISO weeks, or of those that
// have their Thursday in the month.
Point Resolver::nth_week(const Match& match, const Fields& fields) {
  const bool from_end = !match.captures.empty() && match.captures.front().cls == Class::last;
  const int number = fields.ordinal != 0 ? fields.ordinal : static_cast<int>(fields.amount);
  Fields of = fields;
  if (from_end)
    of.step = read_fields(std::span(match.captures).subspan(1)).step;  // «the last week of this month»
  Point in;
  if (fields.month != 0) {
    in = month(of);
  } else if (fields.year != 0) {
    in = year_point(fields.year);
  } else if (today_ && fields.has_unit && (fields.unit == Unit::year || fields.unit == Unit::month)) {
    in = shift(day_point(today_->day), fields.unit, of.step);
  } else if (today_ && !fields.has_unit && fields.ordinal == 0) {
    in = year_point(year_of(today_->day));  // «la semaine 31»
  }
  if (!in || (!from_end && (number < 1 || number > 53))) return {};
  Day thursday = first_day(in) + days((4 - weekday_of(first_day(in)) + 7) % 7);
  if (from_end)
    thursday = last_day(in) - days((weekday_of(last_day(in)) + 3) % 7);
  else
    thursday += days(7 * (number - 1));
  if (thursday > last_day(in)) return {};
  return week_point(thursday);
}

Point Resolver::weekday(const Fields& fields) {
  if (!today_) return {};
  const Day from = *today();
  if (fields.day != 0) {      // «mardi 25»: the nearest day that is both
    constexpr int far = 110;  // a Sunday the 31st may be far
    for (int step = 0; step <= far; ++step) {
      for (const int sign : {place_.direction > 0 ? 1 : -1, place_.direction > 0 ? -1 : 1}) {
        const Day day = from + days(step * sign);
        if (weekday_of(day) == fields.weekday &&
            static_cast<unsigned>(std::chrono::year_month_day(day).day()) ==
                static_cast<unsigned>(fields.day))
          return day_point(day);
      }
    }
    return {};
  }
  if (fields.has_unit && fields.unit == Unit::week) {  // «lundi de la semaine dernière»
    const Day monday = from - days(weekday_of(from) - 1);
    return day_point(monday + days(7 * fields.step + fields.weekday - 1));
  }
  if (fields.step < 0) return day_point(weekday_before(from, fields.weekday, false));
  if (fields.step > 0) return day_point(weekday_after(from, fields.weekday, false));
  const Day told = now_ ? now_->day : from;  // the Saturday on which Sunday's paper was written
  const Day back = weekday_before(from, fields.weekday, true);
  const Day ahead = weekday_after(told, fields.weekday, true);
  if (fields.current && place_.direction == 0)
    return day_point(distance(from, back) <= distance(ahead, from) ? back : ahead);
  return day_point(place_.direction > 0 ? ahead : back);
}

Point Resolver::month(const Fields& fields) {
  if (fields.year != 0) return month_point(fields.year, fields.month);
  const bool narrative = last_ && last_->sentence == place_.sentence && last_->point.grain >= Grain::month &&
                         fields.step == 0 && (!today_ || last_->point.year < year_of(*today()));
  if (narrative) {
    const bool later = month_of(first_day(last_->point)) > fields.month;
    return month_point(last_->point.year + (later ? 1 : 0), fields.month);
  }
  if (!today_) return {};
  const int year = year_of(*today()), now = month_of(*today());
  if (fields.has_unit && fields.unit == Unit::year) return month_point(year + fields.step, fields.month);
  if (fields.step < 0) return month_point(fields.month < now ? year : year - 1, fields.month);
  if (fields.step > 0) return month_point(fields.month > now ? year : year + 1, fields.month);
  if (place_.direction > 0) return month_point(fields.month >= now ? year : year + 1, fields.month);
  return month_point(fields.month <= now ? year : year - 1, fields.month);
}

Point Resolver::season(const Fields& fields) {
  Point out;
  out.grain = Grain::season;
  out.index = fields.season;
  out.year = fields.year;
  if (fields.year != 0) return out;
  if (!today_) return {};
  const Day from = *today();
  const auto in_year = [&](int year) {
    Point point = out;
    point.year = year;
    return point;
  };
  const int year = year_of(from);
  if (fields.step > 0 || (fields.step == 0 && place_.direction > 0)) {
    for (const int y : {year - 1, year, year + 1})
      if (fields.step > 0 ? first_day(in_year(y)) > from : last_day(in_year(y)) >= from) return in_year(y);
  }
  for (const int y : {year, year - 1, year - 2})
    if (fields.step < 0 ? last_day(in_year(y)) < from : first_day(in_year(y)) <= from) return in_year(y);
  return {};
}

// «Au deuxième trimestre», of the year that is said or of the one that tense asks for.
Point Resolver::quarter(const Fields& fields) {
  Point out;
  const int most = fields.unit == Unit::quarter ? 4 : 2;
  const int number = fields.ordinal != 0 ? fields.ordinal : static_cast<int>(fields.amount);  // «T3 2016»
  if (number < 1 || number > most) return {};
  out.grain = fields.unit == Unit::quarter ? Grain::quarter : Grain::half;
  out.index = number;
  out.year = fields.year;
  if (out.year != 0) return out;
  if (!today_) return {};
  out.year = year_of(*today()) + fields.step;
  if (fields.step != 0 || fields.has_offset) return out;
  // «le deuxième trimestre» after «aura besoin» is next year's only where this year's lies far back.
  if (place_.direction > 0 && last_day(out) + days(120) < *today()) ++out.year;
  if (place_.direction <= 0 && first_day(out) > *today()) --out.year;
  return out;
}

// A feast stands in the word list as month * 100 + day, or as 2000 + days after Easter; 3000 + 100 * month +
// 10 * weekday + n is the n-th such weekday of the month (5: the last).
Point Resolver::feast(const Fields& fields) {
  const auto in_year = [&](int year) -> std::optional<Day> {
    if (fields.feast < 1900) return make_day(year, fields.feast / 100, fields.feast % 100);
    if (fields.feast < 3000) return easter(year) + days(fields.feast - 2100);
    const int month = (fields.feast - 3000) / 100, weekday = fields.feast / 10 % 10, nth = fields.feast % 10;
    if (nth == 5) return weekday_before(last_day(month_point(year, month)), weekday, true);
    return weekday_after(first_day(month_point(year, month)), weekday, true) + days(7 * (nth - 1));
  };
  const auto of = [&](int year) {
    const auto day = in_year(year);
    return day ? day_point(*day) : Point{};
  };
  if (fields.year != 0) return of(fields.year);
  if (!today_) return {};
  const Day from = *today();
  std::optional<Day> best;
  for (int year = year_of(from) - 1; year <= year_of(from) + 1; ++year) {
    const auto day = in_year(year);
    if (!day) continue;
    if ((fields.step < 0 && *day >= from) || (fields.step > 0 && *day <= from)) continue;
    if (!best || std::abs(distance(*day, from)) < std::abs(distance(*best, from))) best = day;
  }
  return best ? day_point(*best) : Point{};
}

// «Le premier dimanche d'avril», «the last Monday of May»: the fifth stands for the last.
Point Resolver::nth_weekday(const Match& match, Fields fields) {
  const bool from_end = match.captures.front().cls == Class::last;
  if (from_end && fields.month != 0) fields.step = 0;
  Point in;
  if (fields.month != 0) {
    in = month(fields);
  } else if (today_ && fields.has_unit && fields.unit == Unit::month) {
    in = shift(day_point(today_->day), Unit::month, fields.step);
  }
  if (in.grain != Grain::month || (!from_end && (fields.ordinal < 1 || fields.ordinal > 4))) return {};
  if (from_end) return day_point(weekday_before(last_day(in), fields.weekday, true));
  return day_point(weekday_after(first_day(in), fields.weekday, true) + days(7 * (fields.ordinal - 1)));
}

// Hier, demain; a weekday beside it («Demain, dimanche») wins over a wrong idea of today.
Point Resolver::offset(const Fields& fields) {
  if (!now_) return {};
  const Day day = now_->day + days(fields.offset);
  if (fields.weekday == 0 || weekday_of(day) == fields.weekday) return day_point(day);
  const Day back = weekday_before(day, fields.weekday, true),
            ahead = weekday_after(day, fields.weekday, true);
  return day_point(distance(day, back) <= distance(ahead, day) ? back : ahead);
}

// The day of a clock time or part of the day that names none.
Point Resolver::anchor(const Fields& fields) {
  if (fields.current) {
    if (!now_) return {};
    // «cette nuit» looks back to the night that began yesterday, unless something is still to come
    const bool night = fields.part == Part::night && place_.direction <= 0;
    return day_point(now_->day - days(night ? 1 : 0));
  }
  if (fields.step < 0 && now_) return day_point(now_->day - days(1));  // «la nuit dernière»
  Point out;
  if (last_day_ && last_day_->paragraph == place_.paragraph) {
    out = last_day_->point;
  } else if (event_) {
    out = *event_;
  } else if (last_day_) {
    out = last_day_->point;
  } else if (today_) {
    out = *today_;
  }
  if (!out) return {};
  // A night carries the date of its first day, but its small hours are the next one's: «dans la nuit de lundi
  // à mardi …, à 3 h 10» is Tuesday.
  const bool small_hours = fields.has_clock() && fields.noon < 0 && fields.hour < 12 && fields.half != 12 &&
                           fields.part != Part::afternoon && fields.part != Part::evening;
  return day_point(out.day + days(out.part == Part::night && !out.has_clock() && small_hours ? 1 : 0));
}

}  // namespace recoupe::times
