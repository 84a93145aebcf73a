// What a word form can be: the compiled morphological lexicon.
//
// French comes from Debian's hunspell-fr-comprehensive (450,000 forms with lemma and morphology), English
// from hunspell-en-us (lemma and ending alone); tools/lexicon compiles them while the program is built, and
// adds src/lexicon/{fr,en}/closed_words.tsv by hand. A form has analyses, best first as far as the sources
// tell:
//   «portes» → NOUN porte feminine plural; VERB porter indicative | subjunctive present, second singular
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace recoupe::lexicon {

// What the dictionary knows of a name or a noun beyond its part of speech.
enum class Hint : uint8_t { none, first_name, surname, place_name, ending_s, ending_ed, ending_ing, base };

struct Analysis {
  Upos upos = Upos::unknown;
  Hint hint = Hint::none;
  uint16_t script = 0;  // how the lemma is made of the form
  Features features = 0;
};

struct Found {
  std::span<const Analysis> analyses;
  uint16_t ambiguity =
      0;  // the same number for all forms with the same parts of speech and features; 0: unknown
};

// A view of bytes that must outlive it.
class Forms {
 public:
  static Result<Forms> open(std::string_view bytes, std::string_view name);

  // The analyses of exactly this form (’ counts as '), none for an unknown one.
  Found find(std::string_view form) const;
  // The lemma of `form` under one of its analyses.
  void append_lemma(std::string& out, std::string_view form, const Analysis& analysis) const;
  size_t size() const { return forms_; }

 private:
  struct Slot {
    uint32_t check, entry;
  };
  struct Entry {
    uint32_t first;
    uint16_t count, ambiguity;
  };
  struct Script {
    uint8_t cut, size;  // bytes to take off the end and to put there
    uint16_t at;        // where those stand among the strings
  };
  friend struct FormsWriter;

  const Slot* slots_ = nullptr;
  const Entry* entries_ = nullptr;
  const Analysis* analyses_ = nullptr;
  const Script* scripts_ = nullptr;
  const char* strings_ = nullptr;
  uint32_t slot_count_ = 0, forms_ = 0, entry_count_ = 0, script_count_ = 0, string_count_ = 0;
};

// The lexicon that is built into the program.
Forms forms(Language language);

}  // namespace recoupe::lexicon
