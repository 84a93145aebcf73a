#include "resolve/words.hpp"

#include <algorithm>

#include "gazetteer/gazetteer.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::resolve {
namespace {

void add_synonyms(Words& words, std::string_view names, uint32_t number) {
  for (size_t start = 0; start <= names.size() && !names.empty();) {
    const size_t end = std::min(names.find('|', start), names.size());
    words.synonyms.emplace(gazetteer::key(names.substr(start, end - start)), number);
    start = end + 1;
  }
}

}  // namespace

Words load_words() {
  Words out;
  for (const auto& [index, language] : {std::pair{0, Language::french}, std::pair{1, Language::english}}) {
    for (const auto& row : lexicon::rows(language, "power_verbs.tsv"))
      out.power_verbs[index].insert(gazetteer::key(row[0]));
    for (const auto& row : lexicon::rows(language, "titles.tsv"))
      if (row.size() > 2 && row[2] == "role") out.role_heads[index].insert(gazetteer::key(row[0]));
    for (const auto& row : lexicon::rows(language, "role_heads.tsv"))
      out.role_heads[index].insert(gazetteer::key(row[0]));
  }
  uint32_t number = 0;
  for (const auto& row : lexicon::rows("known_names.tsv")) add_synonyms(out, row[0], number++);
  for (const auto& row : lexicon::rows("media.tsv")) {
    add_synonyms(out, row[0], number);
    add_synonyms(out, row[4], number++);
  }
  return out;
}

}  // namespace recoupe::resolve
