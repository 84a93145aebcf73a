// Whether a word is a number word, of the closed class that each language lists.
#include <array>

#include "quantities/numbers.hpp"

namespace recoupe::quantities {
namespace {

// The rows of a sorted table by the first letter of their word; asked of every word of every article.
struct Initials {
  explicit Initials(std::span<const NumberWord> table) : rows(table) {
    for (const NumberWord& row : rows) ++first[static_cast<size_t>(row.word[0] - 'a') + 1];
    for (size_t i = 1; i < first.size(); ++i) first[i] = static_cast<uint8_t>(first[i] + first[i - 1]);
  }
  std::span<const NumberWord> rows;
  std::array<uint8_t, 27> first{};
};

}  // namespace

const NumberWord* number_word(std::string_view key, Language language) {
  static const Initials french(french_number_words()), english(english_number_words());
  if (key.empty() || key[0] < 'a' || key[0] > 'z') return nullptr;
  const Initials& words = language == Language::english ? english : french;
  const auto letter = static_cast<size_t>(key[0] - 'a');
  for (size_t i = words.first[letter]; i < words.first[letter + 1]; ++i)
    if (words.rows[i].word == key) return &words.rows[i];
  return nullptr;
}

}  // namespace recoupe::quantities
