#include "compare/stories.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

#include "base/utf8.hpp"
#include "compare/story_features.hpp"
#include "compare/union_find.hpp"

namespace recoupe::compare {
namespace {

constexpr double least_similarity = 0.18;  // cosine, after the days between have been counted
constexpr double days_to_halve = 30;
// What stays of a link however many days lie between, by the rare names that both articles have.
constexpr std::array<double, 4> least_nearness = {0, 0.4, 0.7, 1};
constexpr size_t features_searched = 48;  // of each article, the rarest
constexpr uint32_t holders_searched = 300;
constexpr size_t candidates_weighed = 64;
// Two groups of several articles are one story where they resemble each other nearly as much as each does
// itself.
constexpr double contrast = 0.65;
constexpr uint32_t least_members = 3;
constexpr uint32_t links_wanted = 3;  // how many members of a large story a newcomer should resemble

// Finds the earlier articles that share most of the telling features of one.
class Search {
 public:
  explicit Search(const FeatureTable& table) : table_(table), shared_(table.articles(), 0) {}

  std::vector<uint32_t> candidates(uint32_t article) {
    Features telling = table_.of(article);
    std::erase_if(telling, [&](const Feature& f) { return table_.holders(f.id).size() < 2; });
    std::sort(telling.begin(), telling.end(), [](const Feature& a, const Feature& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
    });
    if (telling.size() > features_searched) telling.resize(features_searched);
    std::vector<uint32_t> out;
    for (const Feature& feature : telling) {
      const std::vector<uint32_t>& holders = table_.holders(feature.id);
      // The nearest earlier ones: news is close to news of the same days.
      const auto end = std::lower_bound(holders.begin(), holders.end(), article);
      auto holder = end - std::min<std::ptrdiff_t>(end - holders.begin(), holders_searched);
      for (; holder != end; ++holder) {
        if (shared_[*holder] == 0) out.push_back(*holder);
        shared_[*holder] += feature.weight * feature.weight;
      }
    }
    const auto more = [&](uint32_t a, uint32_t b) {
      return shared_[a] != shared_[b] ? shared_[a] > shared_[b] : a < b;
    };
    std::vector<uint32_t> best(std::min(out.size(), candidates_weighed));
    std::partial_sort_copy(out.begin(), out.end(), best.begin(), best.end(), more);
    for (const uint32_t touched : out) shared_[touched] = 0;
    return best;
  }

 private:
  const FeatureTable& table_;
  std::vector<float> shared_;  // nothing but zeros between calls
};

// Days between weaken a link, the less the more rare names are shared: what is told of one country in March
// and in June is two stories; what is told of one Mr Auberive is one.
double nearness(const std::optional<Days>& a, const std::optional<Days>& b, uint32_t rare_names) {
  if (!a || !b) return 1;
  const int apart = std::max({0, b->first - a->last, a->first - b->last});
  const double least = least_nearness[std::min<size_t>(rare_names, least_nearness.size() - 1)];
  return least + (1 - least) / (1 + apart / days_to_halve);
}

struct Link {
  double score;
  uint32_t a, b;
};

// Joins the strongest links first, and two groups only where their members resemble each other in general:
// one article that mentions two events does not make them one.
class Grouping {
 public:
  explicit Grouping(size_t articles)
      : sets_(articles), members_(articles, 1), within_(articles, 0), between_(articles) {}

  void know(const Link& link) {
    between_[link.a][link.b] = link.score;
    between_[link.b][link.a] = link.score;
  }
  void force(uint32_t a, uint32_t b) { merge(sets_.find(a), sets_.find(b)); }
  void offer(uint32_t a, uint32_t b) {
    a = sets_.find(a);
    b = sets_.find(b);
    if (a == b) return;
    const auto known = between_[a].find(b);
    const double sum = known == between_[a].end() ? 0 : known->second;
    const uint32_t smaller = std::min(members_[a], members_[b]);
    const uint32_t larger = std::min(std::max(members_[a], members_[b]), links_wanted);
    if (sum / (smaller * larger) < least_similarity) return;
    const double apart = contrast * std::min(cohesion(a), cohesion(b));
    if (sum / (static_cast<double>(members_[a]) * members_[b]) >= apart) merge(a, b);
  }
  UnionFind& sets() { return sets_; }

 private:
  // How much the members of a group resemble each other; a single article says nothing of it.
  double cohesion(uint32_t group) const {
    const double n = members_[group];
    return n < least_members ? 0 : within_[group] / (n * (n - 1) / 2);
  }

  void merge(uint32_t a, uint32_t b) {
    if (a == b) return;
    sets_.join(a, b);
    const uint32_t kept = sets_.find(a), gone = kept == a ? b : a;
    const auto known = between_[kept].find(gone);
    within_[kept] += within_[gone] + (known == between_[kept].end() ? 0 : known->second);
    members_[kept] += members_[gone];
    for (const auto& [other, score] : between_[gone]) {
      between_[other].erase(gone);
      if (other == kept) continue;
      between_[kept][other] += score;
      between_[other][kept] += score;
    }
    between_[gone].clear();
  }

  UnionFind sets_;
  std::vector<uint32_t> members_;
  std::vector<double> within_;  // the similarities of all pairs of a group, together
  std::vector<std::map<uint32_t, double>> between_;
};

Story story_of(const std::vector<Document>& articles, std::vector<uint32_t> group) {
  Story story;
  for (const uint32_t article : group) {
    const Document& document = articles[article];
    if (story.title.empty()) story.title = document.title;
    if (!document.published) continue;
    const std::string from = document.published->from.substr(0, 10),
                      to = document.published->to.substr(0, 10);
    if (!from.empty() && (story.from.empty() || from < story.from)) story.from = from;
    if (!to.empty() && to > story.to) story.to = to;
  }
  story.articles = std::move(group);
  return story;
}

}  // namespace

std::optional<int> day_number(std::string_view iso) {
  const auto number = [&](size_t at, size_t size) {
    int value = 0;
    for (const char c : iso.substr(at, size)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return {};
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 0 || month < 0 || day < 0) return {};
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return {};
  return static_cast<int>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::optional<Days> days_of(const Document& document) {
  if (!document.published) return {};
  const auto from = day_number(document.published->from), to = day_number(document.published->to);
  const auto value = day_number(document.published->value);
  if (value) return Days{*value, *value};
  if (from && to) return Days{*from, *to};
  return {};
}

std::vector<Story> find_stories(const std::vector<Document>& articles, const std::vector<Origin>& origins,
                                const Entities& entities, const Lexicon& lexicon) {
  const FeatureTable table(articles, entities, lexicon);
  Search search(table);
  std::vector<std::optional<Days>> days;
  for (const Document& document : articles) days.push_back(days_of(document));
  std::vector<Link> links;
  for (uint32_t b = 0; b < articles.size(); ++b)
    for (const uint32_t a : search.candidates(b)) {
      const Likeness likeness = table.likeness(a, b);
      const double score = likeness.cosine * nearness(days[a], days[b], likeness.rare_names);
      if (score >= least_similarity / 2) links.push_back({score, a, b});
    }
  Grouping grouping(articles.size());
  for (const Link& link : links) grouping.know(link);
  for (const Origin& origin : origins)
    for (const uint32_t article : origin.articles) grouping.force(origin.articles.front(), article);
  std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
    return x.score != y.score ? x.score > y.score : std::pair(x.a, x.b) < std::pair(y.a, y.b);
  });
  for (const Link& link : links)
    if (link.score >= least_similarity) grouping.offer(link.a, link.b);
  std::vector<Story> stories;
  for (std::vector<uint32_t>& group : grouping.sets().groups())
    stories.push_back(story_of(articles, std::move(group)));
  return stories;
}

}  // namespace recoupe::compare
