#include "treebank.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/utf8.hpp"
#include "report/conllu.hpp"

namespace recoupe::train {
namespace {

struct File {
  Language language;
  const char* name;
  bool spoken;
};
// Of GUM only the genres whose texts are CC BY; its dev file holds others, too, and is left for trying things
// out.
constexpr File recipe[] = {
    {Language::french, "fr_sequoia-train.conllu", false},
    {Language::french, "fr_sequoia-dev.conllu", false},
    {Language::french, "fr_gsd-dev.conllu", false},
    {Language::french, "fr_fqb.conllu", false},
    {Language::french, "fr_rhapsodie-train.conllu", true},
    {Language::french, "fr_rhapsodie-dev.conllu", true},
    {Language::french, "fr_parisstories-train.conllu", true},
    {Language::french, "fr_parisstories-dev.conllu", true},
    {Language::english, "en_ewt-train.conllu", false},
    {Language::english, "en_ewt-dev.conllu", false},
    {Language::english, "en_gum-train-cc.conllu", false},
};

void add(const Document& document, const Sentence& sentence, const lexicon::Forms& forms, bool spoken,
         std::vector<Example>& out) {
  Example example;
  example.spoken = spoken;
  std::string lower;
  for (size_t i = 0; i < syntax::tagger_margin; ++i) example.codes.push_back(syntax::border_code(1));
  const uint32_t count = sentence.end_token - sentence.first_token;
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = document.tokens[i];
    example.forms.emplace_back(document.words(token));
    example.codes.push_back(syntax::code_of(document.words(token), forms, lower));
    example.lowers.push_back(lower);
    example.lemmas.emplace_back(document.lemma(token));
    example.upos.push_back(token.upos);
    example.features.push_back(token.features);
    example.heads.push_back(token.head < 0 ? static_cast<int32_t>(count)
                                           : token.head - static_cast<int32_t>(sentence.first_token));
    example.relations.push_back(token.relation == Relation::unknown ? Relation::dep : token.relation);
  }
  for (size_t i = 0; i < syntax::tagger_margin; ++i) example.codes.push_back(syntax::border_code(2));
  out.push_back(std::move(example));
}

}  // namespace

std::vector<Example> read_treebanks(Language language, const std::string& folder,
                                    const std::string& held_out) {
  std::vector<Example> out;
  const lexicon::Forms forms = lexicon::forms(language);
  for (const File& file : recipe) {
    if (file.language != language ||
        (!held_out.empty() && std::string(file.name).find(held_out) != std::string::npos))
      continue;
    std::ifstream in(folder + "/" + file.name, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw std::runtime_error("cannot read " + folder + "/" + file.name);
    const auto sentences = report::read_conllu(bytes.str(), file.name);
    if (!sentences.ok()) throw std::runtime_error(sentences.error().where + ": " + sentences.error().what);
    const Document document = report::document_of(sentences.value(), language);
    for (const Sentence& sentence : document.sentences) add(document, sentence, forms, file.spoken, out);
  }
  return out;
}

}  // namespace recoupe::train
