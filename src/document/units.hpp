// Measures in SI base units: 500 miles are 804672 m, 37.2 Cel are 310.35 K.
#pragma once

#include <optional>
#include <string_view>

namespace recoupe {

struct SiUnit {
  std::string_view unit;  // UCUM: m, m2, m3, kg, s, K, m/s, m3/s, J, W, Pa, Hz
  double factor = 1;      // SI = value * factor + offset
  double offset = 0;
};

// How a UCUM code of figure_units.tsv is told in SI; none for money, percents, counts, and units whose length
// is not fixed (months, years).
std::optional<SiUnit> si_unit(std::string_view ucum);

// `value` in SI, to ten significant digits: what the press gives has far fewer.
double to_si(double value, const SiUnit& unit);

}  // namespace recoupe
