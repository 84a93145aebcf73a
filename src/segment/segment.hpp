// Paragraphs, sentences and tokens, French and English. Fills Document::paragraphs, sentences and tokens
// (spans and flags; no tags). Any bytes are taken; time is linear in the text.
//
// A token is what a Universal Dependencies treebank calls one (French Sequoia and GSD, English EWT and GUM):
//   l'armée → l' armée        a-t-il → a -t-il          16 000 → one token     14h30 → one token
//   don't → do n't            Bush's → Bush 's          well-known → well - known, but e-mail, Jean-Claude
// A contraction is two syntactic words, both with its span: «du» is «de» (flag token_contraction) and «le»
// (token_contraction_tail; document/contraction.hpp says how each is written).
//
// Sentences never cross a line break, and are cut after longest_sentence tokens where nobody put a full stop.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "document/document.hpp"
#include "lexicon/forms.hpp"

namespace recoupe::segment {

inline constexpr size_t longest_sentence = 400;  // tokens
inline constexpr size_t longest_token = 2000;    // bytes

struct Hash {
  using is_transparent = void;
  size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
using WordSet = std::unordered_set<std::string, Hash, std::equal_to<>>;

enum class Abbreviation : uint8_t {
  none,
  title,   // never ends a sentence: «M.», «Dr.»
  number,  // an abbreviation only before a number: «p. 12», «No. 5»
  any,     // ends a sentence where a sentence may begin after it: «etc.», «Inc.»
};

struct Words {
  struct OfLanguage {
    std::unordered_map<std::string, Abbreviation, Hash, std::equal_to<>> abbreviations;  // without the stop
    WordSet starters;  // lower-cased words that, capitalised, tell the beginning of a sentence
    WordSet wholes;    // lower-cased words never cut at their hyphens and apostrophes: «aujourd'hui»
    WordSet prefixes;  // English: not cut from what follows the hyphen: «anti-»
    lexicon::Forms forms;
    WordSet before_article;  // French: after these «des» is an article, not «de» + «les»: «avec des»
  };
  OfLanguage of_language[3];  // by Language; unknown has none
};
Words load_words();

void segment(Document& document, const Words& words);

}  // namespace recoupe::segment
