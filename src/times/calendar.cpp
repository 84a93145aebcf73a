#include "times/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace recoupe::times {

using std::chrono::days;
using std::chrono::year_month_day;

namespace {

year_month_day civil(Day day) {
  return year_month_day(day);
}
Day at(int year, int month, int day) {
  return Day(std::chrono::year(year) / month / day);
}
// The month `amount` months after the given one; month counts from 1.
std::pair<int, int> add_months(int year, int month, int amount) {
  const int sum = year * 12 + (month - 1) + amount;
  const int whole = sum >= 0 ? sum / 12 : -((11 - sum) / 12);
  return {whole, sum - whole * 12 + 1};
}
Day monday(int iso_year, int week) {
  const Day fourth = at(iso_year, 1, 4);  // always in week 1
  return fourth - days(weekday_of(fourth) - 1) + days(7 * (week - 1));
}

}  // namespace

int year_of(Day day) {
  return static_cast<int>(civil(day).year());
}
int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(civil(day).month()));
}
int weekday_of(Day day) {
  return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

std::optional<Day> make_day(int year, int month, int day) {
  const year_month_day ymd = std::chrono::year(year) / month / day;
  if (month < 1 || day < 1 || !ymd.ok()) return std::nullopt;
  return Day(ymd);
}

// The anonymous Gregorian computus (Meeus).
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 19 * l) / 433;
  const int month = (h + l - 7 * m + 90) / 25, day = (h + l - 7 * m + 33 * month + 19) % 32;
  return at(year, month, day);
}

Point day_point(Day day) {
  Point out;
  out.grain = Grain::day;
  out.year = year_of(day);
  out.index = month_of(day);
  out.day = day;
  return out;
}
Point month_point(int year, int month) {
  Point out;
  out.grain = Grain::month;
  out.year = year;
  out.index = month;
  return out;
}
Point year_point(int year) {
  Point out;
  out.grain = Grain::year;
  out.year = year;
  return out;
}
Point week_point(Day day) {
  const Day thursday = day + days(4 - weekday_of(day));  // ISO: a week belongs to the year of its Thursday
  Point out;
  out.grain = Grain::week;
  out.year = year_of(thursday);
  out.index = static_cast<int>((thursday - at(out.year, 1, 1)).count()) / 7 + 1;
  return out;
}
Point weekend_point(Day day) {
  Point out = week_point(day);
  out.grain = Grain::weekend;
  return out;
}

Point enclosing(Unit unit, Day day) {
  const int year = year_of(day), month = month_of(day);
  Point out;
  out.year = year;
  switch (unit) {
    case Unit::day:
      return day_point(day);
    case Unit::week:
    case Unit::fortnight:
      return week_point(day);
    case Unit::weekend:
      return weekend_point(day);
    case Unit::month:
      return month_point(year, month);
    case Unit::quarter:
      out.grain = Grain::quarter;
      out.index = (month + 2) / 3;
      return out;
    case Unit::half:
      out.grain = Grain::half;
      out.index = (month + 5) / 6;
      return out;
    case Unit::year:
      return year_point(year);
    case Unit::decade:
      out.grain = Grain::decade;
      out.year = year / 10 * 10;
      return out;
    case Unit::century:
      out.grain = Grain::century;
      out.year = year / 100 * 100;
      return out;
    default:
      return {};
  }
}

Day first_day(const Point& point) {
  switch (point.grain) {
    case Grain::half:
      return at(point.year, point.index * 6 - 5, 1);
    case Grain::quarter:
      return at(point.year, point.index * 3 - 2, 1);
    case Grain::season:  // spring, summer, autumn, winter (which begins in December)
      return at(point.year, point.index * 3, 1);
    case Grain::month:
      return at(point.year, point.index, 1);
    case Grain::week:
      return monday(point.year, point.index);
    case Grain::weekend:
      return monday(point.year, point.index) + days(5);
    case Grain::day:
      return point.day;
    default:
      return at(point.year, 1, 1);
  }
}

Day last_day(const Point& point) {
  const auto before_month = [&](int year, int month, int amount) {
    const auto [y, m] = add_months(year, month, amount);
    return at(y, m, 1) - days(1);
  };
  switch (point.grain) {
    case Grain::century:
      return at(point.year + 99, 12, 31);
    case Grain::decade:
      return at(point.year + 9, 12, 31);
    case Grain::half:
      return before_month(point.year, point.index * 6 - 5, 6);
    case Grain::quarter:
      return before_month(point.year, point.index * 3 - 2, 3);
    case Grain::season:
      return before_month(point.year, point.index * 3, 3);
    case Grain::month:
      return before_month(point.year, point.index, 1);
    case Grain::week:
    case Grain::weekend:
      return monday(point.year, point.index) + days(6);
    case Grain::day:
      return point.day;
    default:
      return at(point.year, 12, 31);
  }
}

namespace {

Point shift_months(const Point& point, int amount) {
  if (point.grain == Grain::day) {
    const auto ymd = civil(point.day);
    const auto [year, month] = add_months(point.year, point.index, amount);
    return month_point(year, month + (ymd.ok() ? 0 : 0));
  }
  if (point.grain < Grain::month) return {};
  const Day day = first_day(point);
  const auto [year, month] = add_months(year_of(day), month_of(day), amount);
  return month_point(year, month);
}

Point shift_days(const Point& point, int amount) {
  if (point.grain == Grain::day) return day_point(point.day + days(amount));
  if ((point.grain == Grain::week || point.grain == Grain::weekend) && amount % 7 == 0) {
    Point out = week_point(first_day(point) + days(amount));
    out.grain = point.grain;
    return out;
  }
  return {};
}

}  // namespace

Point shift(const Point& point, Unit unit, int amount) {
  if (!point || std::abs(amount) > 20000) return {};
  const Day day = first_day(point);
  const bool quarters = point.grain == Grain::quarter && unit == Unit::quarter;
  if (quarters || (point.grain == Grain::half && unit == Unit::half)) {
    const int most = quarters ? 4 : 2, index = point.year * most + point.index - 1 + amount;
    Point out = point;
    out.year = index / most;
    out.index = index % most + 1;
    return out;
  }
  switch (unit) {
    case Unit::day:
      return shift_days(point, amount);
    case Unit::week:
    case Unit::weekend:
      return shift_days(point, 7 * amount);
    case Unit::fortnight:
      return shift_days(point, 14 * amount);
    case Unit::month:
      return shift_months(point, amount);
    case Unit::quarter:
      return shift_months(point, 3 * amount);
    case Unit::half:
      return shift_months(point, 6 * amount);
    case Unit::year:
    case Unit::decade:
    case Unit::century: {
      if (unit == Unit::year && point.grain < Grain::year) return {};
      Point out = enclosing(unit, day);
      out.year += amount * (unit == Unit::year ? 1 : unit == Unit::decade ? 10 : 100);
      return out.year > 0 && out.year < 10000 ? out : Point{};
    }
    default:
      return {};
  }
}

namespace {

constexpr std::string_view season_names[] = {"SP", "SU", "FA", "WI"};
constexpr std::string_view part_names[] = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};

std::string print_coarse(const Point& point) {
  switch (point.grain) {
    case Grain::century:
      return fmt::format("{:02}", point.year / 100);
    case Grain::decade:
      return fmt::format("{:03}", point.year / 10);
    case Grain::year:
      return fmt::format("{:04}", point.year);
    case Grain::half:
      return fmt::format("{:04}-H{}", point.year, point.index);
    case Grain::quarter:
      return fmt::format("{:04}-Q{}", point.year, point.index);
    case Grain::season:
      return fmt::format("{:04}-{}", point.year, season_names[std::clamp(point.index, 1, 4) - 1]);
    case Grain::month:
      return fmt::format("{:04}-{:02}", point.year, point.index);
    case Grain::week:
      return fmt::format("{:04}-W{:02}", point.year, point.index);
    case Grain::weekend:
      return fmt::format("{:04}-W{:02}-WE", point.year, point.index);
    default:
      return {};
  }
}

}  // namespace

std::string print(const Point& point) {
  if (point.grain != Grain::day) return print_coarse(point);
  const auto ymd = civil(point.day);
  std::string out = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  if (point.has_clock()) {
    out += fmt::format("T{:02}:{:02}", point.hour, std::max(0, point.minute));
    if (point.second >= 0) out += fmt::format(":{:02}", point.second);
  } else {
    out += part_names[static_cast<size_t>(point.part)];
  }
  return out;
}

namespace {

std::string whole(double amount, char unit) {
  return fmt::format("{:.0f}{}", amount, unit);
}

}  // namespace

std::string print_duration(Unit unit, double amount) {
  constexpr std::string_view vague[] = {"PTXS", "PTXM", "PTXH", "PXD", "PXW",  "PXW",  "PXWE",
                                        "PXM",  "PXQ",  "PXM",  "PXY", "PXDE", "PXCE", "PXML"};
  if (amount < 0) return std::string(vague[static_cast<size_t>(unit)]);
  struct Scale {
    Unit unit;
    double factor;
    Unit to;
  };
  // Units that TIMEX3 has no letter for are told in the next smaller one: two decades are P20Y.
  constexpr Scale scales[] = {{Unit::fortnight, 2, Unit::week}, {Unit::quarter, 3, Unit::month},
                              {Unit::half, 6, Unit::month},     {Unit::decade, 10, Unit::year},
                              {Unit::century, 100, Unit::year}, {Unit::millennium, 1000, Unit::year}};
  for (const Scale& scale : scales)
    if (scale.unit == unit) return print_duration(scale.to, amount * scale.factor);
  constexpr char letters[] = {'S', 'M', 'H', 'D', 'W', 'W', 'E', 'M', 'M', 'M', 'Y'};
  const char letter = letters[static_cast<size_t>(unit)];
  const bool clock = unit <= Unit::hour;
  const double fraction = amount - std::floor(amount);
  if (unit == Unit::weekend) return "P" + whole(amount, 'W') + "E";
  // Halves are told in the next smaller unit: «deux heures et demie» PT2H30M, «un an et demi» P1Y6M.
  constexpr double finer[] = {0, 60, 60, 24, 0, 0, 0, 0, 0, 0, 12};
  const double parts = fraction * finer[static_cast<size_t>(unit)];
  if (fraction > 0 && parts > 0 && parts == std::floor(parts)) {
    const double base = std::floor(amount);
    const std::string head = base > 0 ? whole(base, letter) : std::string();
    if (clock) return "PT" + head + whole(parts, unit == Unit::hour ? 'M' : 'S');
    if (unit == Unit::day) return "P" + head + "T" + whole(parts, 'H');
    return "P" + head + whole(parts, 'M');
  }
  return fmt::format("P{}{}{}", clock ? "T" : "", amount, letter);
}

std::optional<Point> parse_date(std::string_view value) {
  const auto number = [&](size_t start, size_t size) {
    int out = 0;
    for (size_t i = start; i < start + size; ++i) {
      if (i >= value.size() || value[i] < '0' || value[i] > '9') return -1;
      out = out * 10 + (value[i] - '0');
    }
    return out;
  };
  if (value.size() < 10 || value[4] != '-' || value[7] != '-') return std::nullopt;
  const auto day = make_day(number(0, 4), number(5, 2), number(8, 2));
  if (!day || number(0, 4) < 0) return std::nullopt;
  Point out = day_point(*day);
  if (value.size() >= 16 && value[10] == 'T' && value[13] == ':' && number(11, 2) >= 0 &&
      number(14, 2) >= 0) {
    out.hour = number(11, 2);
    out.minute = number(14, 2);
  }
  return out;
}

}  // namespace recoupe::times
