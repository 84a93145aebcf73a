// «Washington et Riyad ont annoncé …»: a capital that acts is its government. The entity stays the place; the
// use of the mention is organisation.
#pragma once

#include "document/document.hpp"
#include "resolve/words.hpp"

namespace recoupe::resolve {

// Whether the capital at `name` stands for its government.
bool acts(const Document& document, const Words& words, Span name);
// Whether the seat of power at `name` stands for who sits there: «l'Élysée a annoncé», not «à l'Élysée».
bool seat_acts(const Document& document, const Words& words, Span name);

}  // namespace recoupe::resolve
