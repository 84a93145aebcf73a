// The agency that an article credits: «PARIS (AFP) –», «avec AFP», «(Reuters)», an agency's own article. «©
// AFP» and «Photo AFP» credit a picture and count for nothing.
#pragma once

#include <string>

#include "compare/words.hpp"
#include "document/document.hpp"

namespace recoupe::compare {

// Its short name as printed; empty = none is credited.
std::string credited_agency(const Document& document, const Lexicon& lexicon);

}  // namespace recoupe::compare
