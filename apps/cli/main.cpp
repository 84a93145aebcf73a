#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "terminal.hpp"

namespace {

constexpr const char* description =
    "recoupe reads press articles and sets them side by side: who says what and on whose word, which "
    "figures, when\n"
    "and where, which articles are one and the same wire, what is corroborated and what differs.\n"
    "Everything it prints leads back to the exact words in the original bytes. It works offline (but for "
    "'recoupe fetch').";

constexpr const char* footer =
    "Inputs are plain text, web pages, WARC and WACZ archives, RSS, Atom and JSON feeds, JSON and JSON "
    "Lines\n"
    "(ours, news-please's, Media Cloud's), CSV tables of articles, DOCX, PDF; folders of them, patterns, '-' "
    "for\n"
    "standard input, each also gzipped. What a file is, is told by its content.\n"
    "Exit status: 0 all done; 1 some inputs could not be read (each is named) or something does not hold; 2 "
    "wrong "
    "usage.\n\n"
    "  recoupe dossier examples/crue-de-la-roya -o out    then open out/index.html\n"
    "  recoupe verify out                                 proves every cell from its source";

bool known(CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands({}))
    if (command->get_name() == name) return true;
  return false;
}

int run(int argc, char** argv) {
  CLI::App app{description};
  app.name("recoupe");
  app.footer(footer);
  app.set_version_flag("--version", "recoupe " RECOUPE_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(36);

  // add_ functions return what a command does; it is run after parsing, so that a wrong flag costs nothing.
  std::vector<std::pair<CLI::App*, recoupe::cli::Action>> commands;
  for (const auto add : {recoupe::cli::add_dossier, recoupe::cli::add_extract, recoupe::cli::add_parse,
                         recoupe::cli::add_verify, recoupe::cli::add_fetch, recoupe::cli::add_search,
                         recoupe::cli::add_relate, recoupe::cli::add_serve}) {
    recoupe::cli::Action action = add(app);
    commands.emplace_back(app.get_subcommands({}).back(), std::move(action));
  }
  // CLI11 takes an unknown command for a missing one.
  if (argc > 1 && argv[1][0] != '-' && !known(app, argv[1])) {
    recoupe::cli::Messages(true).error(std::string("there is no command '") + argv[1] +
                                       "'; 'recoupe --help' lists them");
    return recoupe::cli::exit_usage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error);
    return status == 0 ? recoupe::cli::exit_done : recoupe::cli::exit_usage;
  }
  for (const auto& [command, action] : commands)
    if (command->parsed()) return action();
  return recoupe::cli::exit_usage;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error that the command reports, not a death
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that has grown to the limit
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    recoupe::cli::Messages(true).error("out of memory");
  } catch (const std::exception& error) {
    recoupe::cli::Messages(true).error(error.what());
  }
  return recoupe::cli::exit_incomplete;
}
