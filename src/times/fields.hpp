// What the captures of a match say, by field.
#pragma once

#include <span>

#include "times/calendar.hpp"
#include "times/pattern.hpp"

namespace recoupe::times {

struct Fields {
  int weekday = 0;  // 1-7; 0: not said
  int day = 0, month = 0, year = 0;
  int second_year_digits = -1;  // the 17 of «2016-17»
  int century = 0, tens = -1;
  int hour = -1, minute = -1, second = -1, noon = -1, fraction = 0, half = -1;
  int season = 0, feast = 0, ordinal = 0;
  Part part = Part::none;
  bool has_unit = false, has_offset = false, current = false, has_amount = false, vague = false, edge = false;
  Unit unit = Unit::day;
  int step = 0;    // dernier -1, prochain 1
  int offset = 0;  // hier -1, demain 1
  double amount = 0;

  bool has_clock() const { return hour >= 0 || noon >= 0; }
  bool has_date() const {
    return weekday != 0 || day != 0 || month != 0 || year != 0 || feast != 0 || has_offset || season != 0;
  }
};

Fields read_fields(std::span<const Capture> captures);

}  // namespace recoupe::times
