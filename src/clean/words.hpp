// What cleaning knows of words: phrases of clutter, of pleas, the vocabulary of menus and share bars, media.
// All are folded (utf8::fold) and compared word by word, so that marks, case and accents play no part.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "clean/html/hints.hpp"

namespace recoupe::clean {

// Where in a line a phrase must stand. whole: it is all of the line, numbers aside; start; label: at the
// start, a colon behind it; inside: near the end, outside quotation marks.
enum class Where : uint8_t { whole, start, label, inside };

struct Phrase {
  std::vector<std::string> words;
  std::string why;  // a reason of reasons.hpp
  Where where = Where::whole;
  bool edge = false;     // counts only above the first or below the last line of the article
  uint32_t longest = 0;  // words of the longest line that it may mark
  int weight = 0;        // for pleas
};

struct Medium {
  std::string name, kind, country, domain;
  bool common = false;  // the name is an ordinary word too
};

// What a single word may be to a site: the bits are tested together.
enum SiteWord : uint8_t { share_word = 1, menu_word = 2, small_word = 4, stamp_word = 8, medium_word = 16 };

struct Words {
  std::unordered_map<std::string, std::vector<Phrase>> clutter;  // by first word
  std::unordered_map<std::string, std::vector<Phrase>> pleas;    // by first word
  std::unordered_map<std::string, uint8_t> site_words;           // SiteWord bits
  std::unordered_set<std::string> first_names;
  HintWords hints;  // what the parts of web pages are called
  std::vector<Medium> media;
  std::map<std::string, uint32_t, std::less<>> media_by_name;  // folded names and aliases
  std::map<std::string, uint32_t, std::less<>> media_by_domain;

  uint8_t site_word(std::string_view folded) const {
    const auto found = site_words.find(std::string(folded));
    return found == site_words.end() ? 0 : found->second;
  }
};

Words load_words();

}  // namespace recoupe::clean
