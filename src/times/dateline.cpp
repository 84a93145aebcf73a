#include "times/dateline.hpp"

#include "times/fields.hpp"

namespace recoupe::times {
namespace {

// A dateline stands this near to the top.
constexpr uint32_t top = 700;

struct Opening {
  Point point;
  Span span;
};

// The first full date that begins a line near the top of the text. A line in which more words stand before
// the date («Page actualisée : 23 mars 2016») does not say when the article was written.
std::optional<Opening> opening_date(const std::vector<Piece>& pieces, const std::vector<Match>& matches) {
  for (const Match& match : matches) {
    const Piece& first = pieces[match.begin];
    if (first.span.begin > top) break;
    if (!first.line || match.rule->operation != Operation::calendar) continue;
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
  const std::optional<Opening> opening = opening_date(pieces, matches);
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

}  // namespace recoupe::times
