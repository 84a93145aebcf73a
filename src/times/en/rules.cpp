// What English time expressions look like. The syntax of patterns is told in rules.hpp; each rule has a case
// in cases.txt.
#include "times/rules.hpp"

#include <array>

namespace recoupe::times::en {
namespace {

using enum Operation;

constexpr std::array macros = {
    Macro{"WHEN", "[ LAST | NEXT ]"},
};

constexpr std::array rules = {
    Rule{"weekday", calendar, "WEEKDAY"},
};

}  // namespace

Table table() {
  return {rules, macros};
}

}  // namespace recoupe::times::en
