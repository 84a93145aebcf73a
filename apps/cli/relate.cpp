#include "engine/relate.hpp"

#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "commands.hpp"
#include "document/names.hpp"
#include "report/relate_json.hpp"
#include "terminal.hpp"

namespace recoupe::cli {
namespace {

struct RelateFlags {
  std::string language = "auto";
  bool quiet = false;
};

int relate_all(const RelateFlags& flags) {
  Messages messages(flags.quiet);
  const engine::Resources resources = engine::load_resources();
  const engine::RelateWords words = engine::load_relate_words();
  const Language language = language_from(flags.language);
  uint64_t bad = 0, pairs = 0;
  bool written = true;
  std::string line;
  for (uint64_t number = 1; std::getline(std::cin, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    Result<report::StatementPair> read = report::read_pair(line);
    if (!read.ok()) {
      messages.error(Error{fmt::format("standard input:{}", number), read.error().what});
      ++bad;
      continue;
    }
    const report::StatementPair& pair = read.value();
    const compare::Related related =
        engine::relate({pair.a, pair.a_date, language}, {pair.b, pair.b_date, language}, resources, words);
    const std::string out = report::relation_json(pair, compare::name(related.relation), related.why) + "\n";
    written = print(out);
    if (!written) break;
    messages.progress(++pairs, bad);
  }
  if (!finish_output(written, messages)) return exit_incomplete;
  return bad == 0 ? exit_done : exit_incomplete;
}

}  // namespace

Action add_relate(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("relate", "say how two statements stand to each other, pair by pair");
  command->footer(
      "Reads JSON Lines from standard input, {\"id\", \"a\", \"b\", \"a_date\"?, \"b_date\"?}, and prints\n"
      "{\"id\", \"relation\", \"why\"} for each: same, agree, compatible, differ or unrelated. The dates are "
      "those\n"
      "on which the statements were published: a later count brings an earlier one up to date. French and "
      "English\n"
      "may be mixed. A bad line is named and the others are done.\n"
      "  recoupe relate < pairs.jsonl");
  auto flags = std::make_shared<RelateFlags>();
  command
      ->add_option("--language", flags->language,
                   "language of the statements: fr, en, or auto to tell from each")
      ->check(CLI::IsMember({"auto", "fr", "en"}))
      ->type_name("fr|en|auto")
      ->default_str("auto");
  command->add_flag("-q,--quiet", flags->quiet, "no progress; errors are still said");
  return [flags] { return relate_all(*flags); };
}

}  // namespace recoupe::cli
