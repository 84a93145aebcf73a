// Expressions that say when or how long. Reads tokens, published; writes Document::times.
#pragma once

#include <span>
#include <string_view>

#include "document/document.hpp"

namespace recoupe::times {

struct Words {};
Words load_words();

void find_times(Document& document, const Words& words);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::times
