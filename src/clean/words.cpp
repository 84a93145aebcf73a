#include "clean/words.hpp"

#include <charconv>
#include <stdexcept>

#include "base/utf8.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::clean {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  for (size_t start = 0; start <= text.size();) {
    const size_t end = std::min(text.find(at, start), text.size());
    if (end > start) out.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

uint32_t number(std::string_view text) {
  uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Where where_from(std::string_view word) {
  if (word == "whole") return Where::whole;
  if (word == "start") return Where::start;
  if (word == "label") return Where::label;
  if (word == "inside") return Where::inside;
  throw std::logic_error("clutter.tsv: no such place in a line: " + std::string(word));
}

void load_language(Words& words, Language language) {
  for (const lexicon::Row& row : lexicon::rows(language, "clutter.tsv")) {
    Phrase phrase;
    phrase.why = row.at(0);
    phrase.where = where_from(row.at(1));
    phrase.edge = row.at(2) == "edge";
    phrase.longest = number(row.at(3));
    phrase.words = split(row.at(4), ' ');
    words.clutter[phrase.words.at(0)].push_back(phrase);
  }
  for (const lexicon::Row& row : lexicon::rows(language, "pleas.tsv")) {
    Phrase phrase;
    phrase.why = row.at(0);
    phrase.weight = static_cast<int>(number(row.at(1)));
    phrase.words = split(row.at(2), ' ');
    words.pleas[phrase.words.at(0)].push_back(phrase);
  }
  for (const lexicon::Row& row : lexicon::rows(language, "site_words.tsv")) {
    const std::string_view kind = row.at(0);
    const uint8_t bit = kind == "share"    ? share_word
                        : kind == "menu"   ? menu_word
                        : kind == "stamp"  ? stamp_word
                        : kind == "medium" ? medium_word
                                           : small_word;
    for (const std::string& word : split(row.at(1), ' ')) words.site_words[word] |= bit;
  }
}

void load_media(Words& words) {
  for (const lexicon::Row& row : lexicon::rows("media.tsv")) {
    const auto index = static_cast<uint32_t>(words.media.size());
    words.media.push_back({std::string(row.at(0)), std::string(row.at(1)), std::string(row.at(2)),
                           std::string(row.at(3)), row.at(5) == "common"});
    words.media_by_name.emplace(utf8::fold(row.at(0)), index);
    for (const std::string& alias : split(row.at(4), '|'))
      words.media_by_name.emplace(utf8::fold(alias), index);
    if (!row.at(3).empty()) words.media_by_domain.emplace(row.at(3), index);
  }
}

}  // namespace

Words load_words() {
  Words words;
  load_language(words, Language::french);
  load_language(words, Language::english);
  load_media(words);
  words.hints = load_hint_words();
  for (const lexicon::Row& row : lexicon::rows("first_names.tsv"))
    words.first_names.insert(utf8::fold(row.at(0)));
  return words;
}

}  // namespace recoupe::clean
