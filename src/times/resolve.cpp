#include "times/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace recoupe::times {

using std::chrono::days;

namespace {

Meaning no_time() {
  Meaning out;
  out.valid = false;
  return out;
}
bool between_ends(const Capture& capture) {
  return capture.cls == Class::to || capture.cls == Class::both;
}
Meaning unknown() {
  return {};
}

}  // namespace

Meaning Resolver::resolve(const Match& match, const Place& place) {
  place_ = place;
  const Fields fields = read_fields(match.captures);
  switch (match.rule->operation) {
    case Operation::calendar:
    case Operation::offset:
      return named_date(match, fields);
    case Operation::range:
      return range(match);
    case Operation::decade:
    case Operation::century:
      return coarse(match.rule->operation, fields);
    case Operation::nth:
      return told(nth_weekday(match, fields));
    case Operation::week_of: {
      Fields at = fields;
      if (at.has_amount && at.day == 0) at.day = static_cast<int>(at.amount);  // «the week of the 18th»
      const Point day = at.month == 0 && at.day != 0 && at.weekday == 0 ? day_of_month(at) : point(at);
      return told(day.grain == Grain::day ? week_point(day.day) : Point{});
    }
    case Operation::nth_week:
      return told(nth_week(match, fields));
    case Operation::in_future: {
      if (place_.direction > 0) return from_today(match, fields);
      Meaning out = duration(match);
      out.skip = 1;
      return out;
    }
    case Operation::night:
      return night(match);
    case Operation::ago:
    case Operation::ahead:
      return from_today(match, fields);
    case Operation::later:
      return from_last(fields, 1);
    case Operation::earlier:
      return from_last(fields, -1);
    case Operation::after:
      return neighbour(fields, 1);
    case Operation::before:
      return neighbour(fields, -1);
    case Operation::same:
      return same(fields);
    case Operation::shifted:
      return shifted(match, fields);
    case Operation::year:
      // 1500, 3000: as often a quantity as a year
      if (fields.year < 1700 || fields.year > 2060 || fields.year % 100 == 0) return no_time();
      return calendar(fields);
    case Operation::span_of: {
      Meaning out;
      out.type = TimeType::duration;
      out.value = print_duration(fields.unit, 1);
      return out;
    }
    case Operation::duration:
      return duration(match);
    case Operation::set:
    case Operation::rate:
      return set(match, fields);
    default:
      return unknown();
  }
}

// Keeps the point for the times that follow, and prints it.
Meaning Resolver::told(const Point& point) {
  Meaning out;
  if (!point) return out;
  out.value = print(point);
  if (point.grain == Grain::day && (point.has_clock() || point.part != Part::none)) out.type = TimeType::time;
  last_ = Told{point, place_.sentence, place_.paragraph};
  if (point.grain != Grain::day) return out;
  last_day_ = last_;
  // Clock times belong to the day of the event that is told: a day of the last week, not the match next
  // Sunday.
  const bool recent = today_ && point.day <= today_->day && point.day + days(10) >= today_->day;
  if (!today_ || recent) event_ = point;
  if (point.has_clock()) clock_ = point;
  return out;
}

// What a rule's name adds to what its words say.
Meaning Resolver::named_date(const Match& match, Fields fields) {
  const std::string_view rule = match.rule->name;
  const bool year_only = fields.year != 0 && fields.month == 0 && fields.season == 0 && fields.feast == 0;
  // «à 1500», «de 1000 à 5000»: as often quantities
  if (rule == "year-after-preposition" && year_only && fields.year < 1700 && fields.year % 100 == 0)
    return no_time();
  if (rule == "month-year2" || rule == "date-year2") {
    if (fields.second_year_digits < 40) return no_time();  // «en juillet 15 navires»
  }
  if (rule == "event-date") {  // the attacks of 2001; «le 14-Juillet» is any year's
    if (fields.day == 11 && fields.month == 9) fields.year = 2001;
  }
  if (rule == "day-of-this-month") {
    if (!fields.has_unit || fields.unit != Unit::month) return no_time();
    if (!today_) return unknown();
    const Point month = shift(day_point(today_->day), Unit::month, fields.step);
    fields.year = month.year;
    fields.month = month.index;
    fields.step = 0;
  }
  if (rule == "day-alone") {
    if (fields.has_amount) fields.day = static_cast<int>(fields.amount);
    if (fields.day < 1 || fields.day > 31) return no_time();
    return told(day_of_month(fields));
  }
  return calendar(fields);
}

Meaning Resolver::calendar(const Fields& fields) {
  if (fields.ordinal != 0 && fields.has_unit && fields.unit != Unit::quarter && fields.unit != Unit::half)
    return no_time();  // «la cinquième journée»
  if (fields.weekday != 0 && fields.day != 0 && fields.month == 0 && !today_) return unknown();
  Point found = point(fields);
  if (!found && today_ &&
      ((fields.weekday != 0 && fields.day != 0) || (fields.day != 0 && fields.month != 0)))
    return no_time();  // 31 February; a Tuesday the 25th that does not exist
  // «Ce samedi 4 février» in a text dated Sunday: its today is the Saturday.
  if (found.grain == Grain::day && fields.current && fields.weekday != 0 && fields.day != 0 && today_) {
    if (std::abs((found.day - today_->day).count()) <= 2) now_ = day_point(found.day);
  }
  return told(found);
}

Meaning Resolver::coarse(Operation operation, const Fields& fields) {
  Point out;
  if (operation == Operation::century) {
    out.grain = Grain::century;
    const int number = fields.century != 0   ? fields.century
                       : fields.ordinal != 0 ? fields.ordinal
                                             : static_cast<int>(fields.amount);
    if (number < 1 || number > 30) return no_time();
    out.year = (number - 1) * 100;
  } else {
    out.grain = Grain::decade;
    const int number = static_cast<int>(fields.amount);  // «1990s», «80s»
    out.year = fields.tens >= 0 ? 1900 + fields.tens : fields.year;
    if (fields.has_amount) out.year = number < 100 ? 1900 + number : number;
    if (out.year < 1000 || out.year > 2100) return no_time();
    if (out.year % 10 != 0) return no_time();
    if (fields.year != 0 && fields.second_year_digits >= 0) out.year = 1900 + fields.second_year_digits;
  }
  return told(out);
}

Meaning Resolver::range(const Match& match) {
  const auto middle = std::find_if(match.captures.begin(), match.captures.end(), between_ends);
  if (middle == match.captures.end()) return unknown();
  Fields left = read_fields({match.captures.begin(), middle});
  Fields right = read_fields({middle + 1, match.captures.end()});
  if (right.second_year_digits >= 0 && right.month == 0 && left.year != 0)  // 2016-17
    right.year = left.year / 100 * 100 + right.second_year_digits;
  if (right.year != 0 && left.year != 0 && right.day == 0 && right.month == 0 && right.year < left.year)
    return no_time();
  if (left.day != 0 && left.month == 0) left.month = right.month;
  if (right.day != 0 && right.month == 0) right.month = left.month;  // May 5-7
  if (left.has_clock() && !right.has_clock() && right.half >= 0) return unknown();
  if (left.has_clock() && right.has_clock() && left.half < 0 && right.hour >= left.hour)
    left.half = right.half;  // «5 to 6 p.m.», «7 to 7:30 p.m.»
  if (left.has_clock() && right.has_clock() && !left.has_date()) {
    Meaning first = calendar(right.has_date() ? right : left);
    if (first.value.empty()) return first;
    const Day day = last_day_->point.day;
    today_ = today_ ? today_ : std::optional<Point>();
    Fields on = left;
    on.year = year_of(day);
    on.month = month_of(day);
    on.day = static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(day).day()));
    if (on.part == Part::none) on.part = right.part;  // «entre 7 h et 9 h 30 hier soir»
    const Point from = point(on);
    on.hour = right.hour, on.minute = right.minute, on.noon = right.noon, on.half = right.half,
    on.fraction = right.fraction;
    const Point to = point(on);
    Meaning out = told(from);
    out.value = print(from) + "/" + print(to);
    return out;
  }
  // «du 4 au 22 du mois prochain»
  if (left.day != 0 && right.day != 0 && right.month == 0 && right.has_unit) {
    if (right.unit != Unit::month) return no_time();
    if (!today_) return unknown();
    const Point month = shift(day_point(today_->day), Unit::month, right.step);
    right.year = month.year;
    right.month = left.month = month.index;
    right.step = 0;
  }
  if (left.year == 0) {
    left.year = right.year;
    if (right.year != 0 && left.month > right.month) --left.year;
  }
  Point to = point(right);
  if (!to) return unknown();
  // The left end's year or week follows from the right one's: «du 28 décembre au 3 janvier».
  Point from;
  if (left.year == 0 && left.month != 0) {
    left.year = year_of(first_day(to)) - (left.month > month_of(first_day(to)) ? 1 : 0);
  }
  if (left.weekday != 0 && left.day == 0 && to.grain == Grain::day) {
    const int back = (weekday_of(to.day) - left.weekday + 7) % 7;
    from = day_point(to.day - days(back));
  } else {
    from = point(left);
  }
  if (!from) return unknown();
  Meaning out = told(from);
  out.value = print(from) + "/" + print(to);
  out.type = TimeType::date;
  return out;
}

// The night between two days carries the first one's date. Only the second may name the month.
Meaning Resolver::night(const Match& match) {
  const auto middle = std::find_if(match.captures.begin(), match.captures.end(), between_ends);
  Fields left = read_fields({match.captures.begin(), middle});
  if (middle != match.captures.end()) {
    const Fields right = read_fields({middle + 1, match.captures.end()});
    if (left.day != 0 && left.month == 0) left.month = right.month;
    if (left.month == right.month && left.day > right.day && left.day != 0 && right.day != 0)
      left.month = (left.month + 10) % 12 + 1;  // «du 31 au 1er mai»
    if (left.year == 0) left.year = right.year;
    left.step = right.step;
    if (left.weekday != 0 && right.weekday != 0 && left.day == 0) {
      const Point to = point(right);
      if (!to) return unknown();
      Point from = day_point(to.day - days((right.weekday - left.weekday + 7) % 7));
      from.part = Part::night;
      return told(from);
    }
  }
  left.part = Part::night;
  return told(point(left));
}

// Amounts and units in a row: «trois mois et un jour» P3M1D; «une demi-heure»; «ces derniers jours» PXD.
Meaning Resolver::duration(const Match& match) {
  Meaning out;
  out.type = TimeType::duration;
  const bool between = std::any_of(match.captures.begin(), match.captures.end(), between_ends);
  double amount = 0;
  bool known = false, vague = false;
  std::vector<std::pair<Unit, double>> parts;
  for (const Capture& capture : match.captures) {
    if (between_ends(capture)) {  // «deux à trois ans»
      parts.emplace_back(Unit::second, amount);
      amount = 0;
    } else if (capture.cls == Class::number || capture.cls == Class::dozen || capture.cls == Class::one) {
      if (!known || !parts.empty() || between) amount = capture.value;  // «6 et 20 ans» begins with 6 years
      known = true;
    } else if (capture.cls == Class::vague) {
      vague = true;
    } else if (capture.cls == Class::fraction) {
      if (parts.empty()) {  // «une demi-heure», «two and a half years»
        amount = (known ? amount : 0) + capture.value / 60;
        known = true;
      } else {
        parts.back().second += capture.value / 60;
      }
    } else if (capture.cls == Class::unit || capture.cls == Class::units) {
      parts.emplace_back(static_cast<Unit>(static_cast<int>(capture.value)), known ? amount : -1);
    }
  }
  if (parts.empty()) return no_time();
  if (between && parts.size() == 2) {
    out.value = print_duration(parts[1].first, parts[0].second) + "/" +
                print_duration(parts[1].first, parts[1].second);
    return out;
  }
  out.value = print_duration(parts[0].first, vague ? -1 : parts[0].second);
  for (size_t i = 1; i < parts.size() && !vague; ++i) {
    std::string more = print_duration(parts[i].first, parts[i].second).substr(1);
    if (more.starts_with("T") && out.value.find('T') != std::string::npos) more.erase(0, 1);
    out.value += more;
  }
  return out;
}

Meaning Resolver::set(const Match& match, const Fields& fields) {
  const bool rate = match.rule->operation == Operation::rate;
  constexpr std::string_view parts[] = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
  constexpr std::string_view seasons[] = {"", "SP", "SU", "FA", "WI"};
  Meaning out;
  out.type = TimeType::set;
  if (fields.has_clock()) {  // «chaque lundi à 16h», «every day at 7:13 p.m.»
    if (fields.weekday == 0 && fields.has_unit && fields.unit != Unit::day) return unknown();
    Fields clock = fields;
    clock.weekday = 0;
    Point any = day_point(today_ ? today_->day : Day{});
    add_clock(clock, any);
    out.value = fields.weekday != 0 ? fmt::format("XXXX-WXX-{}T", fields.weekday) : "XXXX-XX-XXT";
    out.value += fmt::format("{:02}:{:02}", any.hour, std::max(any.minute, 0));
  } else if (fields.weekday != 0) {
    out.value = fmt::format("XXXX-WXX-{}{}", fields.weekday, parts[static_cast<size_t>(fields.part)]);
  } else if (fields.day != 0 && fields.month == 0 && fields.has_unit && fields.unit == Unit::month) {
    out.value = fmt::format("XXXX-XX-{:02}", fields.day);  // «the 19th of every month»
  } else if (fields.month != 0 && fields.day != 0) {
    out.value = fmt::format("XXXX-{:02}-{:02}", fields.month, fields.day);
  } else if (fields.month != 0) {
    out.value = fmt::format("XXXX-{:02}", fields.month);
  } else if (fields.season > 0 && fields.season <= 4) {
    out.value = fmt::format("XXXX-{}", seasons[fields.season]);
  } else if (fields.part != Part::none) {
    out.value = fmt::format("XXXX-XX-XX{}", parts[static_cast<size_t>(fields.part)]);
  } else if (fields.has_unit) {
    out.value = print_duration(fields.unit, fields.vague                        ? -1
                                            : fields.has_amount && !rate        ? fields.amount
                                            : match.rule->name == "every-other" ? 2
                                                                                : 1);
  }
  return out;
}

}  // namespace recoupe::times
