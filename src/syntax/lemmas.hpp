// The lemma of a tagged token: what training saw for the form, else what the lexicon says, else what words
// with the same ending do.
#pragma once

#include <string>
#include <string_view>

#include "document/syntax.hpp"
#include "lexicon/forms.hpp"
#include "weights/model_file.hpp"

namespace recoupe::syntax {

// How a lemma is made of a form: lower-case it or not, take bytes off its end, put others there.
struct LemmaScript {
  bool keep_case = false;
  uint8_t cut = 0;
  std::string_view append;
};

uint32_t lemma_key(std::string_view lower, Upos upos);
uint32_t lemma_ending_key(std::string_view ending, Upos upos);

class Lemmas {
 public:
  static Result<Lemmas> open(const weights::ModelFile& file);
  // Appends the lemma; `lower` is the lower-cased form.
  void append(std::string& out, std::string_view form, std::string_view lower, Upos upos, Features features,
              const lexicon::Forms& forms) const;

 private:
  struct Slot {
    uint32_t key, script;  // script 0xFFFFFFFF: empty
  };
  const Slot* find(uint32_t key) const;
  bool append_script(std::string& out, std::string_view form, std::string_view lower, uint32_t script) const;

  const Slot* slots_ = nullptr;
  uint32_t slot_count_ = 0;
  std::string_view scripts_;  // 4 bytes each: keep case, cut, size, and a byte for alignment; u32 place
  std::string_view strings_;
};

// The lexicon's analysis that fits part of speech and features best; null if none has that part of speech.
const lexicon::Analysis* best_analysis(std::span<const lexicon::Analysis> analyses, Upos upos,
                                       Features features);

inline constexpr uint32_t no_script = 0xFFFFFFFF;

}  // namespace recoupe::syntax
