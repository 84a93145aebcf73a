// Words as comparing sees them: folded, without the small ones, and French and English under one key where a
// short dictionary or a common root allows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.hpp"

namespace recoupe::compare {

struct Word {
  Span span;          // bytes of Document::text
  uint64_t hash = 0;  // of the folded word; never of its length or case
};

// Every run of letters and digits: «l’Eau» is "l", "eau". Hash is stable across machines.
std::vector<Word> words_of(std::string_view text);
uint64_t hash_of(std::string_view bytes);

// What is loaded once for comparing.
struct Lexicon {
  std::unordered_set<std::string> small_words[2];  // French, English: articles, pronouns, auxiliaries …
  std::unordered_set<std::string> negations[2];
  // Root of a French word → roots of its English translations.
  std::unordered_map<std::string, std::vector<std::string>> translations;
  // Folded other name → folded main name: "daech" → "etat islamique".
  std::unordered_map<std::string, std::string> same_name;
  std::unordered_map<std::string, std::string> nationalities;  // folded adjective → ISO 3166-1 alpha-2
  std::unordered_map<std::string, uint32_t> trades;            // folded word → bit of its walk of life
  std::vector<std::pair<std::string, std::string>>
      agencies;  // as written, as printed: «Associated Press», «AP»
  // hash_of a root or «^name» → the share of press articles that hold it, of those that more than a few do.
  std::unordered_map<uint64_t, float> press_shares;
};
Lexicon load_lexicon();

// The meaning-bearing words of a claim.
struct Content {
  // One entry a word: its root, or for a translated French word the roots of its translations. Never empty.
  std::vector<std::vector<std::string>> words;
  std::vector<std::string> numbers;  // in digits as written, blanks and separators gone; sorted
  bool negated = false;
};
Content content_of(std::string_view text, Language language, const Lexicon& lexicon);

// 0 … 1: the share of words of both that have a match in the other (Dice). `matched`: how many words of the
// shorter one do.
struct Overlap {
  double dice = 0;
  double containment = 0;  // of the shorter in the longer
  uint32_t matched = 0;
};
Overlap overlap(const Content& a, const Content& b);

}  // namespace recoupe::compare
