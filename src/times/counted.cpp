// Resolver, the part that counts: from today («il y a deux ans»), from the time told before («trois jours
// plus tard», «le lendemain»), and units of the calendar («la semaine dernière»).
#include <algorithm>
#include <cmath>

#include "times/resolve.hpp"

namespace recoupe::times {

using std::chrono::days;

namespace {

Meaning no_time() {
  Meaning out;
  out.valid = false;
  return out;
}
Meaning unknown() {
  return {};
}

}  // namespace

// «il y a un mois et 21 jours», «2 weeks and 2 days ago»: to the day. None where there is only one part.
std::optional<Day> Resolver::from_today_in_parts(const Match& match, int sign) const {
  std::vector<std::pair<Unit, int>> parts;
  double amount = 0;
  for (const Capture& capture : match.captures) {
    if (capture.cls == Class::number || capture.cls == Class::dozen || capture.cls == Class::one)
      amount = capture.value;
    if (capture.cls != Class::unit) continue;
    const Unit unit = static_cast<Unit>(static_cast<int>(capture.value));
    if (amount != std::floor(amount) || amount > 10000 || unit < Unit::day) return std::nullopt;
    parts.emplace_back(unit, static_cast<int>(amount));
  }
  if (parts.size() < 2) return std::nullopt;
  Day day = today_->day;
  for (const auto& [unit, count] : parts) {
    if (unit == Unit::day || unit == Unit::week || unit == Unit::fortnight) {
      day += days(sign * count * (unit == Unit::day ? 1 : unit == Unit::week ? 7 : 14));
      continue;
    }
    const Point month = shift(day_point(day), Unit::month, sign * count * (unit == Unit::year ? 12 : 1));
    if (unit != Unit::year && unit != Unit::month) return std::nullopt;
    const auto in_month = static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(day).day()));
    day = std::min(last_day(month), first_day(month) + days(in_month - 1));
  }
  return day;
}

// «il y a deux ans», «dans une semaine»: at the grain of the unit, a week at the grain of a day.
Meaning Resolver::from_today(const Match& match, const Fields& fields) {
  if (!today_ || fields.vague || !(fields.has_amount || fields.fraction != 0)) return unknown();
  const int sign = match.rule->operation == Operation::ago ? -1 : 1;
  if (const auto day = from_today_in_parts(match, sign)) return told(day_point(*day));
  double amount = fields.has_amount ? fields.amount : 0;
  Unit unit = fields.unit;
  if (fields.fraction > 0) amount += fields.fraction / 60.0;
  if (amount != std::floor(amount) && unit == Unit::year) amount *= 12, unit = Unit::month;
  if (amount > 10000) return unknown();
  if (unit <= Unit::hour) {
    const double seconds = amount * (unit == Unit::hour ? 3600 : unit == Unit::minute ? 60 : 1);
    if (!today_->has_clock())
      return told(day_point(today_->day + days(sign * static_cast<int>(seconds / 86400))));
    const int64_t at = (today_->hour * 60 + std::max(0, today_->minute)) + sign * std::llround(seconds / 60);
    const int64_t day = at >= 0 ? at / 1440 : -((1439 - at) / 1440);
    Point out = day_point(today_->day + days(day));
    out.hour = static_cast<int>((at - day * 1440) / 60);
    out.minute = static_cast<int>((at - day * 1440) % 60);
    return told(out);
  }
  return told(shift(day_point(today_->day), unit, sign * static_cast<int>(amount)));
}

// «Trois jours plus tard»: from the time last mentioned, if that is fine enough.
Meaning Resolver::from_last(const Fields& fields, int sign) {
  if (fields.vague || !fields.has_amount || fields.amount > 10000) return unknown();
  if (fields.unit <= Unit::hour) {
    if (!clock_ || fields.unit == Unit::second) return unknown();
    const int64_t minutes = std::llround(fields.amount * (fields.unit == Unit::hour ? 60 : 1));
    const int64_t at = clock_->hour * 60 + std::max(0, clock_->minute) + sign * minutes;
    const int64_t day = at >= 0 ? at / 1440 : -((1439 - at) / 1440);
    Point out = day_point(clock_->day + days(day));
    out.hour = static_cast<int>((at - day * 1440) / 60);
    out.minute = static_cast<int>((at - day * 1440) % 60);
    return told(out);
  }
  if (!last_) return unknown();
  Point base = last_->point;
  if (base.grain == Grain::day) base = day_point(base.day);
  double amount = fields.amount;
  Unit unit = fields.unit;
  if (amount != std::floor(amount) && unit == Unit::year) amount *= 12, unit = Unit::month;
  return told(shift(base, unit, sign * static_cast<int>(amount)));
}

// «Le lendemain», «la veille de Noël», «la semaine suivante».
Meaning Resolver::neighbour(const Fields& fields, int sign) {
  Point base;
  if (fields.feast != 0 || (fields.day != 0 && fields.month != 0) || fields.weekday != 0) {
    Fields named = fields;
    named.has_offset = false;
    named.part = Part::none;
    base = point(named);
  } else if (last_) {
    base = last_->point;
    if (!fields.has_unit && last_day_) base = last_day_->point;
  } else if (today_ && fields.has_unit && fields.unit >= Unit::quarter) {
    base = day_point(today_->day);  // «the next quarter», where none was told
  }
  if (!base) return unknown();
  const int steps = fields.has_offset ? fields.offset : sign;
  const Unit unit = fields.has_unit ? fields.unit : Unit::day;
  if (base.grain == Grain::day) base = day_point(base.day);
  Point out;
  if (unit == Unit::quarter || unit == Unit::half) {
    out = base.grain >= Grain::half ? shift(enclosing(unit, first_day(base)), unit, steps) : Point{};
  } else if (unit == Unit::week || unit == Unit::weekend) {
    out = base.grain >= Grain::week ? shift(enclosing(unit, first_day(base)), unit, steps) : Point{};
  } else {
    out = shift(base, unit, steps);
  }
  if (out.grain == Grain::day) out.part = fields.part;
  return told(out);
}

Meaning Resolver::same(const Fields& fields) {
  const bool moment = fields.has_unit && fields.unit <= Unit::hour;
  if (moment && clock_) return told(*clock_);
  if (fields.has_unit && fields.unit > Unit::day) {
    if (!last_ || last_->point.grain < Grain::year) return unknown();
    const Point out = enclosing(fields.unit, first_day(last_->point));
    if (out.grain > last_->point.grain) return unknown();
    return told(out);
  }
  if (!last_day_) return unknown();
  Point out = last_day_->point;
  if (fields.part != Part::none || !moment) {
    out = day_point(out.day);
    out.part = fields.part;
  }
  return told(out);
}

// «La semaine dernière», «cette année», «le week-end prochain».
Meaning Resolver::shifted(const Match& match, const Fields& fields) {
  if (fields.unit < Unit::day) return no_time();
  const bool before = match.rule->name == "shifted-before";  // «le prochain trimestre»
  if (before && fields.unit <= Unit::day) return no_time();
  // «la dernière semaine» may be the last one of something
  if (before && fields.step < 0 && fields.unit != Unit::quarter && fields.unit != Unit::half)
    return no_time();
  if (!today_) return unknown();
  const Day from = today_->day;
  int step = match.rule->name == "after-next" ? 2 : fields.step;
  if (fields.year != 0) return told(year_point(fields.year));
  if (fields.unit == Unit::weekend) {
    const bool on_it = weekday_of(from) >= 6;
    if (step > 0) step = on_it ? 1 : 0;
    // «passé le week-end à boire»: the one that the day told before belongs to
    const bool bare = fields.step == 0 && !fields.current;
    if (bare && last_day_ && last_day_->point.day <= from && last_day_->point.day + days(14) >= from)
      return told(weekend_point(last_day_->point.day));
    const bool behind = fields.current ? place_.direction < 0 : place_.direction <= 0;
    if (step == 0 && fields.step == 0 && behind && weekday_of(from) <= 4) step = -1;
    return told(weekend_point(from + days(7 * step)));
  }
  if (fields.unit == Unit::week) return told(week_point(from + days(7 * step)));
  if (fields.unit == Unit::quarter || fields.unit == Unit::half)
    return told(shift(enclosing(fields.unit, from), fields.unit, step));
  Point out = shift(day_point(from), fields.unit, step);
  if (out.grain == Grain::day) out.part = fields.part;
  return told(out);
}

}  // namespace recoupe::times
