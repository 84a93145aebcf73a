// Sets that merge. The representative is always the smallest member, so results do not depend on the order of
// the merges.
#pragma once

#include <cstdint>
#include <map>
#include <numeric>
#include <vector>

namespace recoupe::compare {

class UnionFind {
 public:
  explicit UnionFind(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }

  uint32_t find(uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void join(uint32_t a, uint32_t b) {
    a = find(a);
    b = find(b);
    if (a < b)
      parent_[b] = a;
    else
      parent_[a] = b;
  }
  // The sets, by their smallest member; members in rising order.
  std::vector<std::vector<uint32_t>> groups() {
    std::map<uint32_t, std::vector<uint32_t>> by_root;
    for (uint32_t i = 0; i < parent_.size(); ++i) by_root[find(i)].push_back(i);
    std::vector<std::vector<uint32_t>> out;
    for (auto& [root, members] : by_root) out.push_back(std::move(members));
    return out;
  }

 private:
  std::vector<uint32_t> parent_;
};

}  // namespace recoupe::compare
