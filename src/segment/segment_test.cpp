#include "segment/segment.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "base/utf8.hpp"
#include "document/contraction.hpp"

namespace recoupe::segment {
namespace {

const Words& words() {
  static const Words all = load_words();
  return all;
}

Document read(std::string text, Language language) {
  Document document;
  document.text = std::move(text);
  document.language = language;
  segment(document, words());
  return document;
}

// The tokens, a blank between two, " | " between sentences, " || " between paragraphs.
std::string cut(std::string text, Language language) {
  const Document document = read(std::move(text), language);
  std::string out;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.first_token > 0) out += sentence.paragraph != (&sentence)[-1].paragraph ? " || " : " | ";
    for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (i > sentence.first_token) out += ' ';
      out += form(document, document.tokens[i]);
    }
  }
  return out;
}
std::string fr(std::string text) {
  return cut(std::move(text), Language::french);
}
std::string en(std::string text) {
  return cut(std::move(text), Language::english);
}

TEST(Segment, FrenchWords) {
  EXPECT_EQ(fr("L'armée n'a pas répondu."), "L' armée n' a pas répondu .");
  EXPECT_EQ(fr("L’armée, qu’elle dit."), "L’ armée , qu’ elle dit .");
  EXPECT_EQ(fr("Aujourd'hui, quelqu'un l'a dit, c'est-à-dire lui"),
            "Aujourd'hui , quelqu'un l' a dit , c'est-à-dire lui");
  EXPECT_EQ(fr("Qu'a-t-il dit ? Donne-le-moi, vas-y !"), "Qu' a -t-il dit ? | Donne -le -moi , vas -y !");
  EXPECT_EQ(fr("Kim Jong-il et Jean-Yves de Bar-le-Duc"), "Kim Jong-il et Jean-Yves de Bar-le-Duc");
  EXPECT_EQ(fr("ce jour-là, celui-ci est peut-être venu"), "ce jour -là , celui-ci est peut-être venu");
  EXPECT_EQ(fr("le retour du roi aux îles, avec des amis"), "le retour de le roi à les îles , avec des amis");
  EXPECT_EQ(fr("l' armée d'« État »"), "l' armée d' « État »");
}

TEST(Segment, DesIsAnArticleOrAContraction) {
  EXPECT_EQ(fr("Ils présentent des plans."), "Ils présentent des plans .");
  EXPECT_EQ(fr("La fin des travaux."), "La fin de les travaux .");
  EXPECT_EQ(fr("Des voix, des cris."), "Des voix , des cris .");
  EXPECT_EQ(fr("le droit de vote et des élus"), "le droit de vote et de les élus");
  EXPECT_EQ(fr("il voit un chat et des chiens"), "il voit un chat et des chiens");
}

TEST(Segment, FrenchNumbers) {
  EXPECT_EQ(fr("16 000 personnes, 2,5 % et 1.500.000 €"), "16 000 personnes , 2,5 % et 1.500.000 €");
  EXPECT_EQ(read("16 000 personnes", Language::french).tokens.size(), 2u);
  EXPECT_EQ(read("1\u202F500\u00A0000 euros", Language::french).tokens.size(), 2u);
  EXPECT_EQ(fr("en 2006 120 morts"), "en 2006 120 morts");
  EXPECT_EQ(read("en 2006 120 morts", Language::french).tokens.size(), 4u);
  EXPECT_EQ(fr("à 14h30 le 1er mai, le n°5, -1,5 degré"), "à 14h30 le 1er mai , le n° 5 , -1,5 degré");
}

TEST(Segment, FrenchSentences) {
  EXPECT_EQ(fr("M. Petit est là. Il parle."), "M. Petit est là . | Il parle .");
  EXPECT_EQ(fr("J.-C. Martin et P. Durand. Le reste, etc. Il part."),
            "J.-C. Martin et P. Durand . | Le reste , etc. | Il part .");
  EXPECT_EQ(fr("« Je pars ! », a-t-il dit. « Je reviens. » Il rit."),
            "« Je pars ! » , a -t-il dit . | « Je reviens . » | Il rit .");
  EXPECT_EQ(fr("\"Je pars.\" Il rit. \"Bon.\""), "\" Je pars . \" | Il rit . | \" Bon . \"");
  EXPECT_EQ(fr("PARIS (AFP) – Le feu a pris. 3 blessés ."), "PARIS ( AFP ) – Le feu a pris . | 3 blessés .");
  EXPECT_EQ(fr("Un titre\nUne phrase\n\nUne autre"), "Un titre | Une phrase || Une autre");
  EXPECT_EQ(fr("1. Le budget. 2. Le reste."), "1 . Le budget . | 2 . Le reste .");
  EXPECT_EQ(fr("Voir p. 12 du rapport."), "Voir p. 12 de le rapport .");
}

TEST(Segment, English) {
  EXPECT_EQ(en("I don't know; he can’t, cannot."), "I do n't know ; he ca n’t , can not .");
  EXPECT_EQ(en("It's Bush's, the workers' and we'll go"), "It 's Bush 's , the workers ' and we 'll go");
  EXPECT_EQ(en("A well-known anti-war e-mail by Jean-Claude"),
            "A well - known anti-war e-mail by Jean-Claude");
  EXPECT_EQ(en("Mr. Poe of the U.S. Army left. He came at 5pm."),
            "Mr. Poe of the U.S. Army left . | He came at 5 pm .");
  EXPECT_EQ(en("He left the U.S. The army stayed."), "He left the U.S. | The army stayed .");
  EXPECT_EQ(en("\"We go,\" she said. \"Now.\" They went."),
            "\" We go , \" she said . | \" Now . \" | They went .");
  EXPECT_EQ(en("See https://example.org/a?b=1. Or a.b@example.org"),
            "See https://example.org/a?b=1 . | Or a.b@example.org");
}

TEST(Segment, OddBytesAndBorders) {
  const std::string odd[] = {
      "",       "\n\n\n", "   ", "\xff\xfe\x80", "e\u0301t\u0301", "'",         "''",  "-",  "--",  "@@",
      "#",      "l'",     "d'",  "\xe2\x80",     "a\xe2\x80",      "1 000\xe2", "«",   "…",  "U.S", "www.",
      "don't'", "-t-il",  "'s",  "cannot",       "\u200b",         "1.",        "1. ", "n°", "°"};
  for (const Language language : {Language::french, Language::english, Language::unknown})
    for (const std::string& text : odd)
      for (const std::string& around : {text, "a " + text + " b", text + text}) {
        const Document document = read(around, language);
        uint32_t end = 0;
        for (const Token& token : document.tokens) {
          EXPECT_LE(token.span.end, document.text.size());
          EXPECT_LT(token.span.begin, token.span.end) << around;
          if ((token.flags & token_contraction_tail) == 0) {
            EXPECT_GE(token.span.begin, end) << around;
          }
          if (utf8::valid(around)) {
            EXPECT_TRUE(utf8::on_border(document.text, token.span.begin)) << around;
            EXPECT_TRUE(utf8::on_border(document.text, token.span.end)) << around;
          }
          end = token.span.end;
        }
      }
}

TEST(Segment, LongLinesAreCutInLinearTime) {
  const auto start = std::chrono::steady_clock::now();
  const char* const pieces[] = {"mot ", "a",  "'", "l'", "1 000 ", "-",  "a-",
                                "a.",   "« ", "é", "\"", ".a ",    "12:"};
  for (const char* piece : pieces) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    for (const Language language : {Language::french, Language::english}) {
      const Document document = read(text, language);
      for (const Sentence& sentence : document.sentences)
        ASSERT_LE(sentence.end_token - sentence.first_token, longest_sentence + longest_token);
    }
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

}  // namespace
}  // namespace recoupe::segment
