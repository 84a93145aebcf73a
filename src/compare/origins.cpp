#include "compare/origins.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "compare/agency.hpp"
#include "compare/traces.hpp"
#include "compare/union_find.hpp"

namespace recoupe::compare {
namespace {

constexpr double least_containment = 0.15;
constexpr uint32_t least_shared = 3;     // traces; fewer are a common phrase
constexpr uint32_t least_sentences = 2;  // that share traces: one alone is a communiqué's, quoted by two
constexpr double most_of_it = 0.6;       // … unless it is nearly all that the shorter article says
constexpr uint32_t least_passage = 8;    // words; shorter runs are not worth showing
constexpr size_t house_articles = 3;     // a trace in so many articles of one outlet alone is its boilerplate

struct Copy {
  uint32_t from = 0;  // the earlier article that shares most
  uint32_t shared = 0;
};

std::string_view outlet_of(const Document& document) {
  return document.outlet ? std::string_view(document.outlet->name) : std::string_view();
}

// Every article against the earlier ones, through the index from trace to articles.
class Matcher {
 public:
  explicit Matcher(const std::vector<Document>& articles)
      : articles_(articles), sets_(articles.size()), copies_(articles.size()), shared_(articles.size(), 0) {
    for (uint32_t i = 0; i < articles.size(); ++i) {
      traces_.push_back(traces_of(articles[i]));
      index_.add(i, traces_[i]);
    }
    for (uint32_t i = 0; i < articles.size(); ++i) {
      std::erase_if(traces_[i], [&](const Trace& trace) { return is_house(trace.hash); });
      meet(i);
    }
  }

  UnionFind& sets() { return sets_; }
  const std::vector<Copy>& copies() const { return copies_; }
  const std::vector<Trace>& traces(uint32_t article) const { return traces_[article]; }

 private:
  // Appeals and footers that cleaning left: traces that recur in one outlet's articles and nowhere else, or
  // that close articles of several paragraphs each time they come, whoever printed them.
  bool is_house(uint64_t hash) const {
    const auto holders = index_.holders(hash);
    if (holders.size() < house_articles) return false;
    const std::string_view outlet = outlet_of(articles_[holders.front().article]);
    const bool one_outlet =
        !outlet.empty() && std::all_of(holders.begin(), holders.end(), [&](const auto& h) {
          return outlet_of(articles_[h.article]) == outlet;
        });
    return one_outlet ||
           std::all_of(holders.begin(), holders.end(), [](const auto& h) { return h.closing == 1; });
  }

  void meet(uint32_t article) {
    touched_.clear();
    for (const Trace& trace : traces_[article])
      for (const TraceIndex::Posting& holder : index_.holders(trace.hash)) {
        if (holder.article >= article) break;
        if (shared_[holder.article]++ == 0) touched_.push_back(holder.article);
      }
    std::sort(touched_.begin(), touched_.end());
    for (const uint32_t other : touched_) {
      const uint32_t count = std::exchange(shared_[other], 0);
      if (!is_copy(article, other, count)) continue;
      sets_.join(article, other);
      if (count > copies_[article].shared) copies_[article] = {other, count};
    }
  }

  bool is_copy(uint32_t article, uint32_t other, uint32_t count) const {
    const auto shorter = static_cast<double>(std::min(traces_[article].size(), traces_[other].size()));
    if (count < least_shared || count < least_containment * shorter) return false;
    return extent(article, other, count >= most_of_it * shorter);
  }

  // Whether what two articles share is more than a sentence and, of one outlet, more than its last paragraph.
  bool extent(uint32_t article, uint32_t other, bool most) const {
    std::unordered_map<uint64_t, const Trace*> in_other;
    for (const Trace& trace : traces_[other]) in_other.emplace(trace.hash, &trace);
    std::vector<uint32_t> sentences;
    bool only_closing = true;
    for (const Trace& trace : traces_[article]) {
      const auto found = in_other.find(trace.hash);
      if (found == in_other.end()) continue;
      sentences.push_back(trace.sentence);
      only_closing = only_closing && trace.closing == 1 && found->second->closing == 1;
    }
    sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
    const std::string_view outlet = outlet_of(articles_[article]);
    if (only_closing && !outlet.empty() && outlet == outlet_of(articles_[other])) return false;
    return most || sentences.size() >= least_sentences;
  }

  const std::vector<Document>& articles_;
  std::vector<std::vector<Trace>> traces_;  // without those of houses, once an article has met the others
  TraceIndex index_;
  UnionFind sets_;
  std::vector<Copy> copies_;
  std::vector<uint32_t> shared_;  // scratch of meet(): nothing but zeros between calls
  std::vector<uint32_t> touched_;
};

// The index of the word that begins at a byte.
uint32_t word_at(const std::vector<Word>& words, uint32_t begin) {
  const auto found = std::lower_bound(words.begin(), words.end(), begin,
                                      [](const Word& w, uint32_t at) { return w.span.begin < at; });
  return static_cast<uint32_t>(found - words.begin());
}

// The runs of equal words around the traces that two articles share.
std::vector<Passage> passages(const std::vector<Document>& articles, const Matcher& matcher, uint32_t a,
                              uint32_t b) {
  std::unordered_map<uint64_t, uint32_t> in_a;
  for (const Trace& trace : matcher.traces(a)) in_a.emplace(trace.hash, trace.begin);
  const std::vector<Word> words_a = words_of(articles[a].text), words_b = words_of(articles[b].text);
  std::vector<Passage> out;
  uint32_t done = 0;  // words of b that a passage already holds
  for (const Trace& trace : matcher.traces(b)) {
    const auto found = in_a.find(trace.hash);
    uint32_t begin_b = word_at(words_b, trace.begin);
    if (found == in_a.end() || begin_b < done) continue;
    uint32_t begin_a = word_at(words_a, found->second), end_a = begin_a, end_b = begin_b;
    while (begin_a > 0 && begin_b > done && words_a[begin_a - 1].hash == words_b[begin_b - 1].hash) {
      --begin_a;
      --begin_b;
    }
    while (end_a < words_a.size() && end_b < words_b.size() && words_a[end_a].hash == words_b[end_b].hash) {
      ++end_a;
      ++end_b;
    }
    if (end_b - begin_b < least_passage) continue;
    done = end_b;
    Passage passage;
    passage.a = a;
    passage.b = b;
    passage.a_source = articles[a].source({words_a[begin_a].span.begin, words_a[end_a - 1].span.end});
    passage.b_source = articles[b].source({words_b[begin_b].span.begin, words_b[end_b - 1].span.end});
    out.push_back(passage);
  }
  return out;
}

bool is_agency(const Document& document) {
  return document.outlet && document.outlet->kind == "agency";
}

// Whether `later` is known to have taken the text from `earlier`: it is the agency's, or its clock says so to
// the same precision. A day alone does not order two articles of that day.
bool known_source(const Document& earlier, const Document& later) {
  if (is_agency(earlier) && !is_agency(later)) return true;
  if (is_agency(later) || !earlier.published || !later.published) return false;
  const std::string &from = earlier.published->value, &to = later.published->value;
  if (from.size() < 10 || to.size() < 10) return false;
  if (from.substr(0, 10) != to.substr(0, 10)) return from < to;
  return from.size() == to.size() && from < to;
}

}  // namespace

std::vector<Origin> find_origins(const std::vector<Document>& articles, const Lexicon& lexicon) {
  Matcher matcher(articles);
  std::vector<Origin> origins;
  for (std::vector<uint32_t>& group : matcher.sets().groups()) {
    Origin origin;
    for (const uint32_t article : group) {
      if (origin.agency.empty()) origin.agency = credited_agency(articles[article], lexicon);
      const Copy& copy = matcher.copies()[article];
      if (copy.shared == 0) continue;
      // Where the agency's clock is later than its client's, it is the source all the same.
      const bool swap = is_agency(articles[article]) && !is_agency(articles[copy.from]);
      const uint32_t from = swap ? article : copy.from, to = swap ? copy.from : article;
      const bool known = known_source(articles[from], articles[to]);
      for (Passage& passage : passages(articles, matcher, from, to)) {
        passage.source_known = known;
        origin.passages.push_back(passage);
      }
    }
    origin.reprint = group.size() > 1 || !origin.agency.empty();
    // Where the agency's own text is among them, it comes first whatever the clocks say.
    std::stable_partition(group.begin(), group.end(),
                          [&](uint32_t article) { return is_agency(articles[article]); });
    origin.articles = std::move(group);
    origins.push_back(std::move(origin));
  }
  return origins;
}

}  // namespace recoupe::compare
