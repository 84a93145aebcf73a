#include "intake/records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "intake/charset.hpp"
#include "intake/json.hpp"
#include "intake/page_of.hpp"
#include "intake/sniff.hpp"

namespace recoupe::intake {
namespace {

// Ours first; then those of news-please (maintext, date_publish, source_domain) and of Media Cloud
// (story_text, publish_date, media_name). A field is HTML if it is so called, or looks it.
constexpr std::array body_fields = {"text", "maintext", "story_text", "html", "content", "body"};
constexpr std::array date_fields = {"date",         "published",      "published_at", "publish_date",
                                    "date_publish", "date_published", "publishedAt"};
constexpr std::array outlet_fields = {"outlet", "source", "media_name", "source_domain", "media_url"};
constexpr std::array author_fields = {"authors", "author"};
constexpr std::array captured_fields = {"date_download", "indexed_date"};

// Takes the first of the fields that holds something out of the record.
template <size_t N>
std::string take_first(Json& record, const std::array<const char*, N>& fields) {
  for (const char* field : fields) {
    const auto found = record.find(field);
    if (found == record.end()) continue;
    std::string value = plain(*found);
    // news-please writes Python's None as a word.
    if (value.empty() || value == "None") continue;
    record.erase(found);
    return value;
  }
  return {};
}

std::vector<std::string> take_authors(Json& record) {
  for (const char* field : author_fields) {
    const auto found = record.find(field);
    if (found == record.end()) continue;
    std::vector<std::string> authors = plain_names(*found);
    if (authors.empty()) continue;
    record.erase(found);
    return authors;
  }
  return {};
}

GivenMetadata take_metadata(Json& record) {
  GivenMetadata given;
  given.title = take_first(record, std::array{"title"});
  given.url = take_first(record, std::array{"url"});
  given.published = take_first(record, date_fields);
  given.outlet = take_first(record, outlet_fields);
  given.language = take_first(record, std::array{"language"});
  given.authors = take_authors(record);
  given.captured = take_first(record, captured_fields);
  for (const auto& [key, value] : record.items()) given.extra.emplace_back(key, value.dump());
  return given;
}

// The body field, of which the first that holds something wins; the others stay in the record.
Outcome take_body(Json& record, Page& page) {
  for (const char* field : body_fields) {
    const auto found = record.find(field);
    if (found == record.end() || found->is_null()) continue;
    if (!found->is_string()) return Error{{}, fmt::format("its field \"{}\" is not a string", field)};
    if (found->get_ref<const std::string&>().empty()) continue;
    page.bytes = found->get<std::string>();
    record.erase(found);
    const std::string_view called = field;
    const bool html = called == "html" || (called != "text" && looks_like_html(page.bytes));
    page.media_type = html ? MediaType::html : MediaType::plain_text;
    return Done{};
  }
  const bool any = std::any_of(body_fields.begin(), body_fields.end(),
                               [&](const char* field) { return record.contains(field); });
  if (!any && record.contains("url") && (record.contains("publish_date") || record.contains("date_publish")))
    return Error{{}, "is a list entry without the article's text; get the page with 'recoupe fetch'"};
  return Error{{}, any ? "is empty" : "has no field \"text\", \"html\" or \"content\""};
}

// JSON that is not UTF-8 is against its standard and common all the same.
Result<Page> page_of_any_charset(std::string json, const std::string& name) {
  if (utf8::valid(json)) return record_page(json, name);
  Page line;
  line.bytes = std::move(json);
  if (const Outcome decoded = decode(line); !decoded.ok()) return Error{name, decoded.error().what};
  return record_page(line.text(), name);
}

std::string too_long(const Options& options) {
  return fmt::format("is longer than {} bytes, the most for one article", options.max_article_bytes);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

bool skipped(const RecordStream& stream, uint64_t number) {
  return stream.only != nullptr && !stream.only->contains(number);
}

bool past_last(const RecordStream& stream, uint64_t number) {
  return stream.only != nullptr && (stream.only->empty() || number > *stream.only->rbegin());
}

// The next object, brackets and all; `into` is empty where none follows.
enum class Cut { object, end, too_long, broken };

Cut cut_object(ByteReader& bytes, std::string& into, size_t limit) {
  into.clear();
  for (;;) {
    const std::string_view next = bytes.ahead(1);
    if (next.empty()) return Cut::end;
    const char c = next.front();
    if (c == '{') break;
    if (c != '[' && c != ']' && c != ',' && !is_blank(next)) return Cut::broken;
    bytes.skip(1);
  }
  size_t depth = 0, size = 0;
  bool in_string = false, escaped = false;
  for (;;) {
    const std::string_view next = bytes.ahead(1);
    if (next.empty()) return Cut::broken;
    const char c = next.front();
    bytes.skip(1);
    if (++size <= limit) into += c;
    if (in_string) {
      in_string = escaped || c != '"';
      escaped = !escaped && c == '\\';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return size > limit ? Cut::too_long : Cut::object;
    }
  }
}

}  // namespace

Result<Page> record_page(const std::string& json, const std::string& name) {
  Result<Json> parsed = parse_json(json);
  if (!parsed.ok()) return Error{name, parsed.error().what};
  Json& record = parsed.value();
  if (!record.is_object()) return Error{name, "is not a JSON object"};
  Page page;
  page.source_name = name;
  if (const Outcome body = take_body(record, page); !body.ok()) return Error{name, body.error().what};
  page.given = take_metadata(record);
  return page_of(std::move(page), "UTF-8");
}

bool read_json_lines(const RecordStream& stream, const Take& take) {
  std::string line;
  if (stream.bytes.ahead(3) == "\xEF\xBB\xBF") stream.bytes.skip(3);
  for (uint64_t number = 1; !past_last(stream, number); ++number) {
    const ByteReader::Got got = stream.bytes.line(line, stream.options.max_article_bytes);
    if (got == ByteReader::Got::end) break;
    // What a cut-off gzip leaves of its last line is no record; the reader's failure tells of it.
    if (stream.bytes.failure() && stream.bytes.at_end()) break;
    if (skipped(stream, number)) continue;
    const std::string name = fmt::format("{}!{}", stream.path, number);
    if (got == ByteReader::Got::too_long) {
      if (!take(Error{name, too_long(stream.options)})) return false;
    } else if (!is_blank(line)) {
      if (!take(page_of_any_charset(std::move(line), name))) return false;
    }
  }
  return true;
}

bool read_json_values(const RecordStream& stream, const Take& take) {
  std::string json;
  if (stream.bytes.ahead(3) == "\xEF\xBB\xBF") stream.bytes.skip(3);
  for (uint64_t number = 1; !past_last(stream, number); ++number) {
    const Cut cut = cut_object(stream.bytes, json, stream.options.max_article_bytes);
    const std::string name = fmt::format("{}!{}", stream.path, number);
    if (cut == Cut::end) return number > 1 || take(Error{stream.path, "is empty: no record in its JSON"});
    if (cut == Cut::broken) {
      if (stream.bytes.failure()) return true;
      return take(Error{name, "is not valid JSON: no object begins and ends here; the rest is not read"});
    }
    if (skipped(stream, number)) continue;
    if (cut == Cut::too_long) {
      if (!take(Error{name, too_long(stream.options)})) return false;
    } else if (!take(page_of_any_charset(std::move(json), name))) {
      return false;
    }
  }
  return true;
}

}  // namespace recoupe::intake
