// The fixed words of the format, and the shapes of its values.
#pragma once

#include <string_view>

namespace recoupe::verify {

// Whether `word` may stand in that field of that kind of item: ("figure", "bound", "at_least").
bool is_known(std::string_view kind, std::string_view field, std::string_view word);

// Whether a text has the shape of a TIMEX3 value: 2016-10-20, 2016-W42, 2016-10-16TNI, P2Y, PXD, PRESENT_REF,
// and two of them joined by '/'.
bool is_timex(std::string_view value);

}  // namespace recoupe::verify
