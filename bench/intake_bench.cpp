// How fast inputs become pages, and in how much memory: intake_bench FILE…
//
// Reads each file as every command does, up to the decoded page, and finds the last page again by its name.
// MB/s of one processor's time; it counts the bytes of the file as it is stored and those of the pages in it.

#include <sys/resource.h>

#include <cstdio>
#include <filesystem>

#include "intake/intake.hpp"

namespace {

// Of the processor, not of the clock: others may be at work on the machine.
double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace recoupe;
  int wrong = 0;
  for (int i = 1; i < argc; ++i) {
    uint64_t pages = 0, bytes = 0, errors = 0;
    std::string last_name, last_bytes;
    const double start = processor_seconds();
    intake::read({argv[i]}, [&](Result<Page> page) {
      if (!page.ok()) return ++errors, true;
      ++pages;
      bytes += page.value().bytes.size();
      last_name = std::move(page.value().source_name);
      last_bytes = std::move(page.value().bytes);
      return true;
    });
    const double seconds = processor_seconds() - start;
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
