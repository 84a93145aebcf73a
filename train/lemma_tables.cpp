// The tables that src/syntax/lemmas reads: what the treebanks say of single words, and what words with the
// same ending do.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/utf8.hpp"
#include "train_tagger.hpp"

namespace recoupe::train {
namespace {

using Script = std::tuple<bool, uint8_t, std::string>;  // keep case, cut, append
using Votes = std::map<Script, uint32_t>;

Script script_of(const std::string& form, const std::string& lower, const std::string& lemma) {
  const auto cut_of = [&](const std::string& base) {
    size_t common = 0;
    while (common < base.size() && common < lemma.size() && base[common] == lemma[common]) ++common;
    while (!utf8::on_border(base, common) || !utf8::on_border(lemma, common)) --common;
    return common;
  };
  const size_t lower_common = cut_of(lower), form_common = cut_of(form);
  const bool keep = form_common > lower_common;
  const std::string& base = keep ? form : lower;
  const size_t common = keep ? form_common : lower_common;
  return {keep, static_cast<uint8_t>(std::min<size_t>(base.size() - common, 255)), lemma.substr(common)};
}

const Script& best_of(const Votes& votes) {
  const auto best = std::max_element(votes.begin(), votes.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return best->first;
}

struct Tables {
  std::vector<std::pair<uint32_t, uint32_t>> rows;  // key, script
  std::map<Script, uint32_t> scripts;
  void add(uint32_t key, const Script& script) {
    rows.emplace_back(key, scripts.try_emplace(script, static_cast<uint32_t>(scripts.size())).first->second);
  }
};

std::vector<std::string> endings(const std::string& lower) {
  std::vector<std::string> out = {""};
  size_t at = lower.size();
  while (at > 0 && out.size() <= 5) {
    at -= utf8::decode_before(lower, at).size;
    out.push_back(lower.substr(at));
  }
  return out;
}

void add_endings(const std::map<std::pair<std::string, Upos>, Votes>& words, Tables& tables) {
  std::map<std::pair<std::string, Upos>, Votes> by_ending;
  for (const auto& [key, votes] : words)
    for (const std::string& ending : endings(key.first))
      ++by_ending[{ending, key.second}][best_of(votes)];  // each word once
  for (const auto& [key, votes] : by_ending) {
    uint32_t total = 0;
    for (const auto& [script, count] : votes) total += count;
    if (total < 2) continue;
    const std::string& ending = key.first;
    const Script& best = best_of(votes);
    if (!ending.empty()) {  // only what a shorter ending does not say already
      const std::string shorter = ending.substr(utf8::decode(ending, 0).size);
      if (best_of(by_ending.at({shorter, key.second})) == best) continue;
    }
    tables.add(syntax::lemma_ending_key(ending, key.second), best);
  }
}

void append_u32(std::string& out, uint32_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

void write(const Tables& tables, std::vector<std::pair<std::string, std::string>>& sections) {
  std::vector<std::pair<uint32_t, uint32_t>> slots(tables.rows.size() * 3 / 2 + 1, {0, syntax::no_script});
  for (const auto& [key, script] : tables.rows) {
    size_t at = (uint64_t{key} * slots.size()) >> 32;
    while (slots[at].second != syntax::no_script && slots[at].first != key) at = (at + 1) % slots.size();
    if (slots[at].second == syntax::no_script) slots[at] = {key, script};
  }
  std::string slot_bytes, strings;
  for (const auto& [key, script] : slots) {
    append_u32(slot_bytes, key);
    append_u32(slot_bytes, script);
  }
  std::vector<const Script*> ordered(tables.scripts.size());
  for (const auto& [script, index] : tables.scripts) ordered[index] = &script;
  std::string script_bytes;
  for (const Script* script : ordered) {
    const auto& [keep, cut, append] = *script;
    size_t at = strings.find(append);
    if (at == std::string::npos) {
      at = strings.size();
      strings += append;
    }
    script_bytes += static_cast<char>(keep);
    script_bytes += static_cast<char>(cut);
    script_bytes += static_cast<char>(std::min<size_t>(append.size(), 255));
    script_bytes += '\0';
    append_u32(script_bytes, static_cast<uint32_t>(at));
  }
  sections.emplace_back("lemma.slots", slot_bytes);
  sections.emplace_back("lemma.scripts", script_bytes);
  sections.emplace_back("lemma.strings", strings);
}

}  // namespace

void write_lemmas(const std::vector<Example>& examples, const lexicon::Forms& forms,
                  std::vector<std::pair<std::string, std::string>>& sections) {
  std::map<std::pair<std::string, Upos>, Votes> words;
  std::map<std::pair<std::string, Upos>, Features> any_features;
  for (const Example& example : examples)
    for (size_t i = 0; i < example.size(); ++i) {
      if (example.lemmas[i] == "_" && example.forms[i] != "_") continue;
      ++words[{example.lowers[i], example.upos[i]}]
             [script_of(example.forms[i], example.lowers[i], example.lemmas[i])];
      any_features[{example.lowers[i], example.upos[i]}] = example.features[i];
    }
  Tables tables;
  for (const auto& [key, votes] : words) {
    // left to the lexicon where it says the same
    const auto& [lower, upos] = key;
    const Script& best = best_of(votes);
    const auto* analysis = syntax::best_analysis(forms.find(lower).analyses, upos, any_features[key]);
    if (analysis != nullptr && upos != Upos::propn && !std::get<0>(best)) {
      std::string by_lexicon;
      forms.append_lemma(by_lexicon, lower, *analysis);
      const std::string by_votes = lower.substr(0, lower.size() - std::get<1>(best)) + std::get<2>(best);
      if (by_lexicon == by_votes) continue;
    }
    const Script same{upos == Upos::propn || upos == Upos::punct || upos == Upos::sym || upos == Upos::x, 0,
                      ""};
    if (analysis == nullptr && std::get<0>(same) && best == same) continue;
    tables.add(syntax::lemma_key(lower, upos), best);
  }
  add_endings(words, tables);
  write(tables, sections);
}

}  // namespace recoupe::train
