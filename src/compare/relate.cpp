#include "compare/relate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.hpp"
#include "compare/figure_values.hpp"
#include "compare/matching.hpp"

namespace recoupe::compare {
namespace {

// Weighted shares of common ideas from which two claims are about one event, answer one question, and say the
// same.
constexpr double one_event = 0.4;
constexpr double one_question = 0.45;
constexpr double one_answer = 0.6;
constexpr double nearly_all = 0.72;

std::string mark(const std::string& words) {
  return "«" + words + "»";
}

bool is_toll(FigureCategory category) {
  return category == FigureCategory::killed || category == FigureCategory::injured ||
         category == FigureCategory::missing || category == FigureCategory::displaced ||
         category == FigureCategory::arrested;
}

class Relater {
 public:
  Relater(const Reading& a, const Reading& b, const Concepts& concepts)
      : a_(a), b_(b), concepts_(concepts), match_(match(a, b, concepts)) {}

  Related run() {
    amounts();
    const bool question = match_.act && (match_.dice >= one_question || match_.containment >= one_answer);
    if (!related()) return {ClaimRelation::unrelated, "nothing that they speak of is the same"};
    if (question || match_.dice >= one_answer) {
      if (auto found = contrary()) return *found;
      if (auto found = elsewhere()) return *found;
      if (auto found = roles()) return *found;
      if (auto found = numbers()) return *found;
      if (auto found = another_time()) return *found;
    }
    const bool whole = question && match_.containment >= nearly_all;
    if (match_.dice >= one_answer || (whole && !both_say_more())) return alike();
    return {ClaimRelation::compatible, fmt::format("both speak of {}, and say other things of it", common())};
  }

  const Matching& matching() const { return match_; }

 private:
  // The names and things that both have, for the `why`.
  std::string common() const {
    std::string out;
    size_t count = 0;
    for (uint32_t i = 0; i < a_.ideas.size() && count < 3; ++i) {
      if (match_.of_a[i] == no_idea || a_.ideas[i].light) continue;
      out += (out.empty() ? "" : ", ") + mark(a_.ideas[i].word);
      ++count;
    }
    return out.empty() ? "one thing" : out;
  }

  bool related() const {
    // «Nous sommes très inquiets»: whoever says it speaks of his own affairs.
    if (a_.quote && b_.quote && other_speakers() && content(a_) <= 2 && content(b_) <= 2) return false;
    return match_.anchored >= 1 || match_.dice >= one_event;
  }

  static size_t content(const Reading& reading) {
    return static_cast<size_t>(std::count_if(reading.ideas.begin(), reading.ideas.end(),
                                             [](const Idea& idea) { return !idea.source && !idea.light; }));
  }

  // Both say on whose word, and it is not the same.
  bool other_speakers() const {
    if (a_.speaker.empty() || b_.speaker.empty()) return false;
    bool any_a = false, any_b = false;
    for (uint32_t i = 0; i < a_.ideas.size(); ++i) {
      if (!a_.ideas[i].source) continue;
      any_a = true;
      if (match_.of_a[i] != no_idea && !a_.ideas[i].light) return false;
    }
    for (uint32_t j = 0; j < b_.ideas.size(); ++j) any_b = any_b || b_.ideas[j].source;
    if (!any_a || !any_b) return utf8::fold(a_.speaker) != utf8::fold(b_.speaker);
    return true;
  }

  // ---- numbers

  bool one_count(const Amount& x, const Amount& y) const {
    if (x.figure.unit != y.figure.unit) return false;
    if (!x.figure.unit.empty()) return one_measure();
    if (x.figure.category == y.figure.category && is_toll(x.figure.category)) return true;
    for (const uint32_t i : x.what)
      for (const uint32_t j : y.what)
        if (same_idea(a_.ideas[i], b_.ideas[j])) return true;
    const bool people =
        x.figure.category == FigureCategory::people && y.figure.category == FigureCategory::people;
    return (x.what.empty() && y.what.empty()) ||
           (people && compare_values(x.figure, y.figure) != Values::apart);
  }

  // Two measures are of one thing if the subjects of both sentences are: not sales here and profits there.
  bool one_measure() const {
    const auto subjects = [](const Reading& reading) {
      std::vector<uint32_t> out;
      for (uint32_t k = 0; k < reading.ideas.size(); ++k) {
        const Idea& idea = reading.ideas[k];
        if (idea.role == Idea::Role::actor && !idea.source && !idea.named() && !idea.counted && !idea.light &&
            idea.kind == Idea::Kind::thing)
          out.push_back(k);
      }
      return out;
    };
    const auto x = subjects(a_), y = subjects(b_);
    if (x.empty() || y.empty()) return true;
    const auto told = [](const Idea& idea, const Reading& other) {
      return std::any_of(other.ideas.begin(), other.ideas.end(),
                         [&](const Idea& one) { return same_idea(idea, one); });
    };
    return std::any_of(x.begin(), x.end(), [&](uint32_t k) { return told(a_.ideas[k], b_); }) ||
           std::any_of(y.begin(), y.end(), [&](uint32_t k) { return told(b_.ideas[k], a_); });
  }

  void amounts() {
    for (const Amount& x : a_.amounts)
      for (const Amount& y : b_.amounts) {
        if (!one_count(x, y)) continue;
        const Values values = compare_values(x.figure, y.figure);
        if (!counted_ || values < *counted_) {
          counted_ = values;
          pair_ = {&x, &y};
        }
      }
  }

  bool other_days() const {
    return !a_.as_of.empty() && !b_.as_of.empty() && a_.as_of.substr(0, 10) != b_.as_of.substr(0, 10);
  }

  std::string values() const {
    return fmt::format("{} and {}", say_value(pair_.first->figure), say_value(pair_.second->figure));
  }

  std::optional<Related> numbers() const {
    if (counted_ == Values::apart) {
      if (a_.first_count != b_.first_count)
        return Related{ClaimRelation::compatible,
                       fmt::format("one of the counts, {}, is a first one", values())};
      if (other_days() && is_toll(pair_.first->figure.category))
        return Related{ClaimRelation::compatible,
                       fmt::format("{}: the count of {} brings that of {} up to date", values(),
                                   std::max(a_.as_of, b_.as_of), std::min(a_.as_of, b_.as_of))};
      if (a_.more_of_it != b_.more_of_it || (other_days() && times_apart()))
        return Related{ClaimRelation::compatible, fmt::format("{} of two occasions", values())};
      if (!match_.act || whole_and_part())
        return Related{ClaimRelation::compatible,
                       fmt::format("{} are not said to be of one thing", values())};
      return Related{ClaimRelation::differ, fmt::format("{} of one thing cannot both hold", values())};
    }
    if (!counted_ && !a_.amounts.empty() && !b_.amounts.empty())
      return Related{ClaimRelation::compatible,
                     fmt::format("{} and {} count different things", mark(say_value(a_.amounts[0].figure)),
                                 mark(say_value(b_.amounts[0].figure)))};
    const auto& x = a_.numbers;
    const auto& y = b_.numbers;
    if (!x.empty() && !y.empty() && match_.dice >= one_answer &&
        std::none_of(x.begin(), x.end(),
                     [&](const std::string& n) { return std::find(y.begin(), y.end(), n) != y.end(); }))
      return Related{ClaimRelation::differ, fmt::format("{} here, {} there", x.front(), y.front())};
    return {};
  }

  // «en France», «dans le monde»
  bool whole_and_part() const {
    const auto world = [&](const Reading& reading) {
      return std::any_of(reading.ideas.begin(), reading.ideas.end(), [&](const Idea& idea) {
        return std::any_of(idea.concepts.begin(), idea.concepts.end(),
                           [&](uint16_t key) { return concepts_.names[key] == "world"; });
      });
    };
    return world(a_) != world(b_) && places(a_).empty() != places(b_).empty();
  }

  // ---- yes and no

  std::optional<Related> contrary() const {
    bool opposed = a_.negated != b_.negated;
    std::string what;
    for (const auto& [i, j] : match_.contraries) {
      if (!one_subject(i, j)) continue;
      opposed = !opposed;
      what = fmt::format("{} and {} are contraries", mark(a_.ideas[i].word), mark(b_.ideas[j].word));
      break;
    }
    if (!opposed) return {};
    if (what.empty()) what = fmt::format("one affirms what the other denies of {}", common());
    return Related{ClaimRelation::differ, what};
  }

  // «Le chiffre d'affaires progresse», «le bénéfice recule»: contraries of two things are none.
  bool one_subject(uint32_t i, uint32_t j) const {
    const auto partners = [&](const Reading& reading, uint32_t of) {
      std::vector<uint32_t> out;
      for (uint32_t k = 0; k < reading.ideas.size(); ++k)
        if (reading.ideas[k].governor == of && reading.ideas[k].role != Idea::Role::none &&
            !reading.ideas[k].source)
          out.push_back(k);
      if (out.empty() && reading.ideas[of].governor != no_idea) out.push_back(reading.ideas[of].governor);
      return out;
    };
    const auto x = partners(a_, i), y = partners(b_, j);
    if (x.empty() || y.empty()) return true;
    return std::any_of(x.begin(), x.end(), [&](uint32_t p) { return match_.of_a[p] != no_idea; }) ||
           std::any_of(y.begin(), y.end(), [&](uint32_t q) { return match_.of_b[q] != no_idea; });
  }

  // ---- where

  static std::vector<const Idea*> places(const Reading& reading) {
    std::vector<const Idea*> out;
    for (const Idea& idea : reading.ideas)
      if (idea.kind == Idea::Kind::place && idea.lasting_place && !idea.source &&
          idea.role == Idea::Role::none)
        out.push_back(&idea);
    return out;
  }

  std::optional<Related> elsewhere() const {
    const auto x = places(a_), y = places(b_);
    if (x.empty() || y.empty()) return {};
    bool nested = false;
    for (const Idea* p : x)
      for (const Idea* q : y) {
        if (same_idea(*p, *q)) return {};
        nested =
            nested || ((p->is_country || q->is_country) && !p->country.empty() && p->country == q->country);
      }
    const std::string told = fmt::format("{} and {}", mark(x.front()->word), mark(y.front()->word));
    if (nested) return Related{ClaimRelation::compatible, told + ": a place and the country around it"};
    if (counted_ && *counted_ != Values::apart)
      return Related{ClaimRelation::compatible, told + ": two places"};
    if (indefinite_subject()) return Related{ClaimRelation::unrelated, told + ": two events in two places"};
    return Related{ClaimRelation::differ, told + " are two places of one thing"};
  }

  // «Une explosion»: nothing says that it is the same one.
  bool indefinite_subject() const {
    for (uint32_t i = 0; i < a_.ideas.size(); ++i) {
      const uint32_t j = match_.of_a[i];
      if (j == no_idea || a_.ideas[i].source) continue;
      if (a_.ideas[i].named() && !(a_.ideas[i].kind == Idea::Kind::place)) return false;
      if (a_.ideas[i].definite && b_.ideas[j].definite && a_.ideas[i].kind == Idea::Kind::thing) return false;
    }
    return true;
  }

  // ---- who did what

  std::optional<Related> roles() const {
    for (uint32_t i = 0; i < a_.ideas.size(); ++i) {
      const uint32_t j = match_.of_a[i];
      if (j == no_idea || a_.ideas[i].light) continue;
      const uint32_t actor_a = player(a_, i, Idea::Role::actor), target_a = player(a_, i, Idea::Role::target);
      const uint32_t actor_b = player(b_, j, Idea::Role::actor), target_b = player(b_, j, Idea::Role::target);
      if (reversed(actor_a, target_b) && reversed(target_a, actor_b))
        return Related{ClaimRelation::differ,
                       fmt::format("who did what to whom is reversed: {} and {}",
                                   mark(a_.ideas[actor_a].word), mark(b_.ideas[actor_b].word))};
      if (actor_a == no_idea || actor_b == no_idea || a_.ideas[i].kind != Idea::Kind::act) continue;
      const Idea &x = a_.ideas[actor_a], &y = b_.ideas[actor_b];
      const auto stands_elsewhere = [](const Reading& reading, const Idea& idea) {
        return std::any_of(reading.ideas.begin(), reading.ideas.end(),
                           [&](const Idea& other) { return same_idea(other, idea); });
      };
      const bool one_target = target_a != no_idea && target_b != no_idea && match_.of_a[target_a] == target_b;
      const bool told_apart = !x.named() && !y.named() && x.definite && y.definite && !x.light && !y.light &&
                              one_target && match_.of_a[actor_a] == no_idea &&
                              match_.of_b[actor_b] == no_idea;
      if (told_apart)
        return Related{ClaimRelation::differ,
                       fmt::format("{} or {}: one did it", mark(x.word), mark(y.word))};
      if (x.named() && y.named() && !same_idea(x, y) && (stands_elsewhere(b_, x) || stands_elsewhere(a_, y)))
        return Related{ClaimRelation::differ,
                       fmt::format("{} or {}: one did it", mark(x.word), mark(y.word))};
    }
    return {};
  }

  static uint32_t player(const Reading& reading, uint32_t act, Idea::Role role) {
    for (uint32_t k = 0; k < reading.ideas.size(); ++k)
      if (reading.ideas[k].governor == act && reading.ideas[k].role == role) return k;
    return no_idea;
  }

  bool reversed(uint32_t in_a, uint32_t in_b) const {
    return in_a != no_idea && in_b != no_idea && same_idea(a_.ideas[in_a], b_.ideas[in_b]);
  }

  // ---- when

  static bool apart(const Moment& x, const Moment& y) {
    if (!x.clock.empty() && !y.clock.empty() && x.clock.size() <= 5 && y.clock.size() <= 5)
      return x.clock != y.clock;
    if (x.days && y.days) return !x.days->overlaps(*y.days);
    return x.weekday >= 0 && y.weekday >= 0 && x.weekday != y.weekday;
  }

  bool times_apart() const {
    if (a_.moments.empty() || b_.moments.empty()) return false;
    for (const Moment& x : a_.moments)
      if (std::none_of(b_.moments.begin(), b_.moments.end(), [&](const Moment& y) { return apart(x, y); }))
        return false;
    return true;
  }

  std::optional<Related> another_time() const {
    if (!times_apart()) return {};
    const std::string told = fmt::format("{} and {}", mark(a_.moments[0].word), mark(b_.moments[0].word));
    if (planned_and_done())
      return Related{ClaimRelation::compatible, told + ": what was planned, and what came"};
    if (!a_.amounts.empty() && !b_.amounts.empty())
      return Related{ClaimRelation::compatible, told + ": two occasions"};
    if (match_.extra_a >= 1 || match_.extra_b >= 1)
      return Related{ClaimRelation::compatible, told + ": two acts at two times"};
    if (match_.dice < nearly_all) return {};
    return Related{ClaimRelation::differ, told + " are two times of one thing"};
  }

  // One is still to come, the other is done.
  bool planned_and_done() const { return (a_.ahead && b_.past) || (b_.ahead && a_.past); }

  // Each says something that the other does not.
  bool both_say_more() const { return match_.extra_a >= 1 && match_.extra_b >= 1; }

  // ---- the same, or in agreement

  Related alike() const {
    if (planned_and_done())
      return {ClaimRelation::compatible, fmt::format("what is planned, and what is done, of {}", common())};
    if ((a_.status == ClaimStatus::hedged) != (b_.status == ClaimStatus::hedged))
      return {ClaimRelation::agree, "one says with reserve what the other asserts"};
    if (counted_ == Values::agree || counted_ == Values::compatible)
      return {ClaimRelation::agree, fmt::format("{} can both hold of one thing", values())};
    if (a_.amounts.empty() != b_.amounts.empty())
      return {ClaimRelation::agree, fmt::format("the same of {}, one of them more precise", common())};
    if (other_speakers() && !(a_.quote && b_.quote))
      return {ClaimRelation::agree,
              fmt::format("{} and {} say the same", mark(a_.speaker), mark(b_.speaker))};
    if (counted_)
      return {ClaimRelation::same,
              fmt::format("the same number, {}, of {}", say_value(pair_.first->figure), common())};
    return {ClaimRelation::same, fmt::format("the same of {}", common())};
  }

  const Reading& a_;
  const Reading& b_;
  const Concepts& concepts_;
  const Matching match_;
  std::optional<Values> counted_;
  std::pair<const Amount*, const Amount*> pair_{};
};

}  // namespace

std::string_view name(ClaimRelation relation) {
  static constexpr std::array<std::string_view, 5> words = {"same", "agree", "compatible", "differ",
                                                            "unrelated"};
  return words[static_cast<size_t>(relation)];
}

Related relate(const Reading& a, const Reading& b, const Concepts& concepts) {
  Relater relater(a, b, concepts);
  Related out = relater.run();
  out.common = relater.matching().dice;
  out.matched = relater.matching().matched;
  return out;
}

}  // namespace recoupe::compare
