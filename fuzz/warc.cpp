// Any bytes as a WARC, gzipped or not: what is read is found again by its name, alone and with the others.

#include "intake/warc.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <map>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace recoupe;
  const int file = memfd_create("fuzz", 0);
  if (file < 0 || write(file, data, size) != static_cast<ssize_t>(size)) std::abort();
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  const intake::Options options{.max_article_bytes = size_t{1} << 18, .max_expansion = 100};
  std::map<std::string, std::string> pages;
  intake::Wanted names;
  uint64_t errors = 0;
  const auto read = [&](const intake::Wanted* only, const intake::Take& take) {
    auto bytes = intake::ByteReader::open(path, options);
    if (bytes.ok()) intake::read_warc(*bytes.value(), path, only, take, options);
  };
  read(nullptr, [&](Result<Page> page) {
    if (!page.ok() && (page.error().where.empty() || page.error().what.empty())) std::abort();
    if (!page.ok()) return ++errors, true;
    names.insert(page.value().source_name.substr(path.size() + 1));
    pages.emplace(page.value().source_name, page.value().bytes);
    return true;
  });
  // A place is named once: no two pages, and no page and half of another, share it.
  if (pages.size() != names.size() || errors > size + 2) std::abort();
  size_t again = 0;
  read(&names, [&](Result<Page> page) {
    const auto known = page.ok() ? pages.find(page.value().source_name) : pages.end();
    if (known != pages.end() && known->second != page.value().bytes) std::abort();
    return again += known != pages.end(), true;
  });
  if (again != pages.size()) std::abort();
  close(file);
  return 0;
}
