#include "verify/verify.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "commands.hpp"
#include "terminal.hpp"

namespace recoupe::cli {
namespace {

struct VerifyFlags {
  std::string path;
  bool quiet = false;
};

int prove(const VerifyFlags& flags) {
  Messages messages(flags.quiet);
  const engine::Resources resources = engine::load_resources();
  const Result<verify::Tally> result =
      verify::verify(flags.path, resources, [&](const verify::Problem& problem) {
        std::string line = printable(problem.file);
        for (const std::string* part : {&problem.source_name, &problem.item})
          if (!part->empty()) line += ": " + printable(*part);
        put(stdout, fmt::format("{}: {}\n", line, printable(problem.reason)));
      });
  if (!result.ok()) {
    messages.error(result.error());
    return exit_incomplete;
  }
  const verify::Tally& tally = result.value();
  if (tally.other_version > 0)
    messages.say(fmt::format("{} articles were written by another version: checked, but not read again",
                             tally.other_version));
  messages.say(fmt::format(
      "{} {}, {} cells, {}", tally.articles, tally.articles == 1 ? "article" : "articles", tally.cells,
      tally.problems == 0 ? "all of them hold" : fmt::format("{} do not hold", tally.problems)));
  if (tally.by_hand > 0) messages.say(fmt::format("{} of their fields are by hand", tally.by_hand));
  return tally.problems == 0 ? exit_done : exit_incomplete;
}

}  // namespace

Action add_verify(CLI::App& app) {
  CLI::App* command = app.add_subcommand("verify", "prove every cell from the source that it cites");
  command->footer(
      "Reads the original articles again, under the names that the output gives them, so run it where "
      "'recoupe\n"
      "dossier' or 'recoupe extract' ran. Prints one line for each cell that does not hold; exit status 1 if "
      "any.\n"
      "  recoupe verify out\n"
      "  recoupe verify articles.jsonl");
  auto flags = std::make_shared<VerifyFlags>();
  command->add_option("DIR|FILE", flags->path, "a dossier's folder, or lines of 'recoupe extract'")
      ->required()
      ->type_name("");
  command->add_flag("-q,--quiet", flags->quiet, "print only what does not hold");
  return [flags] { return prove(*flags); };
}

}  // namespace recoupe::cli
