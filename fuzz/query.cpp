// Any text as a search: never a syntax error, never anything but a search.

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "store/store.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace recoupe;
  static Result<store::Store> opened = store::open(":memory:");
  if (!opened.ok()) std::abort();
  if (size > 4096) return 0;  // what somebody types
  const Result<std::vector<store::Found>> found =
      opened.value().search(std::string_view(reinterpret_cast<const char*>(data), size), 5);
  if (!found.ok()) {
    std::fprintf(stderr, "%s\n", found.error().what.c_str());
    std::abort();
  }
  return 0;
}
