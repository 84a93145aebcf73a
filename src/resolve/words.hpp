// The word lists of resolve/.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace recoupe::resolve {

struct Words {
  std::array<std::unordered_set<std::string>, 2> power_verbs;  // French, English; only looked up
  std::array<std::unordered_set<std::string>, 2> role_heads;   // keys of «ministre», «boulanger»
  std::unordered_map<std::string, uint32_t> synonyms;  // «EI», «Daech»: one number; only looked up
};
Words load_words();

}  // namespace recoupe::resolve
