// Bytes of unknown encoding into UTF-8, with the way back to every byte.
#pragma once

#include "base/result.hpp"
#include "document/page.hpp"

namespace recoupe::intake {

// Reads page.bytes and fills charset, decoded and decoding. In this order: a byte order mark; UTF-8; UTF-16
// without a mark; UTF-8 with a few broken bytes (each one U+FFFD); an 8-bit encoding that ICU is sure of;
// Windows-1252, of which Latin-1 is taken to be a part. Fails, with the reason alone, where the bytes are not
// text or hold none.
Outcome decode(Page& page);

}  // namespace recoupe::intake
