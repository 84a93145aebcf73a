// The words of a text as numbers need them: runs of letters, numbers with their inner separators, and single
// marks. Finer than the tokens of the language core: «quatre-vingt-dix» is three words, «144km» two; so that
// a number is read the same way whatever a treebank calls a token, and in a text that was never segmented
// (numbers_in).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "document/document.hpp"

namespace recoupe::quantities {

enum class WordKind : uint8_t { word, number, mark };

struct Word {
  Span span;
  std::string key;  // folded («à» → "a", «d’» → "d'"); a mark: the mark itself, all dashes being "-"
  WordKind kind = WordKind::mark;
  bool glued = false;        // nothing stands between the word before and this one: «144km», «MH370»
  bool joined = false;       // only a hyphen or dash does: «120-130», «dix-sept»
  bool after_break = false;  // a paragraph begins here
  bool upper = false;        // begins with a capital
  bool plain = false;        // digits alone, so it may be a year
  bool code = false;         // digits that are no number: «01», a card number
  double value = 0;          // of a number
  double grouped = 0;        // the other reading of «5,262»: 5262; 0 where there is none
};

std::vector<Word> scan(std::string_view text, Language language);

inline bool is_mark(const Word& word, std::string_view mark) {
  return word.kind == WordKind::mark && word.key == mark;
}

}  // namespace recoupe::quantities
