// Reads the word lists of names/.
#include <algorithm>
#include <stdexcept>

#include "lexicon/lexicon.hpp"
#include "names/model.hpp"
#include "names/names.hpp"
#include "names/words.hpp"

namespace recoupe::names {
namespace {

using gazetteer::key;

HeadKind head_kind(std::string_view word) {
  if (word == "organisation") return HeadKind::organisation;
  if (word == "firm") return HeadKind::firm;
  if (word == "group") return HeadKind::group;
  if (word == "admin") return HeadKind::admin;
  if (word == "town") return HeadKind::town;
  if (word == "site") return HeadKind::site;
  throw std::logic_error("name_heads.tsv: no kind " + std::string(word));
}

EntityKind entity_kind(std::string_view word) {
  if (word == "organisation") return EntityKind::organisation;
  if (word == "group") return EntityKind::group;
  if (word == "media") return EntityKind::media;
  if (word == "event") return EntityKind::event;
  if (word == "person") return EntityKind::person;
  return EntityKind::other;
}

LanguageWords load_language(Language language) {
  LanguageWords out;
  for (const auto& row : lexicon::rows(language, "titles.tsv"))
    out.titles.emplace(key(row[0]), Title{row[1].front(), row[2] == "civil"});
  for (const auto& row : lexicon::rows(language, "name_heads.tsv")) {
    const bool small = words_of(row[0]).front().shape == Shape::lower;
    const HeadKind kind = head_kind(row[1]);
    Head& head = out.heads.emplace(key(row[0]), Head{kind, false, false}).first->second;
    if (kind == HeadKind::firm) {
      head.firm = true;
    } else {
      head.small = head.small || small;
      if (head.kind == HeadKind::firm) head.kind = kind;
    }
  }
  for (const auto& row : lexicon::rows(language, "common.tsv")) out.common.insert(key(row[0]));
  for (const auto& row : lexicon::rows(language, "not_names.tsv")) out.not_names.insert(key(row[0]));
  for (const auto& row : lexicon::rows(language, "name_tails.tsv")) out.tails.insert(key(row[0]));
  for (const auto& row : lexicon::rows(language, "locatives.tsv"))
    out.locatives.emplace(key(row[0]), row[1] == "strong");
  return out;
}

void add_known(Words& words, std::string_view name, EntityKind kind, bool common) {
  const std::vector<Word> parts = words_of(name);
  if (parts.empty()) return;
  Known known{kind, 0, parts.size() == 1 && parts[0].shape == Shape::capitals, common};
  for (size_t i = 0; i < std::min<size_t>(parts.size(), 32); ++i)
    if (parts[i].named()) known.capitals |= 1u << i;
  words.known[phrase(parts, 0, parts.size() - 1)].push_back(known);
  uint32_t& longest = words.known_first[parts[0].key];
  longest = std::max(longest, static_cast<uint32_t>(parts.size()));
}

void add_all(Words& words, std::string_view names, EntityKind kind, bool common) {
  for (size_t start = 0; start <= names.size() && !names.empty();) {
    const size_t end = std::min(names.find('|', start), names.size());
    add_known(words, names.substr(start, end - start), kind, common);
    start = end + 1;
  }
}

}  // namespace

std::string_view embedded(std::string_view path);

Words load_words() {
  Words out;
  for (size_t i = 0; i < 2; ++i) {
    const std::string file = i == 0 ? "names.fr.model" : "names.en.model";
    if (embedded(file).empty()) continue;
    Result<Model> model = open_name_model(embedded(file), "the built-in " + file);
    if (!model.ok()) throw std::logic_error(model.error().where + ": " + model.error().what);
    out.models[i] = std::make_shared<const Model>(model.take());
  }
  out.languages = {load_language(Language::french), load_language(Language::english)};
  for (const auto& row : lexicon::rows("first_names.tsv"))
    out.first_names.emplace(key(row[0]), row[1].front());
  for (const auto& row : lexicon::rows("known_names.tsv")) add_all(out, row[0], entity_kind(row[1]), false);
  for (const auto& row : lexicon::rows("media.tsv")) {
    const bool common = row.size() > 5 && row[5] == "common";
    add_known(out, row[0], EntityKind::media, common);
    add_all(out, row[4], EntityKind::media, common);
  }
  return out;
}

}  // namespace recoupe::names
