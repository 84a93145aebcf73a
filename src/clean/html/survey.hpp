// A page looked over: how much of what stands where, what its parts are called, where its headline is.
#pragma once

#include <string_view>
#include <vector>

#include "clean/html/facts.hpp"
#include "clean/html/flat.hpp"
#include "clean/html/hints.hpp"

namespace recoupe::clean {

inline constexpr size_t no_block = SIZE_MAX;

// One block, as far as form can tell.
struct Sight {
  uint32_t words = 0;
  uint32_t sentences = 0;  // ends of sentences inside it
  bool ends_sentence = false;
  bool linked = false;  // more than half of it is links
  bool prose = false;   // sentences, not labels
};

// What a node holds, all below it included; in words.
struct Mass {
  float prose = 0, other = 0, links = 0;
};

struct Survey {
  const html::Tree& tree;
  Flat flat;
  std::vector<Sight> sights;  // one for each block
  std::vector<Hint> hints;    // one for each node
  std::vector<Mass> mass;     // one for each node
  std::vector<std::string_view>
      out;  // one for each node: the reason why all of it is no article; empty = it may be
  size_t title_block = no_block;

  bool holds(html::NodeIndex node, size_t block) const {
    return block != no_block && flat.blocks[block].first_text >= node &&
           flat.blocks[block].first_text < tree[node].end;
  }
};

Survey survey(const html::Tree& tree, const PageFacts& facts, const HintWords& words);

// How much of the words of one are the other's, 0 to 1; case, accents and marks play no part.
double likeness(std::string_view a, std::string_view b);

}  // namespace recoupe::clean
