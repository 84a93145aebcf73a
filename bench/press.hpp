// Made-up press in any quantity, the same on every machine: stories of a few to some dozens of articles, with
// people, a town and figures of their own, told by independent pens and by reprints (whole, cut, with a new
// opening). Words follow a Zipf law over a vocabulary of syllables, as those of real text do. The articles
// come annotated, so that comparing them can be timed without reading them.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.hpp"

namespace recoupe::bench {

struct Press {
  std::vector<Document> articles;
  std::vector<uint32_t> story, origin;  // of each article: what compare() should find
};
Press make_press(uint32_t articles);

}  // namespace recoupe::bench
