#include "language/language.hpp"

#include <gtest/gtest.h>

namespace recoupe::language {
namespace {

TEST(Language, TellsFrenchAndEnglishFromOthers) {
  const Words words = load_words();
  const auto of = [&](const char* text) { return language_of(text, words); };
  EXPECT_EQ(of("Le ministre a annoncé mardi que la route serait fermée."), Language::french);
  EXPECT_EQ(of("L’armée n’a rien dit."), Language::french);
  EXPECT_EQ(of("The minister said on Tuesday that the road would be closed."), Language::english);
  EXPECT_EQ(of("El ministro anunció el martes que la carretera se cerrará por las obras."),
            Language::unknown);
  EXPECT_EQ(of("Der Minister hat am Dienstag gesagt, die Straße sei gesperrt."), Language::unknown);
  EXPECT_EQ(of("Il ministro ha detto che la strada è chiusa per lavori."), Language::unknown);
  EXPECT_EQ(of(""), Language::unknown);
  EXPECT_EQ(of("\xff\xfe 1234 !!"), Language::unknown);
}

TEST(Language, WhatIsGivenStands) {
  const Words words = load_words();
  Document document;
  document.text = "The road is closed and they know it.";
  document.language = Language::french;
  identify(document, words);
  EXPECT_EQ(document.language, Language::french);
}

}  // namespace
}  // namespace recoupe::language
