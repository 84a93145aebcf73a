// UTF-8, as every room needs it. All offsets are bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace recoupe::utf8 {

inline constexpr char32_t replacement = 0xFFFD;

struct Decoded {
  char32_t code_point = 0;  // replacement for a malformed byte
  uint32_t size = 0;        // bytes read: 1 to 4; 1 for a malformed byte; 0 at the end of the text
};

// The code point that starts at `position`; malformed bytes give `replacement`, one byte at a time.
Decoded decode(std::string_view text, size_t position);
// The code point that ends just before `position`.
Decoded decode_before(std::string_view text, size_t position);

void append(std::string& out, char32_t code_point);
bool valid(std::string_view text);
size_t count_code_points(std::string_view text);

// True between two code points (and at both ends).
inline bool on_border(std::string_view text, size_t position) {
  return position >= text.size() || (static_cast<unsigned char>(text[position]) & 0xC0) != 0x80;
}

bool is_letter(char32_t c);
bool is_mark(char32_t c);   // combining: the accents of decomposed text
bool is_digit(char32_t c);  // decimal digits of any script
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_space(char32_t c);  // every blank of the press: no-break, thin, narrow, zero width …
char32_t to_lower(char32_t c);

std::string lower(std::string_view text);
// Lower case, no accents, œ → oe, ’ → ', any blank → one plain space: the key under which words are looked up
// and names compared. «État» → "etat". Offsets are not kept.
std::string fold(std::string_view text);

}  // namespace recoupe::utf8
