// compile_lexicon fr|en DICTIONARY.dic DICTIONARY.aff CLOSED_WORDS.tsv OUT: makes the lexicon that
// src/lexicon/forms.hpp reads. The same inputs give the same bytes.

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "document/features.hpp"
#include "document/names.hpp"
#include "lexicon/forms_format.hpp"
#include "morphology.hpp"

namespace recoupe::lexicon {

// Gathers forms and writes the file.
struct FormsWriter {
  struct Row {
    tools::Reading reading;
    std::string lemma;
    auto operator<=>(const Row&) const = default;
  };
  std::map<std::string, std::set<Row>> rows;

  void add(std::string_view form, std::string_view lemma, const tools::Reading& reading) {
    if (form.size() <= 200 && lemma.size() <= 200)
      rows[std::string(form)].insert({reading, std::string(lemma)});
  }

  std::string bytes() const;
};

namespace {

template <class T>
void append(std::string& out, const std::vector<T>& items) {
  out.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
}

// A hash of the readings and not a running number: models know words by it, and another release of the
// dictionary must not renumber them.
uint16_t ambiguity_of(const std::vector<tools::Reading>& readings) {
  uint64_t h = 0xCBF29CE484222325ull;
  for (const tools::Reading& reading : readings) {
    h = (h ^ static_cast<uint64_t>(reading.upos)) * 0x100000001B3ull;
    h = (h ^ static_cast<uint64_t>(reading.hint)) * 0x100000001B3ull;
    h = (h ^ reading.features) * 0xD6E8FEB86659FD93ull;
    h ^= h >> 32;
  }
  return static_cast<uint16_t>(h % 64999 + 1);
}

}  // namespace

std::string FormsWriter::bytes() const {
  std::vector<Forms::Script> scripts;
  std::vector<Forms::Entry> entries;
  std::vector<Analysis> analyses;
  std::string strings;
  std::map<std::pair<uint8_t, std::string>, uint16_t> script_of;
  std::set<uint16_t> classes;
  std::map<std::vector<std::pair<tools::Reading, uint16_t>>, uint32_t> entry_of;
  const auto slot_count = static_cast<uint32_t>(rows.size() * 5 / 4 + 1);
  std::vector<Forms::Slot> slots(slot_count, Forms::Slot{0, 0});
  for (const auto& [form, readings] : rows) {
    std::vector<std::pair<tools::Reading, uint16_t>> key;
    std::vector<tools::Reading> plain;
    for (const Row& row : readings) {
      size_t common = 0;
      while (common < form.size() && common < row.lemma.size() && form[common] == row.lemma[common]) ++common;
      while (!utf8::on_border(form, common) || !utf8::on_border(row.lemma, common)) --common;
      const std::pair<uint8_t, std::string> script{static_cast<uint8_t>(form.size() - common),
                                                   row.lemma.substr(common)};
      auto [found, fresh] = script_of.try_emplace(script, static_cast<uint16_t>(scripts.size()));
      if (fresh) {
        size_t at = strings.find(script.second);
        if (at == std::string::npos) {
          at = strings.size();
          strings += script.second;
        }
        scripts.push_back(
            {script.first, static_cast<uint8_t>(script.second.size()), static_cast<uint16_t>(at)});
      }
      key.emplace_back(row.reading, found->second);
      if (plain.empty() || plain.back() != row.reading) plain.push_back(row.reading);
    }
    const uint16_t ambiguity = ambiguity_of(plain);
    classes.insert(ambiguity);
    auto [entry, fresh] = entry_of.try_emplace(key, static_cast<uint32_t>(entries.size() + 1));
    if (fresh) {
      entries.push_back(
          {static_cast<uint32_t>(analyses.size()), static_cast<uint16_t>(key.size()), ambiguity});
      for (const auto& [reading, script] : key)
        analyses.push_back({reading.upos, reading.hint, script, reading.features});
    }
    const uint64_t hash = form_hash(form);
    uint32_t at = first_slot(hash, slot_count);
    while (slots[at].entry != 0) at = at + 1 == slot_count ? 0 : at + 1;
    slots[at] = {static_cast<uint32_t>(hash >> 32), entry->second};
  }
  if (strings.size() > 65535 || scripts.size() > 65535) return {};
  FormsHeader header{};
  std::memcpy(header.magic, forms_magic, sizeof(header.magic));
  header.slots = slot_count;
  header.forms = static_cast<uint32_t>(rows.size());
  header.entries = static_cast<uint32_t>(entries.size());
  header.analyses = static_cast<uint32_t>(analyses.size());
  header.scripts = static_cast<uint32_t>(scripts.size());
  header.strings = static_cast<uint32_t>(strings.size());
  std::string out(reinterpret_cast<const char*>(&header), sizeof(header));
  append(out, slots);
  append(out, entries);
  append(out, analyses);
  append(out, scripts);
  out += strings;
  std::fprintf(stderr, "%zu forms, %zu classes, %zu lemma scripts, %zu bytes\n", rows.size(), classes.size(),
               scripts.size(), out.size());
  return out;
}

}  // namespace recoupe::lexicon

namespace {

using namespace recoupe;

bool add_closed_words(const char* path, lexicon::FormsWriter& writer) {
  std::ifstream in(path);
  if (!in) return false;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> columns(1);
    for (const char c : line)
      if (c == '\t')
        columns.emplace_back();
      else
        columns.back() += c;
    columns.resize(4);
    writer.add(columns[0], columns[1],
               {upos_from(columns[2]), lexicon::Hint::none, features_from(columns[3])});
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::fprintf(stderr, "usage: compile_lexicon fr|en FILE.dic FILE.aff CLOSED_WORDS.tsv OUT\n");
    return 2;
  }
  const bool french = std::string_view(argv[1]) == "fr";
  lexicon::FormsWriter writer;
  const std::string reason = tools::unfold(argv[2], argv[3], [&](const tools::Unfolded& word) {
    for (const tools::Reading& reading :
         french ? tools::french_readings(word) : tools::english_readings(word))
      writer.add(word.form, french ? tools::french_lemma(word, reading) : std::string(word.lemma), reading);
  });
  if (!reason.empty()) {
    std::fprintf(stderr, "compile_lexicon: %s\n", reason.c_str());
    return 1;
  }
  if (!add_closed_words(argv[4], writer)) {
    std::fprintf(stderr, "compile_lexicon: cannot read %s\n", argv[4]);
    return 1;
  }
  const std::string bytes = writer.bytes();
  std::ofstream out(argv[5], std::ios::binary);
  out << bytes;
  out.close();
  return !bytes.empty() && out ? 0 : 1;
}
