#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "commands.hpp"
#include "document/names.hpp"
#include "engine/engine.hpp"
#include "input_flags.hpp"
#include "report/conllu.hpp"
#include "terminal.hpp"

namespace recoupe::cli {
namespace {

struct ParseFlags : InputFlags {
  bool conllu = false;
  std::string model;
};

Result<std::string> read_file(const std::string& path) {
  std::stringstream bytes;
  if (path == "-") {
    bytes << std::cin.rdbuf();
  } else {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{path, std::strerror(errno)};
    bytes << in.rdbuf();
  }
  return bytes.str();
}

int finish(bool written, uint64_t failures, Messages& messages) {
  return finish_output(written, messages) && failures == 0 ? exit_done : exit_incomplete;
}

// CoNLL-U in, CoNLL-U out: the tokens stand, the other columns are filled.
int fill_conllu(const ParseFlags& flags, const engine::Resources& resources, Messages& messages) {
  uint64_t failures = 0;
  bool written = true;
  for (const std::string& input : flags.inputs) {
    const Result<std::string> bytes = read_file(input);
    if (!bytes.ok()) {
      messages.error(bytes.error());
      ++failures;
      continue;
    }
    Result<std::vector<report::ConlluSentence>> read = report::read_conllu(bytes.value(), input);
    if (!read.ok()) {
      messages.error(read.error());
      ++failures;
      continue;
    }
    std::vector<report::ConlluSentence> sentences = read.take();
    Document document = report::document_of(sentences, flags.options().read.language);
    language::identify(document, resources.language);
    syntax::analyse(document, resources.syntax);
    names::find_names(document, resources.names, resources.gazetteer);
    report::fill(sentences, document);
    written = written && print(report::print(sentences));
  }
  return finish(written, failures, messages);
}

int parse_text(const ParseFlags& flags, const engine::Resources& resources, Messages& messages) {
  uint64_t articles = 0, failures = 0;
  bool written = true;
  engine::RunOptions options = flags.options();
  options.read.layers =
      engine::layer_language | engine::layer_tokens | engine::layer_syntax | engine::layer_names;
  engine::run(flags.inputs, resources, options, [&](Result<Document> result) {
    if (!result.ok()) {
      messages.error(result.error());
      ++failures;
      return true;
    }
    written = print(report::conllu(result.value()));
    messages.progress(++articles, failures);
    return written;
  });
  return finish(written, failures, messages);
}

int parse(const ParseFlags& flags) {
  Messages messages(flags.quiet);
  engine::Resources resources = engine::load_resources();
  std::string model_bytes;
  if (!flags.model.empty()) {
    const Language language = flags.options().read.language;
    if (language == Language::unknown) {
      messages.error(Error{"--model", "say the language too: --language fr or en"});
      return exit_usage;
    }
    Result<std::string> bytes = read_file(flags.model);
    if (bytes.ok()) model_bytes = bytes.take();
    Result<syntax::Model> model = bytes.ok() ? syntax::open_model(model_bytes, flags.model, language)
                                             : Result<syntax::Model>(bytes.error());
    if (!model.ok()) {
      messages.error(model.error());
      return exit_incomplete;
    }
    resources.syntax.of_language[static_cast<size_t>(language)] = model.take();
  }
  return flags.conllu ? fill_conllu(flags, resources, messages) : parse_text(flags, resources, messages);
}

}  // namespace

Action add_parse(CLI::App& app) {
  CLI::App* command = app.add_subcommand("parse", "print sentences with tags, lemmas and trees as CoNLL-U");
  command->footer(
      "Each sentence says where its words stand in the source: «# source» and Source= in the last column.\n"
      "  recoupe parse article.txt\n"
      "  recoupe parse --conllu --language fr words.conllu");
  auto flags = std::make_shared<ParseFlags>();
  flags->add_to(*command);
  command->add_flag("--conllu", flags->conllu,
                    "the input is CoNLL-U: keep its tokens, fill the other columns");
  command->add_option("--model", flags->model, "use the weights of this file (with --language)");
  return [flags] { return parse(*flags); };
}

}  // namespace recoupe::cli
