// Bytes of unknown encoding into UTF-8, with the way back to every byte.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/page.hpp"

namespace recoupe::intake {

// Reads page.bytes and fills charset, decoded and decoding. In this order: a byte order mark; UTF-8; UTF-16
// without a mark; UTF-8 with a few broken bytes (each one U+FFFD); an 8-bit encoding that ICU is sure of;
// Windows-1252, of which Latin-1 is taken to be a part. Fails, with the reason alone, where the bytes are not
// text or hold none.
Outcome decode(Page& page);

// The same for a web page, in the order of the HTML standard: a byte order mark; `transport`, the charset
// that the server or the container named; <meta charset> and its like in the first 64 KiB; then as decode()
// tells. Two things that the standard leaves to mojibake are put right: text that is UTF-8, whatever it is
// said to be; and text said to be UTF-8 that is nothing of the kind. NUL bytes are let pass: a page may be
// broken there.
Outcome decode_html(Page& page, std::string_view transport = {});

// "utf-8" of "text/html; charset=utf-8"; empty where none is named.
std::string_view charset_of_content_type(std::string_view header);

// What the two have in common.
struct Utf8Count {
  size_t good = 0, bad = 0;  // characters of several bytes; malformed bytes
};
Utf8Count count_utf8(std::string_view bytes);
// An encoding of another script that ICU is sure of; empty if there is none.
std::string other_script(std::string_view bytes);

}  // namespace recoupe::intake
