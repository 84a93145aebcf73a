// Where and when an event was, whom it hurt, and on whose word it is told.
#pragma once

#include "events/found.hpp"

namespace recoupe::events {

// The events of one sentence, with everything that the sentence says of them.
std::vector<Event> with_details(const Document& document, const Sentence& sentence, const Tree& tree,
                                const std::vector<Found>& found);

}  // namespace recoupe::events
