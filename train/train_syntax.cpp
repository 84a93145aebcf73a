// train_syntax fr|en TREEBANKS OUT.model [name=value …]: learns tags, lemmas and trees from the treebanks in
// the folder TREEBANKS (which files: treebank.cpp) and writes the weights that src/syntax reads. The same
// data give the same bytes.

#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "command.hpp"
#include "document/names.hpp"
#include "train_parser.hpp"
#include "train_tagger.hpp"

namespace {

using namespace recoupe;
using namespace recoupe::train;

TaggerOptions tagger_options(const Settings& settings) {
  TaggerOptions o;
  o.hidden = settings.count("tagger_hidden", o.hidden);
  o.buckets = settings.count("tagger_buckets", o.buckets);
  o.shrunk = settings.count("tagger_shrunk", o.shrunk);
  o.cutoff = settings.count("tagger_cutoff", o.cutoff);
  o.epochs = settings.count("tagger_epochs", o.epochs);
  o.rate = settings.number("tagger_rate", o.rate);
  o.feature_dropout = settings.number("tagger_dropout", o.feature_dropout);
  o.hidden_dropout = settings.number("tagger_hidden_dropout", o.hidden_dropout);
  return o;
}

ParserOptions parser_options(const Settings& settings) {
  ParserOptions o;
  o.hidden = settings.count("hidden", o.hidden);
  o.buckets = settings.count("buckets", o.buckets);
  o.shrunk = settings.count("shrunk", o.shrunk);
  o.cutoff = settings.count("cutoff", o.cutoff);
  o.epochs = settings.count("epochs", o.epochs);
  o.rate = settings.number("rate", o.rate);
  o.feature_dropout = settings.number("dropout", o.feature_dropout);
  o.hidden_dropout = settings.number("hidden_dropout", o.hidden_dropout);
  o.explore = settings.number("explore", o.explore);
  o.seed = settings.count("seed", static_cast<uint32_t>(o.seed));
  return o;
}

using Sections = std::vector<std::pair<std::string, std::string>>;

// What a tagger with these weights makes of the examples, as the parser sees it.
void guess(std::vector<Example*>& examples, const Sections& sections, Language language) {
  const std::string bytes = weights::write_model(sections);
  const std::string aligned = bytes;
  Result<syntax::Model> model = syntax::open_model(aligned, "training", language);
  if (!model.ok()) throw std::runtime_error(model.error().what);
  const syntax::Model& m = model.value();
  std::vector<uint16_t> labels;
  std::string lemma;
  for (Example* example : examples) {
    labels.resize(example->size());
    m.tagger.tag(example->codes, labels);
    example->guessed.clear();
    for (size_t i = 0; i < example->size(); ++i) {
      const syntax::Label& label = m.tagger.labels[labels[i]];
      lemma.clear();
      m.lemmas.append(lemma, example->forms[i], example->lowers[i], label.upos, label.features, m.forms);
      example->guessed.push_back(
          syntax::parse_code(example->codes[i + syntax::tagger_margin], lemma, labels[i], label.upos));
    }
  }
}

// Tags every example by a tagger that was trained on the others: the parser must learn from tags as wrong as
// those that it will meet.
void guess_by_folds(std::vector<Example>& examples, const std::vector<syntax::Label>& labels,
                    TaggerOptions options, const Sections& lemmas, Language language, uint32_t folds) {
  for (uint32_t fold = 0; fold < folds; ++fold) {
    std::vector<const Example*> others;
    std::vector<Example*> these;
    for (size_t i = 0; i < examples.size(); ++i)
      if (i % folds == fold)
        these.push_back(&examples[i]);
      else
        others.push_back(&examples[i]);
    options.seed += 100;
    std::fprintf(stderr, " fold %u of %u\n", fold + 1, folds);
    Sections sections = lemmas;
    write_tagger(*train_tagger(others, labels, options), labels, sections);
    guess(these, sections, language);
  }
}

int train_all(Language language, const char* folder, const char* out_path, const Settings& settings) {
  std::vector<Example> examples = read_treebanks(language, folder, settings.word("hold_out"));
  size_t tokens = 0;
  for (const Example& example : examples) tokens += example.size();
  std::fprintf(stderr, "%zu sentences, %zu tokens\n", examples.size(), tokens);
  const std::vector<syntax::Label> labels = number_labels(examples);
  Sections lemmas, sections;
  write_lemmas(examples, lexicon::forms(language), lemmas);
  const TaggerOptions tagger = tagger_options(settings);
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  sections = lemmas;
  write_tagger(*train_tagger(all, labels, tagger), labels, sections);
  if (settings.count("epochs", 1) > 0) {
    TaggerOptions fold_options = tagger;
    fold_options.epochs = settings.count("fold_epochs", 5);
    guess_by_folds(examples, labels, fold_options, lemmas, language, settings.count("folds", 5));
    const std::vector<syntax::Transition> transitions = number_transitions(examples);
    write_parser(*train_parser(examples, transitions, parser_options(settings)), transitions, sections);
  }
  const std::string bytes = weights::write_model(sections);
  const bool written = write_file(out_path, bytes);
  return written ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  return run("train_syntax", "TREEBANKS", argc, argv, train_all);
}
