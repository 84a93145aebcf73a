#include "clean/clean.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "clean/dates.hpp"
#include "clean/html/article.hpp"
#include "clean/layout.hpp"
#include "clean/lines.hpp"
#include "clean/outlet.hpp"

namespace recoupe::clean {
namespace {

// Copies stretches of the page into the document's text, keeping the way back.
class TextWriter {
 public:
  TextWriter(Document& document, std::string_view page) : document_(document), page_(page) {}

  // A run of blanks is one blank, the first of them.
  void copy(Span span) {
    uint32_t begin = span.begin;
    bool blank = false;
    for (uint32_t i = span.begin; i < span.end;) {
      const utf8::Decoded d = utf8::decode(page_, i);
      const bool is_blank = utf8::is_space(d.code_point);
      if (is_blank && blank) {
        put(begin, i);
        begin = i + d.size;
      }
      blank = is_blank;
      i += d.size;
    }
    put(begin, span.end);
  }
  void add(std::string_view between) { document_.text += between; }
  uint32_t size() const { return static_cast<uint32_t>(document_.text.size()); }

 private:
  void put(uint32_t begin, uint32_t end) {
    if (begin >= end) return;
    document_.cleaning.add(size(), begin, end - begin);
    document_.text += slice(page_, {begin, end});
  }
  Document& document_;
  std::string_view page_;
};

void write_text(Document& document, std::string_view page, const std::vector<Line>& lines,
                const Layout& layout) {
  TextWriter writer(document, page);
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.out()) {
      document.removed.push_back({line.span(), std::string(line.why)});
      continue;
    }
    if (writer.size() > 0) writer.add("\n\n");
    const uint32_t begin = writer.size();
    for (size_t k = 0; k < line.pieces.size(); ++k) {
      if (k > 0) writer.add(" ");
      writer.copy(line.pieces[k]);
    }
    if (layout.title == i) document.title_span = {begin, writer.size()};
  }
}

// Which language's order of day and month to expect: nothing finer is needed here.
bool is_english(const GivenMetadata& given, const std::vector<Line>& lines) {
  if (given.language.starts_with("en")) return true;
  size_t english = 0, french = 0;
  for (const Line& line : lines)
    for (size_t i = 0; i < line.words.size(); ++i) {
      const std::string_view word = line.word(i);
      english += word == "the" || word == "of" || word == "and";
      french += word == "le" || word == "la" || word == "les" || word == "des" || word == "et";
    }
  return english > french;
}

PublicationDate written(const WrittenDate& date, std::string_view page, bool english) {
  const DateBounds bounds = date.unsure
                                ? read_date(slice(page, date.span), english)
                                : DateBounds{date.value, date.value.substr(0, 10), date.value.substr(0, 10)};
  return PublicationDate{bounds.value, DateBasis::text, bounds.from, bounds.to, date.span};
}

// Metadata first, then what the page says, then its address; a full date before mere bounds.
std::optional<PublicationDate> publication_date(const GivenMetadata& given, std::string_view text,
                                                const std::vector<Line>& lines, const Layout& layout) {
  const bool english = is_english(given, lines);
  const auto from = [](const DateBounds& date, DateBasis basis) {
    return PublicationDate{date.value, basis, date.from, date.to, {}};
  };
  std::vector<PublicationDate> known = {from(read_date(given.published, english), DateBasis::metadata)};
  if (layout.published) known.push_back(written(*layout.published, text, english));
  if (!layout.published && layout.updated) known.push_back(written(*layout.updated, text, english));
  known.push_back(from(date_of_url(given.url), DateBasis::url));
  for (const PublicationDate& date : known)
    if (!date.value.empty()) return date;
  for (const PublicationDate& date : known)
    if (!date.from.empty()) return date;
  return std::nullopt;
}

void take_web_metadata(Document& document, const WebMetadata& page) {
  GivenMetadata& given = document.given;
  const auto fill = [](std::string& into, const std::string& from) {
    if (into.empty()) into = from;
  };
  fill(given.title, page.said.title);
  fill(given.url, page.said.url);
  fill(given.published, page.said.published);
  fill(given.outlet, page.said.outlet);
  fill(given.language, page.said.language);
  if (given.authors.empty()) given.authors = page.said.authors;
  document.subtitle = page.subtitle;
  document.section = page.section;
  document.updated = read_date(page.updated, page.said.language.starts_with("en")).value;
}

// What the lines of a text give: its paragraphs, title, date and authors.
void read_lines(Document& document, std::string_view text, const Words& words) {
  const GivenMetadata& given = document.given;
  std::vector<Line> lines = split_lines(text);
  const Layout layout = lay_out(lines, words, given.title);
  write_text(document, text, lines, layout);
  document.title = given.title.empty() ? std::string(document.words(document.title_span)) : given.title;
  document.authors = given.authors.empty() ? layout.authors : given.authors;
  document.published = publication_date(given, text, lines, layout);
  document.outlet = find_outlet(given, lines, words);
}

// The lines that cleaning left out lie in the article's text: from there to the page, then to the bytes.
void read_web(Document& document, const Page& page, const Words& words) {
  WebArticle article = read_web_page(page.text(), words.hints);
  take_web_metadata(document, article.metadata);
  document.url = document.given.url;
  document.diagnostics = std::move(article.diagnostics);
  read_lines(document, article.text, words);
  for (Removed& removed : document.removed)
    removed.source = page.decoding.to_source(article.to_page.to_source(removed.source));
  for (const Skipped& skipped : article.left_out)
    document.removed.push_back({page.decoding.to_source(skipped.page), std::string(skipped.why)});
  std::sort(document.removed.begin(), document.removed.end(),
            [](const Removed& a, const Removed& b) { return a.source < b.source; });
  document.cleaning = compose(document.cleaning, article.to_page);
  if (document.published) document.published->span = article.to_page.to_source(document.published->span);
  document.given = page.given;
}

}  // namespace

Document clean(const Page& page, const Words& words) {
  Document document;
  document.id = sha256_hex16(page.bytes);
  document.source_name = page.source_name;
  document.media_type = page.media_type;
  document.charset = page.charset;
  document.given = page.given;
  document.url = page.given.url;
  document.decoding = page.decoding;
  if (page.media_type == MediaType::html) {
    read_web(document, page, words);
    return document;
  }
  read_lines(document, page.text(), words);
  for (Removed& removed : document.removed) removed.source = page.decoding.to_source(removed.source);
  return document;
}

}  // namespace recoupe::clean
