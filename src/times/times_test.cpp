#include "times/times.hpp"

#include <gtest/gtest.h>

#include "times/calendar.hpp"

namespace recoupe::times {
namespace {

Document article(std::string text, Language language = Language::french) {
  static const Words words = load_words();
  Document document;
  document.text = std::move(text);
  document.language = language;
  find_times(document, words);
  return document;
}

TEST(Calendar, WeeksFollowIso) {
  EXPECT_EQ(print(week_point(*make_day(2016, 1, 3))), "2015-W53");
  EXPECT_EQ(print(week_point(*make_day(2016, 1, 4))), "2016-W01");
  EXPECT_EQ(print(weekend_point(*make_day(2016, 6, 4))), "2016-W22-WE");
  EXPECT_EQ(first_day(week_point(*make_day(2017, 1, 1))), *make_day(2016, 12, 26));
}

TEST(Calendar, EasterOfKnownYears) {
  EXPECT_EQ(easter(2016), *make_day(2016, 3, 27));
  EXPECT_EQ(easter(2017), *make_day(2017, 4, 16));
  EXPECT_EQ(easter(2024), *make_day(2024, 3, 31));
}

TEST(Calendar, ShiftKeepsTheGrainOfTheUnit) {
  const Point day = day_point(*make_day(2016, 3, 31));
  EXPECT_EQ(print(shift(day, Unit::day, 1)), "2016-04-01");
  EXPECT_EQ(print(shift(day, Unit::month, -4)), "2015-11");
  EXPECT_EQ(print(shift(day, Unit::year, -45)), "1971");
  EXPECT_EQ(print(shift(year_point(2012), Unit::day, 3)), "");
}

TEST(Calendar, DurationsUseTheUnitsThatTimexHas) {
  EXPECT_EQ(print_duration(Unit::day, 3), "P3D");
  EXPECT_EQ(print_duration(Unit::hour, 0.5), "PT30M");
  EXPECT_EQ(print_duration(Unit::year, 2.5), "P2Y6M");
  EXPECT_EQ(print_duration(Unit::decade, 2), "P20Y");
  EXPECT_EQ(print_duration(Unit::month, -1), "PXM");
  EXPECT_EQ(print_duration(Unit::minute, -1), "PTXM");
}

TEST(Times, TheDatelineDatesAnUndatedArticle) {
  const Document document = article("Un titre\n\n12 mars 2016. – Le maire a démissionné hier.");
  ASSERT_EQ(document.times.size(), 2u);
  EXPECT_EQ(document.times[1].value, "2016-03-11");
  ASSERT_TRUE(document.published);
  EXPECT_EQ(document.published->value, "2016-03-12");
  EXPECT_EQ(document.published->basis, DateBasis::text);
}

TEST(Times, AnAgencysDatelineNeedNotOpenItsLine) {
  const Document document = article("Un titre\n\nLYON, 12 mars 2016 (Agence) - Le maire a démissionné hier.");
  ASSERT_EQ(document.times.size(), 2u);
  EXPECT_EQ(document.times[1].value, "2016-03-11");
  const Document other = article("Un titre\n\nNé le 12 mars 2016, il a ri hier.");
  ASSERT_EQ(other.times.size(), 2u);
  EXPECT_EQ(other.times[1].value, "");
}

TEST(Times, AWeekdayWithADayOfTheMonthNarrowsTheYear) {
  const Document document =
      article("Voté en 2015, le texte a été signé mardi 25 octobre, puis le 3 novembre.");
  ASSERT_EQ(document.times.size(), 3u);
  EXPECT_EQ(document.times[1].value, "2016-10-25");
  EXPECT_EQ(document.times[2].value, "2016-11-03");
  ASSERT_TRUE(document.published);
  EXPECT_EQ(document.published->value, "");
  EXPECT_EQ(document.published->from, "2016-10-25");
  EXPECT_EQ(document.published->to, "");
  // Neither year fits, or nothing says from which one to count: the date stays open.
  EXPECT_EQ(article("Voté en 2012, le texte a été signé mardi 25 octobre.").times[1].value, "");
  EXPECT_EQ(article("Le texte a été signé mardi 25 octobre.").times[0].value, "");
}

TEST(Times, BoundsThatLieInOneYearGiveIt) {
  static const Words words = load_words();
  Document document;
  document.text = "Le pont a fermé le 12 mars.";
  document.language = Language::french;
  document.published = PublicationDate{"", DateBasis::url, "2016-03-01", "2016-03-31", {}};
  find_times(document, words);
  EXPECT_EQ(document.times[0].value, "2016-03-12");
}

TEST(Times, AnyBytesGiveSortedSpansOnBorders) {
  const std::string odd =
      "le 3 \xFF\xFE mai\xE2\x80 l'\xC3 « 12/ ’ 1er\n\n\n- - 99999999999999999999 ans 14h";
  for (size_t size = 0; size <= odd.size(); ++size) {
    const Document document = article(odd.substr(0, size));
    uint32_t free_from = 0;
    for (const Time& time : document.times) {
      EXPECT_LE(free_from, time.span.begin);
      EXPECT_LT(time.span.begin, time.span.end);
      EXPECT_LE(time.span.end, size);
      free_from = time.span.end;
    }
  }
}

TEST(Times, ALongLineTakesLinearTime) {
  std::string text;
  while (text.size() < 2'000'000) text += "le 1 2 3 4 lundi de à 12 h 3 et 4 mars la nuit du un un un ";
  EXPECT_GT(article(text).times.size(), 1000u);
}

}  // namespace
}  // namespace recoupe::times
