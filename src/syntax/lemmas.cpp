#include "syntax/lemmas.hpp"

#include <bit>
#include <cstring>

#include "base/utf8.hpp"
#include "weights/hashing.hpp"

namespace recoupe::syntax {
namespace {

constexpr size_t longest_ending = 5;  // letters

struct ScriptBytes {
  uint8_t keep_case, cut, size, unused;
  uint32_t at;
};

}  // namespace

uint32_t lemma_key(std::string_view lower, Upos upos) {
  return weights::hash_bytes(lower, 100 + static_cast<uint32_t>(upos));
}
uint32_t lemma_ending_key(std::string_view ending, Upos upos) {
  return weights::hash_bytes(ending, 200 + static_cast<uint32_t>(upos));
}

Result<Lemmas> Lemmas::open(const weights::ModelFile& file) {
  Lemmas lemmas;
  const std::string_view slots = file.section("lemma.slots");
  lemmas.slots_ = reinterpret_cast<const Slot*>(slots.data());
  lemmas.slot_count_ = static_cast<uint32_t>(slots.size() / sizeof(Slot));
  lemmas.scripts_ = file.section("lemma.scripts");
  lemmas.strings_ = file.section("lemma.strings");
  if (lemmas.slot_count_ == 0) return Error{file.name(), "damaged model: lemmas"};
  return lemmas;
}

const Lemmas::Slot* Lemmas::find(uint32_t key) const {
  uint32_t at = static_cast<uint32_t>((uint64_t{key} * slot_count_) >> 32);
  for (uint32_t probes = 0; probes < slot_count_; ++probes) {
    if (slots_[at].script == no_script) return nullptr;
    if (slots_[at].key == key) return &slots_[at];
    at = at + 1 == slot_count_ ? 0 : at + 1;
  }
  return nullptr;
}

bool Lemmas::append_script(std::string& out, std::string_view form, std::string_view lower,
                           uint32_t index) const {
  ScriptBytes script;
  if ((uint64_t{index} + 1) * sizeof(script) > scripts_.size()) return false;
  std::memcpy(&script, scripts_.data() + size_t{index} * sizeof(script), sizeof(script));
  const std::string_view base = script.keep_case ? form : lower;
  if (script.cut > base.size() || uint64_t{script.at} + script.size > strings_.size()) return false;
  if (!utf8::on_border(base, base.size() - script.cut)) return false;
  out += base.substr(0, base.size() - script.cut);
  out += strings_.substr(script.at, script.size);
  return true;
}

const lexicon::Analysis* best_analysis(std::span<const lexicon::Analysis> analyses, Upos upos,
                                       Features features) {
  const lexicon::Analysis* best = nullptr;
  int best_fit = -100;
  for (const lexicon::Analysis& analysis : analyses) {
    if (analysis.upos != upos && !(analysis.upos == Upos::verb && upos == Upos::aux)) continue;
    // shared features count for it, contradicted ones against it
    const int fit =
        2 * std::popcount(analysis.features & features) - std::popcount(analysis.features ^ features);
    if (best == nullptr || fit > best_fit) {
      best = &analysis;
      best_fit = fit;
    }
  }
  return best;
}

void Lemmas::append(std::string& out, std::string_view form, std::string_view lower, Upos upos,
                    Features features, const lexicon::Forms& forms) const {
  if (const Slot* slot = find(lemma_key(lower, upos)); slot && append_script(out, form, lower, slot->script))
    return;
  if (upos == Upos::propn || upos == Upos::punct || upos == Upos::sym || upos == Upos::x) {
    out += form;
    return;
  }
  if (const lexicon::Analysis* analysis = best_analysis(forms.find(lower).analyses, upos, features)) {
    forms.append_lemma(out, lower, *analysis);
    return;
  }
  size_t at = lower.size();
  size_t borders[longest_ending + 1];
  size_t count = 0;
  borders[count++] = at;
  while (count <= longest_ending && at > 0) {
    at -= utf8::decode_before(lower, at).size;
    borders[count++] = at;
  }
  while (count-- > 0)
    if (const Slot* slot = find(lemma_ending_key(lower.substr(borders[count]), upos));
        slot && append_script(out, form, lower, slot->script))
      return;
  out += lower;
}

}  // namespace recoupe::syntax
