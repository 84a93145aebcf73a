// One encoding each: page.bytes read as it, into page.charset, page.decoded and page.decoding. What cannot be
// read is U+FFFD.
#pragma once

#include <string>

#include "document/page.hpp"

namespace recoupe::intake {

// `begin`: behind the byte order mark, if there is one.
void read_utf16(Page& page, bool big_endian, size_t begin);
void read_utf32(Page& page, bool big_endian, size_t begin);
void read_broken_utf8(Page& page, size_t begin);
void read_windows_1252(Page& page);
// By a name that ICU knows; false where it knows none such.
bool read_with_icu(Page& page, const std::string& charset);

}  // namespace recoupe::intake
