// Who goes from where to where. Reads tokens, mentions, figures, times; writes Document::movements.
#pragma once

#include <span>
#include <string_view>

#include "document/document.hpp"

namespace recoupe::movements {

struct Words {};
Words load_words();

void find_movements(Document& document, const Words& words);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::movements
