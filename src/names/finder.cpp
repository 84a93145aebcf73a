#include "names/finder.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::names {
namespace {

// A headline in English capitals most words; then capitals say nothing, and only lists can tell names.
void mark_headlines(std::vector<Word>& words) {
  for (size_t begin = 0; begin < words.size();) {
    size_t end = begin + 1;
    while (end < words.size() && words[end].before != '\n') ++end;
    size_t named = 0, small = 0;
    bool sentences = false;
    for (size_t i = begin; i < end; ++i) {
      if (words[i].key.size() < 4) continue;
      words[i].named() ? ++named : ++small;
      sentences = sentences || (i > begin && words[i].before == '.');
    }
    if (!sentences && named + small >= 4 && named > 2 * small)
      for (size_t i = begin; i < end; ++i) words[i].head = true;
    begin = end;
  }
}

bool is_article(std::string_view key) {
  constexpr std::array<std::string_view, 10> articles = {"le",  "la",  "les", "l", "un",
                                                         "une", "des", "the", "a", "an"};
  return std::find(articles.begin(), articles.end(), key) != articles.end();
}

}  // namespace

Finder make_finder(const Document& document, const Words& words, const gazetteer::Gazetteer& gazetteer) {
  Finder out{document,
             words,
             gazetteer,
             words.of(document.language),
             document.language != Language::english,
             words_of(document.text),
             {},
             {}};
  mark_headlines(out.words);
  for (const Word& word : out.words) {
    if (word.shape == Shape::lower) out.seen_small.insert(word.key);
    if (word.named() && !word.head) out.seen_capital.insert(word.key);
  }
  return out;
}

bool Finder::starts(size_t i) const {
  if (i >= words.size() || !words[i].named()) return false;
  const Word& word = words[i];
  if (is_article(word.key)) return false;
  if (lists.not_names.contains(word.key) || lists.titles.contains(word.key)) return false;
  if (!word.head) return word.key.size() > 1;
  return word.key.size() > 1 && !lists.common.contains(word.key) && !seen_small.contains(word.key);
}

std::optional<gazetteer::Place> Finder::place(size_t first, size_t last) const {
  std::vector<gazetteer::Match> found;
  const std::string key = phrase(words, first, last);
  gazetteer.find(key, found);
  const bool capitals = words[first].shape == Shape::capitals;
  for (const gazetteer::Match& match : found) {
    if (match.flags & gazetteer::match_demonym) continue;
    const gazetteer::Place place = gazetteer.place(match.place);
    // «US» and «LA» are places, «us» and «La» are not; «Pau» and «Rio» are
    const bool word = lists.common.contains(key) || place.kind == gazetteer::PlaceKind::country;
    if (first == last && key.size() <= 3 && !capitals && word && gazetteer::key(place.name) != key) continue;
    return place;
  }
  return std::nullopt;
}

int Finder::locative(size_t i) const {
  int best = 0;
  std::string key;
  for (size_t back = 1; back <= 4 && back <= i; ++back) {
    const size_t at = i - back;
    if (!words[at + 1].joined()) break;
    if (words[at].shape != Shape::lower && !words[at].head) break;
    key = key.empty() ? words[at].key : words[at].key + " " + key;
    if (const auto found = lists.locatives.find(key); found != lists.locatives.end())
      best = std::max(best, found->second ? 2 : 1);
  }
  return best;
}

}  // namespace recoupe::names
