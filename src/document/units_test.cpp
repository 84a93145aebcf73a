#include "document/units.hpp"

#include <gtest/gtest.h>

namespace recoupe {
namespace {

TEST(Units, MeasuresInSi) {
  const auto in_si = [](double value, std::string_view unit) { return to_si(value, *si_unit(unit)); };
  EXPECT_DOUBLE_EQ(in_si(500, "[mi_i]"), 804672);
  EXPECT_DOUBLE_EQ(in_si(130, "km/h"), 36.11111111);
  EXPECT_DOUBLE_EQ(in_si(-40, "[degF]"), 233.15);
  EXPECT_DOUBLE_EQ(in_si(-40, "Cel"), 233.15);
  EXPECT_DOUBLE_EQ(in_si(12, "har"), 120000);
  EXPECT_DOUBLE_EQ(in_si(3, "wk"), 1814400);
  EXPECT_EQ(si_unit("km2")->unit, "m2");
  EXPECT_DOUBLE_EQ(in_si(7, "kg"), 7);
}

TEST(Units, NoneWhereNoneIsFixed) {
  for (const char* unit : {"EUR", "%", "mo", "a", ""}) EXPECT_FALSE(si_unit(unit)) << unit;
}

}  // namespace
}  // namespace recoupe
