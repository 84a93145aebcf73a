#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>

#include "commands.hpp"
#include "store/store.hpp"
#include "terminal.hpp"

namespace recoupe::cli {
namespace {

struct SearchFlags {
  std::string folder;
  std::vector<std::string> query;
  size_t limit = 50;
};

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Who, in which outlet, when: what is known, set apart by commas.
std::string provenance(const store::Found& found) {
  std::string out;
  for (const std::string* part : {&found.speaker, &found.outlet, &found.published})
    if (!part->empty()) out += (out.empty() ? "" : ", ") + *part;
  return out;
}

void print(const store::Found& found) {
  put(stdout, fmt::format("{}{}{}\n", found.kind,
                          found.status.empty() || found.status == "asserted" ? "" : " (" + found.status + ")",
                          provenance(found).empty() ? "" : ": " + printable(provenance(found))));
  put(stdout, fmt::format("    {}\n", printable(found.text)));
  put(stdout,
      fmt::format("    {}{} bytes {}-{}\n\n", printable(found.source_name),
                  found.claim.empty() ? "" : " " + found.claim, found.source.begin, found.source.end));
}

int search(const SearchFlags& flags) {
  Messages messages(false);
  std::filesystem::path path = flags.folder;
  if (std::filesystem::is_directory(path)) path /= "dossier.sqlite";
  Result<store::Store> opened = store::open_to_read(path.string());
  if (!opened.ok()) {
    messages.error(opened.error());
    return exit_incomplete;
  }
  const Result<std::vector<store::Found>> found = opened.value().search(join(flags.query), flags.limit);
  if (!found.ok()) {
    messages.error(found.error());
    return exit_incomplete;
  }
  for (const store::Found& item : found.value()) print(item);
  if (found.value().empty()) messages.say("nothing found");
  if (found.value().size() == flags.limit)
    messages.say(fmt::format("the first {}; --limit N shows more", flags.limit));
  return std::fflush(stdout) == 0 ? exit_done : exit_incomplete;
}

}  // namespace

Action add_search(CLI::App& app) {
  CLI::App* command = app.add_subcommand("search", "find words and fields in a dossier");
  command->footer(
      "Words and \"exact phrases\" (accents and case do not matter), prefix*, and field:value with the "
      "fields\n"
      "speaker, via, outlet, place, title, kind, category, status, form, language, date (2016, 2016-10 "
      "...).\n"
      "All must hold.\n"
      "  recoupe search out 'speaker:arnulfi sirène'\n"
      "  recoupe search out kind:figure category:displaced date:2024-03");
  auto flags = std::make_shared<SearchFlags>();
  command->add_option("DIR", flags->folder, "a folder that 'recoupe dossier' wrote")
      ->required()
      ->type_name("");
  command->add_option("QUERY", flags->query, "what to look for")->required()->type_name("");
  command->add_option("--limit", flags->limit, "at most so many (default: 50)")
      ->check(CLI::Range(1, 1000000))
      ->type_name("N");
  return [flags] { return search(*flags); };
}

}  // namespace recoupe::cli
