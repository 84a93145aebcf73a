#include <memory>

#include "commands.hpp"
#include "engine/engine.hpp"
#include "input_flags.hpp"
#include "report/article_json.hpp"
#include "terminal.hpp"

namespace recoupe::cli {
namespace {

int extract(const InputFlags& flags) {
  Messages messages(flags.quiet);
  const engine::Resources resources = engine::load_resources();
  uint64_t articles = 0, failures = 0;
  bool written = true;
  intake::PassedOver passed_over;
  engine::run(flags.inputs, resources, flags.options(&passed_over), [&](Result<Document> result) {
    if (!result.ok()) {
      messages.error(result.error());
      ++failures;
      return true;
    }
    std::string line = report::article_json(result.value());
    line += '\n';
    written = print(line);
    messages.progress(++articles, failures);
    return written;  // nobody reads any more, or the disk is full: stop
  });
  if (!finish_output(written, messages)) return exit_incomplete;
  if (passed_over.all() > 0) messages.say(describe(passed_over));
  return failures == 0 ? exit_done : exit_incomplete;
}

}  // namespace

Action add_extract(CLI::App& app) {
  CLI::App* command = app.add_subcommand("extract", "print one JSON line an article, in input order");
  command->footer(
      "The lines are described in docs/formats.md. Memory stays flat however long the input.\n"
      "  recoupe extract press/ > articles.jsonl\n"
      "  zcat 2016.jsonl.gz | recoupe extract -");
  auto flags = std::make_shared<InputFlags>();
  flags->add_to(*command);
  return [flags] { return extract(*flags); };
}

}  // namespace recoupe::cli
