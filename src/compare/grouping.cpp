#include "compare/grouping.hpp"

#include <algorithm>
#include <tuple>

#include "compare/union_find.hpp"

namespace recoupe::compare {
namespace {

class Groups {
 public:
  Groups(const std::vector<Claim>& claims, const Bonds& bonds)
      : claims_(claims), bonds_(bonds), sets_(claims.size()) {
    if (bonds.apart.empty() && bonds.together.empty()) return;
    for (uint32_t i = 0; i < claims.size(); ++i) place_[claims[i]] = i;
    for (const auto& [a, b] : bonds.apart)
      if (const auto found = place_.find(a); found != place_.end()) members_[found->second] = {found->second};
    for (const auto& [a, b] : bonds.together) {
      const auto x = place_.find(a), y = place_.find(b);
      if (x != place_.end() && y != place_.end()) join(x->second, y->second);
    }
  }

  void join(uint32_t a, uint32_t b) {
    a = sets_.find(a);
    b = sets_.find(b);
    if (a == b || must_not_meet(a, b)) return;
    sets_.join(a, b);
    std::vector<uint32_t> both = std::move(members_[a]);
    const std::vector<uint32_t> other = std::move(members_[b]);
    both.insert(both.end(), other.begin(), other.end());
    members_.erase(a);
    members_.erase(b);
    if (!both.empty()) members_[sets_.find(a)] = std::move(both);
  }

  std::vector<std::vector<uint32_t>> take() { return sets_.groups(); }

 private:
  // Only claims of which a user said something are listed in members_.
  bool must_not_meet(uint32_t a, uint32_t b) const {
    const auto x = members_.find(a), y = members_.find(b);
    if (x == members_.end() || y == members_.end()) return false;
    return std::any_of(x->second.begin(), x->second.end(), [&](uint32_t i) {
      return std::any_of(y->second.begin(), y->second.end(), [&](uint32_t j) {
        return bonds_.apart.contains({claims_[i], claims_[j]});
      });
    });
  }

  const std::vector<Claim>& claims_;
  const Bonds& bonds_;
  UnionFind sets_;
  std::map<Claim, uint32_t> place_;
  std::map<uint32_t, std::vector<uint32_t>> members_;
};

}  // namespace

std::vector<std::vector<uint32_t>> grouped(const std::vector<Claim>& claims, std::vector<Link> links,
                                           const Bonds& bonds) {
  std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
    return std::tuple(-x.strength, x.a, x.b) < std::tuple(-y.strength, y.a, y.b);
  });
  Groups groups(claims, bonds);
  for (const Link& link : links) groups.join(link.a, link.b);
  return groups.take();
}

}  // namespace recoupe::compare
