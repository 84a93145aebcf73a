#include "report/conllu.hpp"

#include <gtest/gtest.h>

namespace recoupe::report {
namespace {

constexpr const char* sample =
    "# sent_id = 1\n"
    "1\tIl\tlui\tPRON\t_\tNumber=Sing|Person=3\t2\tnsubj\t_\t_\n"
    "2\tva\taller\tVERB\t_\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_\n"
    "3-4\tau\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tà\tà\tADP\t_\t_\t5\tcase\t_\t_\n"
    "4\tle\tle\tDET\t_\tDefinite=Def|Gender=Masc|Number=Sing\t5\tdet\t_\t_\n"
    "5\tport\tport\tNOUN\t_\tGender=Masc|Number=Sing\t2\tobl:arg\t_\tSpaceAfter=No\n\n";

TEST(Conllu, ReadingAndPrintingIsIdentity) {
  const auto sentences = read_conllu(sample, "sample");
  ASSERT_TRUE(sentences.ok());
  EXPECT_EQ(print(sentences.value()), sample);
}

TEST(Conllu, ThroughADocumentAndBack) {
  auto sentences = read_conllu(sample, "sample").take();
  const Document document = document_of(sentences, Language::french);
  EXPECT_EQ(document.text, "Il va à le port");
  ASSERT_EQ(document.tokens.size(), 5u);
  EXPECT_EQ(document.tokens[0].head, 1);
  EXPECT_EQ(document.tokens[1].head, -1);
  for (ConlluRow& row : sentences[0].rows)
    if (row.upos != "_") row.lemma = row.upos = row.feats = row.head = row.deprel = "_";
  fill(sentences, document);
  EXPECT_EQ(print(sentences), sample);
}

TEST(Conllu, AContractionIsARangeAndWordsSayWhereTheyStand) {
  Document document;
  document.id = "x";
  document.text = "va au port";
  document.tokens = {{.span = {0, 2}, .flags = token_space_after},
                     {.span = {3, 5}, .flags = token_contraction},
                     {.span = {3, 5}, .flags = token_contraction_tail | token_space_after},
                     {.span = {6, 10}}};
  document.sentences = {{{0, 10}, 0, 4, 0}};
  EXPECT_EQ(conllu(document),
            "# newpar\n# sent_id = x-1\n# text = va au port\n# source = 0:10\n"
            "1\tva\t_\t_\t_\t_\t_\t_\t_\tSource=0:2\n"
            "2-3\tau\t_\t_\t_\t_\t_\t_\t_\tSource=3:5\n"
            "2\tà\t_\t_\t_\t_\t_\t_\t_\tSource=3:5\n"
            "3\tle\t_\t_\t_\t_\t_\t_\t_\tSource=3:5\n"
            "4\tport\t_\t_\t_\t_\t_\t_\t_\tSource=6:10\n\n");
}

TEST(Conllu, WhatIsNotConlluIsToldWithItsLine) {
  const auto read = read_conllu("1\tx\n\nhello\n", "f");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().what, "line 3 is not CoNLL-U");
  EXPECT_TRUE(read_conllu("", "f").ok());
}

}  // namespace
}  // namespace recoupe::report
