#include "quotes/quotes.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "base/utf8.hpp"
#include "quotes/conjugate.hpp"
#include "quotes/cue_lexicon.hpp"
#include "quotes/marks.hpp"

namespace recoupe::quotes {
namespace {

std::vector<std::string> marked(const std::string& text) {
  std::vector<Paragraph> paragraphs;
  for (uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<uint32_t>(std::min(text.find("\n\n", at), text.size()));
    paragraphs.push_back({{at, end}, false});
    at = end + 2;
  }
  std::vector<std::string> out;
  for (const Marked& m : find_marked(text, paragraphs)) out.emplace_back(slice(text, m.inner));
  return out;
}

using Texts = std::vector<std::string>;

TEST(Marks, NestedOnesBelongToTheOuter) {
  EXPECT_EQ(marked("Il dit « oui à « tout » cela » puis part."), (Texts{"oui à « tout » cela"}));
  EXPECT_EQ(marked("He said “the ‘big’ one” is here."), (Texts{"the ‘big’ one"}));
}

TEST(Marks, ApostrophesAreNotMarks) {
  EXPECT_EQ(marked("L'homme d'hier n'a rien dit aux ouvriers' amis."), Texts{});
  EXPECT_EQ(marked("The workers' rights and the boys' club"), Texts{});
}

TEST(Marks, FrenchBlanksOnBothSidesOfStraightOnes) {
  EXPECT_EQ(marked("Il a dit \" oui demain \" puis \" non merci \"."), (Texts{"oui demain", "non merci"}));
}

TEST(Marks, ForgottenOnesEndWithTheParagraph) {
  EXPECT_EQ(marked("Il dit : « oui demain.\n\nElle est « venue » hier."), (Texts{"oui demain.", "venue"}));
  EXPECT_EQ(marked("« A b c.\n\nD e f.\n\nG h i. » Fin."), (Texts{"A b c.", "D e f.", "G h i."}));
  EXPECT_EQ(marked("« a b « c d e »"), (Texts{"a b « c d e"}));
}

TEST(Marks, AnyBytesAndLinearTime) {
  std::string hostile;
  for (int i = 0; i < 200000; ++i) hostile += (i % 3 == 0) ? "«" : (i % 3 == 1) ? "\"" : "\xff»";
  const std::vector<Paragraph> one = {{{0, static_cast<uint32_t>(hostile.size())}, false}};
  uint32_t last = 0;
  for (const Marked& m : find_marked(hostile, one)) {
    EXPECT_LE(last, m.outer.begin);
    EXPECT_TRUE(m.outer.contains(m.inner));
    last = m.outer.end;
  }
}

TEST(Conjugate, FrenchByRule) {
  const Cue_lexicon french = load_cue_lexicon(Language::french);
  for (const char* form : {"annonça",  "annonçait", "annoncera",    "annoncé",     "jugeait",   "rappelle",
                           "martèle",  "espère",    "espérait",     "avertissent", "démentait", "dément",
                           "prédit",   "promis",    "soutiendrait", "reconnaît",   "reconnu",   "craignent",
                           "répondit", "conclut",   "écrivait",     "lança"})
    EXPECT_NE(french.forms_of(form), nullptr) << form;
}

TEST(Conjugate, EnglishByRule) {
  const Cue_lexicon english = load_cue_lexicon(Language::english);
  for (const char* form : {"says", "said", "denies", "denied", "told", "announcing", "argued", "agreeing",
                           "stresses", "admitted", "admitting"})
    EXPECT_NE(english.forms_of(form), nullptr) << form;
}

// Spans stay inside the text and on its borders whatever the bytes are.
TEST(Statements, HostileText) {
  const Words words = load_words();
  Document document;
  document.language = Language::french;
  document.text = "« \xff, a-t-il dit, \xc3";
  document.paragraphs = {{{0, static_cast<uint32_t>(document.text.size())}, false}};
  for (uint32_t i = 0; i < document.text.size(); ++i) document.tokens.push_back({.span = {i, i + 1}});
  document.sentences = {{{0, static_cast<uint32_t>(document.text.size())},
                         0,
                         static_cast<uint32_t>(document.tokens.size()),
                         0}};
  find_statements(document, words);
  for (const Statement& statement : document.statements) EXPECT_LE(statement.span.end, document.text.size());
}

}  // namespace
}  // namespace recoupe::quotes
