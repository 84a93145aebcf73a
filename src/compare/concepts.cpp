#include "compare/concepts.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::compare {
namespace {

// Blank-separated words; '_' is the blank within a phrase. Apostrophes and hyphens are blanks, as in the
// text.
std::vector<std::string> words_in(std::string_view column) {
  std::vector<std::string> out;
  while (!column.empty()) {
    const size_t end = std::min(column.find(' '), column.size());
    if (end > 0) {
      out.push_back(utf8::fold(column.substr(0, end)));
      // As the tokens of a text stand, joined: «chiffre d' affaires».
      std::string spaced;
      for (const char c : out.back()) {
        spaced += c == '_' ? ' ' : c;
        if (c == '\'') spaced += ' ';
      }
      out.back() = std::move(spaced);
    }
    column.remove_prefix(std::min(end + 1, column.size()));
  }
  return out;
}

}  // namespace

const Concepts::Keys* Concepts::find(std::string_view folded, Language language) const {
  const auto& list = words[language == Language::english ? 1 : 0];
  const auto found = list.find(folded);
  return found == list.end() ? nullptr : &found->second;
}

Concepts load_concepts() {
  Concepts out;
  std::map<std::string_view, uint16_t> ids;
  const auto rows = lexicon::rows("any/concepts.tsv");
  for (const lexicon::Row& row : rows) {
    const auto id = static_cast<uint16_t>(out.names.size());
    out.names.emplace_back(row[0]);
    out.contrary.push_back(id);
    ids[row[0]] = id;
    for (size_t language = 0; language < 2; ++language)
      for (const std::string& word : words_in(row.at(language + 1))) {
        Concepts::Keys& keys = out.words[language][word];
        if (keys.empty() || keys.back() != id) keys.push_back(id);
        out.longest_phrase = std::max<size_t>(
            out.longest_phrase, 1 + static_cast<size_t>(std::count(word.begin(), word.end(), ' ')));
      }
  }
  for (size_t i = 0; i < rows.size(); ++i)
    if (rows[i].size() > 3 && !rows[i][3].empty()) {
      const uint16_t other = ids.at(rows[i][3]);
      out.contrary[i] = other;
      if (out.contrary[other] == other) out.contrary[other] = static_cast<uint16_t>(i);
    }
  return out;
}

}  // namespace recoupe::compare
