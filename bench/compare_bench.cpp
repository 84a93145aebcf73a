// How long comparing takes and what it costs, on made-up press (press.hpp), and whether the answer is right.
//   compare_bench [ARTICLES…]      default: 1000 10000 100000
// One line a size: seconds, microseconds an article, memory. Sizes run each in a process of their own, so
// that the peak of memory is theirs. Exits 1 if a hundredth of the origins or a tenth of the stories come out
// wrong.

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <unordered_map>

#include "compare/compare.hpp"
#include "compare/traces.hpp"
#include "press.hpp"

namespace recoupe::bench {
namespace {

// Seconds of processor, of all threads: other work on the machine does not count.
double now() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double megabytes_now() {
  long pages = 0, resident = 0;
  if (FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
    std::fclose(file);
  }
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1e3;
}

// B³ F of a grouping: `found` and `gold` give the group of each article.
double b_cubed(const std::vector<uint32_t>& found, const std::vector<uint32_t>& gold) {
  std::unordered_map<uint64_t, uint32_t> both, one, other;
  for (size_t i = 0; i < gold.size(); ++i) {
    ++both[uint64_t{found[i]} << 32 | gold[i]];
    ++one[found[i]];
    ++other[gold[i]];
  }
  double precision = 0, recall = 0;
  for (size_t i = 0; i < gold.size(); ++i) {
    const double common = both[uint64_t{found[i]} << 32 | gold[i]];
    precision += common / one[found[i]];
    recall += common / other[gold[i]];
  }
  const auto n = static_cast<double>(gold.size());
  return 2 * (precision / n) * (recall / n) / (precision / n + recall / n);
}

template <class Groups>
std::vector<uint32_t> group_of(const Dossier& dossier, const Groups& groups) {
  std::vector<uint32_t> out(dossier.articles.size(), 0);
  for (uint32_t g = 0; g < groups.size(); ++g)
    for (const uint32_t article : groups[g].articles) out[article] = g;
  return out;
}

// What one article more costs the index of traces, when it holds all others.
double microseconds_to_add(const std::vector<Document>& articles) {
  compare::TraceIndex index;
  std::vector<std::vector<compare::Trace>> traces;
  for (const Document& document : articles) traces.push_back(compare::traces_of(document));
  const size_t last = std::min<size_t>(articles.size() / 10, 1000);
  for (uint32_t i = 0; i + last < articles.size(); ++i) index.add(i, traces[i]);
  const double begin = now();
  for (size_t i = articles.size() - last; i < articles.size(); ++i)
    index.add(static_cast<uint32_t>(i), traces[i]);
  const double took = (now() - begin) / static_cast<double>(last) * 1e6;
  fmt::print("  index of traces: {:.1f} µs for one article more, {:.0f} bytes an article\n", took,
             static_cast<double>(index.bytes()) / static_cast<double>(articles.size()));
  return took;
}

int measure(uint32_t articles) {
  Press press = make_press(articles);
  compare::put_in_order(press.articles);
  microseconds_to_add(press.articles);
  const double held = megabytes_now(), begin = now();
  const Dossier dossier = compare::compare(std::move(press.articles));
  const double took = now() - begin;
  // Articles were sorted by date: their place at birth stands in the source name.
  std::vector<uint32_t> story, origin;
  for (const Document& document : dossier.articles) {
    const auto born = static_cast<size_t>(std::atoi(document.source_name.c_str() + sizeof("press/") - 1));
    story.push_back(press.story[born]);
    origin.push_back(press.origin[born]);
  }
  const double origins = b_cubed(group_of(dossier, dossier.origins), origin);
  const double stories = b_cubed(group_of(dossier, dossier.stories), story);
  fmt::print(
      "{:7} articles {:8.2f} s of processor {:7.0f} µs each   documents {:6.0f} MB, at most {:6.0f} MB   "
      "origins B³ {:.3f}, "
      "stories B³ {:.3f}, {} clusters\n",
      articles, took, took / articles * 1e6, held, peak_megabytes(), origins, stories,
      dossier.clusters.size());
  return origins < 0.99 || stories < 0.9 ? 1 : 0;
}

}  // namespace
}  // namespace recoupe::bench

int main(int argc, char** argv) {
  std::vector<uint32_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(static_cast<uint32_t>(std::atoi(argv[i])));
  if (sizes.empty()) sizes = {1000, 10000, 100000};
  int wrong = 0;
  for (const uint32_t size : sizes) {
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) std::exit(recoupe::bench::measure(size));
    int status = 0;
    waitpid(child, &status, 0);
    wrong |= status;
  }
  return wrong == 0 ? 0 : 1;
}
