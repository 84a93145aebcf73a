#include "input_flags.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

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
  command.add_flag("-q,--quiet", quiet, "no progress and no summary; errors are still said");
}

engine::RunOptions InputFlags::options() const {
  engine::RunOptions options;
  options.jobs = jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
  options.read.language = language_from(language);
  options.read.published = published;
  return options;
}

}  // namespace recoupe::cli
