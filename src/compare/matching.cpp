#include "compare/matching.hpp"

#include <algorithm>

namespace recoupe::compare {
namespace {

template <class List>
bool share(const List& a, const List& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const auto& key) { return std::find(b.begin(), b.end(), key) != b.end(); });
}

double weight(const Idea& idea) {
  constexpr double light = 0.25, quality = 0.6, name = 1.6;
  if (idea.light) return light;
  if (idea.named()) return name;
  return idea.kind == Idea::Kind::quality ? quality : 1;
}

// The ideas that say of which one is spoken: «du Brésil» in «la Cour suprême du Brésil».
std::vector<const Idea*> complements(const Reading& reading, uint32_t of) {
  std::vector<const Idea*> out;
  for (const Idea& idea : reading.ideas)
    if (idea.governor == of && idea.kind != Idea::Kind::act && idea.role == Idea::Role::none)
      out.push_back(&idea);
  return out;
}

// «le ministre des Transports», «le ministre des Finances»: both say which, and not the same.
bool other_one(const Reading& a, uint32_t i, const Reading& b, uint32_t j) {
  if (a.ideas[i].kind == Idea::Kind::act || a.ideas[i].named()) return false;
  const auto x = complements(a, i), y = complements(b, j);
  const auto conflict = [&](auto fits) {
    bool any_x = false, any_y = false;
    for (const Idea* p : x)
      if (fits(*p)) {
        any_x = true;
        for (const Idea& q : b.ideas)
          if (same_idea(*p, q)) return false;
      }
    for (const Idea* q : y)
      if (fits(*q)) {
        any_y = true;
        for (const Idea& p : a.ideas)
          if (same_idea(p, *q)) return false;
      }
    return any_x && any_y;
  };
  return conflict([](const Idea& idea) { return idea.named() || !idea.country.empty(); }) ||
         conflict([](const Idea& idea) { return idea.kind == Idea::Kind::thing && !idea.light; });
}

// «onze morts», «vacants»: what is counted or said of something, without a verb that says more.
bool is_state(const Idea& idea) {
  return idea.governor == no_idea || idea.kind == Idea::Kind::quality;
}

// «lyonnais» and Lyon.
bool of_city(const Idea& city, const Idea& word) {
  constexpr size_t shortest = 4;
  return city.kind == Idea::Kind::place && !word.named() && city.folded.size() >= shortest &&
         word.folded.size() > city.folded.size() && word.folded.starts_with(city.folded);
}

// «violoniste» and "violinist": the beginning in common, and few letters apart. Words of five letters that
// begin alike have a common root already.
bool cognates(const std::string& a, const std::string& b) {
  constexpr size_t shortest = 6, longest = 24, beginning = 4;
  if (std::min(a.size(), b.size()) < shortest || std::max(a.size(), b.size()) > longest) return false;
  if (a.compare(0, beginning, b, 0, beginning) != 0) return false;
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()] * 4 <= std::max(a.size(), b.size());
}

class Matcher {
 public:
  Matcher(const Reading& a, const Reading& b, const Concepts& concepts) : a_(a), b_(b), concepts_(concepts) {}

  Matching run() {
    out_.of_a.assign(a_.ideas.size(), no_idea);
    out_.of_b.assign(b_.ideas.size(), no_idea);
    // Alike in kind first: «la marche» and «les marcheurs» before «marcher».
    pair_up([](const Idea& x, const Idea& y) { return x.kind == y.kind && x.source == y.source; });
    pair_up([](const Idea&, const Idea&) { return true; });
    contraries();
    shares();
    anchors();
    return std::move(out_);
  }

 private:
  template <class Fits>
  void pair_up(Fits fits) {
    for (uint32_t i = 0; i < a_.ideas.size(); ++i)
      for (uint32_t j = 0; j < b_.ideas.size() && out_.of_a[i] == no_idea; ++j)
        if (out_.of_b[j] == no_idea && fits(a_.ideas[i], b_.ideas[j]) &&
            same_idea(a_.ideas[i], b_.ideas[j])) {
          out_.of_a[i] = j;
          out_.of_b[j] = i;
        }
  }

  void contraries() {
    for (uint32_t i = 0; i < a_.ideas.size(); ++i)
      for (uint32_t j = 0; j < b_.ideas.size(); ++j) {
        if (out_.of_a[i] != no_idea || out_.of_b[j] != no_idea) continue;
        const auto& y = b_.ideas[j].concepts;
        const bool contrary =
            std::any_of(a_.ideas[i].concepts.begin(), a_.ideas[i].concepts.end(), [&](uint16_t key) {
              return concepts_.contrary[key] != key &&
                     std::find(y.begin(), y.end(), concepts_.contrary[key]) != y.end();
            });
        if (contrary && !share(a_.ideas[i].concepts, y)) out_.contraries.emplace_back(i, j);
      }
  }

  void shares() {
    double of_a = 0, of_b = 0, all_a = 0, all_b = 0;
    uint32_t matched_a = 0, matched_b = 0;
    const auto in_contrary = [&](uint32_t i, bool first) {
      return std::any_of(out_.contraries.begin(), out_.contraries.end(),
                         [&](const auto& pair) { return (first ? pair.first : pair.second) == i; });
    };
    const bool places_differ = other_places();
    // A word of the one may say what two of the other do: «les manifestants», «des personnes ont défilé».
    const auto told = [](const Idea& idea, const Reading& other) {
      return std::any_of(other.ideas.begin(), other.ideas.end(),
                         [&](const Idea& one) { return same_idea(idea, one); });
    };
    for (uint32_t i = 0; i < a_.ideas.size(); ++i) {
      const Idea& idea = a_.ideas[i];
      if (idea.source || (places_differ && is_place(idea))) continue;
      all_a += weight(idea);
      if (told(idea, b_) || in_contrary(i, true)) {
        of_a += weight(idea);
        matched_a += idea.light ? 0 : 1;
      } else if (!idea.light)
        out_.extra_a += weight(idea);
    }
    for (uint32_t j = 0; j < b_.ideas.size(); ++j) {
      const Idea& idea = b_.ideas[j];
      if (idea.source || (places_differ && is_place(idea))) continue;
      all_b += weight(idea);
      if (told(idea, a_) || in_contrary(j, false)) {
        of_b += weight(idea);
        matched_b += idea.light ? 0 : 1;
      } else if (!idea.light)
        out_.extra_b += weight(idea);
    }
    out_.matched = std::min(matched_a, matched_b);
    if (all_a == 0 || all_b == 0) return;
    out_.dice = (of_a + of_b) / (all_a + all_b);
    out_.containment = all_a <= all_b ? of_a / all_a : of_b / all_b;
  }

  static bool is_place(const Idea& idea) {
    return idea.kind == Idea::Kind::place && idea.lasting_place && idea.role == Idea::Role::none;
  }

  // Both say where, and not the same: to be told as such, not as words that one of them lacks.
  bool other_places() const {
    bool any_a = false, any_b = false;
    for (const Idea& x : a_.ideas)
      if (is_place(x) && !x.source) {
        any_a = true;
        for (const Idea& y : b_.ideas)
          if (same_idea(x, y)) return false;
      }
    for (const Idea& y : b_.ideas) any_b = any_b || (is_place(y) && !y.source);
    return any_a && any_b;
  }

  void anchors() {
    for (uint32_t i = 0; i < a_.ideas.size(); ++i) {
      const uint32_t j = out_.of_a[i];
      if (j == no_idea) continue;
      const Idea &x = a_.ideas[i], &y = b_.ideas[j];
      const bool light = x.light || y.light;
      if (x.source && y.source) continue;
      if (x.named() || y.named())
        out_.anchored += x.modifier || y.modifier ? 0.5 : 1;
      else if (x.kind == Idea::Kind::thing && y.kind == Idea::Kind::thing && !light &&
               !other_one(a_, i, b_, j) && !(x.indefinite && y.indefinite))
        out_.anchored += x.definite && y.definite ? 1 : 0.6;
    }
    // The same act or state, or the noun for it: «ont défilé», «les manifestants».
    for (const Idea& x : a_.ideas)
      for (const Idea& y : b_.ideas)
        if (!x.light && !y.light &&
            (x.kind == Idea::Kind::act || y.kind == Idea::Kind::act ||
             (is_state(x) && is_state(y) && x.kind == y.kind)) &&
            same_idea(x, y))
          out_.act = true;
    for (const auto& [i, j] : out_.contraries)
      out_.act = out_.act || a_.ideas[i].kind == Idea::Kind::act || b_.ideas[j].kind == Idea::Kind::act;
  }

  const Reading& a_;
  const Reading& b_;
  const Concepts& concepts_;
  Matching out_;
};

}  // namespace

bool same_idea(const Idea& a, const Idea& b) {
  if (share(a.keys, b.keys) || share(a.concepts, b.concepts)) return true;
  // «Berlin approuve»: a capital that acts is its country.
  const auto acts_for = [](const Idea& city, const Idea& country) {
    return city.kind == Idea::Kind::place && !city.is_country && city.role == Idea::Role::actor &&
           country.is_country && city.country == country.country;
  };
  if (acts_for(a, b) || acts_for(b, a)) return true;
  return of_city(a, b) || of_city(b, a) || cognates(a.folded, b.folded);
}

Matching match(const Reading& a, const Reading& b, const Concepts& concepts) {
  return Matcher(a, b, concepts).run();
}

}  // namespace recoupe::compare
