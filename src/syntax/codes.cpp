#include "syntax/codes.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "weights/hashing.hpp"

namespace recoupe::syntax {
namespace {

enum Seed : uint32_t { seed_form = 1, seed_lower, seed_suffix, seed_prefix, seed_shape };

// «Le» → "Xx", «3e» → "9x", «F-16» → "X-9": runs of one kind are one letter. Also lower-cases into `lower`.
uint32_t read_shape(std::string_view form, std::string& lower) {
  lower.clear();
  char shape[8];
  size_t count = 0;
  for (size_t at = 0; at < form.size();) {
    const utf8::Decoded d = utf8::decode(form, at);
    at += d.size;
    const char32_t c = d.code_point;
    utf8::append(lower, c == U'’' ? U'\'' : utf8::to_lower(c));
    const char kind = utf8::is_upper(c)    ? 'X'
                      : utf8::is_letter(c) ? 'x'
                      : utf8::is_digit(c)  ? '9'
                      : c < 0x80           ? static_cast<char>(c)
                                           : '#';
    if (count < sizeof(shape) && (count == 0 || shape[count - 1] != kind)) shape[count++] = kind;
  }
  // one capital or several: «Il», «OTAN»
  const bool all_upper = count > 0 && shape[0] == 'X' && form.size() > 1 && count == 1;
  return weights::hash_bytes({shape, count}, seed_shape + (all_upper ? 100 : 0));
}

}  // namespace

TokenCode code_of(std::string_view form, const lexicon::Forms& forms, std::string& lower) {
  constexpr size_t longest = 160;  // of a longer token, only the beginning is looked at
  if (form.size() > longest) {
    size_t cut = longest;
    while (cut > longest - 4 && !utf8::on_border(form, cut)) --cut;
    form = form.substr(0, cut);
  }
  TokenCode code;
  code.shape = read_shape(form, lower);
  code.form = weights::hash_bytes(form, seed_form);
  code.lower = weights::hash_bytes(lower, seed_lower);
  size_t at = lower.size();
  for (uint32_t i = 0; i < code.suffix.size(); ++i) {
    at -= utf8::decode_before(lower, at).size;
    code.suffix[i] = weights::hash_bytes(std::string_view(lower).substr(at), seed_suffix);
  }
  at = 0;
  for (uint32_t i = 0; i < code.prefix.size(); ++i) {
    at += utf8::decode(lower, at).size;
    code.prefix[i] = weights::hash_bytes(std::string_view(lower).substr(0, at), seed_prefix);
  }
  code.ambiguity = forms.find(lower).ambiguity;
  if (lower != form) code.name_ambiguity = forms.find(form).ambiguity;
  return code;
}

TokenCode border_code(uint32_t which) {
  TokenCode code;
  code.form = code.lower = code.shape = which;
  code.suffix.fill(which);
  code.prefix.fill(which);
  code.ambiguity = static_cast<uint16_t>(65000 + which);
  return code;
}

}  // namespace recoupe::syntax
