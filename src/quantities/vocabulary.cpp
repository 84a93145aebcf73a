#include "quantities/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <stdexcept>

#include "base/utf8.hpp"
#include "document/names.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::quantities {
namespace {

constexpr std::array<std::pair<std::string_view, uint32_t>, 20> role_names = {{
    {"stop", role_stop},
    {"adjective", role_adjective},
    {"label", role_label},
    {"month", role_month},
    {"weekday", role_weekday},
    {"auxiliary", role_auxiliary},
    {"change", role_change},
    {"exceed", role_exceed},
    {"possessive", role_possessive},
    {"clock", role_clock},
    {"age", role_age},
    {"score", role_score},
    {"including", role_including},
    {"hedge", role_hedge},
    {"year", role_year},
    {"ordinal", role_ordinal},
    {"movement", role_movement},
    {"clause", role_clause},
    {"shift", role_shift},
    {"lasting", role_lasting},
}};

template <class Enumeration>
Enumeration from_name(std::string_view wanted, Enumeration last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (name(static_cast<Enumeration>(i)) == wanted) return static_cast<Enumeration>(i);
  throw std::logic_error("a word list of figures says «" + std::string(wanted) + "»");
}

FigureCategory category_from(std::string_view wanted) {
  return from_name(wanted, FigureCategory::other);
}

uint32_t role_from(std::string_view wanted) {
  for (const auto& [label, role] : role_names)
    if (label == wanted) return role;
  throw std::logic_error("figure_words.tsv says «" + std::string(wanted) + "»");
}

// Every blank-separated word of a column.
template <class Use>
void each(std::string_view words, Use use) {
  while (!words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    if (end > 0) use(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

// The value of the longest prefix of `key` that is in `map`; four bytes at least, unless the key is shorter.
template <class Value>
const Value* longest_prefix(const StringMap<Value>& map, std::string_view key) {
  for (size_t size = std::min<size_t>(key.size(), 14); size >= 2; --size)
    if (const auto at = map.find(key.substr(0, size)); at != map.end()) return &at->second;
  return nullptr;
}

void load_fates(Vocabulary& vocabulary, Language language) {
  for (const auto& row : lexicon::rows(language, "figure_verbs.tsv")) {
    const Fate fate{category_from(row.at(0)), row.at(1) == "own"};
    each(row.at(2), [&](std::string_view form) {
      if (form.back() == '*') {
        vocabulary.fate_prefixes.emplace(utf8::fold(form.substr(0, form.size() - 1)), fate);
      } else if (form.find('_') != std::string_view::npos) {
        std::string phrase(form);
        std::replace(phrase.begin(), phrase.end(), '_', ' ');
        vocabulary.fate_phrases.add(phrase, language, fate);
      } else {
        vocabulary.fates.emplace(utf8::fold(form), fate);
      }
    });
  }
}

void load_roles(Vocabulary& vocabulary, Language language) {
  for (const auto& row : lexicon::rows(language, "figure_words.tsv")) {
    const uint32_t role = role_from(row.at(0));
    each(row.at(1), [&](std::string_view form) {
      if (form.back() == '*')
        vocabulary.role_prefixes[utf8::fold(form.substr(0, form.size() - 1))] |= role;
      else
        vocabulary.roles[utf8::fold(form)] |= role;
    });
  }
}

void load_units(Vocabulary& vocabulary, Language language) {
  for (const auto& row : lexicon::rows(language, "figure_units.tsv")) {
    Unit unit;
    unit.code = row.at(1);
    unit.category = category_from(row.at(2));
    for (size_t i = 3; i < row.size(); ++i) {
      if (row[i] == "before")
        unit.before = true;
      else if (!row[i].empty())
        unit.factor = std::strtod(std::string(row[i]).c_str(), nullptr);
    }
    std::string_view forms = row.at(0);
    while (!forms.empty()) {  // «kilomètre, kilomètres, km»
      const size_t end = std::min(forms.find(", "), forms.size());
      vocabulary.units.add(forms.substr(0, end), language, unit);
      if (unit.category == FigureCategory::money && forms.substr(0, end) == unit.code) {  // «30 MUSD»
        Unit millions = unit;
        millions.factor = 1e6;
        millions.before = true;
        vocabulary.units.add("M" + unit.code, language, millions);
      }
      forms.remove_prefix(std::min(end + 2, forms.size()));
    }
  }
}

}  // namespace

template <class Value>
void PhraseTable<Value>::add(std::string_view phrase, Language language, Value value) {
  Row row;
  for (Word& word : scan(phrase, language)) {
    row.digits_glued = row.digits_glued || (word.kind == WordKind::number && word.glued);
    row.keys.push_back(std::move(word.key));
  }
  if (row.keys.empty()) return;
  auto& list = rows[row.keys.front()];
  const auto place = std::find_if(list.begin(), list.end(),
                                  [&](const Row& other) { return other.keys.size() < row.keys.size(); });
  row.value = std::move(value);
  list.insert(place, std::move(row));
}

template <class Value>
std::optional<std::pair<const Value*, size_t>> PhraseTable<Value>::match(std::span<const Word> words,
                                                                         size_t at) const {
  if (at >= words.size()) return {};
  const auto found = rows.find(words[at].key);
  if (found == rows.end()) return {};
  for (const Row& row : found->second) {
    if (at + row.keys.size() > words.size()) continue;
    bool same = true;
    for (size_t i = 1; same && i < row.keys.size(); ++i)
      same = words[at + i].key == row.keys[i] && !words[at + i].after_break &&
             (words[at + i].glued || words[at + i].kind != WordKind::number || !row.digits_glued);
    if (same) return std::pair{&row.value, at + row.keys.size()};
  }
  return {};
}

template struct PhraseTable<Bound>;
template struct PhraseTable<Unit>;
template struct PhraseTable<Fate>;

uint32_t Vocabulary::roles_of(const Word& word) const {
  const auto at = roles.find(word.key);
  uint32_t out = at == roles.end() ? 0 : at->second;
  if (word.kind == WordKind::word)
    if (const uint32_t* more = longest_prefix(role_prefixes, word.key)) out |= *more;
  return out;
}

std::optional<FigureCategory> Vocabulary::noun(std::string_view key) const {
  const auto at = nouns.find(key);
  if (at == nouns.end()) return {};
  return at->second;
}

const Fate* Vocabulary::fate(std::string_view key) const {
  if (const auto at = fates.find(key); at != fates.end()) return &at->second;
  return longest_prefix(fate_prefixes, key);
}

Vocabulary load_vocabulary(Language language) {
  Vocabulary vocabulary;
  for (const auto& row : lexicon::rows(language, "figure_bounds.tsv"))
    (row.size() > 2 && row[2] == "after" ? vocabulary.bounds_after : vocabulary.bounds_before)
        .add(row.at(0), language, from_name(row.at(1), Bound::vague));
  for (const auto& row : lexicon::rows(language, "figure_nouns.tsv"))
    each(row.at(1), [&](std::string_view noun) {
      vocabulary.nouns.emplace(utf8::fold(noun), category_from(row.at(0)));
    });
  load_units(vocabulary, language);
  load_fates(vocabulary, language);
  load_roles(vocabulary, language);
  return vocabulary;
}

}  // namespace recoupe::quantities
