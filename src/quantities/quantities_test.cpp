#include "quantities/quantities.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "quantities/numbers.hpp"

namespace recoupe::quantities {
namespace {

double value_of(std::string_view text, Language language) {
  const std::vector<Word> words = scan(text, language);
  const auto number = read_number(words, 0, language);
  // The whole text must be the number.
  return number && number->end == words.size() ? number->value : -1;
}

TEST(Numbers, FrenchDigits) {
  for (const auto& [text, value] : std::vector<std::pair<const char*, double>>{{"16 000", 16000},
                                                                               {"16\u00A0000", 16000},
                                                                               {"16\u202F000", 16000},
                                                                               {"3.000", 3000},
                                                                               {"3.000.000", 3e6},
                                                                               {"1,5", 1.5},
                                                                               {"2.5", 2.5},
                                                                               {"0,25", 0.25},
                                                                               {"1 234,5", 1234.5},
                                                                               {"1,5 million", 1.5e6},
                                                                               {"2 milliards", 2e9},
                                                                               {"16 mille", 16000}})
    EXPECT_DOUBLE_EQ(value_of(text, Language::french), value) << text;
}

TEST(Numbers, FrenchWords) {
  for (const auto& [text, value] :
       std::vector<std::pair<const char*, double>>{{"dix-sept", 17},
                                                   {"vingt et un", 21},
                                                   {"vingt-et-un", 21},
                                                   {"soixante et onze", 71},
                                                   {"soixante-dix-sept", 77},
                                                   {"quatre-vingts", 80},
                                                   {"quatre-vingt-un", 81},
                                                   {"quatre-vingt-dix-neuf", 99},
                                                   {"nonante-deux", 92},
                                                   {"deux cents", 200},
                                                   {"six cent cinquante", 650},
                                                   {"mille neuf cent quatre-vingt-quatre", 1984},
                                                   {"deux mille trois cents", 2300},
                                                   {"un million deux cent mille", 1.2e6},
                                                   {"deux millions et demi", 2.5e6},
                                                   {"un demi-million", 5e5},
                                                   {"une douzaine", 12},
                                                   {"une centaine de milliers", 1e5},
                                                   {"cent cinquante mille", 150000}})
    EXPECT_DOUBLE_EQ(value_of(text, Language::french), value) << text;
}

TEST(Numbers, English) {
  for (const auto& [text, value] :
       std::vector<std::pair<const char*, double>>{{"16,000", 16000},
                                                   {"1,234.5", 1234.5},
                                                   {"5.262", 5.262},
                                                   {"twenty-one", 21},
                                                   {"a hundred and fifty", 150},
                                                   {"three hundred", 300},
                                                   {"nineteen hundred", 1900},
                                                   {"two and a half million", 2.5e6},
                                                   {"half a million", 5e5},
                                                   {"two dozen", 24},
                                                   {"a million", 1e6},
                                                   {"one hundred thousand", 1e5}})
    EXPECT_DOUBLE_EQ(value_of(text, Language::english), value) << text;
}

TEST(Numbers, VagueOrders) {
  const std::vector<Word> words = scan("plusieurs dizaines de milliers de", Language::french);
  const auto number = read_number(words, 0, Language::french);
  ASSERT_TRUE(number);
  EXPECT_TRUE(number->vague);
  EXPECT_DOUBLE_EQ(number->value, 20000);
  EXPECT_DOUBLE_EQ(number->max, 99999);
}

TEST(Numbers, NoSumOfTwoNumbers) {
  const std::vector<Word> words = scan("vingt et trois", Language::french);
  EXPECT_DOUBLE_EQ(read_number(words, 0, Language::french)->value, 20);
}

TEST(NumbersIn, EveryReading) {
  EXPECT_EQ(numbers_in("5,262 soldats", Language::french), (std::vector<double>{5.262, 5262}));
}

TEST(NumbersIn, HoldsTheLimitsOfEveryFigure) {
  const Words words = load_words();
  for (const std::string& text : std::vector<std::string>{
           "Il attend 10 à 20 000 tentes.", "Deux tiers des élus.", "La moitié des élus.", "7 élus sur 10.",
           "Un quart d'heure.", "Une demi-heure.", "Deux heures et demie.", "30 à 50 milliards d'euros.",
           "Des dizaines de milliers de tentes.", "Coût : 12 M€.", "5,262 soldats.",
           "Elle court en 8 heures, 15 minutes et 36 secondes."}) {
    Document document;
    document.text = text;
    document.language = Language::french;
    find_figures(document, words);
    ASSERT_EQ(document.figures.size(), 1u) << text;
    const Figure& figure = document.figures[0];
    const std::vector<double> numbers = numbers_in(document.words(figure.span), Language::french);
    for (const auto& limit : {figure.min, figure.max})
      if (limit) {
        EXPECT_NE(std::find(numbers.begin(), numbers.end(), *limit), numbers.end()) << text << " " << *limit;
      }
  }
}

TEST(Figures, AnyBytesAndSortedSpans) {
  const Words words = load_words();
  for (const std::string& text :
       {std::string("\xff\xfe 12 \x80 personnes"), std::string(5000, '9'),
        std::string("plus de plus de plus de "), std::string("«»()%$€ 5"),
        std::string("un un un million million de de d' 3 à 4 à 5 ou 6"), std::string()}) {
    for (const Language language : {Language::french, Language::english, Language::unknown}) {
      Document document;
      document.text = text;
      document.language = language;
      find_figures(document, words);
      uint32_t end = 0;
      for (const Figure& figure : document.figures) {
        EXPECT_LE(end, figure.span.begin);
        EXPECT_LT(figure.span.begin, figure.span.end);
        end = figure.span.end;
      }
      EXPECT_LE(end, text.size());
    }
  }
}

// A document with one place («Nice») and one time («mardi») wherever these words stand.
Document with_circumstances(std::string text) {
  Document document;
  document.text = std::move(text);
  document.language = Language::french;
  document.entities.push_back({.kind = EntityKind::place, .name = "Nice"});
  const auto span_of = [&](std::string_view word) {
    const auto at = static_cast<uint32_t>(document.text.find(word));
    return Span{at, at + static_cast<uint32_t>(word.size())};
  };
  document.mentions.push_back({EntityId{0}, span_of("Nice"), EntityKind::place});
  document.times.push_back({span_of("mardi"), TimeType::date, "2016-07-12", ""});
  find_figures(document, load_words());
  return document;
}

TEST(Figures, PlaceAndTimeOfTheSameClause) {
  for (const char* text : {"On compte 12 blessés à Nice mardi.", "À Nice, mardi, 12 personnes ont voté."}) {
    const Document document = with_circumstances(text);
    ASSERT_EQ(document.figures.size(), 1u) << text;
    EXPECT_TRUE(document.figures[0].place) << text;
    EXPECT_EQ(document.figures[0].time, "2016-07-12") << text;
  }
}

TEST(Figures, NoPlaceOrTimeOfAnother) {
  for (const char* text : {"Venu ce jour-là de la ville de Nice un mardi, il a vendu 12 vélos.",
                           "Il habite Nice. On compte 12 vélos depuis mardi.",
                           "Il parle de 12 vélos et de 3 motos à Nice mardi."}) {
    const Document document = with_circumstances(text);
    ASSERT_FALSE(document.figures.empty()) << text;
    EXPECT_FALSE(document.figures[0].place) << text;
    EXPECT_EQ(document.figures[0].time, "") << text;
  }
}

TEST(Figures, LongLineIsLinear) {
  const Words words = load_words();
  Document document;
  document.language = Language::french;
  for (const char* piece :
       {"plus de 12 3 et 4 à 5 dont ", "plus de ", "3 et ", "dix, ", "ex-", "millions de "}) {
    document.text.clear();
    for (int i = 0; i < 40000; ++i) document.text += piece;
    find_figures(document, words);  // minutes if it is not
    EXPECT_LE(document.figures.size(), 160000u);
  }
}

}  // namespace
}  // namespace recoupe::quantities
