#include "movements/finder.hpp"

namespace recoupe::movements {

std::vector<Found> Finder::run() {
  for (size_t i = 0; i < clause_.size(); ++i) {
    if (const size_t size = phrase_at(i); size > 0) {
      on_the_way(i, size);
      i += size - 1;
    } else if (between(i)) {
    } else if (has(i, class_noun) && nominal(i)) {
      noun(i);
    } else if (clause_[i].verb != nullptr) {
      verb(i);
    }
  }
  return std::move(found_);
}

void Finder::keep(Found found) {
  if (!found.from && !found.to) return;
  if (found.who.empty()) return;
  if (found.from && found.to && *found.from == *found.to) return;
  if (nobody(found.who)) return;
  if (found.to) coordinated(found);
  found.means = means_near(found);
  found_.push_back(found);
  for (const size_t to : found.also_to) {
    found.to = to;
    found_.push_back(found);
  }
}

}  // namespace recoupe::movements
