#include "language/language.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "document/names.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::language {
namespace {

constexpr size_t words_read = 3000;  // enough to tell; the rest of a long text is not looked at

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’';
}

// Calls take(word) for each word, lower-cased; an elided one ends in «'».
template <class Take>
void each_word(std::string_view text, Take take) {
  std::string word;
  size_t count = 0;
  const auto flush = [&] {
    if (!word.empty()) take(word), ++count;
    word.clear();
  };
  for (size_t at = 0; at < text.size() && count < words_read;) {
    const utf8::Decoded d = utf8::decode(text, at);
    at += d.size;
    if (utf8::is_letter(d.code_point) || utf8::is_mark(d.code_point)) {
      if (word.size() < 40) utf8::append(word, utf8::to_lower(d.code_point));
    } else if (is_apostrophe(d.code_point) && !word.empty() && word.size() <= 6) {
      word += '\'';
      flush();
    } else {
      flush();
    }
  }
  flush();
}

}  // namespace

Words load_words() {
  Words words;
  for (const auto& row : lexicon::rows("any/function_words.tsv")) {
    if (words.count == most_languages || row.size() < 2) break;
    words.languages[words.count] = language_from(row[0]);
    std::string_view rest = row[1];
    while (!rest.empty()) {
      const size_t blank = std::min(rest.find(' '), rest.size());
      words.function_words[std::string(rest.substr(0, blank))] |= static_cast<uint16_t>(1u << words.count);
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    ++words.count;
  }
  return words;
}

Language language_of(std::string_view text, const Words& words) {
  // A word that several languages share says less: it counts 1/n for each of its n languages (scaled by 60).
  std::array<uint64_t, most_languages> scores{};
  size_t total = 0;
  each_word(text, [&](const std::string& word) {
    ++total;
    const auto found = words.function_words.find(word);
    if (found == words.function_words.end()) return;
    const auto sharers = static_cast<uint64_t>(__builtin_popcount(found->second));
    for (size_t i = 0; i < words.count; ++i)
      if (found->second & (1u << i)) scores[i] += 60 / sharers;
  });
  const size_t best = static_cast<size_t>(
      std::max_element(scores.begin(), scores.begin() + static_cast<ptrdiff_t>(words.count)) -
      scores.begin());
  for (size_t i = 0; i < words.count; ++i)
    if (i != best && scores[i] == scores[best]) return Language::unknown;
  // One word in twenty of running text is a function word of its language, whatever the style.
  if (scores[best] * 20 < total * 60) return Language::unknown;
  return words.languages[best];
}

void identify(Document& document, const Words& words) {
  if (document.language == Language::unknown) document.language = language_of(document.text, words);
}

}  // namespace recoupe::language
