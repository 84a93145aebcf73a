#include "clean/html/hints.hpp"

#include <algorithm>

#include "lexicon/lexicon.hpp"

namespace recoupe::clean {
namespace {

// "article__shareBar lazy2" → article share bar / lazy: the words of each name.
struct Names {
  std::vector<std::string> words;
  std::vector<bool> starts_name;
};

Names split(std::string_view names) {
  Names out;
  bool in_word = false, fresh = true, lower = false;
  for (const char c : names) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
    if (!letter) {
      in_word = lower = false;
      fresh |= c == ' ' || c == '\n' || c == '\t';
      continue;
    }
    if (!in_word || (upper && lower)) {
      out.words.emplace_back();
      out.starts_name.push_back(fresh);
      fresh = false;
      in_word = true;
    }
    lower = !upper;
    out.words.back() += upper ? static_cast<char>(c + 32) : c;
  }
  return out;
}

bool stands_at(const Names& names, size_t at, const std::vector<std::string>& words) {
  if (at + words.size() > names.words.size()) return false;
  for (size_t k = 0; k < words.size(); ++k)
    if (names.words[at + k] != words[k] || (k > 0 && names.starts_name[at + k])) return false;
  return true;
}

}  // namespace

HintWords load_hint_words() {
  HintWords out;
  for (const lexicon::Row& row : lexicon::rows("any/page_hints.tsv")) {
    HintPhrase phrase;
    phrase.hint = {row.at(0), row.at(1) == "sure"};
    std::string_view rest = row.at(2);
    while (!rest.empty()) {
      const size_t end = std::min(rest.find(' '), rest.size());
      phrase.words.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    out.phrases[phrase.words.at(0)].push_back(std::move(phrase));
  }
  for (auto& [first, phrases] : out.phrases)
    std::stable_sort(phrases.begin(), phrases.end(), [](const HintPhrase& a, const HintPhrase& b) {
      return a.words.size() > b.words.size();
    });
  return out;
}

Hint hint_of(std::string_view text, const HintWords& words) {
  const Names names = split(text);
  Hint found;
  for (size_t i = 0; i < names.words.size(); ++i) {
    const auto phrases = words.phrases.find(names.words[i]);
    if (phrases == words.phrases.end()) continue;
    for (const HintPhrase& phrase : phrases->second) {
      if (!stands_at(names, i, phrase.words)) continue;
      const bool better = found.why.empty() || (found.why == "body" && phrase.hint.why != "body") ||
                          (!found.sure && phrase.hint.sure && phrase.hint.why != "body");
      if (better) found = phrase.hint;
      break;
    }
  }
  return found;
}

}  // namespace recoupe::clean
