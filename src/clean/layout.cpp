#include "clean/layout.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.hpp"
#include "clean/clutter.hpp"
#include "clean/reasons.hpp"
#include "clean/title.hpp"

namespace recoupe::clean {
namespace {

constexpr size_t most_rounds = 12;
constexpr int sure_plea = 5, likely_plea = 3;
constexpr double off_topic = 0.4;  // of a line's matter that the article above shares with it

bool is_plea(std::string_view reason) {
  return reason == why::donation || reason == why::newsletter || reason == why::subscription;
}

// One look at the lines that are still in.
class Round {
 public:
  Round(std::vector<Line*> lines, const Words& words, std::string_view given_title, Layout& layout)
      : lines_(std::move(lines)), words_(words), given_title_(given_title), layout_(layout) {}

  // True if a line went.
  bool run() {
    drop_anywhere();
    find_body();
    learn_article();
    drop_pleas();
    choose_title();
    count_bare_names();
    drop_head();
    drop_tail();
    drop_links();
    drop_between_pleas();
    return dropped_;
  }
  const std::optional<TitleChoice>& title() const { return title_; }
  size_t first_body() const { return first_body_; }

 private:
  bool in(size_t i) const { return !lines_[i]->out(); }
  bool is_title(size_t i) const { return title_ && title_->index == i; }
  void drop(size_t i, std::string_view reason) {
    lines_[i]->why = reason;
    dropped_ = true;
  }

  // What gives itself away wherever it stands.
  void drop_anywhere() {
    size_t letters = 0, foreign = 0;
    std::vector<bool> other(lines_.size());
    for (size_t i = 0; i < lines_.size(); ++i) {
      other[i] = is_other_script(lines_[i]->text);
      (other[i] ? foreign : letters) += lines_[i]->text.size();
    }
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (other[i] && letters > foreign) {
        drop(i, why::other_script);
        continue;
      }
      const std::string_view reason = clutter_reason(*lines_[i], words_, false);
      if (!reason.empty()) drop(i, reason);
    }
  }

  void drop_pleas() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (!in(i)) continue;
      const Plea plea = plea_of(*lines_[i], words_);
      // In the midst of an article the site must speak of itself: «our newsletter». An article may well say
      // «your subscription».
      const bool inside = i > first_body_ && i < last_body_ && is_prose(*lines_[i]);
      if (plea.score < sure_plea || !plea.addresses || (inside && !plea.speaks_for_site && !plea.opens))
        continue;
      if (is_off_topic(i)) drop(i, plea.why);
    }
    find_body();
  }

  // The stretch of lines that holds the most sentences for the fewest lines between them: a cookie notice far
  // above, or a comment far below, is not the article's first or last sentence. A headline may look like a
  // sentence, so the very first line counts only where no other follows.
  void find_body() {
    constexpr int most_words = 60, gap_cost = 6;
    first_body_ = lines_.size();
    last_body_ = 0;
    int sum = 0, best = 0;
    size_t begin = 0;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (!in(i)) continue;
      const Line& line = *lines_[i];
      if (!is_prose(line)) {
        sum -= gap_cost;
        continue;
      }
      if (sum <= 0) {
        sum = 0;
        begin = i;
      }
      sum += line.long_prose ? most_words : std::min(most_words, static_cast<int>(line.words.size()));
      if (sum > best) {
        best = sum;
        first_body_ = begin;
        last_body_ = i;
      }
    }
    if (first_body_ < last_body_ && may_be_headline(first_body_))
      for (++first_body_; !in(first_body_) || !is_prose(*lines_[first_body_]);) ++first_body_;
    // The article has begun where its dateline stands: a list of results may follow before the next sentence.
    for (size_t i = 0; i < first_body_ && i < lines_.size(); ++i)
      if (in(i) && is_dateline(*lines_[i])) first_body_ = i;
  }
  static bool is_dateline(const Line& line) {
    const bool dash = line.text.ends_with("–") || line.text.ends_with("—");
    return (dash || is_prose(line)) && dateline_date(line).has_value();
  }
  bool may_be_headline(size_t i) const {
    return nothing_above(i) && lines_[i]->words.size() <= 25 && !lines_[i]->long_prose;
  }
  bool nothing_above(size_t i) const {
    for (size_t k = 0; k < i; ++k)
      if (in(k)) return false;
    return true;
  }

  // The matter of the sentences that do not plead.
  void learn_article() {
    for (size_t i = first_body_; i <= last_body_ && i < lines_.size(); ++i)
      if (in(i) && is_prose(*lines_[i]) && plea_of(*lines_[i], words_).score < likely_plea) {
        article_.add(*lines_[i]);
        learnt_.insert(lines_[i]);
      }
  }
  bool is_off_topic(size_t i) const {
    return article_.shared(*lines_[i], learnt_.contains(lines_[i])) < off_topic;
  }

  void choose_title() { title_ = find_title(lines_, first_body_, article_, given_title_); }

  // Above the first sentence, and among the first ones: «title, standfirst, byline».
  void drop_head() {
    if (first_body_ == lines_.size()) return;
    const bool chronology = stamps_above() > 6;  // lines that begin with a date, one below the other
    for (size_t i = 0; i < lines_.size() && i <= first_body_ + 3; ++i) {
      if (!in(i) || is_title(i)) continue;
      if (i < 6 || !chronology) {
        if (take_stamp(i, i <= first_body_ + 1)) continue;
      }
      if (i >= first_body_) continue;
      const std::string_view reason = clutter_reason(*lines_[i], words_, true);
      if (!reason.empty()) {
        drop(i, reason);
      } else if (title_ && title_->certain && i < title_->index && is_header(i)) {
        drop(i, why::site_header);
      } else if (title_ && i > title_->index && lines_[i]->folded == lines_[title_->index]->folded) {
        drop(i, why::site_header);
      } else if (title_ && i > title_->index) {
        const bool by_a_stamp =
            !in(i - 1) || (i + 1 < lines_.size() && read_stamp(*lines_[i + 1], words_).found());
        take_signature(i, by_a_stamp);
      }
    }
    drop_stamps_below();
  }

  size_t stamps_above() const {
    size_t count = 0;
    for (size_t i = 0; i < first_body_; ++i) count += in(i) && read_stamp(*lines_[i], words_).found();
    return count;
  }

  // One or two stamps below the head are the page's; many are a chronology, and the article's own.
  void drop_stamps_below() {
    constexpr size_t most_stamps = 3;
    std::vector<size_t> stamps;
    for (size_t i = first_body_; i < lines_.size(); ++i)
      if (in(i) && !is_title(i) && !is_prose(*lines_[i]) && read_stamp(*lines_[i], words_).found())
        stamps.push_back(i);
    if (stamps.size() > most_stamps) return;
    for (const size_t i : stamps) take_stamp(i, false);
  }

  // A name, a motto, a section above a headline that is certain; the body does not take its words up.
  bool is_header(size_t i) const {
    const Line& line = *lines_[i];
    if (is_prose(line) || line.words.size() > 40) return false;
    if (shouts(line) && !shouts(*lines_[title_->index])) return true;
    return article_.shared(line, false) < 0.5;
  }

  bool take_stamp(size_t i, bool head) {
    const Line& line = *lines_[i];
    if (line.long_prose || line.text.ends_with("–") || line.text.ends_with("—") || line.text.ends_with("-"))
      return false;  // «16 avril 2017 . –»: a dateline
    const Stamp stamp = read_stamp(line, words_);
    if (!stamp.found()) return false;
    // Below the head a bare date is a heading of the article's own: «12 mars 2024» in a chronology.
    if (!head && (!stamp.signed_ && stamp.date && line.words.size() <= 5)) return false;
    keep(stamp);
    drop(i, stamp.dated ? why::published : why::byline);
    return true;
  }

  void keep(const Stamp& stamp) {
    if (stamp.date && stamp.updated_only && !layout_.updated) layout_.updated = stamp.date;
    if (stamp.date && !stamp.updated_only && !layout_.published) layout_.published = stamp.date;
    for (const std::string& author : stamp.authors)
      if (std::find(layout_.authors.begin(), layout_.authors.end(), author) == layout_.authors.end())
        layout_.authors.push_back(author);
  }

  // `placed`: the line stands where a name is sure to be the author's.
  bool take_signature(size_t i, bool placed) {
    const Line& line = *lines_[i];
    const Stamp stamp = read_signature(line, words_);
    const bool in_list = i < first_body_ ? head_names_ > 2 : tail_names_ > 1;
    if (!stamp.found() || (stamp.bare_name && (in_list || !is_author(line, placed)))) return false;
    keep(stamp);
    drop(i, why::byline);
    return true;
  }

  // One name below an article, or two above, sign it; more are a list of people.
  void count_bare_names() {
    head_names_ = tail_names_ = 0;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (!in(i) || is_title(i) || (i >= first_body_ && i <= last_body_)) continue;
      if (read_signature(*lines_[i], words_).bare_name) ++(i < first_body_ ? head_names_ : tail_names_);
    }
  }

  // Somebody whom the article speaks of is no author by that alone: an intertitle may be a name. Nor are the
  // capitals of a menu: «Story Timeline».
  bool is_author(const Line& line, bool placed) const {
    if (shouts(line) || article_.shared(line, false) > 0.6) return false;
    if (words_.first_names.contains(std::string(line.word(0))) || line.text.substr(1, 1) == ".") return true;
    for (size_t k = 0; k < line.words.size(); ++k)
      if (line.words[k].capital && words_.site_word(line.word(k)) != 0) return false;
    return placed && article_.shared(line, false) == 0;
  }

  // From the end upwards, until a line that looks like the article's.
  void drop_tail() {
    for (size_t i = lines_.size(); i-- > 0;) {
      if (!in(i)) continue;
      if (is_title(i) || i <= first_body_) break;
      const std::string_view reason = tail_reason(i);
      if (!reason.empty()) {
        drop(i, reason);
      } else if (!take_signature(i, follows_body(i)) && (is_prose(*lines_[i]) || i < last_body_)) {
        break;
      }
    }
    drop_columns();
  }

  bool follows_body(size_t i) const { return i > last_body_ && in(i - 1) && lines_[i - 1]->ends_sentence; }

  std::string_view tail_reason(size_t i) const {
    const Line& line = *lines_[i];
    const Plea plea = plea_of(line, words_);
    const bool pleads = plea.score >= likely_plea && (plea.addresses || plea.score >= sure_plea);
    if (pleads && (!is_prose(line) || plea.score >= sure_plea || is_off_topic(i))) return plea.why;
    if (is_prose(line)) return legal_only(line, plea);
    const std::string_view reason = clutter_reason(line, words_, true);
    if (!reason.empty()) return reason;
    return plea.score >= likely_plea ? plea.why : std::string_view{};
  }

  static std::string_view legal_only(const Line& line, const Plea& plea) {
    return plea.why == why::legal && plea.score >= likely_plea && line.words.size() <= 80
               ? plea.why
               : std::string_view{};
  }

  // Menus written downwards: three or more very short lines in a row below the article.
  void drop_columns() {
    for (size_t i = last_body_ + 1; i < lines_.size();) {
      size_t end = i;
      while (end < lines_.size() && (!in(end) || is_cell(*lines_[end]))) ++end;
      size_t cells = 0, tools = 0;
      for (size_t k = i; k < end; ++k) {
        cells += in(k);
        tools += in(k) && names_a_tool(*lines_[k]);
      }
      const bool menu = (cells >= 3 && tools >= 2 && tools * 6 >= cells) || (cells >= 20 && tools >= 2);
      for (size_t k = i; menu && k < end; ++k)
        if (in(k)) drop(k, why::menu);
      i = std::max(end, i + 1);
    }
  }
  bool names_a_tool(const Line& line) const {
    return (words_.site_word(line.word(0)) & (menu_word | share_word)) != 0;
  }
  static bool is_cell(const Line& line) {
    if (line.words.empty() || line.words.size() > 4 || line.ends_sentence) return false;
    const bool figures =
        std::any_of(line.words.begin(), line.words.end(), [](const LineWord& word) { return word.digits; });
    return !figures && line.text.find(':') == std::string::npos;
  }

  // Below «Commentaires (3)», what readers wrote; the links below «À lire aussi».
  void drop_links() {
    for (size_t i = last_body_ + 1; i < lines_.size(); ++i) {
      if (lines_[i]->why != why::comments || !is_heading(i)) continue;
      const bool article_is_above = prose_words(0, i) >= 4 * prose_words(i, lines_.size());
      for (size_t k = i + 1; k < lines_.size(); ++k)
        if (in(k) && (article_is_above || !is_prose(*lines_[k]))) drop(k, why::comments);
    }
    for (size_t i = first_body_ + 1; i < lines_.size(); ++i)
      if (lines_[i]->why == why::related && is_heading(i)) drop_links_below(i);
  }
  size_t prose_words(size_t begin, size_t end) const {
    size_t words = 0;
    for (size_t k = begin; k < end; ++k)
      if (in(k) && is_prose(*lines_[k])) words += lines_[k]->long_prose ? 500 : lines_[k]->words.size();
    return words;
  }
  bool is_heading(size_t i) const {
    return lines_[i]->words.size() <= 5 && lines_[i]->text.find(": ") == std::string::npos;
  }
  void drop_links_below(size_t heading) {
    constexpr size_t most_links = 6;
    size_t links = 0;
    const bool tail = prose_words(heading, lines_.size()) == 0;
    for (size_t k = heading + 1; k < lines_.size(); ++k) {
      if (!in(k)) {
        if (!tail || lines_[k]->why == why::comments) return;
        continue;
      }
      const Line& line = *lines_[k];
      const bool asks = line.text.ends_with("?") || line.text.ends_with("!");
      if (is_prose(line) || (line.ends_sentence && !asks)) return;
      // In the midst of an article the links stand together; a line apart from them may be an intertitle.
      if (!tail && (links >= most_links || line.words.size() < 3 || (line.blank_before && links > 0))) return;
      drop(k, why::related);
      if (!tail && line.blank_before) return;
      ++links;
    }
  }

  // Pleas of several paragraphs: a line between two of them, or behind their opening, that has nothing to do
  // with the article.
  void drop_between_pleas() {
    bool opened = false;
    for (size_t i = first_body_ + 1; i < lines_.size(); ++i) {
      if (!in(i)) {
        opened |= is_plea(lines_[i]->why) && plea_of(*lines_[i], words_).opens;
        continue;
      }
      const bool after = is_plea(lines_[i - 1]->why);
      const bool before = i + 1 < lines_.size() && is_plea(lines_[i + 1]->why);
      const bool weak = !is_prose(*lines_[i]) || is_off_topic(i);
      if (after && weak && (before || (opened && i > last_body_))) drop(i, why::donation);
    }
  }
  std::vector<Line*> lines_;
  const Words& words_;
  std::string_view given_title_;
  Layout& layout_;
  std::optional<TitleChoice> title_;
  Vocabulary article_;
  std::unordered_set<const Line*> learnt_;
  size_t first_body_ = 0, last_body_ = 0;
  size_t head_names_ = 0, tail_names_ = 0;
  bool dropped_ = false;
};

std::vector<Line*> still_in(std::vector<Line>& lines) {
  std::vector<Line*> out;
  for (Line& line : lines)
    if (!line.out()) out.push_back(&line);
  return out;
}

}  // namespace

Layout lay_out(std::vector<Line>& lines, const Words& words, std::string_view given_title) {
  Layout layout;
  for (size_t round = 0; round < most_rounds; ++round) {
    std::vector<Line*> in = still_in(lines);
    if (in.empty()) {
      // A page of nothing but clutter: no reason to believe the rules.
      for (Line& line : lines) line.why = {};
      return {};
    }
    // From the second round on, lines stand as in the clean text: each a paragraph of its own.
    for (Line* line : in) line->blank_before |= round > 0;
    Round look(in, words, given_title, layout);
    if (look.run()) continue;
    if (look.title()) layout.title = static_cast<size_t>(in[look.title()->index] - lines.data());
    const size_t last = std::min(look.first_body() + 2, in.size() - 1);
    for (size_t i = 0; i <= last && !layout.published; ++i)
      if (!look.title() || look.title()->index != i) layout.published = dateline_date(*in[i]);
    break;
  }
  return layout;
}

}  // namespace recoupe::clean
