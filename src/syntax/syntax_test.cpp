#include "syntax/syntax.hpp"

#include <gtest/gtest.h>

#include "document/contraction.hpp"
#include "document/features.hpp"
#include "document/names.hpp"
#include "weights/model_file.hpp"

namespace recoupe::syntax {
namespace {

const Words& words() {
  static const Words all = load_words();
  return all;
}

// A document of one sentence whose tokens are separated by blanks.
Document tokens_of(std::string text, Language language) {
  Document document;
  document.language = language;
  document.text = std::move(text);
  for (uint32_t at = 0; at < document.text.size();) {
    const auto end = static_cast<uint32_t>(std::min(document.text.find(' ', at), document.text.size()));
    if (end > at) document.tokens.push_back({.span = {at, end}, .flags = token_space_after});
    at = end + 1;
  }
  const auto size = static_cast<uint32_t>(document.text.size());
  document.sentences.push_back({{0, size}, 0, static_cast<uint32_t>(document.tokens.size()), 0});
  document.paragraphs.push_back({{0, size}, false});
  return document;
}

// "form/lemma/UPOS/relation>head" for each token.
std::string read(std::string text, Language language) {
  Document document = tokens_of(std::move(text), language);
  analyse(document, words());
  std::string out;
  for (const Token& token : document.tokens) {
    if (!out.empty()) out += ' ';
    out += std::string(document.words(token)) + "/" + std::string(document.lemma(token)) + "/" +
           std::string(name(token.upos)) + "/" + std::string(name(token.relation)) + ">" +
           (token.head < 0 ? "0"
                           : std::string(document.words(document.tokens[static_cast<size_t>(token.head)])));
  }
  return out;
}

TEST(Syntax, French) {
  EXPECT_EQ(read("Le préfet a annoncé une enquête .", Language::french),
            "Le/le/DET/det>préfet préfet/préfet/NOUN/nsubj>annoncé a/avoir/AUX/aux:tense>annoncé "
            "annoncé/annoncer/VERB/root>0 une/un/DET/det>enquête enquête/enquête/NOUN/obj>annoncé "
            "././PUNCT/punct>annoncé");
}

TEST(Syntax, TheConditionalOfRumour) {
  Document document = tokens_of("Trois soldats auraient été blessés", Language::french);
  analyse(document, words());
  EXPECT_TRUE(document.tokens[2].features & mood_conditional) << features_name(document.tokens[2].features);
  EXPECT_EQ(document.lemma(document.tokens[2]), "avoir");
  EXPECT_EQ(document.lemma(document.tokens[4]), "blesser");
}

TEST(Syntax, English) {
  EXPECT_EQ(read("The minister said they left .", Language::english),
            "The/the/DET/det>minister minister/minister/NOUN/nsubj>said said/say/VERB/root>0 "
            "they/they/PRON/nsubj>left left/leave/VERB/ccomp>said ././PUNCT/punct>said");
}

TEST(Syntax, IrregularVerbs) {
  EXPECT_NE(read("The families fled the town .", Language::english).find("fled/flee/VERB"),
            std::string::npos);
}

TEST(Syntax, DecomposedAccentsAreReadAlike) {
  Document apart = tokens_of(
      "Le pre\xCC\x81"
      "fet a e\xCC\x81te\xCC\x81 blesse\xCC\x81 .",
      Language::french);
  analyse(apart, words());
  EXPECT_EQ(apart.lemma(apart.tokens[1]), "préfet");
  EXPECT_EQ(apart.lemma(apart.tokens[3]), "être");
  EXPECT_EQ(apart.lemma(apart.tokens[4]), "blesser");
  EXPECT_EQ(apart.tokens[4].upos, Upos::verb);
}

TEST(Syntax, AnotherLanguageIsLeftAsItIs) {
  Document document = tokens_of("Der Minister sagte nichts", Language::unknown);
  analyse(document, words());
  for (const Token& token : document.tokens) EXPECT_EQ(token.upos, Upos::unknown);
}

TEST(Syntax, EverySentenceIsOneTree) {
  for (const Language language : {Language::french, Language::english})
    for (const char* text : {"a", ".", "« »", "a b", "\xff \xfe\x80 é", "1 2 3 , , , . . .",
                             "que que que que que", "Il dit que elle dit que il dit que on dit que rien ."}) {
      Document document = tokens_of(text, language);
      analyse(document, words());
      int roots = 0;
      for (size_t i = 0; i < document.tokens.size(); ++i) {
        roots += document.tokens[i].head < 0;
        size_t steps = 0;
        for (int32_t at = static_cast<int32_t>(i); at >= 0 && steps <= document.tokens.size(); ++steps)
          at = document.tokens[static_cast<size_t>(at)].head;
        EXPECT_LE(steps, document.tokens.size()) << text << ": a cycle";
      }
      EXPECT_EQ(roots, 1) << text;
    }
}

TEST(Model, ForeignAndDamagedFilesAreToldInOneLine) {
  std::string good = weights::write_model({{"tagger.size", "123"}});
  const auto error_of = [](std::string_view bytes) {
    const Result<Model> model = open_model(bytes, "x.model", Language::french);
    EXPECT_FALSE(model.ok());
    return model.ok() ? std::string() : model.error().where + ": " + model.error().what;
  };
  EXPECT_EQ(error_of(""), "x.model: the model is missing or empty");
  EXPECT_EQ(error_of("RCPSYN01"), "x.model: truncated model");
  EXPECT_EQ(error_of(std::string(100, 'x')), "x.model: not a Recoupe model");
  EXPECT_EQ(error_of(std::string_view(good).substr(0, good.size() - 1)), "x.model: truncated model");
  good[good.size() - 1] ^= 1;
  EXPECT_EQ(error_of(good), "x.model: damaged model: wrong digest");
  good[good.size() - 1] ^= 1;
  EXPECT_EQ(error_of(good), "x.model: damaged model: tagger");
}

}  // namespace
}  // namespace recoupe::syntax
