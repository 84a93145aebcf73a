// What two figures are to each other. Two are compared only where the story, what is counted, and the place
// allow it; in doubt they stay apart, or are called compatible.
#pragma once

#include <optional>

#include "compare/counted.hpp"

namespace recoupe::compare {

enum class Scope : uint8_t { shared, open, other };

// Whether two figures can be about one place: shared, unsaid by one of them, or different.
Scope scope_of(const Counted& a, const Counted& b);
bool one_noun(const Counted& a, const Counted& b);

// Nothing if they should not be put side by side.
std::optional<ClusterRelation> judge_figures(const Counted& a, const Counted& b);

}  // namespace recoupe::compare
