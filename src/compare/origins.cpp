#include "compare/origins.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "compare/agency.hpp"
#include "compare/union_find.hpp"

namespace recoupe::compare {
namespace {

constexpr size_t shingle_words = 5;
constexpr size_t window = 8;
constexpr double least_containment = 0.15;
constexpr uint32_t least_shared = 3;       // traces; fewer are a common phrase
constexpr uint32_t least_passage = 8;      // words; shorter runs are not worth showing
constexpr size_t holders_remembered = 24;  // of one trace: later copies still meet the first ones
constexpr size_t house_articles = 3;  // a trace in so many articles of one outlet alone is its boilerplate

struct Trace {
  uint64_t hash;
  uint32_t word;  // first word of the shingle
};

struct Traced {
  std::vector<Word> words;
  std::vector<Trace> traces;  // by position; a hash that comes twice is kept once
};

// Whether words stand in direct speech, for a whole article in one pass.
std::vector<bool> quoted_words(const Document& document, const std::vector<Word>& words) {
  std::vector<bool> quoted(words.size(), false);
  for (const Statement& statement : document.statements) {
    if (statement.form != StatementForm::direct) continue;
    auto word = std::lower_bound(words.begin(), words.end(), statement.span.begin,
                                 [](const Word& w, uint32_t begin) { return w.span.begin < begin; });
    for (; word != words.end() && word->span.end <= statement.span.end; ++word)
      quoted[static_cast<size_t>(word - words.begin())] = true;
  }
  return quoted;
}

std::vector<Trace> winnow(const std::vector<Word>& words, const std::vector<bool>& skip) {
  std::vector<Trace> shingles;
  for (uint32_t i = 0; i + shingle_words <= words.size(); ++i) {
    if (skip[i] && skip[i + shingle_words - 1]) continue;
    uint64_t hash = 0;
    for (size_t k = 0; k < shingle_words; ++k) hash = (hash ^ words[i + k].hash) * 0x9E3779B97F4A7C15ull;
    shingles.push_back({hash ^ (hash >> 29), i});
  }
  std::vector<Trace> out;
  const size_t size = std::min(window, std::max<size_t>(shingles.size(), 1));
  for (size_t i = 0; i + size <= shingles.size(); ++i) {
    const auto begin = shingles.begin() + static_cast<std::ptrdiff_t>(i);
    const auto least =
        std::min_element(begin, begin + static_cast<std::ptrdiff_t>(size), [](auto& a, auto& b) {
          return a.hash != b.hash ? a.hash < b.hash : a.word > b.word;  // the rightmost of equals
        });
    if (out.empty() || out.back().word != least->word) out.push_back(*least);
  }
  std::set<uint64_t> seen;
  std::erase_if(out, [&](const Trace& trace) { return !seen.insert(trace.hash).second; });
  return out;
}

Traced trace(const Document& document) {
  Traced out;
  out.words = words_of(document.text);
  const std::vector<bool> quoted = quoted_words(document, out.words);
  const auto in_quotes = static_cast<size_t>(std::count(quoted.begin(), quoted.end(), true));
  // An article that is little but quotes (an interview, a communiqué) is told by them.
  const bool mostly_quotes = in_quotes * 4 > out.words.size() * 3;
  out.traces = winnow(out.words, mostly_quotes ? std::vector<bool>(quoted.size(), false) : quoted);
  return out;
}

// Traces that recur in one outlet's articles and nowhere else: its appeals and footers that cleaning left.
std::set<uint64_t> house_traces(const std::vector<Document>& articles, const std::vector<Traced>& traced) {
  std::map<uint64_t, std::pair<std::string_view, uint32_t>> outlets;  // trace → its one outlet, articles
  for (size_t i = 0; i < articles.size(); ++i) {
    const std::string_view outlet = articles[i].outlet ? articles[i].outlet->name : std::string_view();
    for (const Trace& trace : traced[i].traces) {
      auto& [name, count] = outlets.try_emplace(trace.hash, outlet, 0u).first->second;
      if (name != outlet) name = {};
      ++count;
    }
  }
  std::set<uint64_t> house;
  for (const auto& [hash, use] : outlets)
    if (!use.first.empty() && use.second >= house_articles) house.insert(hash);
  return house;
}

struct Copy {
  uint32_t from = 0;  // the article that shares most
  uint32_t shared = 0;
};

// Every article against the earlier ones, through an index from trace to articles.
class Matcher {
 public:
  Matcher(const std::vector<Document>& articles, const std::vector<Traced>& traced)
      : traced_(traced),
        house_(house_traces(articles, traced)),
        sets_(articles.size()),
        copies_(articles.size()) {
    for (const Traced& article : traced) {
      uint32_t own = 0;
      for (const Trace& trace : article.traces) own += !house_.contains(trace.hash);
      sizes_.push_back(own);
    }
    for (uint32_t i = 0; i < articles.size(); ++i) add(i);
  }

  UnionFind& sets() { return sets_; }
  const std::vector<Copy>& copies() const { return copies_; }

 private:
  void add(uint32_t article) {
    std::map<uint32_t, uint32_t> shared;
    for (const Trace& trace : traced_[article].traces) {
      if (house_.contains(trace.hash)) continue;
      std::vector<uint32_t>& holders = index_[trace.hash];
      for (const uint32_t other : holders) ++shared[other];
      if (holders.size() < holders_remembered) holders.push_back(article);
    }
    for (const auto& [other, count] : shared) {
      const uint32_t shorter = std::min(sizes_[article], sizes_[other]);
      if (count < least_shared || count < least_containment * shorter) continue;
      sets_.join(article, other);
      if (count > copies_[article].shared) copies_[article] = {other, count};
    }
  }

  const std::vector<Traced>& traced_;
  std::set<uint64_t> house_;
  std::vector<uint32_t> sizes_;
  std::unordered_map<uint64_t, std::vector<uint32_t>> index_;
  UnionFind sets_;
  std::vector<Copy> copies_;
};

// The runs of equal words around the traces that two articles share.
std::vector<Passage> passages(const std::vector<Document>& articles, const std::vector<Traced>& traced,
                              uint32_t a, uint32_t b) {
  std::unordered_map<uint64_t, uint32_t> in_a;
  for (const Trace& trace : traced[a].traces) in_a.emplace(trace.hash, trace.word);
  const std::vector<Word>&words_a = traced[a].words, &words_b = traced[b].words;
  std::vector<Passage> out;
  uint32_t done = 0;  // words of b that a passage already holds
  for (const Trace& trace : traced[b].traces) {
    const auto found = in_a.find(trace.hash);
    if (found == in_a.end() || trace.word < done) continue;
    uint32_t begin_a = found->second, begin_b = trace.word;
    while (begin_a > 0 && begin_b > done && words_a[begin_a - 1].hash == words_b[begin_b - 1].hash) {
      --begin_a;
      --begin_b;
    }
    uint32_t end_a = found->second, end_b = trace.word;
    while (end_a < words_a.size() && end_b < words_b.size() && words_a[end_a].hash == words_b[end_b].hash) {
      ++end_a;
      ++end_b;
    }
    if (end_b - begin_b < least_passage) continue;
    done = end_b;
    out.push_back({a, b, articles[a].source({words_a[begin_a].span.begin, words_a[end_a - 1].span.end}),
                   articles[b].source({words_b[begin_b].span.begin, words_b[end_b - 1].span.end})});
  }
  return out;
}

}  // namespace

std::vector<Origin> find_origins(const std::vector<Document>& articles, const Lexicon& lexicon) {
  std::vector<Traced> traced;
  for (const Document& document : articles) traced.push_back(trace(document));
  Matcher matcher(articles, traced);
  std::vector<Origin> origins;
  for (std::vector<uint32_t>& group : matcher.sets().groups()) {
    Origin origin;
    for (const uint32_t article : group) {
      if (origin.agency.empty()) origin.agency = credited_agency(articles[article], lexicon);
      const Copy& copy = matcher.copies()[article];
      if (copy.shared == 0) continue;
      for (Passage& passage : passages(articles, traced, copy.from, article))
        origin.passages.push_back(passage);
    }
    origin.reprint = group.size() > 1 || !origin.agency.empty();
    // Where the agency's own text is among them, it comes first whatever the clocks say.
    std::stable_partition(group.begin(), group.end(), [&](uint32_t article) {
      return articles[article].outlet && articles[article].outlet->kind == "agency";
    });
    origin.articles = std::move(group);
    origins.push_back(std::move(origin));
  }
  return origins;
}

}  // namespace recoupe::compare
