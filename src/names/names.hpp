// Names of persons, places, organisations, groups and media as they stand in the text. Reads tokens; writes
// Document::names.
#pragma once

#include <span>
#include <string_view>

#include "document/document.hpp"
#include "gazetteer/gazetteer.hpp"

namespace recoupe::names {

struct Words {};
Words load_words();

void find_names(Document& document, const Words& words, const gazetteer::Gazetteer& gazetteer);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::names
