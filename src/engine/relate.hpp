// Two statements, each read as an article is, and held against each other as the clusters of a dossier are.
#pragma once

#include <string>

#include "compare/relate.hpp"
#include "engine/stages.hpp"

namespace recoupe::engine {

// What is loaded once for relating.
struct RelateWords {
  compare::Lexicon lexicon;
  compare::Concepts concepts;
};
RelateWords load_relate_words();

struct StatementText {
  std::string text;
  std::string published;  // ISO date; empty = unknown
  Language language = Language::unknown;
};

compare::Related relate(const StatementText& a, const StatementText& b, const Resources& resources,
                        const RelateWords& words);

}  // namespace recoupe::engine
