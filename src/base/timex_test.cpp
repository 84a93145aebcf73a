#include "base/timex.hpp"

#include <gtest/gtest.h>

namespace recoupe::timex {
namespace {

using namespace std::chrono;

Interval from_to(year_month_day first, year_month_day last) {
  return {sys_days(first), sys_days(last)};
}

TEST(Timex, IntervalsOfDatesAndCoarserTimes) {
  EXPECT_EQ(interval("2016-10-20"), from_to(2016y / 10 / 20, 2016y / 10 / 20));
  EXPECT_EQ(interval("2016-10-20T17:25"), from_to(2016y / 10 / 20, 2016y / 10 / 20));
  EXPECT_EQ(interval("2016-10-16TNI"), from_to(2016y / 10 / 16, 2016y / 10 / 16));
  EXPECT_EQ(interval("2016-02"), from_to(2016y / 2 / 1, 2016y / 2 / 29));
  EXPECT_EQ(interval("2016"), from_to(2016y / 1 / 1, 2016y / 12 / 31));
  EXPECT_EQ(interval("2016-W42"), from_to(2016y / 10 / 17, 2016y / 10 / 23));
  EXPECT_EQ(interval("2016-W42-WE"), from_to(2016y / 10 / 22, 2016y / 10 / 23));
  EXPECT_EQ(interval("2016-Q3"), from_to(2016y / 7 / 1, 2016y / 9 / 30));
  EXPECT_EQ(interval("2016-H1"), from_to(2016y / 1 / 1, 2016y / 6 / 30));
  EXPECT_EQ(interval("2016-WI"), from_to(2016y / 12 / 1, 2017y / 2 / 28));
  EXPECT_EQ(interval("198"), from_to(1980y / 1 / 1, 1989y / 12 / 31));
  EXPECT_EQ(interval("19"), from_to(1900y / 1 / 1, 1999y / 12 / 31));
}

TEST(Timex, ARangeCoversBothEnds) {
  EXPECT_EQ(interval("2016-01-25/2016-01-27"), from_to(2016y / 1 / 25, 2016y / 1 / 27));
  EXPECT_EQ(interval("1989/2002"), from_to(1989y / 1 / 1, 2002y / 12 / 31));
  EXPECT_EQ(interval("2002/1989"), std::nullopt);
}

TEST(Timex, NothingElseHasDays) {
  for (const char* value : {"", "P2Y", "PT17H", "PXD", "XXXX-WXX-6", "PRESENT_REF", "2016-13", "2016-02-30",
                            "2016-W99", "2016-", "-", "20167", "2016-10-20/", "2016-1"})
    EXPECT_EQ(interval(value), std::nullopt) << value;
}

TEST(Timex, OverlapAndContainment) {
  const auto month = *interval("2016-10"), day = *interval("2016-10-31"), week = *interval("2016-W44");
  EXPECT_TRUE(month.contains(day));
  EXPECT_TRUE(month.overlaps(week));
  EXPECT_FALSE(month.contains(week));
}

}  // namespace
}  // namespace recoupe::timex
