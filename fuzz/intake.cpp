// Any bytes as an input file: sniffing, gzip, JSON, encodings. The file lives in memory.

#include "intake/intake.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace recoupe;
  const int file = memfd_create("fuzz", 0);
  if (file < 0 || write(file, data, size) != static_cast<ssize_t>(size)) std::abort();
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  const intake::Options options{.max_article_bytes = size_t{1} << 20, .max_expansion = 100};
  std::vector<std::string> names;
  intake::read(
      {path},
      [&](Result<Page> page) {
        if (!page.ok() && (page.error().where.empty() || page.error().what.empty())) std::abort();
        if (page.ok()) names.push_back(page.value().source_name);
        return true;
      },
      options);
  // What was read once is found again under its name, with the same bytes.
  size_t again = 0;
  if (names.size() < 20)
    intake::read_again(
        names, [&](Result<Page> page) { return again += page.ok(), true; }, options);
  if (names.size() < 20 && again != names.size()) std::abort();
  close(file);
  return 0;
}
