#include "syntax/syntax.hpp"

#include <stdexcept>

#include "base/compose.hpp"
#include "document/contraction.hpp"
#include "document/names.hpp"
#include "lexicon/lexicon.hpp"
#include "weights/hashing.hpp"

namespace recoupe::syntax {

std::string_view embedded(std::string_view path);

Result<Model> open_model(std::string_view bytes, std::string_view name, Language language) {
  Result<weights::ModelFile> file = weights::ModelFile::open(bytes, name);
  if (!file.ok()) return file.error();
  Model model;
  model.forms = lexicon::forms(language);
  Result<Tagger> tagger = open_tagger(file.value());
  if (!tagger.ok()) return tagger.error();
  model.tagger = tagger.take();
  Result<Lemmas> lemmas = Lemmas::open(file.value());
  if (!lemmas.ok()) return lemmas.error();
  model.lemmas = lemmas.take();
  if (language == Language::english)
    for (const auto& row : lexicon::rows(language, "irregular_verbs.tsv"))
      model.irregular_verbs.emplace(row[0], row[1]);
  model.tags = true;
  if (file.value().section("parser.size").empty()) return model;
  Result<Parser> parser = open_parser(file.value());
  if (!parser.ok()) return parser.error();
  model.parser = parser.take();
  model.trees = true;
  return model;
}

Words load_words() {
  Words words;
  for (const Language language : {Language::french, Language::english}) {
    const std::string file = std::string(name(language)) + ".model";
    if (embedded(file).empty()) continue;
    Result<Model> model = open_model(embedded(file), "the built-in " + file, language);
    if (!model.ok()) throw std::logic_error(model.error().where + ": " + model.error().what);
    words.of_language[static_cast<size_t>(language)] = model.take();
  }
  return words;
}

namespace {

// «fled» → flee; empty for other verbs and forms. «found» is of «find» only where it is past.
std::string_view irregular_verb(const Model& model, std::string_view lower, const Label& label) {
  if (label.upos != Upos::verb || (label.features & (tense_past | form_participle)) == 0) return {};
  const auto found = model.irregular_verbs.find(lower);
  return found == model.irregular_verbs.end() ? std::string_view() : found->second;
}

// How the token would be written with composed accents: «é» may stand as «e» and a combining accent.
std::string_view written(const Document& document, const Token& token, std::string& composed) {
  const std::string_view as_it_stands = form(document, token);
  if (!utf8::decomposed(as_it_stands)) return as_it_stands;
  composed = utf8::compose(as_it_stands);
  return composed;
}

}  // namespace

void read_codes(const Document& document, const Sentence& sentence, const Model& model, Scratch& scratch) {
  scratch.codes.clear();
  scratch.lowers.clear();
  scratch.lower_pool.clear();
  for (size_t i = 0; i < tagger_margin; ++i) scratch.codes.push_back(border_code(1));
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    scratch.codes.push_back(
        code_of(written(document, document.tokens[i], scratch.composed), model.forms, scratch.lower));
    const auto begin = static_cast<uint32_t>(scratch.lower_pool.size());
    scratch.lower_pool += scratch.lower;
    scratch.lowers.push_back({begin, static_cast<uint32_t>(scratch.lower_pool.size())});
  }
  for (size_t i = 0; i < tagger_margin; ++i) scratch.codes.push_back(border_code(2));
}

void set_tags(Document& document, const Sentence& sentence, const Model& model, Scratch& scratch) {
  const uint32_t count = sentence.end_token - sentence.first_token;
  scratch.labels.resize(count);
  model.tagger.tag(scratch.codes, scratch.labels);
  for (uint32_t i = 0; i < count; ++i) {
    Token& token = document.tokens[sentence.first_token + i];
    const Label& label = model.tagger.labels[scratch.labels[i]];
    token.upos = label.upos;
    token.features = label.features;
    const auto begin = static_cast<uint32_t>(document.lemma_pool.size());
    const std::string_view lower = slice(scratch.lower_pool, scratch.lowers[i]);
    if (const std::string_view verb = irregular_verb(model, lower, label); !verb.empty())
      document.lemma_pool += verb;
    else
      model.lemmas.append(document.lemma_pool, written(document, token, scratch.composed), lower, label.upos,
                          label.features, model.forms);
    token.lemma = {begin, static_cast<uint32_t>(document.lemma_pool.size())};
  }
}

ParseCode parse_code(const TokenCode& code, std::string_view lemma, uint32_t label, Upos upos) {
  return {code.lower, weights::hash_bytes(lemma, 300), code.suffix[2], static_cast<uint32_t>(upos),
          label + 1};
}

void set_trees(Document& document, const Sentence& sentence, const Model& model, Scratch& scratch) {
  const uint32_t count = sentence.end_token - sentence.first_token;
  scratch.parse_codes.clear();
  for (uint32_t i = 0; i < count; ++i) {
    const Token& token = document.tokens[sentence.first_token + i];
    scratch.parse_codes.push_back(
        parse_code(scratch.codes[i + tagger_margin], document.lemma(token), scratch.labels[i], token.upos));
  }
  model.parser.parse(scratch.parse_codes, scratch.state);
  for (uint32_t i = 0; i < count; ++i) {
    const ParseState::Node& node = scratch.state.nodes[i];
    Token& token = document.tokens[sentence.first_token + i];
    token.relation = node.relation;
    token.head = node.head < 0 || node.head >= static_cast<int32_t>(count)
                     ? -1
                     : static_cast<int32_t>(sentence.first_token) + node.head;
  }
}

void analyse(Document& document, const Words& words) {
  const Model& model = words.of_language[static_cast<size_t>(document.language)];
  if (!model.tags) return;
  document.lemma_pool.clear();
  document.lemma_pool.reserve(document.text.size());
  Scratch scratch;
  for (const Sentence& sentence : document.sentences) {
    read_codes(document, sentence, model, scratch);
    set_tags(document, sentence, model, scratch);
    if (model.trees) set_trees(document, sentence, model, scratch);
  }
}

}  // namespace recoupe::syntax
