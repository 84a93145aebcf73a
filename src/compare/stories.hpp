// Which articles tell the same events, in French and English together: by the people, places and numbers they
// share, and by words, rare ones counting most. Far-apart dates weaken a link; a story that goes on links
// step by step.
#pragma once

#include <vector>

#include "compare/entities.hpp"
#include "compare/words.hpp"
#include "document/dossier.hpp"

namespace recoupe::compare {

// Every article is in exactly one story. Articles of one origin are in one story.
std::vector<Story> find_stories(const std::vector<Document>& articles, const std::vector<Origin>& origins,
                                const Entities& entities, const Lexicon& lexicon);

// The first and last day on which an article may have been published, as days since 1970; nothing if unknown.
struct Days {
  int first = 0, last = 0;
};
std::optional<Days> days_of(const Document& document);
std::optional<int> day_number(std::string_view iso_date);  // "2016-10-20…" → 17094

}  // namespace recoupe::compare
