#include "times/dateline.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "times/fields.hpp"

namespace recoupe::times {
namespace {

// A dateline stands this near to the top.
constexpr uint32_t top = 700;

struct Opening {
  Point point;
  Span span;
};

// «LYON, 26 oct 2016 (AFP) -»: nothing but a town in capitals and brackets stands before the date.
bool only_a_town(std::string_view before) {
  constexpr size_t longest = 60;
  if (before.size() > longest) return false;
  int depth = 0;
  bool town = false;
  for (size_t at = 0; at < before.size();) {
    const utf8::Decoded d = utf8::decode(before, at);
    at += d.size;
    if (d.code_point == U'(') ++depth;
    if (d.code_point == U')') --depth;
    if (depth > 0 || !utf8::is_letter(d.code_point)) continue;
    if (!utf8::is_upper(d.code_point)) return false;
    town = true;
  }
  return town;
}

// The first full date that begins a line near the top of the text. A line in which more words stand before
// the date («Page actualisée : 23 mars 2016») does not say when the article was written.
std::optional<Opening> opening_date(std::string_view text, const std::vector<Piece>& pieces,
                                    const std::vector<Match>& matches) {
  for (const Match& match : matches) {
    const Piece& first = pieces[match.begin];
    if (first.span.begin > top) break;
    if (match.rule->operation != Operation::calendar) continue;
    if (!first.line) {
      uint32_t line = match.begin;
      while (line > 0 && !pieces[line].line) --line;
      if (!only_a_town(text.substr(pieces[line].span.begin, first.span.begin - pieces[line].span.begin)))
        continue;
    }
    const Fields fields = read_fields(match.captures);
    if (fields.day == 0 || fields.month == 0 || fields.year == 0) continue;
    const auto day = make_day(fields.year, fields.month, fields.day);
    if (day) return Opening{day_point(*day), {first.span.begin, pieces[match.end - 1].span.end}};
  }
  return std::nullopt;
}

std::optional<Point> published_day(const Document& document) {
  if (!document.published) return std::nullopt;
  if (auto day = parse_date(document.published->value)) return day;
  if (document.published->from == document.published->to) return parse_date(document.published->from);
  return std::nullopt;
}

}  // namespace

std::optional<Point> article_day(Document& document, const std::vector<Piece>& pieces,
                                 const std::vector<Match>& matches) {
  const std::optional<Opening> opening = opening_date(document.text, pieces, matches);
  const std::optional<Point> published = published_day(document);
  if (published) {
    const bool updated =
        opening && opening->point.day < published->day && (published->day - opening->point.day).count() <= 7;
    return updated ? opening->point : published;
  }
  if (!opening) return std::nullopt;
  if (!document.published) {
    const std::string value = print(opening->point);
    document.published =
        PublicationDate{value, DateBasis::text, value, value, document.cleaning.to_source(opening->span)};
  }
  return opening->point;
}

std::optional<int> article_year(Document& document, const std::vector<Match>& matches) {
  int first = 0, last = 0;
  if (document.published) {
    const auto from = parse_date(document.published->from), to = parse_date(document.published->to);
    if (from) first = year_of(from->day);
    if (to) last = year_of(to->day);
    if (first != 0 && first == last) return first;
  }
  std::vector<Fields> weekdays;
  int named = 0;
  for (const Match& match : matches) {
    if (match.rule->operation != Operation::calendar) continue;
    const Fields fields = read_fields(match.captures);
    if (fields.year >= 1990 && fields.feast == 0) named = std::max(named, fields.year);
    if (fields.weekday != 0 && fields.day != 0 && fields.month != 0 && fields.year == 0 && fields.step == 0)
      weekdays.push_back(fields);
  }
  if (weekdays.empty()) return std::nullopt;
  if (first == 0) first = last != 0 ? last - 1 : named;
  if (last == 0) last = first + 1;
  if (first == 0) return std::nullopt;
  std::optional<int> year;
  for (int candidate = first; candidate <= last; ++candidate) {
    const bool fits = std::all_of(weekdays.begin(), weekdays.end(), [&](const Fields& fields) {
      const auto day = make_day(candidate, fields.month, fields.day);
      return day && weekday_of(*day) == fields.weekday;
    });
    if (!fits) continue;
    if (year) return std::nullopt;
    year = candidate;
  }
  if (!year) return std::nullopt;
  if (!document.published) {
    Day latest{};
    for (const Fields& fields : weekdays)
      latest = std::max(latest, *make_day(*year, fields.month, fields.day));
    document.published = PublicationDate{"", DateBasis::text, print(day_point(latest)), "", {}};
  }
  return year;
}

}  // namespace recoupe::times
