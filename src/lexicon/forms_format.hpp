// The bytes of a compiled lexicon, as tools/lexicon writes and Forms::open reads them:
//   Header, slots (hash table with linear probing), entries, analyses, scripts, strings.
#pragma once

#include <cstdint>
#include <string_view>

namespace recoupe::lexicon {

struct FormsHeader {
  char magic[8];  // "RCPLEX01"
  uint32_t slots, forms, entries, analyses, scripts, strings;
};
inline constexpr char forms_magic[] = "RCPLEX01";

// The low half picks the slot, the high half is kept to check: two forms in 2^32 look alike.
inline uint64_t form_hash(std::string_view form) {
  uint64_t h = 0x9E3779B97F4A7C15ull;
  for (size_t i = 0; i < form.size(); ++i) {
    auto byte = static_cast<unsigned char>(form[i]);
    if (byte == 0xE2 && form.compare(i, 3, "’") == 0) {
      byte = '\'';
      i += 2;
    }
    h = (h ^ byte) * 0x100000001B3ull;
  }
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93ull;
  h ^= h >> 32;
  return h;
}

inline uint32_t first_slot(uint64_t hash, uint32_t slots) {
  return static_cast<uint32_t>(((hash & 0xFFFFFFFFu) * slots) >> 32);
}

}  // namespace recoupe::lexicon
