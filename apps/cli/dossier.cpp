#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <unordered_set>

#include "commands.hpp"
#include "compare/changes.hpp"
#include "corrections_file.hpp"
#include "engine/corrected.hpp"
#include "engine/engine.hpp"
#include "engine/story_dates.hpp"
#include "input_flags.hpp"
#include "output_folder.hpp"
#include "report/article_json.hpp"
#include "report/changes_json.hpp"
#include "report/csv.hpp"
#include "report/dossier_json.hpp"
#include "report/page.hpp"
#include "since.hpp"
#include "store/store.hpp"
#include "terminal.hpp"

namespace recoupe::cli {
namespace {

struct DossierFlags {
  InputFlags input;
  std::string folder = "dossier";
  std::string corrections;  // a file beside the one of the folder
  std::string since;        // a folder that an earlier run wrote
};

// The articles that were read, and how many inputs were not.
struct Reading {
  std::vector<Document> documents;
  uint64_t failures = 0;
  intake::PassedOver passed_over;
  uint64_t repeated = 0;  // the same bytes a second time: one article, not two sources
};

Reading read_all(const DossierFlags& flags, const Corrections& corrections, Messages& messages) {
  const engine::Resources resources = engine::load_resources();
  Reading reading;
  std::unordered_set<std::string> seen;
  engine::run(flags.input.inputs, resources, flags.input.options(&reading.passed_over),
              [&](Result<Document> result) {
                if (!result.ok()) {
                  messages.error(result.error());
                  ++reading.failures;
                } else if (!seen.insert(result.value().id).second) {
                  ++reading.repeated;
                } else {
                  Document document = result.take();
                  // Only the stages read these; at 40 bytes a word they are most of what an article takes.
                  document.tokens = {};
                  document.lemma_pool = {};
                  document.names = {};
                  reading.documents.push_back(std::move(document));
                }
                messages.progress(reading.documents.size(), reading.failures);
                return true;
              });
  engine::correct_before_reading(reading.documents, corrections, resources);
  engine::date_by_story(reading.documents, resources);
  return reading;
}

Outcome write_articles(const Dossier& dossier, OutputFolder& output) {
  std::ofstream file(output.aside("articles.jsonl"), std::ios::binary);
  for (const Document& document : dossier.articles) file << report::article_json(document) << '\n';
  file.close();
  if (!file)
    return Error{output.place("articles.jsonl"), fmt::format("cannot be written: {}", std::strerror(errno))};
  return Done{};
}

Outcome write_dossier(const Dossier& dossier, const CorrectionsFile& corrections, const std::string& changes,
                      OutputFolder& output) {
  if (Outcome done = write_articles(dossier, output); !done.ok()) return done;
  if (Outcome done = output.write("dossier.json", report::dossier_json(dossier)); !done.ok()) return done;
  for (const report::Table& table : report::csv_tables(dossier.articles))
    if (Outcome done = output.write(table.file_name, table.content); !done.ok()) return done;
  if (Outcome done = output.write("index.html", report::page_html(dossier)); !done.ok()) return done;
  if (corrections.changed)
    if (Outcome done = output.write("corrections.jsonl", corrections.bytes); !done.ok()) return done;
  if (!changes.empty())
    if (Outcome done = output.write("changes.json", changes); !done.ok()) return done;
  const std::string store = output.place("dossier.sqlite");
  if (Outcome done = store::write_whole(output.aside("dossier.sqlite"),
                                        [&](store::Store& made) { return made.put(dossier); });
      !done.ok())
    return Error{store, done.error().what};
  store::remove_companions(store);
  return output.commit();
}

std::string plural(uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// One line for people: what was read, and what it came to.
std::string summary(const Dossier& dossier, const Reading& reading) {
  std::string out = fmt::format("{}, {}, {}, {}", plural(dossier.articles.size(), "article", "articles"),
                                plural(dossier.origins.size(), "origin", "origins"),
                                plural(dossier.stories.size(), "story", "stories"),
                                plural(dossier.clusters.size(), "claim", "claims"));
  if (reading.repeated > 0) out += fmt::format("; {} given twice and counted once", reading.repeated);
  if (reading.failures > 0) out += fmt::format("; {} not read", plural(reading.failures, "input", "inputs"));
  return out;
}

int write(const DossierFlags& flags) {
  Messages messages(flags.input.quiet);
  // Before the reading: a folder that cannot be written to, or is being written to, is said at once.
  Result<OutputFolder> output = OutputFolder::open(flags.folder);
  if (!output.ok()) {
    messages.error(output.error());
    return exit_incomplete;
  }
  const Result<CorrectionsFile> file = read_corrections(
      flags.folder, {flags.since.empty() ? "" : flags.since + "/corrections.jsonl", flags.corrections});
  if (!file.ok()) {
    messages.error(file.error());
    return exit_incomplete;
  }
  const Corrections& corrections = file.value().corrections;
  OldDossier old;
  if (!flags.since.empty()) {
    Result<OldDossier> read = read_old_dossier(flags.since);
    if (!read.ok()) {
      messages.error(read.error());
      return exit_incomplete;
    }
    old = read.take();
  }
  Reading reading = read_all(flags, corrections, messages);
  if (reading.documents.empty()) {
    messages.error("no article was read; nothing is written");
    return exit_incomplete;
  }
  const Dossier dossier = engine::compare_corrected(std::move(reading.documents), corrections);
  const bool all_understood = tell_corrections(dossier.corrections, messages);
  const Changes changes = flags.since.empty() ? Changes{} : compare::changes_since(old, dossier);
  const std::string json = flags.since.empty() ? std::string() : report::changes_json(changes, flags.since);
  if (const Outcome done = write_dossier(dossier, file.value(), json, output.value()); !done.ok()) {
    messages.error(done.error());
    return exit_incomplete;
  }
  if (reading.passed_over.all() > 0) messages.say(describe(reading.passed_over));
  messages.say(summary(dossier, reading));
  if (!flags.since.empty()) tell_changes(changes, flags.since, messages);
  messages.say(fmt::format("{}/index.html", flags.folder));
  return reading.failures == 0 && all_understood ? exit_done : exit_incomplete;
}

}  // namespace

Action add_dossier(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("dossier", "read articles, compare them, and write a folder to open");
  command->footer(
      "Writes DIR/index.html (one page, no network), dossier.json, articles.jsonl, dossier.sqlite and\n"
      "statements, figures, movements, events, times, places as .csv. Old files of these names are replaced "
      "only "
      "once\n"
      "everything is written.\n"
      "  recoupe dossier press/ -o out");
  auto flags = std::make_shared<DossierFlags>();
  flags->input.add_to(*command);
  command->add_option("-o,--output", flags->folder, "the folder to write (default: dossier)")
      ->type_name("DIR");
  command
      ->add_option("--corrections", flags->corrections,
                   "a file of corrections (docs/formats.md); its lines are added to DIR/corrections.jsonl, "
                   "which is replayed at every run")
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
  command
      ->add_option(
          "--since", flags->since,
          "a dossier that an earlier run wrote (it may be DIR itself): says what the articles of this "
          "run add, confirm, contradict, bring up to date or withdraw, writes DIR/changes.json, and "
          "takes its corrections over")
      ->check(CLI::ExistingDirectory)
      ->type_name("OLD_DIR");
  return [flags] { return write(*flags); };
}

}  // namespace recoupe::cli
