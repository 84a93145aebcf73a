#include "intake/packages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "intake/docx.hpp"
#include "intake/warc.hpp"
#include "intake/zip.hpp"

namespace recoupe::intake {
namespace {

bool is_archive(const std::string& name) {
  return name.starts_with("archive/") && (name.ends_with(".warc.gz") || name.ends_with(".warc"));
}

// The records of one archive in the zip, of those that are wanted.
bool read_archive(const std::string& path, const ZipEntry& entry, const Wanted* only, const Take& take,
                  const Options& options) {
  const std::string name = fmt::format("{}!{}", path, entry.name);
  Wanted records;
  if (only != nullptr) {
    for (const std::string& record : *only)
      if (record.starts_with(entry.name + "!")) records.insert(record.substr(entry.name.size() + 1));
    if (records.empty()) return true;
  }
  Result<std::unique_ptr<Stored>> stored = open_zip_entry(path, entry, options);
  if (!stored.ok()) return take(Error{name, stored.error().what});
  const std::unique_ptr<ByteReader> bytes = ByteReader::over(stored.take(), options);
  if (bytes->at_end()) return take(Error{name, bytes->failure().value_or("is empty")});
  return read_warc(*bytes, name, only == nullptr ? nullptr : &records, take, options);
}

}  // namespace

bool read_package(const std::string& path, const Wanted* only, const Take& take, const Options& options) {
  if (path == "-") return take(Error{path, "is a ZIP archive, which is read from a file, not from a pipe"});
  const Result<std::vector<ZipEntry>> listed = list_zip(path);
  if (!listed.ok()) return take(listed.error());
  const std::vector<ZipEntry>& entries = listed.value();
  const auto document = std::find_if(entries.begin(), entries.end(),
                                     [](const ZipEntry& entry) { return entry.name == "word/document.xml"; });
  if (document != entries.end()) return take(read_docx(path, *document, options));
  bool any = false;
  for (const ZipEntry& entry : entries) {
    if (!is_archive(entry.name)) continue;
    any = true;
    if (!read_archive(path, entry, only, take, options)) return false;
  }
  return any || take(Error{path, "is a ZIP archive that holds no web archive (WACZ) and no document (DOCX)"});
}

}  // namespace recoupe::intake
