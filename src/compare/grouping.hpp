// Claims into groups by the links between them, and by what a user said of them: claims that belong together
// whatever their words, claims that must not meet.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "document/dossier.hpp"

namespace recoupe::compare {

struct Claim {
  uint32_t article = 0;
  uint32_t index = 0;
  auto operator<=>(const Claim&) const = default;
};

// What corrections of clusters come to, for the claims of one kind.
struct Bonds {
  std::vector<std::pair<Claim, Claim>> together;
  std::set<std::pair<Claim, Claim>> apart;  // each in both directions
};

struct Link {
  uint32_t a = 0, b = 0;  // indices of claims
  double strength = 0;
};

// Strong links first, so that where two claims must not meet, a third one goes to the nearer of them. Groups
// by their smallest member, members in rising order; the order of the links never shows.
std::vector<std::vector<uint32_t>> grouped(const std::vector<Claim>& claims, std::vector<Link> links,
                                           const Bonds& bonds);

}  // namespace recoupe::compare
