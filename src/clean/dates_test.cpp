#include "clean/dates.hpp"

#include <gtest/gtest.h>

namespace recoupe::clean {
namespace {

std::string found(std::string_view text, bool month_first = false) {
  const auto date = find_date(text, 0, month_first);
  return date ? date->value + " «" + std::string(slice(text, date->span)) + "»" : "-";
}

TEST(Dates, AsPublishersWriteThem) {
  EXPECT_EQ(found("Publié le 26 octobre 2016 à 12h54"), "2016-10-26T12:54 «26 octobre 2016 à 12h54»");
  EXPECT_EQ(found("Mercredi 1er mars 2017, 9 h"), "2017-03-01T09:00 «Mercredi 1er mars 2017, 9 h»");
  EXPECT_EQ(found("le 3 févr. 2021"), "2021-02-03 «3 févr. 2021»");
  EXPECT_EQ(found("12 mars 2024 – 19 h 42"), "2024-03-12T19:42 «12 mars 2024 – 19 h 42»");
  EXPECT_EQ(found("Updated Oct. 26, 2016, 5:45 PM ET"), "2016-10-26T17:45 «Oct. 26, 2016, 5:45 PM»");
  EXPECT_EQ(found("Friday, July 21, 2017 A group"), "2017-07-21 «Friday, July 21, 2017»");
  EXPECT_EQ(found("13 March 2024, 21:40 GMT"), "2024-03-13T21:40 «13 March 2024, 21:40»");
  EXPECT_EQ(found("12:05 AM, May 3rd, 2019"), "2019-05-03 «May 3rd, 2019»");
  EXPECT_EQ(found("Wed, 26 Oct 2016 12:54:00 +0200"), "2016-10-26T12:54 «Wed, 26 Oct 2016 12:54:00»");
  EXPECT_EQ(found("2016-10-26T12:54:31.250Z"), "2016-10-26T12:54 «2016-10-26T12:54:31.250»");
}

TEST(Dates, AllInNumbers) {
  EXPECT_EQ(found("13/03/2024 à 18h05"), "2024-03-13T18:05 «13/03/2024 à 18h05»");
  EXPECT_EQ(found("3.4.2024"), "2024-04-03 «3.4.2024»");
  EXPECT_EQ(found("3/4/2024", true), "2024-03-04 «3/4/2024»");
  EXPECT_EQ(found("10/26/2016"), "2016-10-26 «10/26/2016»");  // there is no month 26
  EXPECT_EQ(found("2016/10/26"), "2016-10-26 «2016/10/26»");
}

TEST(Dates, WhatIsNoDate) {
  for (const char* text : {"", "31 février 2016", "26 octobre", "octobre 2016", "32/10/2016", "12 mars 1066",
                           "1.2.3", "192.168.10.2016", "le 5 mai, 3000 personnes", "99/99/9999"})
    EXPECT_EQ(found(text), "-") << text;
  EXPECT_EQ(found("29 février 2016"), "2016-02-29 «29 février 2016»");
}

TEST(Dates, OfMetadata) {
  const auto bounds = [](std::string_view text) {
    const DateBounds b = read_date(text);
    return b.value + " " + b.from + ".." + b.to;
  };
  EXPECT_EQ(bounds("2024-03-12T23:15:00Z"), "2024-03-12T23:15 2024-03-12..2024-03-12");
  EXPECT_EQ(bounds("2024-03"), " 2024-03-01..2024-03-31");
  EXPECT_EQ(bounds("2024"), " 2024-01-01..2024-12-31");
  EXPECT_EQ(bounds("mars 2023"), " 2023-03-01..2023-03-31");
  EXPECT_EQ(bounds("20240312"), "2024-03-12 2024-03-12..2024-03-12");
  EXPECT_EQ(bounds("1710285300"), "2024-03-12T23:15 2024-03-12..2024-03-12");
  EXPECT_EQ(bounds("1710285300000"), "2024-03-12T23:15 2024-03-12..2024-03-12");
  EXPECT_EQ(bounds("hier"), " ..");
  EXPECT_EQ(bounds("2024-13"), " ..");
  EXPECT_EQ(bounds("3/4/2024"), "2024-04-03 2024-04-03..2024-04-03");
  EXPECT_EQ(read_date("3/4/2024", true).value, "");
  EXPECT_EQ(read_date("3/4/2024", true).from, "2024-03-04");
  EXPECT_EQ(read_date("3/4/2024", true).to, "2024-04-03");
  EXPECT_EQ(read_date("3/14/2024", true).value, "2024-03-14");
}

TEST(Dates, OfAnAddress) {
  EXPECT_EQ(date_of_url("https://a.example/2016/10/26/un-titre-2015").value, "2016-10-26");
  EXPECT_EQ(date_of_url("https://a.example/monde/2016-10-26-un-titre").value, "2016-10-26");
  EXPECT_EQ(date_of_url("https://a.example/x/20161026/y").value, "2016-10-26");
  EXPECT_EQ(date_of_url("https://a.example/2016/10/un-titre").from, "2016-10-01");
  EXPECT_EQ(date_of_url("https://a.example/2016/10/un-titre").to, "2016-10-31");
  EXPECT_EQ(date_of_url("https://a.example/article-12345678").value, "");
  EXPECT_EQ(date_of_url("https://2016/10/26").value, "");  // the host is no path
}

}  // namespace
}  // namespace recoupe::clean
