#include "clean/title.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "clean/stamps.hpp"

namespace recoupe::clean {
namespace {

constexpr size_t longest_title = 40;  // words
constexpr double taken_up = 0.4;

// Words that every text shares with every other.
bool is_matter(std::string_view folded) {
  static constexpr auto common = std::to_array<std::string_view>(
      {"avec",  "pour",  "dans", "plus",  "leur", "leurs", "cette", "sont",  "etait", "elle",
       "elles", "nous",  "vous", "tout",  "tous", "mais",  "comme", "apres", "avant", "entre",
       "selon", "aussi", "fait", "faire", "etre", "avoir", "deux",  "with",  "from",  "that",
       "this",  "have",  "were", "their", "they", "been",  "will",  "more",  "after", "about",
       "which", "what",  "when", "said",  "than", "into",  "over"});
  return folded.size() >= 4 && std::find(common.begin(), common.end(), folded) == common.end();
}

// One sentence at most: no full stop inside that a capital follows.
bool is_one_sentence(const Line& line) {
  for (size_t i = 1; i < line.words.size(); ++i) {
    const std::string_view gap = slice(line.text, {line.words[i - 1].text.end, line.words[i].text.begin});
    const bool stop = gap.find(". ") != std::string_view::npos;
    if (stop && line.words[i].capital && line.words[i - 1].folded.size() > 2) return false;
  }
  return true;
}

bool may_be_title(const Line& line) {
  if (line.out() || line.long_prose || line.words.empty() || line.words.size() > longest_title) return false;
  return is_one_sentence(line) && !dateline_date(line);
}

bool same_words(const Line& line, std::string_view given_title) {
  if (given_title.empty()) return false;
  const std::string folded = utf8::fold(given_title);
  size_t found = 0, letters = 0;
  for (size_t i = 0; i < line.words.size(); ++i) {
    const std::string_view word = line.word(i);
    letters += word.size();
    if (folded.find(word) != std::string::npos) found += word.size();
  }
  return letters > 0 && found * 10 >= letters * 9 && letters * 2 >= folded.size();
}

}  // namespace

bool shouts(const Line& line) {
  for (size_t i = 0; i < line.text.size();) {
    const utf8::Decoded d = utf8::decode(line.text, i);
    if (utf8::is_lower(d.code_point)) return false;
    i += d.size;
  }
  return true;
}

void Vocabulary::add(const Line& line) {
  for (size_t i = 0; i < line.words.size(); ++i) {
    if (!is_matter(line.word(i))) continue;
    Count& count = words_[std::string(line.word(i))];
    if (count.last == &line) continue;
    count.last = &line;
    ++count.lines;
  }
}

double Vocabulary::shared(const Line& line, bool added) const {
  size_t matter = 0, found = 0;
  for (size_t i = 0; i < line.words.size(); ++i) {
    if (!is_matter(line.word(i))) continue;
    ++matter;
    const auto count = words_.find(std::string(line.word(i)));
    found += count != words_.end() && count->second.lines > (added ? 1u : 0u);
  }
  return matter < 2 ? 0.0 : static_cast<double>(found) / static_cast<double>(matter);
}

namespace {

// How much a line is a headline of the article: the share of its matter that the article takes up, less for a
// line of little matter, which chance may give.
double headline_score(const Line& line, const Vocabulary& article, bool learnt) {
  constexpr double enough_words = 8;
  if (line.words.size() < 3) return 0;
  const double share = article.shared(line, learnt);
  return share < taken_up ? 0 : share * std::min(1.0, static_cast<double>(line.words.size()) / enough_words);
}

std::vector<size_t> candidates_of(const std::vector<Line*>& lines, size_t first_body) {
  std::vector<size_t> candidates;
  for (size_t i = 0; i < lines.size() && i <= first_body; ++i) {
    const Line& line = *lines[i];
    if (!may_be_title(line)) continue;
    const char last = line.text.back();
    // The first sentence of the body is a headline only where none stands above it, or by its mark.
    if (i == first_body && !candidates.empty() && last != '?' && last != '!') continue;
    candidates.push_back(i);
  }
  return candidates;
}

bool anything_below(const std::vector<Line*>& lines, size_t i) {
  return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(),
                     [](const Line* line) { return !line->out(); });
}

}  // namespace

std::optional<TitleChoice> find_title(const std::vector<Line*>& lines, size_t first_body,
                                      const Vocabulary& article, std::string_view given_title) {
  const std::vector<size_t> candidates = candidates_of(lines, first_body);
  for (const size_t i : candidates)
    if (same_words(*lines[i], given_title)) return TitleChoice{i, true};
  if (!given_title.empty() || candidates.empty()) return std::nullopt;
  if (!anything_below(lines, candidates.front())) return std::nullopt;  // a single line has no headline
  // A first line of this length that is one piece is no name or motto of a site, whatever follows.
  const Line& first = *lines[candidates.front()];
  if (candidates.size() < 12 && first.words.size() >= 8 && segments(first.text).size() == 1 && !shouts(first))
    return TitleChoice{candidates.front(), true};
  double best = 0;
  for (const size_t i : candidates)
    best = std::max(best, headline_score(*lines[i], article, i == first_body));
  for (const size_t i : candidates)
    if (best > 0 && headline_score(*lines[i], article, i == first_body) >= 0.6 * best)
      return TitleChoice{i, true};
  for (const size_t i : candidates)
    if (lines[i]->words.size() >= 4 && !shouts(*lines[i])) return TitleChoice{i, false};
  return TitleChoice{candidates.front(), false};
}

}  // namespace recoupe::clean
