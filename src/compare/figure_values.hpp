// What two amounts say to each other, apart from what they count.
#pragma once

#include <string>

#include "document/document.hpp"

namespace recoupe::compare {

enum class Values : uint8_t {
  same,        // the same number with the same bound
  agree,       // the same number, one of them rounded or bounded: «au moins quatre» and «quatre»
  compatible,  // both can be true: «plus de 2 000» and 2 300, «des dizaines» and 40
  apart        // no number satisfies both
};

Values compare_values(const Figure& a, const Figure& b);
// "4", "at least 4", "3000 to 4000", "about 2300": in the `why` of a cluster.
std::string say_value(const Figure& figure);

}  // namespace recoupe::compare
