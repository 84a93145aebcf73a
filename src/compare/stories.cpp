#include "compare/stories.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/utf8.hpp"
#include "compare/union_find.hpp"

namespace recoupe::compare {
namespace {

constexpr double least_similarity = 0.20;  // cosine, after the days between have been counted
constexpr double days_to_halve = 30;
constexpr double entity_boost = 2.2;      // over common words, of which every article has hundreds
constexpr size_t features_searched = 48;  // of each article, the rarest
constexpr uint32_t holders_searched = 300;
constexpr size_t candidates_weighed = 64;
constexpr uint32_t links_wanted = 3;  // how many members of a large story a newcomer should resemble

struct Feature {
  uint32_t id;
  float weight;
  bool entity;
};
using Features = std::vector<Feature>;  // sorted by id

double kind_weight(const DossierEntity& entity) {
  switch (entity.kind) {
    case EntityKind::person:
      return 1.6;
    case EntityKind::place:
      return entity.iso.empty() ? 1.6 : 0.5;  // half of the news is in France
    case EntityKind::media:
      return 0;
    default:
      return 1.2;
  }
}

class Vectors {
 public:
  Vectors(const std::vector<Document>& articles, const Entities& entities, const Lexicon& lexicon) {
    for (uint32_t i = 0; i < articles.size(); ++i) {
      std::map<std::string, double> raw = words(articles[i], lexicon);
      for (const Mention& mention : articles[i].mentions) {
        if (mention.entity.value >= articles[i].entities.size()) continue;
        const DossierEntityId id = entities.of[i][mention.entity.value];
        const double weight = kind_weight(entities.list[id.value]);
        if (weight > 0) raw["@" + std::to_string(id.value)] += weight;
      }
      Features features;
      for (const auto& [name, count] : raw) {
        const auto id = ids_.try_emplace(name, static_cast<uint32_t>(holders_.size())).first->second;
        if (id == holders_.size()) holders_.emplace_back();
        holders_[id].push_back(i);
        const bool entity = name[0] == '@';
        features.push_back({id, static_cast<float>(1 + std::log(std::max(1.0, count))), entity});
      }
      all_.push_back(std::move(features));
    }
    weigh();
  }

  // The greater of two cosines: over all words alike, and with entities above words. A report full of names
  // and one of plain words about the same flood have different things in common.
  double similarity(uint32_t a, uint32_t b) const {
    double words = 0, entities = 0;
    auto x = all_[a].begin();
    auto y = all_[b].begin();
    while (x != all_[a].end() && y != all_[b].end()) {
      if (x->id == y->id) {
        (x->entity ? entities : words) += static_cast<double>(x->weight) * static_cast<double>(y->weight);
        ++x;
        ++y;
      } else {
        x->id < y->id ? ++x : ++y;
      }
    }
    const auto cosine = [&](double boost, double length_a, double length_b) {
      return length_a > 0 && length_b > 0
                 ? (words + boost * boost * entities) / std::sqrt(length_a * length_b)
                 : 0;
    };
    return std::max(cosine(1, plain_[a], plain_[b]), cosine(entity_boost, boosted_[a], boosted_[b]));
  }

  // The earlier articles that share most of the telling features of this one.
  std::vector<uint32_t> candidates(uint32_t article) {
    Features telling = all_[article];
    std::erase_if(telling, [&](const Feature& f) { return holders_[f.id].size() < 2; });
    std::sort(telling.begin(), telling.end(), [](const Feature& a, const Feature& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
    });
    if (telling.size() > features_searched) telling.resize(features_searched);
    shared_.resize(all_.size(), 0);
    std::vector<uint32_t> out;
    for (const Feature& feature : telling) {
      const std::vector<uint32_t>& holders = holders_[feature.id];
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
  static std::map<std::string, double> words(const Document& document, const Lexicon& lexicon) {
    std::map<std::string, double> out;
    std::map<std::string, uint32_t> counts;
    const Content content = content_of(document.text, document.language, lexicon);
    // The English root where there is one, so that both languages meet.
    for (const auto& word : content.words) out[word.back()] += 1;
    for (const std::string& number : content.numbers)
      if (number.size() >= 3 && !(number.size() == 4 && (number[0] == '1' || number[0] == '2')))
        out["#" + number] += 2;
    for (const auto& word : content_of(document.title, document.language, lexicon).words)
      out[word.back()] += 2;
    const std::string_view text = document.text;
    bool inside = false;  // behind a word of the same sentence, where a capital is a name's
    for (const Word& word : words_of(text)) {
      const utf8::Decoded before = utf8::decode_before(text, word.span.begin);
      const std::string_view gap =
          word.span.begin >= 2 ? text.substr(word.span.begin - 2, 2) : std::string_view();
      if (gap.find_first_of(".!?:\n\"") != std::string_view::npos || before.code_point == U'«')
        inside = false;
      if (inside && utf8::is_upper(utf8::decode(text, word.span.begin).code_point) && word.span.size() > 2)
        out["^" + utf8::fold(slice(text, word.span))] += 1.5;
      inside = true;
    }
    return out;
  }

  void weigh() {
    const double articles = static_cast<double>(all_.size());
    for (Features& features : all_) {
      double plain = 0, boosted = 0;
      for (Feature& feature : features) {
        // As if fifty other articles stood by: in a folder about one event its names are still rare words.
        feature.weight *= static_cast<float>(
            std::log((articles + 50) / (static_cast<double>(holders_[feature.id].size()) + 0.5)));
        const double square = static_cast<double>(feature.weight) * static_cast<double>(feature.weight);
        plain += square;
        boosted += feature.entity ? entity_boost * entity_boost * square : square;
      }
      plain_.push_back(plain);
      boosted_.push_back(boosted);
      std::sort(features.begin(), features.end(),
                [](const Feature& a, const Feature& b) { return a.id < b.id; });
    }
  }

  std::unordered_map<std::string, uint32_t> ids_;
  std::vector<std::vector<uint32_t>> holders_;
  std::vector<Features> all_;
  std::vector<double> plain_, boosted_;  // squared lengths
  std::vector<float> shared_;            // scratch of candidates(): nothing but zeros between calls
};

double nearness(const std::optional<Days>& a, const std::optional<Days>& b) {
  if (!a || !b) return 1;
  const int apart = std::max({0, b->first - a->last, a->first - b->last});
  return 1 / (1 + apart / days_to_halve);
}

struct Link {
  double score;
  uint32_t a, b;
};

// Joins the strongest links first, and two groups only where their members resemble each other in general:
// one article that mentions two events does not make them one.
class Grouping {
 public:
  explicit Grouping(size_t articles) : sets_(articles), members_(articles, 1), between_(articles) {}

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
    if (sum / (smaller * larger) >= least_similarity) merge(a, b);
  }
  UnionFind& sets() { return sets_; }

 private:
  void merge(uint32_t a, uint32_t b) {
    if (a == b) return;
    sets_.join(a, b);
    const uint32_t kept = sets_.find(a), gone = kept == a ? b : a;
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
  Vectors vectors(articles, entities, lexicon);
  std::vector<std::optional<Days>> days;
  for (const Document& document : articles) days.push_back(days_of(document));
  std::vector<Link> links;
  for (uint32_t b = 0; b < articles.size(); ++b)
    for (const uint32_t a : vectors.candidates(b)) {
      const double score = vectors.similarity(a, b) * nearness(days[a], days[b]);
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
