// How fast inputs become pages, and in how much memory: intake_bench FILE…
//
// Reads each file as every command does, up to the decoded page, and finds the last page again by its name.
// MB/s counts the bytes of the file as it is stored and those of the pages in it.

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <filesystem>

#include "intake/intake.hpp"

int main(int argc, char** argv) {
  using namespace recoupe;
  using Clock = std::chrono::steady_clock;
  int wrong = 0;
  for (int i = 1; i < argc; ++i) {
    uint64_t pages = 0, bytes = 0, errors = 0;
    std::string last_name, last_bytes;
    const auto start = Clock::now();
    intake::read({argv[i]}, [&](Result<Page> page) {
      if (!page.ok()) return ++errors, true;
      ++pages;
      bytes += page.value().bytes.size();
      last_name = std::move(page.value().source_name);
      last_bytes = std::move(page.value().bytes);
      return true;
    });
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    bool found = false;
    intake::read_again({last_name}, [&](Result<Page> page) {
      found = page.ok() && page.value().bytes == last_bytes;
      return true;
    });
    wrong += !found;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double megabyte = 1024 * 1024;
    std::printf("%s: %llu pages, %llu errors, %.1f s, %.1f MB/s stored, %.1f MB/s of pages, peak %.1f MB%s\n",
                argv[i], static_cast<unsigned long long>(pages), static_cast<unsigned long long>(errors),
                seconds, static_cast<double>(std::filesystem::file_size(argv[i])) / megabyte / seconds,
                static_cast<double>(bytes) / megabyte / seconds, static_cast<double>(usage.ru_maxrss) / 1024,
                found ? "" : ", LAST PAGE NOT FOUND AGAIN");
  }
  return wrong == 0 ? 0 : 1;
}
