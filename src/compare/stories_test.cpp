#include "compare/stories.hpp"

#include <gtest/gtest.h>

#include "compare/story_features.hpp"

namespace recoupe::compare {
namespace {

const Lexicon& lexicon() {
  static const Lexicon words = load_lexicon();
  return words;
}

Document article(std::string text, std::string date, Language language = Language::french) {
  Document d;
  d.title = text.substr(0, text.find('\n'));
  d.text = std::move(text);
  d.language = language;
  d.published = PublicationDate{date, DateBasis::metadata, date, date, {}};
  return d;
}

std::vector<Story> stories(const std::vector<Document>& articles) {
  std::vector<Origin> origins(articles.size());
  for (uint32_t i = 0; i < articles.size(); ++i) origins[i].articles = {i};
  return find_stories(articles, origins, link_entities(articles, {}, lexicon()), lexicon());
}

const std::string quarry =
    "La carrière de Bormane fermera\n\nLe groupe Tessancourt arrête l'extraction du marbre à Bormane, où "
    "travaillent quarante carriers. Le maire, Aurélien Vasquel, parle d'un désastre pour la vallée.";

TEST(Stories, AnAffairGoesOnForMonthsWhereItsNamesAreRare) {
  const std::string later =
      "Bormane attend toujours un repreneur\n\nSix mois après le départ de Tessancourt, aucun marbrier ne "
      "veut de "
      "la carrière de Bormane. Aurélien Vasquel a écrit au ministère.";
  EXPECT_EQ(stories({article(quarry, "2019-01-10"), article(later, "2019-07-12")}).size(), 1u);
}

TEST(Stories, OneCountryInTwoSeasonsIsTwoStories) {
  const std::string winter =
      "Algérie : la neige bloque des routes\n\nPlusieurs villages d'Algérie sont isolés par la neige depuis "
      "mardi. Des "
      "militaires portent du pain aux habitants.";
  const std::string summer =
      "Algérie : un député arrêté\n\nUn député a été arrêté mardi en Algérie pour corruption. Des habitants "
      "ont "
      "manifesté devant le tribunal.";
  EXPECT_EQ(stories({article(winter, "2019-01-10"), article(summer, "2019-07-12")}).size(), 2u);
}

TEST(Stories, FrenchAndEnglishMeet) {
  const std::string english =
      "Marble quarry to close in Bormane\n\nForty workers will lose their jobs when the Tessancourt group "
      "stops cutting "
      "marble in Bormane. Mayor Aurélien Vasquel called it a disaster for the valley.";
  EXPECT_EQ(
      stories({article(quarry, "2019-01-10"), article(english, "2019-01-11", Language::english)}).size(), 1u);
}

TEST(Stories, TwoMeetingsInOneCityInOneWeekAreTwo) {
  const std::string grain =
      "Céréales : les exportateurs réunis à Genève\n\nLes marchands de blé de douze pays cherchent depuis "
      "lundi à "
      "Genève un prix plancher. L'Ukraine s'y oppose, a dit leur président, Pavel Hrynko.";
  const std::string grain_again =
      "Blé : pas de prix plancher\n\nRéunis à Genève, les exportateurs de céréales se sont séparés sans "
      "fixer de prix. "
      "Pavel Hrynko regrette le refus de l'Ukraine.";
  const std::string telescope =
      "Un télescope géant se décide à Genève\n\nLes astronomes européens choisissent cette semaine à Genève "
      "le site de "
      "leur télescope. Le désert d'Atacama a la faveur de la directrice, Ilse Brandt.";
  const std::string telescope_again =
      "Atacama aura son télescope\n\nLa décision est tombée mercredi à Genève : le miroir de trente mètres "
      "sera bâti "
      "dans le désert d'Atacama. Ilse Brandt, qui dirige le projet, a applaudi.";
  const auto found = stories({article(grain, "2018-03-05"), article(telescope, "2018-03-06"),
                              article(grain_again, "2018-03-07"), article(telescope_again, "2018-03-07")});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].articles, (std::vector<uint32_t>{0, 2}));
}

}  // namespace
}  // namespace recoupe::compare
