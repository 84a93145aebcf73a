#include "compare/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

#include "base/utf8.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::compare {
namespace {

bool is_word(char32_t c) {
  return utf8::is_letter(c) || utf8::is_digit(c);
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

// A crude root that puts «prévenus» beside «prévenir» and "rescuers" beside "rescue". Five letters are what
// is common to the forms of a verb in French, and to most words that both languages took from Latin.
std::string root(std::string_view word, Language language) {
  constexpr size_t root_size = 5, shortest = 3;
  const auto strip = [&](std::string_view end) {
    if (word.size() >= end.size() + shortest && ends_with(word, end)) word.remove_suffix(end.size());
  };
  if (language == Language::english) {
    for (const std::string_view end : {"ing", "ed", "ly", "es", "s", "e"}) strip(end);
  } else {
    for (const std::string_view end : {"s", "x", "e"}) strip(end);
  }
  return std::string(word.substr(0, root_size));
}

size_t list_of(Language language) {
  return language == Language::english ? 1 : 0;
}

void load_words(std::unordered_set<std::string>& into, std::string_view path) {
  for (const lexicon::Row& row : lexicon::rows(path)) into.insert(utf8::fold(row[0]));
}

}  // namespace

uint64_t hash_of(std::string_view bytes) {
  uint64_t h = 14695981039346656037ull;  // FNV-1a, then mixed so that the smallest of a window is a fair draw
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  h ^= h >> 32;
  h *= 0xd6e8feb86659fd93ull;
  return h ^ (h >> 32);
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  for (size_t i = 0; i < text.size();) {
    utf8::Decoded d = utf8::decode(text, i);
    if (!is_word(d.code_point)) {
      i += d.size;
      continue;
    }
    const size_t begin = i;
    do {
      i += d.size;
      d = utf8::decode(text, i);
    } while (d.size > 0 && is_word(d.code_point));
    const Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(i)};
    out.push_back({span, hash_of(utf8::fold(slice(text, span)))});
  }
  return out;
}

Lexicon load_lexicon() {
  Lexicon out;
  load_words(out.small_words[0], "fr/small-words.tsv");
  load_words(out.small_words[1], "en/small-words.tsv");
  load_words(out.negations[0], "fr/negations.tsv");
  load_words(out.negations[1], "en/negations.tsv");
  for (const std::string_view path : {"fr/press-english.tsv", "fr/press-english-things.tsv"})
    for (const lexicon::Row& row : lexicon::rows(path)) {
      if (row.size() < 2) continue;
      auto& roots = out.translations[root(utf8::fold(row[0]), Language::french)];
      for (const Word& word : words_of(row[1])) {
        std::string english = root(utf8::fold(slice(row[1], word.span)), Language::english);
        if (std::find(roots.begin(), roots.end(), english) == roots.end())
          roots.push_back(std::move(english));
      }
    }
  for (const lexicon::Row& row : lexicon::rows("fr/press-shares.tsv"))
    out.press_shares[hash_of(row[0])] = std::strtof(std::string(row[1]).c_str(), nullptr) / 1000;
  for (const lexicon::Row& row : lexicon::rows("fr/other-names.tsv"))
    for (size_t i = 1; i < row.size(); ++i) out.same_name[utf8::fold(row[i])] = utf8::fold(row[0]);
  for (const lexicon::Row& row : lexicon::rows("fr/nationalities.tsv"))
    for (size_t i = 1; i < row.size(); ++i) out.nationalities[utf8::fold(row[i])] = std::string(row[0]);
  std::unordered_map<std::string, uint32_t> walks;
  for (const lexicon::Row& row : lexicon::rows("trades.tsv")) {
    const uint32_t bit = walks.try_emplace(std::string(row[0]), 1u << walks.size()).first->second;
    for (const Word& word : words_of(row[1])) out.trades[utf8::fold(slice(row[1], word.span))] |= bit;
  }
  for (const lexicon::Row& row : lexicon::rows("fr/press-agencies.tsv"))
    out.agencies.emplace_back(row[0], row[row.size() > 1 ? 1 : 0]);
  return out;
}

Content content_of(std::string_view text, Language language, const Lexicon& lexicon) {
  Content out;
  std::unordered_set<std::string> seen;
  std::string number;
  uint32_t number_end = 0;
  const auto close_number = [&] {
    if (!number.empty()) out.numbers.push_back(std::exchange(number, {}));
  };
  for (const Word& word : words_of(text)) {
    std::string folded = utf8::fold(slice(text, word.span));
    if (std::all_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      // «2 300», «2.300» and "2,300" are one number: groups of three behind one separator.
      const bool group = folded.size() == 3 && !number.empty() && word.span.begin <= number_end + 3;
      if (!group) close_number();
      number += folded;
      number_end = word.span.end;
      continue;
    }
    close_number();
    const size_t list = list_of(language);
    if (lexicon.negations[list].contains(folded)) out.negated = true;
    if (lexicon.small_words[list].contains(folded) || (folded.size() < 2)) continue;
    std::string key = root(folded, language);
    if (!seen.insert(key).second) continue;
    std::vector<std::string> keys;
    if (language != Language::english)
      if (const auto found = lexicon.translations.find(key); found != lexicon.translations.end())
        keys = found->second;
    keys.insert(keys.begin(), std::move(key));
    out.words.push_back(std::move(keys));
  }
  close_number();
  std::sort(out.numbers.begin(), out.numbers.end());
  out.numbers.erase(std::unique(out.numbers.begin(), out.numbers.end()), out.numbers.end());
  return out;
}

Overlap overlap(const Content& a, const Content& b) {
  Overlap out;
  if (a.words.empty() || b.words.empty()) return out;
  const auto matches = [](const Content& one, const Content& other) {
    std::unordered_set<std::string_view> keys;
    for (const auto& word : other.words)
      for (const std::string& key : word) keys.insert(key);
    return static_cast<uint32_t>(std::count_if(one.words.begin(), one.words.end(), [&](const auto& word) {
      return std::any_of(word.begin(), word.end(),
                         [&](const std::string& key) { return keys.contains(key); });
    }));
  };
  const uint32_t of_a = matches(a, b), of_b = matches(b, a);
  out.dice = static_cast<double>(of_a + of_b) / static_cast<double>(a.words.size() + b.words.size());
  out.matched = std::min(of_a, of_b);
  out.containment = a.words.size() <= b.words.size()
                        ? static_cast<double>(of_a) / static_cast<double>(a.words.size())
                        : static_cast<double>(of_b) / static_cast<double>(b.words.size());
  return out;
}

}  // namespace recoupe::compare
