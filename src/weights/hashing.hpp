// The hashes under which features of the tagger and the parser are known. Part of the model format: a change
// here needs new weights.
#pragma once

#include <cstdint>
#include <string_view>

namespace recoupe::weights {

inline uint32_t hash_bytes(std::string_view bytes, uint32_t seed = 0) {
  uint64_t h = 0xCBF29CE484222325ull ^ (uint64_t{seed} * 0x9E3779B97F4A7C15ull);
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93ull;
  return static_cast<uint32_t>(h >> 32);
}

// A feature: the number of its template and up to four values.
inline uint32_t feature(uint32_t number, uint32_t a, uint32_t b = 0, uint32_t c = 0, uint32_t d = 0) {
  uint64_t h = (uint64_t{number} * 0x9E3779B97F4A7C15ull) ^ a;
  h = (h ^ (h >> 29)) * 0xBF58476D1CE4E5B9ull + b;
  h = (h ^ (h >> 32)) * 0x94D049BB133111EBull + c;
  h = (h ^ (h >> 29)) * 0xD6E8FEB86659FD93ull + d;
  h = (h ^ (h >> 32)) * 0xBF58476D1CE4E5B9ull;
  return static_cast<uint32_t>(h >> 32);
}

}  // namespace recoupe::weights
