#include "input_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <utility>

#include "document/names.hpp"

namespace recoupe::cli {
namespace {

// "" for a real calendar date written YYYY-MM-DD, else what is wrong: the form in which CLI11 wants it.
std::string check_date(const std::string& text) {
  int year = 0;
  unsigned month = 0, day = 0;
  int used = 0;
  const bool read = std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &used) == 3;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (read && text.size() == 10 && used == 10 && date.ok()) return "";
  return "'" + text + "' is not a date: write YYYY-MM-DD, as in 2016-10-20";
}

}  // namespace

void InputFlags::add_to(CLI::App& command) {
  command
      .add_option("INPUT", inputs, "files, folders, patterns such as 'press/*.txt', or - for standard input")
      ->required()
      ->type_name("");
  command.add_option("-j,--jobs", jobs, "articles read at once (default: one per processor)")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  command
      .add_option("--language", language, "language of the articles: fr, en, or auto to tell from the text")
      ->check(CLI::IsMember({"auto", "fr", "en"}))
      ->type_name("fr|en|auto")
      ->default_str("auto");
  command.add_option("--published", published, "publication date of articles that do not give one")
      ->check(CLI::Validator(check_date, ""))
      ->type_name("YYYY-MM-DD");
  command.add_option("--max-article", max_article, "longest article, in MB, unpacked (default: 16)")
      ->check(CLI::Range(1, 1000))
      ->type_name("MB");
  command
      .add_option("--max-expansion", max_expansion,
                  "what grows more than so many times when it is unpacked is refused (default: 500)")
      ->check(CLI::Range(2, 100000))
      ->type_name("N");
  command.add_flag("-q,--quiet", quiet, "no progress and no summary; errors are still said");
}

engine::RunOptions InputFlags::options(intake::PassedOver* passed_over) const {
  engine::RunOptions options;
  options.intake.max_article_bytes = size_t{max_article} << 20;
  options.intake.max_expansion = max_expansion;
  options.intake.passed_over = passed_over;
  options.jobs = jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
  options.read.language = language_from(language);
  options.read.published = published;
  return options;
}

std::string describe(const intake::PassedOver& passed_over) {
  if (passed_over.all() == 0) return {};
  std::string out =
      fmt::format("{} {} no article:", passed_over.all(),
                  passed_over.all() == 1 ? "record of an archive holds" : "records of archives hold");
  const char* separator = " ";
  for (const auto& [count, what] : {std::pair{passed_over.other_type, "of another type"},
                                    std::pair{passed_over.other_status, "with another status than 2xx"},
                                    std::pair{passed_over.revisits, "unchanged since another visit"}}) {
    if (count == 0) continue;
    out += fmt::format("{}{} {}", std::exchange(separator, ", "), count, what);
  }
  return out;
}

}  // namespace recoupe::cli
