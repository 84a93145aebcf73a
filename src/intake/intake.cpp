#include "intake/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "intake/bytes.hpp"
#include "intake/charset.hpp"
#include "intake/csv.hpp"
#include "intake/feed.hpp"
#include "intake/inputs.hpp"
#include "intake/packages.hpp"
#include "intake/pdf.hpp"
#include "intake/place.hpp"
#include "intake/records.hpp"
#include "intake/sniff.hpp"
#include "intake/warc.hpp"

namespace recoupe::intake {
namespace {

constexpr size_t sniffed_bytes = size_t{64} << 10;

Result<Page> read_text(ByteReader& bytes, const std::string& path, Kind kind, const Options& options) {
  Page page;
  page.source_name = path;
  if (bytes.rest(page.bytes, options.max_article_bytes) == ByteReader::Got::too_long)
    return Error{path,
                 fmt::format("is longer than {} bytes, the most for one article", options.max_article_bytes)};
  if (bytes.failure()) return Error{path, *bytes.failure()};
  const Outcome decoded = kind == Kind::html ? decode_html(page) : decode(page);
  if (!decoded.ok()) return Error{path, decoded.error().what};
  return page;
}

// Some programs write JSON in UTF-16; it is read whole, so no more than one article's worth of it.
bool read_wide_json(const Page& page, const std::set<uint64_t>* only, const Take& take,
                    const Options& options) {
  const std::unique_ptr<ByteReader> bytes = ByteReader::over(page.text());
  const RecordStream records{*bytes, page.source_name, options, only};
  return sniff(bytes->ahead(sniffed_bytes)).kind == Kind::json_lines ? read_json_lines(records, take)
                                                                     : read_json_values(records, take);
}

// Every page of one file, or of those of its records that are wanted.
bool read_file(const std::string& path, const Wanted* only, const Take& take, const Options& options) {
  Result<std::unique_ptr<ByteReader>> opened = ByteReader::open(path, options);
  if (!opened.ok()) return take(opened.error());
  ByteReader& bytes = *opened.value();
  const std::set<uint64_t> numbers = only == nullptr ? std::set<uint64_t>() : record_numbers(*only);
  const RecordStream records{bytes, path, options, only == nullptr ? nullptr : &numbers};
  const Sniffed sniffed = sniff(bytes.ahead(sniffed_bytes));
  switch (sniffed.kind) {
    case Kind::json_lines:
      if (!read_json_lines(records, take)) return false;
      return !bytes.failure() || take(Error{path, *bytes.failure()});
    case Kind::json_values:
      if (!read_json_values(records, take)) return false;
      return !bytes.failure() || take(Error{path, *bytes.failure()});
    case Kind::warc:
      return read_warc(bytes, path, only, take, options);
    case Kind::csv:
      if (!read_csv(records, take)) return false;
      return !bytes.failure() || take(Error{path, *bytes.failure()});
    case Kind::feed:
      return read_xml_feed(records, take);
    case Kind::json_feed:
      return read_json_feed(records, take);
    case Kind::package:
      return read_package(path, only, take, options);
    case Kind::pdf:
      return take(read_pdf(bytes, path, options));
    case Kind::binary:
      return take(Error{path, fmt::format("is not text: {}", sniffed.what)});
    case Kind::html:
    case Kind::plain_text:
      break;
  }
  Result<Page> page = read_text(bytes, path, sniffed.kind, options);
  if (page.ok() && sniffed.kind != Kind::html && page.value().charset.starts_with("UTF-16")) {
    const Kind kind = sniff(std::string_view(page.value().text()).substr(0, sniffed_bytes)).kind;
    if (kind == Kind::json_lines || kind == Kind::json_values)
      return read_wide_json(page.value(), records.only, take, options);
  }
  return take(std::move(page));
}

// The names wanted of one file, each answered once.
class Questions {
 public:
  void add(const Place& place, const std::string& name) {
    names_.emplace(name, false);
    if (!place.record.empty()) records_.insert(place.record);
  }

  bool read(const std::string& path, const Take& take, const Options& options) {
    std::string file_error = "is not there any more";
    if (path == "-") file_error = "came from standard input, which cannot be read again";
    const auto answer = [&](Result<Page> page) {
      const std::string& name = page.ok() ? page.value().source_name : page.error().where;
      const auto found = names_.find(name);
      if (found == names_.end() || found->second) {
        if (!page.ok() && name == path) file_error = page.error().what;
        return true;
      }
      found->second = true;
      return take(std::move(page));
    };
    const bool whole = names_.contains(path);
    if (path != "-" && !read_file(path, whole ? nullptr : &records_, answer, options)) return false;
    return std::all_of(names_.begin(), names_.end(), [&](const auto& name) {
      return name.second || take(Error{name.first, file_error});
    });
  }

 private:
  std::map<std::string, bool> names_;  // and whether it has its answer
  Wanted records_;
};

}  // namespace

void read(const std::vector<std::string>& inputs, const Take& take, const Options& options) {
  for (const std::string& input : inputs) {
    const bool more = for_each_file(input, [&](Result<std::string> path) {
      if (!path.ok()) return take(path.error());
      return read_file(path.value(), nullptr, take, options);
    });
    if (!more) return;
  }
}

void read_again(const std::vector<std::string>& source_names, const Take& take, const Options& options) {
  std::map<std::string, Questions> files;
  std::vector<std::string> order;
  for (const std::string& name : source_names) {
    const Place place = place_of(name);
    const auto [file, fresh] = files.try_emplace(place.file);
    if (fresh) order.push_back(place.file);
    file->second.add(place, name);
  }
  for (const std::string& path : order)
    if (!files[path].read(path, take, options)) return;
}

}  // namespace recoupe::intake
