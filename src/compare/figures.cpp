// Figures about the same thing. Two are compared only where the story, what is counted, and the place allow
// it; in doubt they stay apart, or are called compatible. A toll that rises from day to day is news, not a
// contradiction.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "base/utf8.hpp"
#include "compare/claims.hpp"
#include "compare/figure_context.hpp"
#include "compare/figure_values.hpp"
#include "compare/stories.hpp"
#include "document/names.hpp"

namespace recoupe::compare {
namespace {

constexpr size_t figures_tried = 400;  // of one kind in one story
constexpr double one_sentence = 0.5;   // shared words of two sentences that tell one thing
constexpr int days_of_one_number = 10;
constexpr int days_of_one_flight = 2;  // people who left go home day by day
constexpr uint32_t one_breath = 250;   // bytes between two numbers that are set against each other

struct Counted {
  Claim claim;
  ClaimReference reference;
  const Figure* figure;
  FigureCategory category;      // that of the figure, or displaced where the words around it say so
  std::string speaker;          // folded name; empty = the article itself
  std::string as_of;            // the day (and hour, if known) on which the number was the news
  Content what;                 // the counted noun
  Content context;              // the other words of its sentence
  std::set<std::string> words;  // of the figure itself, folded
  std::set<uint32_t> places;
  std::set<std::string> countries;  // in which they lie, where known
  Span sentence, paragraph;
  Content party;       // who gives the figure, in words: «préfecture des Alpes-Maritimes»
  bool lone = false;   // its article counts nothing else by this noun
  std::string side;    // the country on whose side of a border it was counted, where only that is said
  std::string denied;  // «et non trois»: the number that it stands against, folded
  bool whole = false;  // «onze victimes» in «cinq des onze victimes»: known already, not news
};

// Kinds of people and things whose number grows or shrinks while a story goes on.
bool is_toll(FigureCategory category) {
  return category == FigureCategory::killed || category == FigureCategory::injured ||
         category == FigureCategory::missing || category == FigureCategory::displaced ||
         category == FigureCategory::arrested;
}

class Collector {
 public:
  explicit Collector(const Setting& setting) : setting_(setting) {}

  Counted counted(Claim claim) const {
    const Document& document = setting_.articles[claim.article];
    const Figure& figure = document.figures[claim.index];
    Counted out{};
    out.claim = claim;
    out.reference = reference(setting_, claim, figure.attribution);
    out.figure = &figure;
    const Span sentence = sentence_around(document, figure.span);
    const std::string giver = figure.attribution.empty() || figure.attribution.front().name.empty()
                                  ? giver_in_words(document, claim.index, sentence)
                                  : figure.attribution.front().name;
    out.speaker = utf8::fold(giver);
    out.party = content_of(giver, document.language, setting_.lexicon);
    out.category = people_who_left(document, figure, sentence) ? FigureCategory::displaced : figure.category;
    for (const Word& word : words_of(document.words(figure.span)))
      out.words.insert(utf8::fold(slice(document.words(figure.span), word.span)));
    out.denied = denied_number(document, figure, sentence);
    out.sentence = sentence;
    out.whole = is_whole(document, claim.index) || is_known(document, figure.span);
    out.as_of = as_of(document, figure, sentence);
    out.what = content_of(document.words(figure.what), document.language, setting_.lexicon);
    std::string around(document.words(Span{sentence.begin, figure.span.begin}));
    around += ' ';
    around += document.words(Span{figure.span.end, std::max(sentence.end, figure.span.end)});
    out.context = content_of(around, document.language, setting_.lexicon);
    out.places = places(claim, sentence);
    for (const uint32_t place : out.places)
      if (const std::string& country = setting_.entities.list[place].country; !country.empty())
        out.countries.insert(country);
    if (figure.place.value >= document.entities.size()) {
      out.side = side_in_words(document, claim.index, sentence, setting_.lexicon);
      if (!out.side.empty()) out.countries = {out.side};
    }
    if (out.side.empty() && out.places.size() == 1)
      for (const uint32_t place : out.places)
        if (is_country(place)) out.side = setting_.entities.list[place].country;
    out.paragraph = paragraph(document, figure.span);
    return out;
  }

 private:
  // «Italie» itself, not a town in it.
  bool is_country(uint32_t place) const {
    const DossierEntity& entity = setting_.entities.list[place];
    return !entity.country.empty() && entity.iso == entity.country;
  }

  // The day of publication, unless the sentence begins with an earlier one: «La veille, on comptait …».
  static std::string as_of(const Document& document, const Figure& figure, Span sentence) {
    const std::string published = document.published ? document.published->value : std::string();
    for (const Time& time : document.times) {
      if (time.span.begin > sentence.begin + 8) break;
      if (time.span.begin < sentence.begin || time.span.end > figure.span.begin) continue;
      if (time.rejected || time.type != TimeType::date || !day_number(time.value)) continue;
      const std::string day = time.value.substr(0, 10);
      if (published.empty() || day < published.substr(0, 10)) return day;
    }
    return published;
  }

  std::set<uint32_t> places(Claim claim, Span sentence) const {
    const Document& document = setting_.articles[claim.article];
    const Figure& figure = document.figures[claim.index];
    const auto entity = [&](EntityId id) { return setting_.entities.of[claim.article][id.value].value; };
    if (figure.place.value < document.entities.size()) return {entity(figure.place)};
    // The places that follow, up to the next figure; those before it only if no other figure stands between.
    uint32_t begin = sentence.begin, end = sentence.end;
    if (claim.index > 0 && document.figures[claim.index - 1].span.end > begin) begin = figure.span.begin;
    if (claim.index + 1 < document.figures.size())
      end = std::min(end, std::max(figure.span.end, document.figures[claim.index + 1].span.begin));
    std::set<uint32_t> out;
    auto mention = std::lower_bound(document.mentions.begin(), document.mentions.end(), begin,
                                    [](const Mention& m, uint32_t at) { return m.span.begin < at; });
    for (; mention != document.mentions.end() && mention->span.begin < end; ++mention)
      if (!mention->rejected && mention->entity.value < document.entities.size() &&
          mention->use == EntityKind::place &&
          document.entities[mention->entity.value].kind == EntityKind::place)
        out.insert(entity(mention->entity));
    return out;
  }

  static Span paragraph(const Document& document, Span span) {
    const size_t before = document.text.rfind('\n', span.begin);
    const size_t after = document.text.find('\n', span.end);
    return {before == std::string::npos ? 0 : static_cast<uint32_t>(before),
            static_cast<uint32_t>(std::min(after, document.text.size()))};
  }

  const Setting& setting_;
};

enum class Scope : uint8_t { shared, open, other };

// Whether two figures can be about one place: shared, unsaid by one of them, or different.
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

bool counts_bodies(const Counted& counted) {
  return std::any_of(counted.what.words.begin(), counted.what.words.end(), [](const auto& word) {
    return std::find(word.begin(), word.end(), "body") != word.end() ||
           std::find(word.begin(), word.end(), "bodi") != word.end();
  });
}

bool one_noun(const Counted& a, const Counted& b) {
  // Dead, victims, people killed are one count under many names; bodies found one evening are another.
  if (is_toll(a.category) && a.category == b.category) return counts_bodies(a) == counts_bodies(b);
  if (a.what.words.empty() || b.what.words.empty()) return a.what.words.empty() && b.what.words.empty();
  return overlap(a.what, b.what).matched >= 1;
}

struct Verdict {
  ClusterRelation relation;
  uint32_t a, b;
};

// A third figure goes to the one that it agrees with.
double strength(ClusterRelation relation) {
  return relation == ClusterRelation::same ? 3 : relation == ClusterRelation::agree ? 2 : 1;
}

class Judge {
 public:
  explicit Judge(const std::vector<Counted>& all) : all_(all) {}

  // What figure b is to figure a; nothing if they should not be put side by side.
  std::optional<ClusterRelation> operator()(uint32_t i, uint32_t j) const {
    const Counted &a = all_[i], &b = all_[j];
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

  const std::vector<Counted>& all_;
};

// `all` holds the figures of each article together.
void mark_lone(std::vector<Counted>& all) {
  constexpr size_t most = 200;  // an article that is a table counts nothing only once
  for (size_t begin = 0; begin < all.size();) {
    size_t end = begin;
    while (end < all.size() && all[end].claim.article == all[begin].claim.article) ++end;
    for (size_t i = begin; i < end && end - begin <= most; ++i) {
      all[i].lone = true;
      for (size_t j = begin; j < end; ++j)
        if (all[i].figure->unit == all[j].figure->unit && one_noun(all[i], all[j]) &&
            compare_values(*all[i].figure, *all[j].figure) == Values::apart)
          all[i].lone = false;
    }
    begin = end;
  }
}

std::string told(const Setting& setting, const Counted& counted) {
  const Document& document = setting.articles[counted.claim.article];
  const std::string speaker =
      counted.figure->attribution.empty() ? "" : counted.figure->attribution.front().name;
  return fmt::format("{} ({}{})", quoted(document.words(counted.figure->span), 60), name_of(document),
                     speaker.empty() ? "" : ", " + quoted(speaker, 60));
}

std::string against(const Figure& a, const Figure& b) {
  return fmt::format("{} against {}", say_value(a), say_value(b));
}

// "; hedged in A": a rumour does not confirm a fact.
std::string hedged(const Setting& setting, const std::vector<Counted>& all,
                   const std::vector<uint32_t>& group) {
  std::set<std::string> outlets;
  for (const uint32_t i : group)
    if (all[i].figure->status != ClaimStatus::asserted)
      outlets.insert(fmt::format("{} in {}", name(all[i].figure->status),
                                 name_of(setting.articles[all[i].claim.article])));
  return outlets.empty() ? "" : fmt::format("; {}", fmt::join(outlets, ", "));
}

Cluster make_cluster(const Setting& setting, const std::vector<Counted>& all,
                     const std::vector<uint32_t>& group, const std::vector<Verdict>& verdicts) {
  Cluster cluster;
  cluster.kind = ClaimKind::figure;
  for (const uint32_t i : group) cluster.members.push_back(all[i].reference);
  const Counted& first = all[group[0]];
  const auto label = [&](const Counted& counted) {
    cluster.label = in_its_sentence(setting.articles[counted.claim.article], counted.figure->span);
  };
  label(first);
  std::optional<Verdict> worst;
  for (const Verdict& verdict : verdicts) {
    const auto badness = [](ClusterRelation r) {
      return r == ClusterRelation::differ       ? 3
             : r == ClusterRelation::compatible ? 2
             : r == ClusterRelation::agree      ? 1
                                                : 0;
    };
    if (!worst || badness(verdict.relation) > badness(worst->relation)) worst = verdict;
  }
  if (!worst) {
    cluster.relation = ClusterRelation::single;
    cluster.why = fmt::format("only {} gives this figure", name_of(setting.articles[first.claim.article]));
    return cluster;
  }
  const Counted &a = all[worst->a], &b = all[worst->b];
  cluster.relation = worst->relation;
  // What is in dispute, not the larger number of which it is a part.
  if (worst->relation == ClusterRelation::differ) label(a);
  const std::string words = utf8::fold(setting.articles[first.claim.article].words(first.figure->span));
  const bool one_wording = std::all_of(group.begin(), group.end(), [&](uint32_t i) {
    return utf8::fold(setting.articles[all[i].claim.article].words(all[i].figure->span)) == words;
  });
  if (worst->relation == ClusterRelation::same && !one_wording) cluster.relation = ClusterRelation::agree;
  switch (worst->relation) {
    case ClusterRelation::differ:
      cluster.why = fmt::format("{} and {} cannot both hold: {}", told(setting, a), told(setting, b),
                                against(*a.figure, *b.figure));
      break;
    case ClusterRelation::compatible:
      cluster.why = fmt::format("{} and {} can both hold: {}", told(setting, a), told(setting, b),
                                against(*a.figure, *b.figure));
      break;
    case ClusterRelation::agree:
      cluster.why = fmt::format("{} and {} agree: {}, {}", told(setting, a), told(setting, b),
                                say_value(*a.figure), say_value(*b.figure));
      break;
    default:
      cluster.why = one_article(cluster.members)
                        ? fmt::format("{} gives it more than once: {}",
                                      name_of(setting.articles[first.claim.article]), say_value(*a.figure))
                        : fmt::format("the same number, {}, from {}", say_value(*a.figure),
                                      count_of_origins(cluster.members));
  }
  cluster.why += hedged(setting, all, group);
  return cluster;
}

// "; before: 4 (2024-03-12)": the figure of the same toll that this one brings up to date.
void note_updates(const std::vector<Counted>& all, const std::vector<std::vector<uint32_t>>& groups,
                  const std::vector<uint32_t>& story_of, std::vector<Cluster>& clusters) {
  struct Step {
    std::string day;
    size_t cluster;
    const Counted* figure;
  };
  std::map<std::pair<uint32_t, FigureCategory>, std::vector<Step>> tolls;
  for (size_t g = 0; g < groups.size(); ++g) {
    const Counted& first = all[groups[g][0]];
    if (!is_toll(first.category) || first.category == FigureCategory::displaced) continue;
    if (first.figure->bound == Bound::vague || first.as_of.empty()) continue;
    tolls[{story_of[first.claim.article], first.figure->category}].push_back(
        {first.as_of.substr(0, 10), g, &first});
  }
  for (auto& [key, steps] : tolls) {
    std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.day < b.day; });
    for (size_t i = 1; i < steps.size(); ++i)
      for (size_t j = i; j-- > 0;) {
        const Counted &now = *steps[i].figure, &before = *steps[j].figure;
        if (steps[j].day >= steps[i].day || !one_noun(now, before) || scope_of(now, before) != Scope::shared)
          continue;
        clusters[steps[i].cluster].why +=
            fmt::format("; brings up to date {} ({})", say_value(*before.figure), steps[j].day);
        clusters[steps[i].cluster].updates = ClusterId{static_cast<uint32_t>(steps[j].cluster)};
        break;
      }
  }
}

}  // namespace

std::vector<Cluster> cluster_figures(const Setting& setting) {
  const Collector collector(setting);
  std::vector<Counted> all;
  std::map<std::pair<uint32_t, FigureCategory>, std::vector<uint32_t>> buckets;
  for (uint32_t article = 0; article < setting.articles.size(); ++article)
    for (uint32_t i = 0; i < setting.articles[article].figures.size(); ++i) {
      if (setting.articles[article].figures[i].rejected) continue;
      all.push_back(collector.counted({article, i}));
      buckets[{setting.story_of[article], all.back().category}].push_back(
          static_cast<uint32_t>(all.size() - 1));
    }
  mark_lone(all);
  const Judge judge(all);
  std::vector<Link> links;
  std::vector<Verdict> verdicts;
  for (const auto& [key, members] : buckets)
    for (size_t i = 0; i < std::min(members.size(), figures_tried); ++i)
      for (size_t j = i + 1; j < std::min(members.size(), figures_tried); ++j)
        if (const auto relation = judge(members[i], members[j])) {
          links.push_back({members[i], members[j], strength(*relation)});
          verdicts.push_back({*relation, members[i], members[j]});
        }
  std::vector<Claim> claims;
  for (const Counted& counted : all) claims.push_back(counted.claim);
  const auto groups = grouped(claims, links, setting.bonds_of(ClaimKind::figure));
  std::vector<uint32_t> group_of(all.size());
  for (uint32_t g = 0; g < groups.size(); ++g)
    for (const uint32_t i : groups[g]) group_of[i] = g;
  std::vector<std::vector<Verdict>> by_group(groups.size());
  for (const Verdict& verdict : verdicts)
    if (group_of[verdict.a] == group_of[verdict.b]) by_group[group_of[verdict.a]].push_back(verdict);
  std::vector<Cluster> out;
  for (uint32_t g = 0; g < groups.size(); ++g)
    out.push_back(make_cluster(setting, all, groups[g], by_group[g]));
  note_updates(all, groups, setting.story_of, out);
  return out;
}

}  // namespace recoupe::compare
