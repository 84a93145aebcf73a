// Who says what. Reads tokens, names, entities, times; writes Document::statements and the attribution of
// figures.
#pragma once

#include <span>
#include <string_view>

#include "document/document.hpp"

namespace recoupe::quotes {

struct Words {};
Words load_words();

void find_statements(Document& document, const Words& words);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::quotes
