#include "verify/checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_set>

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "document/names.hpp"
#include "document/print.hpp"
#include "quantities/quantities.hpp"
#include "verify/known_words.hpp"
#include "verify/page_words.hpp"

namespace recoupe::verify {
namespace {

std::string short_quote(std::string_view words) {
  constexpr size_t longest = 60;
  size_t cut = std::min(words.size(), longest);
  while (cut < words.size() && cut > 0 && !utf8::on_border(words, cut)) --cut;
  return fmt::format("«{}{}»", words.substr(0, cut), cut < words.size() ? "…" : "");
}

bool near(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

// «120 M€», "£100m", "3bn": a letter right behind the digits.
bool abbreviates_scale(std::string_view folded) {
  for (size_t i = 0; i + 1 < folded.size(); ++i) {
    if (folded[i] < '0' || folded[i] > '9') continue;
    const size_t letter = folded[i + 1] == ' ' ? i + 2 : i + 1;
    if (letter >= folded.size() || std::string_view("kmb").find(folded[letter]) == std::string_view::npos)
      continue;
    const bool longer = letter + 1 < folded.size() && folded[letter + 1] >= 'a' &&
                        folded[letter + 1] <= 'z' && folded[letter + 1] != 'n' && folded[letter + 1] != 'd';
    if (!longer) return true;
  }
  return false;
}

// As it stands, on the scale of another number («30 à 50 milliards»), or as a share of it («7 sur 10», «deux
// tiers», to one decimal).
bool is_among(double value, const std::vector<double>& numbers, std::string_view words) {
  const std::string folded = utf8::fold(words);
  // «deux ans et demi», "half an hour": the half stands apart from its number.
  const bool half = folded.find("demi") != std::string::npos || folded.find("half") != std::string::npos;
  if (half && near(value, 0.5)) return true;
  for (const double number : numbers) {
    if (near(number, value) || (half && near(number + 0.5, value))) return true;
    if (abbreviates_scale(folded) &&
        (near(number * 1e3, value) || near(number * 1e6, value) || near(number * 1e9, value)))
      return true;
    for (const double scale : {1e2, 1e3, 1e6, 1e9, 1e12})
      if (near(number * scale, value) &&
          std::any_of(numbers.begin(), numbers.end(), [&](double other) { return other >= scale; }))
        return true;
    for (double whole = 2; whole <= 12; ++whole)
      if (std::abs(number / whole * 100 - value) < 0.051) return true;
    for (const double whole : numbers)
      if (whole > 0 && std::abs(number / whole * 100 - value) < 0.051) return true;
  }
  return false;
}

// Byte offset of each code point, for a text whose spans come in code points.
std::vector<uint32_t> borders(std::string_view text) {
  std::vector<uint32_t> out;
  for (uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) out.push_back(i);
  out.push_back(static_cast<uint32_t>(text.size()));
  return out;
}

std::unordered_set<std::string> folded_words(std::string_view text) {
  std::unordered_set<std::string> out;
  std::string word;
  const std::string folded = utf8::fold(text);
  for (size_t i = 0; i <= folded.size();) {
    const utf8::Decoded d = utf8::decode(folded, i);
    if (d.size > 0 && (utf8::is_letter(d.code_point) || utf8::is_digit(d.code_point))) {
      word += folded.substr(i, d.size);
    } else if (!word.empty()) {
      out.insert(std::exchange(word, {}));
    }
    i += std::max(d.size, 1u);
  }
  return out;
}

class ArticleCheck {
 public:
  ArticleCheck(const report::ArticleRecord& record, const Page& page, const Document& cleaned,
               const Report& report)
      : record_(record),
        page_(page),
        cleaned_(cleaned),
        report_(report),
        borders_(borders(record.text)),
        words_(folded_words(record.text)),
        same_text_(record.text == cleaned.text) {}

  void run() {
    if (record_.id != sha256_hex16(page_.bytes))
      report_("", "the original is not the one that was read: its bytes have another digest than the id");
    if (!same_text_) report_("text", "cleaning the original again gives another text");
    for (const Span removed : record_.removed)
      if (removed.end < removed.begin || removed.end > page_.bytes.size())
        report_("removed", "points outside the original");
    title();
    entities();
    for (const report::ItemRecord& item : record_.items) check(item);
    order();
  }

 private:
  std::optional<std::string_view> at(Span span) const {
    if (span.begin > span.end || span.end >= borders_.size()) return {};
    return slice(record_.text, {borders_[span.begin], borders_[span.end]});
  }

  bool all_words_in_article(std::string_view name) const {
    const std::unordered_set<std::string> words = folded_words(name);
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return words_.contains(word) || metadata_words().contains(word);
    });
  }

  // A name may stand in what cleaning took out (a byline) or in metadata.
  const std::unordered_set<std::string>& metadata_words() const {
    if (metadata_.empty()) {
      metadata_ = folded_words(page_.text());
      for (const std::string& word : folded_words(record_.title)) metadata_.insert(word);
      metadata_.insert("");
    }
    return metadata_;
  }

  void title() const {
    if (!record_.title_source) return;
    if (record_.title_source->begin > record_.title_source->end ||
        record_.title_source->end > page_.bytes.size())
      return report_("title", "title_source points outside the original");
    if (without_blanks(words_at(page_, *record_.title_source, record_.removed)) !=
        without_blanks(record_.title))
      report_("title", fmt::format("the original says {} at title_source",
                                   short_quote(words_at(page_, *record_.title_source, record_.removed))));
  }

  void entities() {
    std::set<std::string> seen;
    for (const report::EntityRecord& entity : record_.entities) {
      const std::string label = "entity " + entity.id;
      if (!seen.insert(entity.id).second) report_(label, "this id is given twice");
      if (!is_known("entity", "kind", entity.kind))
        report_(label, fmt::format("no such kind: {}", entity.kind));
      if (entity.name.empty()) report_(label, "has no name");
      if (!all_words_in_article(entity.name) && !is_by_hand(entity.by_hand, "name"))
        report_(label,
                fmt::format("the article does not have the words of the name {}", short_quote(entity.name)));
      for (const std::string& alias : entity.aliases)
        if (!all_words_in_article(alias))
          report_(label,
                  fmt::format("the article does not have the words of the alias {}", short_quote(alias)));
      ids_.insert(entity.id);
    }
    for (const std::string& id : record_.claim_ids) ids_.insert(id);
  }

  void check(const report::ItemRecord& item) const {
    words(item);
    for (const report::PartRecord& part : item.parts) this->part(item, part);
    for (const report::NamedValue& name : item.names)
      if (!all_words_in_article(name.value) && !is_by_hand(item.by_hand, name.field))
        report_(item.label, fmt::format("{}: the article does not have the words {}", name.field,
                                        short_quote(name.value)));
    for (const report::NamedValue& word : item.enums)
      if (!is_known(item.kind, word.field, word.value))
        report_(item.label, fmt::format("{}: no such word: {}", word.field, short_quote(word.value)));
    for (const report::NamedValue& reference : item.references)
      if (!ids_.contains(reference.value))
        report_(item.label,
                fmt::format("{}: there is no {} in this article", reference.field, reference.value));
    for (const report::NamedValue& time : item.times)
      if (!is_by_hand(item.by_hand, time.field)) this->time(item, time);
    if (item.kind == "figure") numbers(item);
  }

  void words(const report::ItemRecord& item) const {
    const auto here = at(item.span);
    if (!here) return report_(item.label, "its span lies outside the text");
    if (*here != item.text)
      report_(item.label, fmt::format("its text is {}, but text[span] is {}", short_quote(item.text),
                                      short_quote(*here)));
    if (item.source.begin > item.source.end || item.source.end > page_.bytes.size())
      return report_(item.label, "its source lies outside the original");
    const std::string there = words_at(page_, item.source, record_.removed);
    if (without_blanks(there) != without_blanks(item.text))
      report_(item.label, fmt::format("its text is {}, but the original says {}", short_quote(item.text),
                                      short_quote(there)));
    if (same_text_ && cleaned_.source({borders_[item.span.begin], borders_[item.span.end]}) != item.source)
      report_(item.label, "its source is not where its words come from");
  }

  void part(const report::ItemRecord& item, const report::PartRecord& part) const {
    if (part.span) {
      const auto here = at(*part.span);
      if (!here || *here != part.text)
        report_(item.label,
                fmt::format("{}: {} does not stand at its span", part.field, short_quote(part.text)));
    } else if (!part.text.empty() && record_.text.find(part.text) == std::string::npos) {
      report_(item.label,
              fmt::format("{}: {} does not stand in the text", part.field, short_quote(part.text)));
    }
  }

  // What a user wrote is proved by the user's own line (verify.cpp), not by the words.
  static bool is_by_hand(const std::vector<std::string>& fields, std::string_view field) {
    if (field.starts_with("attribution[0]."))
      field = field == "attribution[0].name" ? "speaker" : field.substr(field.find('.') + 1);
    return std::any_of(fields.begin(), fields.end(), [&](const std::string& one) {
      return one == field || (one == "speaker" && field == "role");
    });
  }

  void bound_goes_with_numbers(const report::ItemRecord& item, const std::string& bound) const {
    const bool open_above = bound == "at_least" || bound == "more_than";
    const bool open_below = bound == "at_most" || bound == "less_than";
    if ((open_above && (!item.min || item.max)) || (open_below && (item.min || !item.max)))
      report_(item.label, fmt::format("bound {} does not go with its min and max", bound));
    if (bound == "exact" && item.min != item.max)
      report_(item.label, "is exact, yet min and max are not one number");
  }

  void numbers(const report::ItemRecord& item) const {
    if (item.min && item.max && *item.min > *item.max) report_(item.label, "min is greater than max");
    const std::string bound = [&] {
      for (const report::NamedValue& word : item.enums)
        if (word.field == "bound") return word.value;
      return std::string();
    }();
    // Of what a user fixed, one field may be of another mind than the rest until its line comes, too.
    const bool by_hand = std::any_of(item.by_hand.begin(), item.by_hand.end(), [](const std::string& field) {
      return field == "min" || field == "max" || field == "bound";
    });
    if (!by_hand) bound_goes_with_numbers(item, bound);
    if (bound == "vague") return;  // «des dizaines» has no number in its words
    const std::vector<double> found = quantities::numbers_in(item.text, language_from(item.language));
    if (found.empty())
      return;  // «la moitié», "twice": said without a number; reading again must give the same
    for (const auto& [name, value] : {std::pair{"min", item.min}, std::pair{"max", item.max}}) {
      if (!value || is_by_hand(item.by_hand, name)) continue;
      const bool there = is_among(*value, found, item.text);
      if (!there)
        report_(item.label, fmt::format("{} is {}, which is not in its words {}", name, print_number(*value),
                                        short_quote(item.text)));
    }
  }

  void time(const report::ItemRecord& item, const report::NamedValue& time) const {
    if (!is_timex(time.value))
      return report_(item.label,
                     fmt::format("{}: {} is not a TIMEX3 value", time.field, short_quote(time.value)));
    // A year that the words name is the year of the value.
    if (item.kind != "time" || time.value.size() < 4 || time.value[0] < '0' || time.value[0] > '9') return;
    std::set<std::string> years;
    for (const std::string& word : folded_words(item.text))
      if (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
          std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
        years.insert(word);
    if (!years.empty() && std::none_of(years.begin(), years.end(), [&](const std::string& year) {
          return time.value.find(year) != std::string::npos || time.value.starts_with(year.substr(0, 3)) ||
                 time.value.starts_with(year.substr(0, 2));
        }))
      report_(item.label,
              fmt::format("value {} has another year than its words {}", time.value, short_quote(item.text)));
  }

  // Items of one kind come in the order of the text, so a line that was shuffled is found out.
  void order() const {
    for (size_t i = 1; i < record_.items.size(); ++i)
      if (record_.items[i].kind == record_.items[i - 1].kind && record_.items[i].kind != "movement" &&
          record_.items[i].span.begin < record_.items[i - 1].span.begin)
        report_(record_.items[i].label, "stands before the item that it follows");
  }

  const report::ArticleRecord& record_;
  const Page& page_;
  const Document& cleaned_;
  const Report& report_;
  std::vector<uint32_t> borders_;
  std::unordered_set<std::string> words_;
  mutable std::unordered_set<std::string> metadata_;
  std::set<std::string> ids_;
  bool same_text_;
};

// The way from bytes back to decoded text: the reverse of an alignment, for one position.
uint32_t decoded_position(const Alignment& decoding, uint32_t source) {
  const auto& pieces = decoding.pieces();
  const auto next =
      std::upper_bound(pieces.begin(), pieces.end(), source,
                       [](uint32_t at, const Alignment::Piece& piece) { return at < piece.source; });
  if (next == pieces.begin()) return next == pieces.end() ? 0 : next->text;
  const Alignment::Piece& piece = *(next - 1);
  const uint32_t unit =
      std::min((source - piece.source) / std::max<uint32_t>(piece.source_step, 1), piece.count);
  return piece.text + unit * piece.text_step;
}

}  // namespace

std::string words_at(const Page& page, Span source, const std::vector<Span>& removed) {
  std::vector<Span> gaps;
  for (const Span gap : removed)
    if (gap.overlaps(source) && !gap.contains(source)) gaps.push_back(gap);
  std::sort(gaps.begin(), gaps.end());
  gaps.push_back({source.end, source.end});
  std::string out;
  uint32_t begin = source.begin;
  const auto position = [&](uint32_t at) {
    return page.decoding.is_identity() ? at : decoded_position(page.decoding, at);
  };
  for (const Span gap : gaps) {
    if (gap.begin > begin) {
      const std::string_view words =
          slice(page.text(), {position(begin), position(std::min(gap.begin, source.end))});
      out += page.media_type == MediaType::html ? words_of_html(words) : std::string(words);
    }
    begin = std::max(begin, gap.end);
  }
  return out;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    const bool invisible = d.code_point == 0xAD || (d.code_point >= 0x200B && d.code_point <= 0x200F) ||
                           (d.code_point < 0x20 && d.code_point != 0);
    if (!utf8::is_space(d.code_point) && !invisible) utf8::append(out, d.code_point);
    i += std::max(d.size, 1u);
  }
  return out;
}

void check_article(const report::ArticleRecord& record, const Page& page, const Document& cleaned,
                   const Report& report) {
  ArticleCheck(record, page, cleaned, report).run();
}

}  // namespace recoupe::verify
