// Numbers of things and amounts. Reads tokens, times; writes Document::figures.
#pragma once

#include <span>
#include <string_view>

#include "document/document.hpp"

namespace recoupe::quantities {

struct Words {};
Words load_words();

void find_figures(Document& document, const Words& words);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::quantities
