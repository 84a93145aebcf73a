#include "base/compose.hpp"

#include <unicode/unorm2.h>

#include "base/utf8.hpp"

namespace recoupe::utf8 {

bool decomposed(std::string_view text) {  // U+0300 … U+036F begin with these bytes
  return text.find_first_of("\xCC\xCD") != std::string_view::npos;
}

std::string compose(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  std::string out;
  out.reserve(text.size());
  size_t last = 0;  // where the last code point of `out` begins
  for (size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    if (is_mark(d.code_point) && !out.empty() && U_SUCCESS(status)) {
      const UChar32 whole = unorm2_composePair(nfc, static_cast<UChar32>(decode(out, last).code_point),
                                               static_cast<UChar32>(d.code_point));
      if (whole >= 0) {
        out.resize(last);
        append(out, static_cast<char32_t>(whole));
        i += d.size;
        continue;
      }
    }
    last = out.size();
    out += text.substr(i, d.size);
    i += d.size;
  }
  return out;
}

}  // namespace recoupe::utf8
