#include "intake/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.hpp"
#include "intake/charset.hpp"
#include "intake/json.hpp"

namespace recoupe::intake {
namespace {

constexpr std::array text_columns = {"text", "maintext", "story_text", "html", "content", "body"};
constexpr std::array other_columns = {
    "title",          "url",       "date",          "published",  "publish_date",
    "date_publish",   "author",    "authors",       "outlet",     "source",
    "media_name",     "media_url", "source_domain", "language",   "published_at",
    "date_published", "id",        "indexed_date",  "publishedAt"};

template <size_t N>
bool among(std::string_view name, const std::array<const char*, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Separators that can be meant; the one that the header has most of is.
char separator_of(std::string_view header) {
  char best = ',';
  for (const char c : {';', '\t'})
    if (std::count(header.begin(), header.end(), c) > std::count(header.begin(), header.end(), best))
      best = c;
  return best;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

enum class Got { row, end, too_long, open };

// One row's cells; a quoted cell may run over several lines.
Got read_row(ByteReader& bytes, char separator, size_t limit, std::vector<std::string>& cells) {
  cells.assign(1, {});
  std::string_view next = bytes.ahead(1);
  if (next.empty()) return Got::end;
  size_t size = 0;
  bool quoted = false, fresh = true;
  for (; !next.empty(); next = bytes.ahead(1)) {
    const char c = next.front();
    bytes.skip(1);
    const bool keep = ++size <= limit;
    if (quoted) {
      if (c == '"' && bytes.ahead(1) == "\"") {
        bytes.skip(1);
      } else if (c == '"') {
        quoted = false;
        continue;
      }
      if (keep) cells.back() += c;
    } else if (c == '"' && fresh) {
      quoted = true;
      fresh = false;
    } else if (c == separator) {
      if (keep) cells.emplace_back();
      fresh = true;
    } else if (c == '\n') {
      break;
    } else if (c != '\r' || bytes.ahead(1) != "\n") {
      if (keep) cells.back() += c;
      fresh = false;
    }
  }
  if (quoted) return Got::open;
  return size > limit ? Got::too_long : Got::row;
}

// The row as the JSON record that it stands for.
std::string record_of(const std::vector<std::string>& columns, const std::vector<std::string>& cells) {
  Json record = Json::object();
  for (size_t i = 0; i < columns.size() && i < cells.size(); ++i)
    if (!columns[i].empty() && !cells[i].empty() && !record.contains(columns[i]))
      record[columns[i]] = cells[i];
  return record.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// A cell may be in the encoding of an old spreadsheet.
bool to_utf8(std::string& cell) {
  if (utf8::valid(cell)) return true;
  Page page;
  page.bytes = cell;
  if (!decode(page).ok()) return false;
  cell = page.text();
  return true;
}

}  // namespace

bool looks_like_csv(std::string_view head) {
  const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  constexpr size_t longest_header = 4096;
  if (line.size() > longest_header || line.size() == head.size()) return false;
  const std::unique_ptr<ByteReader> bytes = ByteReader::over(std::string(line));
  std::vector<std::string> names;
  if (read_row(*bytes, separator_of(line), longest_header, names) != Got::row || names.size() < 2)
    return false;
  size_t known = 0;
  bool useful = false;
  for (const std::string& name : names) {
    const std::string lowered = lower_ascii(name);
    const bool text = among(lowered, text_columns);
    known += text || among(lowered, other_columns);
    useful = useful || text || lowered == "url";
  }
  return useful && known >= 2;
}

bool read_csv(const RecordStream& stream, const Take& take) {
  if (stream.bytes.ahead(3) == "\xEF\xBB\xBF") stream.bytes.skip(3);
  const std::string_view head = stream.bytes.ahead(size_t{64} << 10);
  const char separator = separator_of(head.substr(0, head.find('\n')));
  const size_t limit = stream.options.max_article_bytes;
  std::vector<std::string> columns, cells;
  read_row(stream.bytes, separator, limit, columns);
  for (std::string& column : columns) column = lower_ascii(column);
  if (std::none_of(columns.begin(), columns.end(),
                   [](const std::string& column) { return among(column, text_columns); }))
    return take(Error{stream.path,
                      "is a table of addresses without the articles' text (Media Cloud exports such lists): "
                      "'recoupe fetch' gets the pages"});
  for (uint64_t number = 1;; ++number) {
    if (stream.only != nullptr && (stream.only->empty() || number > *stream.only->rbegin())) return true;
    const Got got = read_row(stream.bytes, separator, limit, cells);
    if (got == Got::end) return number > 1 || take(Error{stream.path, "is a table without rows"});
    if (stream.bytes.failure() && stream.bytes.at_end()) return true;  // a cut-off gzip's last row is no row
    if (stream.only != nullptr && !stream.only->contains(number)) continue;
    if (cells.size() == 1 && cells[0].empty()) continue;
    const std::string name = fmt::format("{}!{}", stream.path, number);
    bool more = true;
    if (got == Got::open) {
      more = take(Error{name, "has a quotation mark that is never closed; the rest is not read"});
    } else if (got == Got::too_long) {
      more = take(Error{name, fmt::format("is longer than {} bytes, the most for one article", limit)});
    } else if (!std::all_of(cells.begin(), cells.end(), to_utf8)) {
      more = take(Error{name, "is not text that can be read"});
    } else {
      more = take(record_page(record_of(columns, cells), name));
    }
    if (!more) return false;
  }
}

}  // namespace recoupe::intake
