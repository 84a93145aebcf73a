// The word lists of src/lexicon/{fr,en}/*.tsv, embedded in the program, and their one reader.
//
// A list is a TSV file: lines of tab-separated columns; '#' at the start of a line begins a comment (its
// first lines say what the columns are and where the words come from); empty lines are skipped. A column may
// be empty.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace recoupe::lexicon {

using Row = std::vector<std::string_view>;  // views into the program's own read-only data: they live for ever

// The rows of "fr/cues.tsv". A list that does not exist is a bug in the program: it throws std::logic_error.
std::vector<Row> rows(std::string_view path);

// "fr" or "en" + '/' + name: the list of that language.
std::vector<Row> rows(Language language, std::string_view list);

// The bytes of an embedded list, as they are.
std::string_view embedded(std::string_view path);

}  // namespace recoupe::lexicon
