#include "times/fields.hpp"

namespace recoupe::times {
namespace {

// 16 is 2016, 99 is 1999.
int full_year(int two_digits) {
  return two_digits < 40 ? 2000 + two_digits : 1900 + two_digits;
}

void read_day_words(Fields& out, Class cls, int value) {
  switch (cls) {
    case Class::weekday:
    case Class::weekdays:
    case Class::shortday:
      out.weekday = value;
      break;
    case Class::day:
      if (out.day == 0) out.day = value;  // «16, 17 et 18 juillet» begins on the 16th
      break;
    case Class::month:
    case Class::month2:
      out.month = value;
      break;
    case Class::year:
      out.year = value;
      break;
    case Class::year2:
      out.second_year_digits = value;
      if (out.year == 0) out.year = full_year(value);
      break;
    case Class::season:
      out.season = value;
      break;
    case Class::feast:
      out.feast = value;
      break;
    case Class::century:
      out.century = value;
      break;
    case Class::tens:
      out.tens = value;
      break;
    case Class::offset:
    case Class::follow:
      out.offset = value;
      out.has_offset = true;
      break;
    default:
      break;
  }
}

void read_clock_words(Fields& out, Class cls, int value) {
  switch (cls) {
    case Class::hour:
      out.hour = value;
      break;
    case Class::clock4:
      out.hour = value / 100;
      out.minute = value % 100;
      break;
    case Class::minute:
      (out.minute < 0 ? out.minute : out.second) = value;
      break;
    case Class::noon:
      out.noon = value;
      break;
    case Class::fraction:
      out.fraction = value;
      break;
    case Class::half:
      out.half = value;
      break;
    case Class::part:
      out.part = static_cast<Part>(value);
      break;
    default:
      break;
  }
}

void read_shift_words(Fields& out, const Capture& capture) {
  const int value = static_cast<int>(capture.value);
  switch (capture.cls) {
    case Class::last:
    case Class::next:
      out.step = value;
      break;
    case Class::current:
      out.current = true;
      break;
    case Class::edge:
      out.edge = true;
      break;
    case Class::ordinal:
      out.ordinal = value;
      break;
    case Class::unit:
    case Class::units:
    case Class::periodic:
      out.unit = static_cast<Unit>(value);
      out.has_unit = true;
      break;
    case Class::halfyear:
    case Class::quartermark:
      out.unit = capture.cls == Class::halfyear ? Unit::half : Unit::quarter;
      out.has_unit = true;
      break;
    case Class::weekend:
      out.unit = Unit::weekend;
      out.has_unit = true;
      break;
    case Class::number:
    case Class::dozen:
    case Class::one:
      out.amount = capture.value;
      out.has_amount = true;
      break;
    case Class::vague:
      out.vague = true;
      break;
    default:
      break;
  }
}

}  // namespace

Fields read_fields(std::span<const Capture> captures) {
  Fields out;
  for (const Capture& capture : captures) {
    read_day_words(out, capture.cls, static_cast<int>(capture.value));
    read_clock_words(out, capture.cls, static_cast<int>(capture.value));
    read_shift_words(out, capture);
  }
  return out;
}

}  // namespace recoupe::times
