#include "compare/traces.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "compare/words.hpp"

namespace recoupe::compare {
namespace {

constexpr size_t shingle_words = 5;
constexpr size_t window = 8;
constexpr uint32_t paragraphs_wanted = 3;  // before the last one counts as a closing one

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

// The sentence of each word. A mark ends one where a capital follows and no initial stands before: «M. Roux».
std::vector<uint32_t> sentences_of(std::string_view text, const std::vector<Word>& words) {
  std::vector<uint32_t> out(words.size(), 0);
  for (size_t i = 1; i < words.size(); ++i) {
    const Span gap{words[i - 1].span.end, words[i].span.begin};
    const std::string_view between = slice(text, gap);
    const bool mark = between.find_first_of(".!?") != std::string_view::npos &&
                      words[i - 1].span.size() > 2 &&
                      utf8::is_upper(utf8::decode(text, words[i].span.begin).code_point);
    out[i] = out[i - 1] + (mark || between.find('\n') != std::string_view::npos ? 1 : 0);
  }
  return out;
}

// Where the last paragraph begins, of an article that has several; else its end.
size_t last_paragraph(std::string_view text) {
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  uint32_t paragraphs = 1;
  for (size_t at = text.find("\n\n"); at != std::string_view::npos; at = text.find("\n\n", at + 2))
    ++paragraphs;
  return paragraphs < paragraphs_wanted ? text.size() : text.rfind("\n\n");
}

std::vector<Trace> shingles_of(const Document& document, const std::vector<Word>& words,
                               const std::vector<bool>& skip) {
  const std::vector<uint32_t> sentence = sentences_of(document.text, words);
  const size_t closing = last_paragraph(document.text);
  std::vector<Trace> out;
  for (size_t i = 0; i + shingle_words <= words.size(); ++i) {
    if (skip[i] && skip[i + shingle_words - 1]) continue;
    uint64_t hash = 0;
    for (size_t k = 0; k < shingle_words; ++k) hash = (hash ^ words[i + k].hash) * 0x9E3779B97F4A7C15ull;
    Trace trace;
    trace.hash = hash ^ (hash >> 29);
    trace.begin = words[i].span.begin;
    trace.sentence = sentence[i + shingle_words / 2] & 0x7FFFFFFFu;
    trace.closing = trace.begin >= closing ? 1 : 0;
    out.push_back(trace);
  }
  return out;
}

std::vector<Trace> winnow(const std::vector<Trace>& shingles) {
  std::vector<Trace> out;
  const size_t size = std::min(window, std::max<size_t>(shingles.size(), 1));
  for (size_t i = 0; i + size <= shingles.size(); ++i) {
    const auto begin = shingles.begin() + static_cast<std::ptrdiff_t>(i);
    const auto least =
        std::min_element(begin, begin + static_cast<std::ptrdiff_t>(size), [](auto& a, auto& b) {
          return a.hash != b.hash ? a.hash < b.hash : a.begin > b.begin;  // the rightmost of equals
        });
    if (out.empty() || out.back().begin != least->begin) out.push_back(*least);
  }
  return out;
}

void keep_first_of_equals(std::vector<Trace>& traces) {
  const auto by_hash = [](const Trace& a, const Trace& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.begin < b.begin;
  };
  std::sort(traces.begin(), traces.end(), by_hash);
  const auto same = [](const Trace& a, const Trace& b) { return a.hash == b.hash; };
  traces.erase(std::unique(traces.begin(), traces.end(), same), traces.end());
  std::sort(traces.begin(), traces.end(), [](const Trace& a, const Trace& b) { return a.begin < b.begin; });
  traces.shrink_to_fit();
}

}  // namespace

std::vector<Trace> traces_of(const Document& document) {
  const std::vector<Word> words = words_of(document.text);
  std::vector<bool> quoted = quoted_words(document, words);
  const auto in_quotes = static_cast<size_t>(std::count(quoted.begin(), quoted.end(), true));
  // An article that is little but quotes (an interview, a communiqué) is told by them.
  if (in_quotes * 4 > words.size() * 3) quoted.assign(quoted.size(), false);
  std::vector<Trace> out = winnow(shingles_of(document, words, quoted));
  keep_first_of_equals(out);
  return out;
}

void TraceIndex::grow() {
  std::vector<Slot> old(std::max<size_t>(1024, slots_.size() * 2));
  old.swap(slots_);
  for (const Slot& from : old)
    if (from.count > 0) slot(from.hash) = from;
}

TraceIndex::Slot& TraceIndex::slot(uint64_t hash) {
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  while (slots_[at].count > 0 && slots_[at].hash != hash) at = (at + 1) & mask;
  return slots_[at];
}

const TraceIndex::Slot* TraceIndex::find(uint64_t hash) const {
  if (slots_.empty()) return nullptr;
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  while (slots_[at].count > 0 && slots_[at].hash != hash) at = (at + 1) & mask;
  return slots_[at].count > 0 ? &slots_[at] : nullptr;
}

void TraceIndex::add(uint32_t article, std::span<const Trace> traces) {
  for (const Trace& trace : traces) {
    if ((used_ + 1) * 4 > slots_.size() * 3) grow();
    Slot& place = slot(trace.hash);
    if (place.count >= holders_kept) continue;
    if (place.count == 0) {
      ++used_;
      place.hash = trace.hash;
    }
    postings_.push_back({article & 0x7FFFFFFFu, trace.closing, place.newest});
    place.newest = static_cast<uint32_t>(postings_.size() - 1);
    ++place.count;
  }
}

std::span<const TraceIndex::Posting> TraceIndex::holders(uint64_t hash) const {
  found_.clear();
  if (const Slot* place = find(hash))
    for (uint32_t at = place->newest; at != none; at = postings_[at].next) found_.push_back(postings_[at]);
  std::reverse(found_.begin(), found_.end());
  return found_;
}

}  // namespace recoupe::compare
