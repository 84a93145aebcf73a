#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "document/names.hpp"
#include "engine/engine.hpp"
#include "report/article_json.hpp"

namespace {

struct Flags {
  std::vector<std::string> inputs;
  unsigned jobs = 1;
  std::string language = "auto";
  std::string published;
};

int extract(const Flags& flags) {
  const recoupe::engine::Resources resources = recoupe::engine::load_resources();
  recoupe::engine::RunOptions options;
  options.jobs = flags.jobs;
  options.read.language = recoupe::language_from(flags.language);
  options.read.published = flags.published;
  int exit_code = 0;
  recoupe::engine::run(flags.inputs, resources, options, [&](recoupe::Result<recoupe::Document> result) {
    if (!result.ok()) {
      fmt::print(stderr, "recoupe: {}: {}\n", result.error().where, result.error().what);
      exit_code = 1;
      return;
    }
    const std::string line = recoupe::report::article_json(result.value());
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
  });
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Reads press articles and says who says what, which figures, when and where."};
  Flags flags;
  CLI::App* command = app.add_subcommand("extract", "one JSON line an article on stdout");
  command->add_option("INPUT", flags.inputs)->required();
  command->add_option("--jobs", flags.jobs);
  command->add_option("--language", flags.language);
  command->add_option("--published", flags.published);
  app.require_subcommand(1);
  CLI11_PARSE(app, argc, argv);
  return extract(flags);
}
