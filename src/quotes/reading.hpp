// The article as this room reads it: sentences of plain words in which a stretch between marks is one word.
// So «Il a dit que « A. B. » et que C.» is one sentence of a few words, whatever stands between the marks.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "lexicon/forms.hpp"
#include "quotes/marks.hpp"

namespace recoupe::quotes {

enum class WordKind : uint8_t {
  word,
  number,
  comma,
  stop,
  colon,
  semicolon,
  open,
  close,
  dash,
  quote,
  other
};

enum WordCan : uint8_t { can_finite = 1, can_infinitive = 2, can_other = 4 };

struct Word {
  Span span;
  std::string form;  // lower case, ’ as '; empty for a quote
  WordKind kind = WordKind::word;
  bool capital = false;
  bool contracted = false;    // «du», «des», «au» with a preposition inside
  int32_t marked = -1;        // index into Reading::marked
  int32_t mention = -1;       // index into Document::mentions of the name that begins here
  Upos upos = Upos::unknown;  // as syntax sees it; unknown without a model
  Features features = 0;
  int32_t token = -1;  // index into Document::tokens
  int32_t head = -1;   // the word that governs it, where syntax has made a tree; -1: none
  Relation relation = Relation::unknown;
  uint8_t can =
      0;  // what the morphological lexicon says that the form can be: WordCan bits; 0: unknown to it
};

struct Clause {  // a sentence, as a range of words
  uint32_t begin = 0, end = 0;
  uint32_t paragraph = 0;
};

struct Reading {
  std::vector<Word> words;
  std::vector<Clause> sentences;
  std::vector<Marked> marked;
  std::vector<uint32_t> lengths;  // words in each of them, counted up to a few

  // Fewer than three words between marks are a label, not a statement.
  bool long_quote(const Word& word) const { return word.marked >= 0 && lengths[word.marked] >= 3; }
  Span span(uint32_t begin, uint32_t end) const {
    return begin < end ? Span{words[begin].span.begin, words[end - 1].span.end} : Span{};
  }
};

// `marked`: the stretches between marks, in order (marks.hpp, interrupted.hpp).
// `forms`: the morphological lexicon of the article's language.
Reading read(const Document& document, std::vector<Marked> marked, const lexicon::Forms& forms);

// How many words stand in a span of the text, an elided one («d'») counted with the next; stops at `enough`.
uint32_t count_words(std::string_view text, Span span, uint32_t enough = 1000);

}  // namespace recoupe::quotes
