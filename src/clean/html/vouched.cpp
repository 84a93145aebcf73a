#include "clean/html/vouched.hpp"

#include <algorithm>
#include <unordered_set>

namespace recoupe::clean {
namespace {

constexpr size_t run = 4;             // words in a row that two texts must share
constexpr size_t fewest_words = 100;  // of an articleBody that says anything

// Hands the hash of every run of four words to `take`. Letters and digits alone, ASCII without case: both
// texts come from one hand.
template <class Take>
size_t for_each_run(std::string_view text, Take take) {
  uint64_t last[run] = {};
  size_t words = 0;
  uint64_t word = 0;
  const auto close = [&] {
    if (word == 0) return;
    std::copy(last + 1, last + run, last);
    last[run - 1] = word;
    word = 0;
    if (++words < run) return;
    uint64_t hash = 0;
    for (const uint64_t one : last) hash = hash * 0x9E3779B97F4A7C15u + one;
    take(hash);
  };
  for (const char c : text) {
    const bool letter = ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (letter)
      word = (word + static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c) + 1) * 0x100000001B3u;
    else
      close();
  }
  close();
  return words;
}

}  // namespace

Vouched vouched_by(std::string_view body, const Survey& survey) {
  Vouched out;
  std::unordered_set<uint64_t> runs, found;
  const size_t words = for_each_run(body, [&](uint64_t hash) { runs.insert(hash); });
  if (words < fewest_words) return out;
  out.blocks.resize(survey.flat.blocks.size());
  for (size_t b = 0; b < out.blocks.size(); ++b) {
    if (survey.sights[b].words < 6) continue;
    size_t all = 0, shared = 0;
    for_each_run(survey.flat.words(survey.flat.blocks[b]), [&](uint64_t hash) {
      ++all;
      if (!runs.contains(hash)) return;
      ++shared;
      found.insert(hash);
    });
    out.blocks[b] = all > 0 && shared * 10 >= all * 7;
  }
  out.share = static_cast<float>(found.size()) / static_cast<float>(runs.size());
  if (out.share < 0.5f) out.blocks.clear();
  return out;
}

}  // namespace recoupe::clean
