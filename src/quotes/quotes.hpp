// Who says what, on whose word, and how sure. Reads tokens, syntax where there is any, names, entities, times
// and figures; writes Document::statements, and the attribution and status of figures that stand in one.
//
// The path of an article: marks (what stands between quotation marks) -> interrupted (incises cut out) ->
// reading (sentences in which a quote is one word) -> cue (words that report) -> subject (whose) -> content
// (what is reported)
// -> speakers (the fullest name) and givers (through whom) -> direct (which marked words are speech) ->
// status (how sure).
#pragma once

#include <span>
#include <string_view>

#include "document/document.hpp"
#include "quotes/cue_lexicon.hpp"
#include "quotes/speakers.hpp"
#include "quotes/status.hpp"

namespace recoupe::quotes {

struct Words {
  Cue_lexicon french, english;
  Kin french_kin, english_kin;
  Hedge_words french_hedges, english_hedges;
  lexicon::Forms french_forms, english_forms;
};
Words load_words();

void find_statements(Document& document, const Words& words);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::quotes
