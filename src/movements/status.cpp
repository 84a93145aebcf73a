// Whether somebody went, will go, or did not go.
#include <algorithm>
#include <array>

#include "movements/finder.hpp"

namespace recoupe::movements {

ClaimStatus Finder::status(Range group) const {
  bool infinitive_after_modal = false;
  ClaimStatus out = ClaimStatus::asserted;
  for (size_t i = group.begin; i < group.end; ++i) {
    if (word(i).negation && !is(i, "plus")) return ClaimStatus::denied;
    if (word(i).conditional || is(i, "may") || is(i, "might") || is(i, "could") || is(i, "would"))
      out = ClaimStatus::hedged;
    if (out != ClaimStatus::hedged && (word(i).future || is(i, "will") || is(i, "going")))
      out = ClaimStatus::planned;
    infinitive_after_modal |= i + 1 < group.end && word(i).auxiliary && word(group.end - 1).infinitive;
  }
  for (size_t i = group.begin; english_ && i + 2 < group.end; ++i)  // «are to travel»
    if (word(i).auxiliary && is(i + 1, "to") && word(i + 2).infinitive && out == ClaimStatus::asserted)
      out = ClaimStatus::planned;
  if (out == ClaimStatus::asserted && infinitive_after_modal && !could_already(group))
    out = ClaimStatus::planned;
  return out;
}

// What the word above the verb or noun says: «tente d'entrer», «a empêché X d'entrer», «annule sa visite».
ClaimStatus Finder::status_above(size_t verb) const {
  int32_t at = word(verb).head;
  for (int steps = 0; steps < 2 && at >= 0; ++steps, at = word(at).head) {
    const size_t above = static_cast<size_t>(at);
    if (has(above, class_fails)) return ClaimStatus::denied;
    if (has(above, class_plans)) return ClaimStatus::planned;
    const ClaimStatus own = status({group_begin(above), above + 1});
    if (own != ClaimStatus::asserted && word(above).verbal) return own;
    const Relation r = word(above).relation;
    if (r != Relation::xcomp && r != Relation::obj && r != Relation::nmod) break;
  }
  return ClaimStatus::asserted;
}

// «ont pu se rendre sur place»: it happened.
bool Finder::could_already(Range group) const {
  for (size_t i = group.begin; i < group.end; ++i)
    if (is(i, "pu") || is(i, "dû") || is(i, "fait") || is(i, "laissé")) return true;
  return false;
}

}  // namespace recoupe::movements
