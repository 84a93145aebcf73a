// A user's corrections (document/correction.hpp) replayed on Documents: cells rejected, confirmed and fixed,
// entities rejected and fixed, metadata of articles fixed. Each leaves its mark in Document::by_hand. Merging
// and splitting entities and clusters is comparing, and done there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace recoupe::corrections {

// Fixes of what reading an article depends on, its date and its language. True where there was one: the
// stages have to run again.
bool correct_before_reading(Document& document, const Corrections& corrections);

// Everything else, in the order of the file. One report for each line that is about cells, articles or the
// entities of one article: applied, or why not.
std::vector<CorrectionReport> correct(std::vector<Document>& documents, const Corrections& corrections);

// The cells that an address means, by their index: the very bytes and words; else, where reading has moved
// the borders since, the same words over some of the same bytes, or the same bytes.
std::vector<uint32_t> find_cells(const Document& document, const CellAddress& address);

// The entities of an article that an address means, by name or other name.
std::vector<uint32_t> find_entities(const Document& document, const EntityAddress& address);

// The mark on a field of a subject, or null.
const ByHand* mark_of(const Document& document, Subject subject, uint32_t index, std::string_view field);

}  // namespace recoupe::corrections
