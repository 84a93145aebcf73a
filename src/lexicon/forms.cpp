#include "lexicon/forms.hpp"

#include <cstring>
#include <stdexcept>

#include "document/names.hpp"
#include "lexicon/forms_format.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::lexicon {

Result<Forms> Forms::open(std::string_view bytes, std::string_view name) {
  const auto fail = [&](const char* what) { return Error{std::string(name), what}; };
  FormsHeader header;
  if (bytes.size() < sizeof(header)) return fail("truncated lexicon");
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (std::memcmp(header.magic, forms_magic, sizeof(header.magic)) != 0) return fail("not a Recoupe lexicon");
  const uint64_t needed = sizeof(header) + uint64_t{header.slots} * sizeof(Slot) +
                          uint64_t{header.entries} * sizeof(Entry) +
                          uint64_t{header.analyses} * sizeof(Analysis) +
                          uint64_t{header.scripts} * sizeof(Script) + header.strings;
  if (needed != bytes.size()) return fail("truncated lexicon");
  if (header.slots == 0 || header.forms >= header.slots) return fail("damaged lexicon");
  if (reinterpret_cast<uintptr_t>(bytes.data()) % alignof(uint32_t) != 0) return fail("unaligned lexicon");
  Forms forms;
  const char* at = bytes.data() + sizeof(header);
  const auto take = [&]<class T>(const T*& out, size_t count) {
    out = reinterpret_cast<const T*>(at);
    at += count * sizeof(T);
  };
  take(forms.slots_, header.slots);
  take(forms.entries_, header.entries);
  take(forms.analyses_, header.analyses);
  take(forms.scripts_, header.scripts);
  forms.strings_ = at;
  forms.slot_count_ = header.slots;
  forms.forms_ = header.forms;
  forms.entry_count_ = header.entries;
  forms.script_count_ = header.scripts;
  forms.string_count_ = header.strings;
  for (uint32_t i = 0; i < header.entries; ++i)
    if (uint64_t{forms.entries_[i].first} + forms.entries_[i].count > header.analyses)
      return fail("damaged lexicon");
  return forms;
}

Found Forms::find(std::string_view form) const {
  if (slots_ == nullptr) return {};
  const uint64_t hash = form_hash(form);
  const auto check = static_cast<uint32_t>(hash >> 32);
  uint32_t at = first_slot(hash, slot_count_);
  for (uint32_t probes = 0; probes < slot_count_; ++probes, at = at + 1 == slot_count_ ? 0 : at + 1) {
    const Slot slot = slots_[at];
    if (slot.entry == 0 || slot.entry > entry_count_) return {};
    if (slot.check != check) continue;
    const Entry entry = entries_[slot.entry - 1];
    return {{analyses_ + entry.first, entry.count}, entry.ambiguity};
  }
  return {};
}

void Forms::append_lemma(std::string& out, std::string_view form, const Analysis& analysis) const {
  if (analysis.script >= script_count_) {
    out += form;
    return;
  }
  const Script script = scripts_[analysis.script];
  const size_t start = out.size();
  out += form;
  if (const size_t at = out.find("’", start); at != std::string::npos) out.replace(at, 3, "'");
  out.resize(out.size() - std::min<size_t>(script.cut, out.size() - start));
  if (uint32_t{script.at} + script.size <= string_count_) out.append(strings_ + script.at, script.size);
}

Forms forms(Language language) {
  if (language == Language::unknown) return {};
  Result<Forms> opened =
      Forms::open(embedded(std::string(name(language)) + ".forms"), "the built-in lexicon");
  if (!opened.ok()) throw std::logic_error(opened.error().where + ": " + opened.error().what);
  return opened.value();
}

}  // namespace recoupe::lexicon
