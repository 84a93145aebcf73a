// Tags, lemmas and trees. Reads tokens; fills their upos, features, lemma, head and relation, by models of
// our own training (train/, models/) for French and English. A document in another language is left as it is.
//
//   «Le préfet aurait démissionné» → préfet NOUN nsubj of démissionné; aurait AUX, lemma avoir, conditional
#pragma once

#include <string_view>
#include <unordered_map>

#include "base/result.hpp"
#include "document/document.hpp"
#include "lexicon/forms.hpp"
#include "syntax/lemmas.hpp"
#include "syntax/parser.hpp"
#include "syntax/tagger.hpp"

namespace recoupe::syntax {

struct Model {
  lexicon::Forms forms;
  Tagger tagger;
  Lemmas lemmas;
  Parser parser;
  std::unordered_map<std::string_view, std::string_view> irregular_verbs;  // past or participle -> lemma
  bool tags = false, trees = false;                                        // what the weights are there for
};

struct Words {
  Model of_language[3];  // by Language; unknown has none
};
// The weights that are built into the program.
Words load_words();

// A model from the bytes of a file, which must outlive it. `name` is told in the error: one line.
Result<Model> open_model(std::string_view bytes, std::string_view name, Language language);

void analyse(Document& document, const Words& words);

// Room to work in, kept from sentence to sentence.
struct Scratch {
  std::vector<TokenCode> codes;
  std::vector<uint16_t> labels;
  std::vector<ParseCode> parse_codes;
  std::vector<Span> lowers;  // in lower_pool
  std::string lower, lower_pool, composed;
  ParseState state;
};
// The steps of analyse() on one sentence: codes; tags; lemmas and what the parser sees. (train/ uses them
// too.)
void read_codes(const Document& document, const Sentence& sentence, const Model& model, Scratch& scratch);
void set_tags(Document& document, const Sentence& sentence, const Model& model, Scratch& scratch);
void set_trees(Document& document, const Sentence& sentence, const Model& model, Scratch& scratch);
ParseCode parse_code(const TokenCode& code, std::string_view lemma, uint32_t label, Upos upos);

}  // namespace recoupe::syntax
