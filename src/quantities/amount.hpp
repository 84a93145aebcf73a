// An amount: one number or two, and what bounds them, before any noun is looked for: «au moins 16 000»,
// «entre 600 et 800», «30 à 50 milliards», «une vingtaine», «des dizaines de milliers».
#pragma once

#include <optional>

#include "quantities/numbers.hpp"
#include "quantities/vocabulary.hpp"

namespace recoupe::quantities {

// What every reader of this room works on.
struct Context {
  const Document& document;
  std::span<const Word> words;
  const Vocabulary& vocabulary;
  Language language;

  bool english() const { return language == Language::english; }
  // The word at `at` where the same paragraph goes on to it; the words themselves are never null.
  const Word* at(size_t index) const { return index < words.size() ? &words[index] : nullptr; }
  const Word* follow(size_t index) const {
    return index < words.size() && !words[index].after_break ? &words[index] : nullptr;
  }
  // The word at `index` is `key`, and the same paragraph goes on to it; `opens` does not ask the latter.
  bool opens(size_t index, std::string_view key) const {
    return index < words.size() && words[index].key == key;
  }
  bool is(size_t index, std::string_view key) const {
    const Word* word = follow(index);
    return word != nullptr && word->key == key;
  }
  bool has(size_t index, uint32_t role) const {
    const Word* word = follow(index);
    return word != nullptr && vocabulary.has(*word, role);
  }
  // The same, of the word before `index` in the same paragraph.
  bool before(size_t index, uint32_t role) const {
    return index > 0 && !words[index].after_break && vocabulary.has(words[index - 1], role);
  }
  bool before(size_t index, std::string_view key) const {
    return index > 0 && !words[index].after_break && words[index - 1].key == key;
  }
  // One of the `reach` words before `index` has the role.
  bool has_before(size_t index, uint32_t role, size_t reach) const {
    for (size_t back = 1; back <= reach && index >= back && !words[index - back + 1].after_break; ++back)
      if (vocabulary.has(words[index - back], role)) return true;
    return false;
  }
  // The first of numbers in a row: «14» of «(de 14 et 18 ans)».
  size_t first_of_row(size_t index) const {
    constexpr int most = 8;
    for (int count = 0; count < most && index >= 2 && !words[index].after_break &&
                        words[index - 2].kind == WordKind::number &&
                        (before(index, "et") || before(index, "ou") || before(index, ","));
         ++count)
      index -= 2;
    return index;
  }
};

struct Amount {
  size_t begin = 0;   // first word: of the bound, or of the number
  size_t number = 0;  // first word of the number
  size_t end = 0;     // one past the last word
  std::optional<double> min, max;
  Bound bound = Bound::exact;
  Number first, last;          // the two are the same where there is one
  bool bounded = false;        // a bound phrase stands before it
  bool negative = false;       // «-5 %», «moins 12 degrés»: only before a unit
  const Unit* unit = nullptr;  // «$ 20»: a unit that stands before the number
};

std::optional<Amount> read_amount(const Context& context, size_t at);

// Takes in a bound phrase that stands behind the amount: «500 personnes environ». `end` is where it is looked
// for; returns where the figure ends then.
size_t read_bound_after(const Context& context, Amount& amount, size_t end);

}  // namespace recoupe::quantities
