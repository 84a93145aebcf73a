// Dates as publishers write them, to ISO: enough for «Publié le», datelines, metadata and addresses. (What
// the article itself says of time is the business of times/.)
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.hpp"

namespace recoupe::clean {

struct WrittenDate {
  std::string value;    // 2016-10-26 or 2016-10-26T12:54; zones are dropped
  Span span;            // of the words, the clock time included
  bool unsure = false;  // all numbers, and «3/4/2024» is the fourth of March to some
};

// The first full date (day, month and year) at or after `from`.
//   26 octobre 2016 à 12h54 · mercredi 1er mars 2017 · Oct. 26, 2016, 5:45 PM · Wed, 26 Oct 2016 12:54:00
//   +0200 26/10/2016 · 26.10.2016 · 2016-10-26T12:54:00Z
// Day before month in all-number dates, unless the numbers forbid it or `month_first` says otherwise.
std::optional<WrittenDate> find_date(std::string_view text, size_t from = 0, bool month_first = false);

// What a value of metadata allows to say: a date, or the bounds of «2016-10» and «2016». Seconds since 1970
// are read too. Bounds are ISO dates, both included; all is empty where nothing can be read. `english`: the
// day and the month of «3/4/2024» may stand either way, so it gives bounds alone.
struct DateBounds {
  std::string value, from, to;
};
DateBounds read_date(std::string_view text, bool english = false);

// /2016/10/26/ or /2016-10-26/ or /20161026/ in an address; bounds for /2016/10/.
DateBounds date_of_url(std::string_view url);

}  // namespace recoupe::clean
