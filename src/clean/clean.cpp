#include "clean/clean.hpp"

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "clean/dates.hpp"
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
      document.removed.push_back({document.decoding.to_source(line.span()), std::string(line.why)});
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

std::optional<PublicationDate> exact(const std::optional<WrittenDate>& date) {
  if (!date) return std::nullopt;
  const std::string day = date->value.substr(0, 10);
  return PublicationDate{date->value, DateBasis::text, day, day, date->span};
}

// Metadata first, then what the page says, then its address; a full date before mere bounds.
std::optional<PublicationDate> publication_date(const GivenMetadata& given, const Layout& layout) {
  const DateBounds metadata = read_date(given.published), url = date_of_url(given.url);
  if (!metadata.value.empty())
    return PublicationDate{metadata.value, DateBasis::metadata, metadata.from, metadata.to, {}};
  if (layout.published) return exact(layout.published);
  if (layout.updated) return exact(layout.updated);
  if (!url.value.empty()) return PublicationDate{url.value, DateBasis::url, url.from, url.to, {}};
  if (!metadata.from.empty()) return PublicationDate{{}, DateBasis::metadata, metadata.from, metadata.to, {}};
  if (!url.from.empty()) return PublicationDate{{}, DateBasis::url, url.from, url.to, {}};
  return std::nullopt;
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
  std::vector<Line> lines = split_lines(page.text());
  const Layout layout = lay_out(lines, words, page.given.title);
  write_text(document, page.text(), lines, layout);
  document.title =
      page.given.title.empty() ? std::string(document.words(document.title_span)) : page.given.title;
  document.authors = page.given.authors.empty() ? layout.authors : page.given.authors;
  document.published = publication_date(page.given, layout);
  document.outlet = find_outlet(page.given, lines, words);
  return document;
}

}  // namespace recoupe::clean
