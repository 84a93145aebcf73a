#include "names/names.hpp"

#include <gtest/gtest.h>

#include <array>

#include "base/utf8.hpp"
#include "names/words.hpp"

namespace recoupe::names {
namespace {

std::string split(std::string_view text) {
  std::string out;
  for (const Word& word : words_of(text)) {
    if (!out.empty()) out += '|';
    out += text.substr(word.span.begin, word.span.size());
  }
  return out;
}

TEST(Words, ElidedArticlesAndPossessivesStandApart) {
  EXPECT_EQ(split("l'Irak et la Côte d’Ivoire"), "l|Irak|et|la|Côte|d|Ivoire");
  EXPECT_EQ(split("aujourd'hui à N'Djamena"), "aujourd'hui|à|N'Djamena");
  EXPECT_EQ(split("Obama's visit to Dar'a"), "Obama|visit|to|Dar'a");
  EXPECT_EQ(split("M. Valls, à Deir ez-Zor."), "M.|Valls|à|Deir|ez-Zor");
  EXPECT_EQ(split("the U.S. and L.A."), "the|U.S.|and|L.A.");
}

TEST(Words, KnowWhereSentencesBeginAndWhatStandsBetween) {
  const auto words = words_of("Il dort. Elle, non : « Oui »");
  ASSERT_EQ(words.size(), 5u);
  EXPECT_TRUE(words[0].head);
  EXPECT_FALSE(words[1].head);
  EXPECT_TRUE(words[2].head);
  EXPECT_EQ(words[3].before, ',');
  EXPECT_TRUE(words[4].head);
}

const Words& lists() {
  static const Words loaded = load_words();
  return loaded;
}
const gazetteer::Gazetteer& places() {
  static const gazetteer::Gazetteer loaded = gazetteer::load();
  return loaded;
}

TEST(Names, AnyBytesGiveSpansOnBordersInOrder) {
  std::string text;
  uint32_t state = 7;
  for (int round = 0; round < 200; ++round) {
    state = state * 1664525u + 1013904223u;
    constexpr std::array<std::string_view, 14> pieces = {
        "Jean ", "de ", "Paris", " (", "\xE2\x80",        "’",   "l'", "ONU",
        ". ",    "\n",  "É",     "-",  "ministère de l'", "\xFF"};
    text += pieces[state >> 28 & 0xF ? (state >> 20) % pieces.size() : 0];
  }
  for (const Language language : {Language::french, Language::english}) {
    Document document;
    document.text = text;
    document.language = language;
    find_names(document, lists(), places());
    uint32_t last = 0;
    for (const Name& name : document.names) {
      EXPECT_LE(last, name.span.begin);
      EXPECT_LT(name.span.begin, name.span.end);
      EXPECT_LE(name.span.end, text.size());
      EXPECT_TRUE(utf8::on_border(text, name.span.begin) && utf8::on_border(text, name.span.end));
      last = name.span.begin;
    }
  }
}

TEST(Names, LongTextsWithoutAnEndTakeLinearTime) {
  for (const std::string_view piece :
       {"Jean-Paul de ", "ministère de l'Intérieur de la ", "président du ", "AB"}) {
    Document document;
    while (document.text.size() < 300000) document.text += piece;
    document.language = Language::french;
    find_names(document, lists(), places());
    SUCCEED() << document.names.size();
  }
}

}  // namespace
}  // namespace recoupe::names
