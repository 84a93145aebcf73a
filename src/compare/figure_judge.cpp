#include "compare/figure_judge.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "compare/figure_values.hpp"
#include "compare/stories.hpp"

namespace recoupe::compare {
namespace {

constexpr double one_sentence = 0.5;  // shared words of two sentences that tell one thing
constexpr int days_of_one_number = 10;
constexpr int days_of_one_flight = 2;  // people who left go home day by day
constexpr uint32_t one_breath = 250;   // bytes between two numbers that are set against each other

bool counts_bodies(const Counted& counted) {
  return std::any_of(counted.what.words.begin(), counted.what.words.end(), [](const auto& word) {
    return std::find(word.begin(), word.end(), "body") != word.end() ||
           std::find(word.begin(), word.end(), "bodi") != word.end();
  });
}

class Judge {
 public:
  // What figure b is to figure a; nothing if they should not be put side by side.
  static std::optional<ClusterRelation> judge(const Counted& a, const Counted& b) {
    if (a.figure->unit != b.figure->unit || a.category != b.category) return {};
    const Values values = compare_values(*a.figure, *b.figure);
    if (a.claim.article == b.claim.article) return within(a, b, values);
    if (values == Values::apart && (denies(a, b) || denies(b, a))) return ClusterRelation::differ;
    if (!about_one_thing(a, b, values)) return {};
    switch (values) {
      case Values::same:
        return ClusterRelation::same;
      case Values::agree:
        return ClusterRelation::agree;
      case Values::compatible:
        return one_day(a, b) || still_holds(a, b) ? std::optional(ClusterRelation::compatible) : std::nullopt;
      case Values::apart:
        if (contradicts(a, b)) return ClusterRelation::differ;
        return beside(a, b) ? std::optional(ClusterRelation::compatible) : std::nullopt;
    }
    return {};
  }

 private:
  // Two named parties, each with its number.
  static bool two_givers(const Counted& a, const Counted& b) {
    // «l'on» and «son» name nobody.
    return !a.party.words.empty() && !b.party.words.empty() && !one_party(a, b);
  }

  // «cinq …, et non trois» against «trois».
  static bool denies(const Counted& a, const Counted& b) {
    if (a.denied.empty() || !one_noun(a, b) || scope_of(a, b) == Scope::other) return false;
    if (b.places.empty() && b.side.empty() && !(a.places.empty() && a.side.empty())) return false;
    return b.words.contains(a.denied);
  }

  // One sentence with two numbers in it, of one day; or all but word for word, a day later.
  static bool one_telling(const Counted& a, const Counted& b) {
    constexpr double word_for_word = 0.75, telling = 100;
    const double common = overlap(a.context, b.context).dice;
    if (!a.as_of.empty() && a.as_of.substr(0, 10) == b.as_of.substr(0, 10)) return common >= one_sentence;
    return common >= word_for_word &&
           std::min(a.figure->min.value_or(0), b.figure->min.value_or(0)) >= telling;
  }

  // Not tolls: 9 000 fighters who pass through and 3 000 who hold the town, each the only such number of its
  // article; nobody sets the one against the other.
  static bool beside(const Counted& a, const Counted& b) {
    constexpr double telling = 100;  // 15 and 17 are about anything
    return !is_toll(a.category) && scope_of(a, b) == Scope::shared && comparable_size(a, b, 4) &&
           std::min(a.figure->min.value_or(0), b.figure->min.value_or(0)) >= telling;
  }

  // Whether two tolls are of one day. Of two articles, an undated one may be of any.
  static bool one_day(const Counted& a, const Counted& b) {
    if (!is_toll(a.category)) return true;
    if (a.claim.article != b.claim.article && (a.as_of.empty() || b.as_of.empty())) return false;
    return a.as_of.substr(0, 10) == b.as_of.substr(0, 10);
  }

  // A later «plus de 2 000» takes nothing back from 2 300; a later 7 is another thing than «au moins quatre».
  static bool still_holds(const Counted& a, const Counted& b) {
    if (a.as_of.empty() || b.as_of.empty()) return false;
    const Counted& later = a.as_of < b.as_of ? b : a;
    const Counted& earlier = a.as_of < b.as_of ? a : b;
    return !later.figure->max && later.figure->min && earlier.figure->min &&
           *later.figure->min <= *earlier.figure->min;
  }

  static bool one_party(const Counted& a, const Counted& b) {
    if (a.reference.speaker && a.reference.speaker == b.reference.speaker) return true;
    return !a.speaker.empty() && !b.speaker.empty() && overlap(a.party, b.party).dice >= 0.66;
  }

  // One article that gives 63 500 births and 65 449 speaks of two years.
  static bool one_matter(const Counted& a, const Counted& b, Values values) {
    const Overlap common = overlap(a.context, b.context);
    return common.matched >= 2 && (values == Values::same || common.dice >= one_sentence);
  }

  // A police that counts 12 000 marchers and a union that counts 100 000 speak of one march, in one sentence;
  // where it is not one, such a gap is between two things: 250 000 homes without power here, a thousand
  // there.
  static bool comparable_size(const Counted& a, const Counted& b, double most) {
    const auto size = [](const Figure& f) { return std::abs(f.min ? *f.min : f.max.value_or(0)); };
    const double x = size(*a.figure), y = size(*b.figure);
    return std::max(x, y) <= most * std::min(x, y);
  }

  static uint32_t apart(const Counted& a, const Counted& b) {
    const Span &x = a.figure->span, &y = b.figure->span;
    return x.end <= y.begin ? y.begin - x.end : y.end <= x.begin ? x.begin - y.end : 0;
  }

  // Two figures of one article: the same one repeated, or two parties who do not agree.
  static std::optional<ClusterRelation> within(const Counted& a, const Counted& b, Values values) {
    const bool noun = one_noun(a, b);
    if ((values == Values::same || values == Values::agree) && noun && scope_of(a, b) != Scope::other &&
        (is_toll(a.category) || one_matter(a, b, values)))
      return values == Values::same ? ClusterRelation::same : ClusterRelation::agree;
    if (!comparable_size(a, b, a.sentence == b.sentence ? 12 : 4)) return {};
    const bool two_parties = two_givers(a, b);
    const Scope scope = scope_of(a, b);
    const bool one_place = scope == Scope::shared ||
                           (scope == Scope::open && (a.sentence == b.sentence || !is_toll(a.category) ||
                                                     a.category == FigureCategory::displaced));
    if (values == Values::apart && two_parties && one_place && a.paragraph == b.paragraph &&
        apart(a, b) <= one_breath && !part_of_the_other(a, b) && (noun || is_toll(a.category)) &&
        one_day(a, b) && counts_things(a) && counts_things(b))
      return ClusterRelation::differ;
    return {};
  }

  // «cinq des onze victimes» does not set five against eleven. A toll of which somebody counts a part is old
  // news; the evacuees of which some went home are still a number that another may dispute.
  static bool part_of_the_other(const Counted& a, const Counted& b) {
    if (a.category != FigureCategory::displaced) return a.whole || b.whole;
    return (a.whole && a.claim.index == b.claim.index + 1) || (b.whole && b.claim.index == a.claim.index + 1);
  }

  // Durations and shares stand in one paragraph without being about one thing.
  static bool counts_things(const Counted& a) {
    return a.figure->category != FigureCategory::duration && a.figure->category != FigureCategory::percent &&
           a.figure->bound != Bound::vague;
  }

  static bool about_one_thing(const Counted& a, const Counted& b, Values values) {
    const Scope scope = scope_of(a, b);
    if (scope == Scope::other) return false;
    const bool noun = one_noun(a, b);
    const bool equal = values == Values::same || values == Values::agree;
    const uint32_t context = overlap(a.context, b.context).matched;
    const bool vague = a.figure->bound == Bound::vague || b.figure->bound == Bound::vague;
    if (is_toll(a.category)) {
      if (equal) return noun || (one_day(a, b) && context >= 1);
      if (scope == Scope::open) return noun && one_party(a, b) && !vague;
      return (noun || context >= 2) && !(vague && context < 2);
    }
    if (!noun) return false;
    const double size = std::max(a.figure->min.value_or(0), a.figure->max.value_or(0));
    // 412 habitants are the same 412; two deaths or 10 % may be any.
    const bool telling = size >= 100 && a.figure->category != FigureCategory::percent &&
                         a.figure->category != FigureCategory::duration;
    if (equal)
      return context >= (telling ? 1u : 2u) || (telling && scope == Scope::shared && !a.places.empty());
    // Different numbers are about one thing where the sentences tell so, or where each article counts only
    // one thing of that name in that place: «3 000 ou 4 000 djihadistes», «9 000 djihadistes» of Mosul.
    if (overlap(a.context, b.context).dice >= one_sentence && a.figure->unit.empty()) return true;
    return a.lone && b.lone && a.figure->unit.empty() && !counts_anybody(a) && scope == Scope::shared &&
           !a.places.empty();
  }

  static bool counts_anybody(const Counted& counted) {
    static constexpr std::array<std::string_view, 8> nouns = {"peopl", "person", "perso", "resid",
                                                              "man",   "men",    "human", "gens"};
    return std::any_of(counted.what.words.begin(), counted.what.words.end(), [&](const auto& word) {
      return std::any_of(word.begin(), word.end(), [&](const std::string& root) {
        return std::find(nouns.begin(), nouns.end(), root) != nouns.end();
      });
    });
  }

  static bool contradicts(const Counted& a, const Counted& b) {
    const Scope scope = scope_of(a, b);
    if (scope != Scope::shared || !counts_things(a) || !counts_things(b) || !comparable_size(a, b, 4))
      return false;
    // Prices, unemployment and the like have a new number every month.
    const auto day_a = day_number(a.as_of), day_b = day_number(b.as_of);
    if (day_a && day_b && std::abs(*day_a - *day_b) > days_of_one_number) return false;
    if (!is_toll(a.category)) return two_givers(a, b) || one_telling(a, b);
    if (a.category == FigureCategory::displaced && day_a && day_b &&
        std::abs(*day_a - *day_b) <= days_of_one_flight)
      return two_givers(a, b) && (!a.countries.empty() || !a.places.empty());
    // A toll that another article gives otherwise was counted at another hour, until somebody says who is
    // wrong.
    return false;
  }
};

}  // namespace

Scope scope_of(const Counted& a, const Counted& b) {
  const bool placed_a = !a.places.empty() || !a.side.empty(), placed_b = !b.places.empty() || !b.side.empty();
  if (!placed_a && !placed_b) return Scope::shared;
  if (!placed_a || !placed_b) return Scope::open;
  if (!a.side.empty() && a.side == b.side) return Scope::shared;
  // More people in one plain of Italy than others count in all of it: no part is larger than its whole.
  const auto exceeds = [](const Counted& part, const Counted& whole) {
    return part.side.empty() && part.countries == std::set<std::string>{whole.side} && part.figure->min &&
           whole.figure->max && *part.figure->min > *whole.figure->max;
  };
  if ((!b.side.empty() && exceeds(a, b)) || (!a.side.empty() && exceeds(b, a))) return Scope::shared;
  const bool common =
      std::any_of(a.places.begin(), a.places.end(), [&](uint32_t p) { return b.places.contains(p); });
  if (common) return Scope::shared;
  // Toulon and Fontan may be the two ends of one convoy; what is counted in Italy is not counted in France.
  const bool abroad = !a.countries.empty() && !b.countries.empty() &&
                      std::none_of(a.countries.begin(), a.countries.end(),
                                   [&](const std::string& country) { return b.countries.contains(country); });
  return abroad ? Scope::other : Scope::open;
}

bool one_noun(const Counted& a, const Counted& b) {
  // Dead, victims, people killed are one count under many names; bodies found one evening are another.
  if (is_toll(a.category) && a.category == b.category) return counts_bodies(a) == counts_bodies(b);
  if (a.what.words.empty() || b.what.words.empty()) return a.what.words.empty() && b.what.words.empty();
  return overlap(a.what, b.what).matched >= 1;
}

std::optional<ClusterRelation> judge_figures(const Counted& a, const Counted& b) {
  return Judge::judge(a, b);
}

}  // namespace recoupe::compare
