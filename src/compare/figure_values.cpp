#include "compare/figure_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "document/print.hpp"

namespace recoupe::compare {
namespace {

constexpr double approximately = 0.1;  // «près de 3 000» may be 2 850; whoever says 3 200 is not contradicted
constexpr double rounding = 0.03;      // 2,300 for 2 312 is how papers write

struct Range {
  double low, high;
};

Range range_of(const Figure& figure) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  Range range{figure.min.value_or(-infinity), figure.max.value_or(infinity)};
  if (figure.bound == Bound::approx) {
    range.low -= std::abs(range.low) * approximately;
    range.high += std::abs(range.high) * approximately;
  }
  return range;
}

bool is_point(const Figure& figure) {
  return figure.min && figure.max && *figure.min == *figure.max;
}

// The number in which a figure is said, whatever its bound: «au moins 4» is said as 4.
std::optional<double> said(const Figure& figure) {
  if (is_point(figure)) return figure.min;
  if (figure.min && !figure.max) return figure.min;
  if (figure.max && !figure.min) return figure.max;
  return {};
}

bool close(double a, double b, double tolerance) {
  return std::abs(a - b) <= tolerance * std::max(std::abs(a), std::abs(b));
}

bool is_round(double value) {
  return value >= 100 && std::fmod(value, 100) == 0;
}

}  // namespace

Values compare_values(const Figure& a, const Figure& b) {
  if (a.min == b.min && a.max == b.max) return a.bound == b.bound ? Values::same : Values::agree;
  const auto said_a = said(a), said_b = said(b);
  if (said_a && said_b && *said_a == *said_b) return Values::agree;
  if (is_point(a) && is_point(b)) {
    const bool loose = a.bound == Bound::approx || b.bound == Bound::approx;
    // «près de 52 %» may be 51.9 %, not 57 %.
    if (loose && a.category == FigureCategory::percent)
      return close(*a.min, *b.min, rounding) ? Values::agree : Values::apart;
    const bool rounded = is_round(*a.min) != is_round(*b.min);
    if (close(*a.min, *b.min, loose ? approximately : rounded ? rounding : 0)) return Values::agree;
    return Values::apart;
  }
  const Range x = range_of(a), y = range_of(b);
  return x.low <= y.high && y.low <= x.high ? Values::compatible : Values::apart;
}

std::string say_value(const Figure& figure) {
  const std::string unit = figure.unit.empty() ? "" : " " + figure.unit;
  const std::string low = figure.min ? print_number(*figure.min) : "";
  const std::string high = figure.max ? print_number(*figure.max) : "";
  if (!figure.min && !figure.max) return "an unknown number";
  if (!figure.max)
    return fmt::format("{} {}{}", figure.bound == Bound::more_than ? "more than" : "at least", low, unit);
  if (!figure.min)
    return fmt::format("{} {}{}", figure.bound == Bound::less_than ? "less than" : "at most", high, unit);
  if (low == high) return (figure.bound == Bound::approx ? "about " : "") + low + unit;
  return fmt::format("{} to {}{}", low, high, unit);
}

}  // namespace recoupe::compare
