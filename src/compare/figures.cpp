// Figures about the same thing. A toll that rises from day to day is news, not a contradiction.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/utf8.hpp"
#include "compare/claims.hpp"
#include "compare/figure_judge.hpp"
#include "compare/figure_values.hpp"
#include "document/names.hpp"

namespace recoupe::compare {
namespace {

constexpr size_t figures_tried = 400;  // of one kind in one story

struct Verdict {
  ClusterRelation relation;
  uint32_t a, b;
};

// A third figure goes to the one that it agrees with.
double strength(ClusterRelation relation) {
  return relation == ClusterRelation::same ? 3 : relation == ClusterRelation::agree ? 2 : 1;
}

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
  std::vector<Counted> all;
  std::map<std::pair<uint32_t, FigureCategory>, std::vector<uint32_t>> buckets;
  for (uint32_t article = 0; article < setting.articles.size(); ++article)
    for (uint32_t i = 0; i < setting.articles[article].figures.size(); ++i) {
      if (setting.articles[article].figures[i].rejected) continue;
      all.push_back(counted_of(setting, {article, i}));
      buckets[{setting.story_of[article], all.back().category}].push_back(
          static_cast<uint32_t>(all.size() - 1));
    }
  mark_lone(all);
  std::vector<Link> links;
  std::vector<Verdict> verdicts;
  for (const auto& [key, members] : buckets)
    for (size_t i = 0; i < std::min(members.size(), figures_tried); ++i)
      for (size_t j = i + 1; j < std::min(members.size(), figures_tried); ++j)
        if (const auto relation = judge_figures(all[members[i]], all[members[j]])) {
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
