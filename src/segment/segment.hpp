// Paragraphs, sentences and tokens, French and English. Fills Document::paragraphs, sentences and tokens
// (spans and token_space_after; no tags). Any UTF-8 is taken; time is linear in the text.
//
// A token is what a Universal Dependencies treebank calls one: «l'» + «armée», «a» + «-t-il», «du» (a
// contraction is split into its two syntactic words, both with the span of «du», flags token_contraction and
// _tail).
#pragma once

#include <string>
#include <unordered_set>

#include "document/document.hpp"

namespace recoupe::segment {

struct Words {
  std::unordered_set<std::string> abbreviations[3];  // by Language; folded, without the stop
};
Words load_words();

void segment(Document& document, const Words& words);

}  // namespace recoupe::segment
