#include <algorithm>

#include "base/utf8.hpp"
#include "lexicon/lexicon.hpp"
#include "quotes/cast.hpp"

namespace recoupe::quotes {

void each_word(std::string_view list, const std::function<void(std::string)>& take) {
  for (size_t at = 0; at < list.size();) {
    const size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) take(std::string(list.substr(at, end - at)));
    at = end + 1;
  }
}

Kin load_kin(Language language) {
  Kin kin;
  uint32_t group = 0;
  for (const auto& row : lexicon::rows(language, "quote_roles.tsv")) {
    const std::string_view list = row.size() > 1 ? row[1] : std::string_view{};
    ++group;
    each_word(list, [&](std::string word) {
      if (row[0] == "kin")
        kin.group.emplace(std::move(word), group);
      else if (row[0] == "media")
        kin.kinds.emplace(std::move(word), EntityKind::media);
      else if (row[0] == "organisation")
        kin.kinds.emplace(std::move(word), EntityKind::organisation);
      else if (row[0] == "impersonal")
        kin.impersonal.insert(std::move(word));
      else if (row[0] == "document")
        kin.documents.insert(std::move(word));
      else if (row[0] == "utterance")
        kin.utterances.insert(std::move(word));
      else if (row[0] == "media_word")
        kin.media_words.insert(std::move(word));
      else if (row[0] == "anybody")
        kin.anybody.insert(std::move(word));
      else if (row[0] == "pair")
        kin.pairs.insert(std::move(word));
      else if (row[0] == "deed")
        kin.deeds.insert(std::move(word));
      else if (row[0] == "institution")
        kin.institutions.insert(std::move(word));
      else if (row[0] == "platform")
        kin.platforms.insert(std::move(word));
    });
  }
  if (language == Language::french)
    for (const auto& row : lexicon::rows("media.tsv"))
      for (const std::string_view article : {"Le ", "Les "})
        if (row[0].starts_with(article))
          kin.article_media.emplace(utf8::lower(row[0].substr(article.size())), std::string(row[0]));
  for (const auto& row : lexicon::rows("first_names.tsv"))
    if (row.size() > 1 && row[1] != "u") kin.first_names.emplace(utf8::lower(row[0]), row[1] == "f" ? 2 : 1);
  return kin;
}

}  // namespace recoupe::quotes
