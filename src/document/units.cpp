#include "document/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace recoupe {
namespace {

// From UCUM's own definitions (international foot and mile, US gallon and barrel, 15 degree calorie as
// cal_th).
constexpr std::array table = {
    std::pair{std::string_view("km"), SiUnit{"m", 1000}},
    std::pair{std::string_view("hm"), SiUnit{"m", 100}},
    std::pair{std::string_view("dm"), SiUnit{"m", 0.1}},
    std::pair{std::string_view("cm"), SiUnit{"m", 0.01}},
    std::pair{std::string_view("mm"), SiUnit{"m", 0.001}},
    std::pair{std::string_view("um"), SiUnit{"m", 1e-6}},
    std::pair{std::string_view("nm"), SiUnit{"m", 1e-9}},
    std::pair{std::string_view("[mi_i]"), SiUnit{"m", 1609.344}},
    std::pair{std::string_view("[nmi_i]"), SiUnit{"m", 1852}},
    std::pair{std::string_view("[yd_i]"), SiUnit{"m", 0.9144}},
    std::pair{std::string_view("[ft_i]"), SiUnit{"m", 0.3048}},
    std::pair{std::string_view("[in_i]"), SiUnit{"m", 0.0254}},
    std::pair{std::string_view("[ly]"), SiUnit{"m", 9460730472580800.0}},
    std::pair{std::string_view("km2"), SiUnit{"m2", 1e6}},
    std::pair{std::string_view("cm2"), SiUnit{"m2", 1e-4}},
    std::pair{std::string_view("har"), SiUnit{"m2", 1e4}},
    std::pair{std::string_view("[acr_us]"), SiUnit{"m2", 4046.872609874252}},
    std::pair{std::string_view("[mi_i]2"), SiUnit{"m2", 2589988.110336}},
    std::pair{std::string_view("[yd_i]2"), SiUnit{"m2", 0.83612736}},
    std::pair{std::string_view("[ft_i]2"), SiUnit{"m2", 0.09290304}},
    std::pair{std::string_view("[ft_i]3"), SiUnit{"m3", 0.028316846592}},
    std::pair{std::string_view("L"), SiUnit{"m3", 0.001}},
    std::pair{std::string_view("mL"), SiUnit{"m3", 1e-6}},
    std::pair{std::string_view("cL"), SiUnit{"m3", 1e-5}},
    std::pair{std::string_view("hL"), SiUnit{"m3", 0.1}},
    std::pair{std::string_view("[gal_us]"), SiUnit{"m3", 0.003785411784}},
    std::pair{std::string_view("[bbl_us]"), SiUnit{"m3", 0.158987294928}},
    std::pair{std::string_view("t"), SiUnit{"kg", 1000}},
    std::pair{std::string_view("kt"), SiUnit{"kg", 1e6}},
    std::pair{std::string_view("Mt"), SiUnit{"kg", 1e9}},
    std::pair{std::string_view("g"), SiUnit{"kg", 0.001}},
    std::pair{std::string_view("mg"), SiUnit{"kg", 1e-6}},
    std::pair{std::string_view("ug"), SiUnit{"kg", 1e-9}},
    std::pair{std::string_view("[lb_av]"), SiUnit{"kg", 0.45359237}},
    std::pair{std::string_view("[oz_av]"), SiUnit{"kg", 0.028349523125}},
    std::pair{std::string_view("km/h"), SiUnit{"m/s", 1 / 3.6}},
    std::pair{std::string_view("[mi_i]/h"), SiUnit{"m/s", 0.44704}},
    std::pair{std::string_view("[kn_i]"), SiUnit{"m/s", 1852.0 / 3600}},
    std::pair{std::string_view("Cel"), SiUnit{"K", 1, 273.15}},
    std::pair{std::string_view("[degF]"), SiUnit{"K", 5.0 / 9, 459.67 * 5 / 9}},
    std::pair{std::string_view("kW"), SiUnit{"W", 1e3}},
    std::pair{std::string_view("MW"), SiUnit{"W", 1e6}},
    std::pair{std::string_view("GW"), SiUnit{"W", 1e9}},
    std::pair{std::string_view("TW"), SiUnit{"W", 1e12}},
    std::pair{std::string_view("W.h"), SiUnit{"J", 3.6e3}},
    std::pair{std::string_view("kW.h"), SiUnit{"J", 3.6e6}},
    std::pair{std::string_view("MW.h"), SiUnit{"J", 3.6e9}},
    std::pair{std::string_view("GW.h"), SiUnit{"J", 3.6e12}},
    std::pair{std::string_view("TW.h"), SiUnit{"J", 3.6e15}},
    std::pair{std::string_view("kJ"), SiUnit{"J", 1e3}},
    std::pair{std::string_view("cal"), SiUnit{"J", 4.184}},
    std::pair{std::string_view("kcal"), SiUnit{"J", 4184}},
    std::pair{std::string_view("kV"), SiUnit{"V", 1e3}},
    std::pair{std::string_view("kHz"), SiUnit{"Hz", 1e3}},
    std::pair{std::string_view("MHz"), SiUnit{"Hz", 1e6}},
    std::pair{std::string_view("GHz"), SiUnit{"Hz", 1e9}},
    std::pair{std::string_view("hPa"), SiUnit{"Pa", 100}},
    std::pair{std::string_view("mbar"), SiUnit{"Pa", 100}},
    std::pair{std::string_view("mSv"), SiUnit{"Sv", 0.001}},
    std::pair{std::string_view("min"), SiUnit{"s", 60}},
    std::pair{std::string_view("h"), SiUnit{"s", 3600}},
    std::pair{std::string_view("d"), SiUnit{"s", 86400}},
    std::pair{std::string_view("wk"), SiUnit{"s", 604800}},
    std::pair{std::string_view("ms"), SiUnit{"s", 0.001}},
};
// What is SI already.
constexpr std::array<std::string_view, 12> base = {"m", "m2", "m3", "kg",   "s",  "m/s",
                                                   "W", "J",  "V",  "m3/s", "Hz", "A"};

}  // namespace

std::optional<SiUnit> si_unit(std::string_view ucum) {
  const auto at =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == ucum; });
  if (at != table.end()) return at->second;
  const auto same = std::find(base.begin(), base.end(), ucum);
  return same != base.end() ? std::optional<SiUnit>(SiUnit{*same}) : std::nullopt;
}

double to_si(double value, const SiUnit& unit) {
  const double si = value * unit.factor + unit.offset;
  if (si == 0 || !std::isfinite(si)) return si;
  const double digits = std::pow(10, 9 - std::floor(std::log10(std::abs(si))));
  return std::isfinite(digits) && digits > 0 ? std::round(si * digits) / digits : si;
}

}  // namespace recoupe
