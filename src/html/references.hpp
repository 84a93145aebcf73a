// Character references: "&eacute;" and "&#233;" as «é», with the bytes that each character came from.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace recoupe::html {

struct Reference {
  std::array<char, 16> bytes{};  // in UTF-8
  uint8_t size = 0;              // of bytes
  uint32_t length = 0;           // bytes of the reference; 0: there is none, the '&' is itself

  std::string_view text() const { return {bytes.data(), size}; }
};

// The reference at `position`, where an '&' stands, by the rules of the HTML standard: the longest name, with
// or without its semicolon where old pages leave it out; numbers of Windows-1252 where pages mean it.
// `in_attribute`: "?a=1&copy=2" holds none.
Reference reference_at(std::string_view text, size_t position, bool in_attribute = false);

// All of `raw` with its references replaced.
std::string decode(std::string_view raw, bool in_attribute = false);

}  // namespace recoupe::html
