#include "compare/compare.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/sha256.hpp"
#include "compare/agency.hpp"
#include "compare/figure_values.hpp"
#include "compare/origins.hpp"
#include "compare/stories.hpp"
#include "compare/story_dates.hpp"

namespace recoupe::compare {
namespace {

const Lexicon& lexicon() {
  static const Lexicon words = load_lexicon();
  return words;
}

Document article(std::string text, std::string date = "2024-05-02", Language language = Language::french) {
  Document d;
  d.id = sha256_hex16(text);
  d.source_name = d.id + ".txt";
  d.title = text.substr(0, text.find('\n'));
  d.text = std::move(text);
  d.language = language;
  if (!date.empty()) d.published = PublicationDate{date, DateBasis::text, date, date, {}};
  return d;
}

Span find(const Document& d, std::string_view words) {
  const auto at = static_cast<uint32_t>(d.text.find(words));
  return {at, at + static_cast<uint32_t>(words.size())};
}

constexpr const char* wire =
    "Un navire chargé de sel s'est échoué dans la nuit de mardi à mercredi devant le port de Larmor, sans "
    "faire de "
    "blessés, a annoncé la préfecture maritime. Les quatorze marins ont été hélitreuillés vers la terre "
    "ferme et "
    "passent la nuit dans une école prêtée par la commune.\n\nLe capitaine a expliqué aux enquêteurs que la "
    "machine "
    "s'était arrêtée d'un coup alors que le vent forcissait. Deux remorqueurs sont attendus à la marée haute "
    "pour "
    "tenter de remettre la coque à flot avant l'arrivée du mauvais temps annoncé pour la fin de la semaine.";

constexpr const char* other_pen =
    "À Larmor, on ne parle que du bateau de sel planté dans le sable depuis la veille. Personne n'a été "
    "blessé parmi "
    "l'équipage, que les secours ont ramené à terre par les airs. La panne du moteur serait en cause, selon "
    "les "
    "premiers témoignages recueillis sur le quai. Le renflouement dépendra de la météo des prochains jours, "
    "prévient "
    "un pilote du port qui connaît bien ces bancs.";

size_t origins_of(std::vector<Document> documents) {
  return compare(std::move(documents)).origins.size();
}

TEST(Origins, ACopyIsFoundWhateverWasDoneToIt) {
  const std::string text = wire;
  const std::string upper = [&] {
    std::string out = text;
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return c < 128 ? std::toupper(c) : c; });
    return out;
  }();
  const std::string second = text.substr(text.find("\n\n") + 2);
  std::string curly = text;
  for (size_t at = 0; (at = curly.find('\'', at)) != std::string::npos;) curly.replace(at, 1, "’");
  const std::vector<std::pair<const char*, std::string>> edits = {
      {"another title", "Un titre de la rédaction\n\n" + text},
      {"one paragraph only", "Le sel de Larmor\n\n" + second},
      {"curly apostrophes", curly},
      {"capitals", upper},
      {"within a longer article",
       std::string(other_pen) + "\n\n" + text + "\n\n" + std::string(other_pen).substr(0, 200)},
      {"paragraphs turned round", second + "\n\n" + text.substr(0, text.find("\n\n"))},
      {"an excerpt of a third", text.substr(0, text.size() / 3)},
  };
  for (const auto& [what, edited] : edits)
    EXPECT_EQ(origins_of({article(text), article(edited)}), 1u) << what;
}

TEST(Origins, TwoReportersOfOneEventAreTwo) {
  EXPECT_EQ(origins_of({article(wire), article(other_pen)}), 2u);
}

TEST(Origins, OneSpeechHeardByTwoIsNoCopy) {
  const std::string speech =
      "Nous remettrons ce navire à flot avant dimanche et nous ferons payer l'armateur jusqu'au dernier "
      "centime, "
      "parce que la mer n'est la poubelle de personne et que ce port a déjà trop souvent réparé à ses frais";
  Document a =
      article("Le maire hausse le ton devant la presse réunie au port.\n\n" + speech +
              "\n\nIl a ensuite regagné la mairie sans répondre aux questions des journalistes présents.");
  Document b = article("Colère froide à Larmor, où l'élu a parlé dix minutes.\n\n" + speech +
                       "\n\nLes pêcheurs, eux, attendaient surtout des nouvelles de la passe et du chenal.");
  for (Document* d : {&a, &b}) {
    Statement s;
    s.span = find(*d, speech);
    d->statements = {s};
  }
  EXPECT_EQ(origins_of({a, b}), 2u);
}

TEST(Origins, APassageIsTheSameWordsInBothSources) {
  const Document a = article(wire),
                 b = article("Chapeau de la rédaction.\n\n" + std::string(wire), "2024-05-03");
  const Dossier dossier = compare({b, a});
  ASSERT_EQ(dossier.origins.size(), 1u);
  EXPECT_EQ(dossier.articles[0].text, a.text);  // first published first
  ASSERT_EQ(dossier.origins[0].passages.size(), 1u);
  const Passage& passage = dossier.origins[0].passages[0];
  EXPECT_EQ(slice(a.text, passage.a_source), slice(b.text, passage.b_source));
  EXPECT_GT(passage.a_source.size(), a.text.size() * 9 / 10);
}

TEST(Origins, AHouseFooterLinksNobody) {
  const std::string footer =
      "\n\nNotre journal ne vit que de ses lecteurs et ne touche aucune subvention. Si vous le pouvez, "
      "soutenez-nous "
      "chaque mois, à partir de deux euros seulement, et recevez en retour notre lettre du dimanche, nos "
      "archives et "
      "l'estime de toute la rédaction, qui vous remercie de votre fidélité.";
  std::vector<Document> documents;
  for (const char* body : {"Le conseil a voté le budget des écoles après trois heures de débat.",
                           "Une exposition de cartes anciennes ouvre samedi au musée de la ville.",
                           "La patinoire fermera dix jours pour changer ses compresseurs usés."}) {
    documents.push_back(article(body + footer));
    documents.back().outlet = Outlet{"La Gazette du Large", "", "FR", "newspaper"};
  }
  EXPECT_EQ(origins_of(documents), 3u);
}

TEST(Agency, CreditsOfTextAndNotOfPictures) {
  const auto credited = [](const std::string& text) { return credited_agency(article(text), lexicon()); };
  EXPECT_EQ(credited("Titre\n\nPARIS (AFP), 12 mars – Le conseil se réunit."), "AFP");
  EXPECT_EQ(credited("Title\n\nLONDON (Reuters) - The council meets."), "Reuters");
  EXPECT_EQ(credited("Titre\n\nPar la rédaction, avec ALP\n\nLe conseil se réunit."), "ALP");
  EXPECT_EQ(credited("Titre\n\nLe conseil se réunit.\n\n(avec agences)"), "agences");
  EXPECT_EQ(credited("Titre\n\nLe conseil se réunit.\n\nAFP"), "AFP");
  EXPECT_EQ(credited("Titre\n\nPhoto AFP\n\nLe conseil se réunit."), "");
  EXPECT_EQ(credited("Titre\n\n© Jeanne Prat / AFP\n\nLe conseil se réunit."), "");
  EXPECT_EQ(
      credited(
          "Titre\n\nLe journaliste de l'AFP a vu passer trois camions, a dit la porte-parole du conseil."),
      "");
}

TEST(Values, SameAgreeCompatibleApart) {
  const auto figure = [](std::optional<double> min, std::optional<double> max, Bound bound) {
    Figure f;
    f.min = min;
    f.max = max;
    f.bound = bound;
    return f;
  };
  const Figure four = figure(4, 4, Bound::exact), at_least_four = figure(4, {}, Bound::at_least);
  const Figure seven = figure(7, 7, Bound::exact), dozens = figure(20, 99, Bound::vague);
  const Figure range = figure(3000, 4000, Bound::range), nine_thousand = figure(9000, 9000, Bound::exact);
  const Figure about = figure(2300, 2300, Bound::approx), near = figure(2412, 2412, Bound::exact);
  const Figure open = figure(3500, {}, Bound::more_than);
  const std::vector<std::tuple<Figure, Figure, Values>> cases = {
      {four, four, Values::same},
      {four, at_least_four, Values::agree},
      {seven, at_least_four, Values::compatible},
      {four, seven, Values::apart},
      {range, nine_thousand, Values::apart},
      {about, near, Values::agree},
      {about, open, Values::apart},
      {figure(40, 40, Bound::exact), dozens, Values::compatible},
      {four, dozens, Values::apart},
  };
  for (const auto& [a, b, expected] : cases) {
    EXPECT_EQ(compare_values(a, b), expected) << say_value(a) << " / " << say_value(b);
    EXPECT_EQ(compare_values(b, a), expected) << say_value(b) << " / " << say_value(a);
  }
  EXPECT_EQ(say_value(range), "3000 to 4000");
  EXPECT_EQ(say_value(open), "more than 3500");
}

TEST(Words, TranslationsMeet) {
  const auto dice = [](const char* french, const char* english) {
    return overlap(content_of(french, Language::french, lexicon()),
                   content_of(english, Language::english, lexicon()))
        .dice;
  };
  EXPECT_GT(dice("Les secouristes ont retrouvé deux enfants sous les décombres",
                 "Rescuers found two children under the rubble"),
            0.6);
  EXPECT_LT(dice("Les secouristes ont retrouvé deux enfants sous les décombres",
                 "The bank will cut four hundred jobs"),
            0.2);
}

TEST(Words, GroupsOfDigitsAreOneNumber) {
  const auto numbers = [](const char* text) { return content_of(text, Language::french, lexicon()).numbers; };
  EXPECT_EQ(numbers("2 300 évacués, 2.300 évacués"), (std::vector<std::string>{"2300"}));
  EXPECT_EQ(numbers("en 2016, 40 morts"), (std::vector<std::string>{"2016", "40"}));
}

Entity person(const char* name, const char* role = "") {
  Entity e;
  e.kind = EntityKind::person;
  e.name = name;
  e.role = role;
  return e;
}

TEST(EntitiesOfDossier, SpellingsMeetAndNamesakesDoNot) {
  std::vector<Document> documents = {article("a"), article("b"), article("c")};
  documents[0].entities = {person("Haïdar al Abadi")};
  documents[1].entities = {person("Haider al-Abadi")};
  documents[2].entities = {person("Hadi al-Badri")};
  Entity daech;
  daech.kind = EntityKind::group;
  daech.name = "Daech";
  documents[0].entities.push_back(daech);
  daech.name = "Islamic State";
  documents[1].entities.push_back(daech);
  Entity vienne;
  vienne.kind = EntityKind::place;
  vienne.name = "Vienne";
  vienne.country = "FR";
  documents[0].entities.push_back(vienne);
  vienne.country = "AT";
  documents[1].entities.push_back(vienne);
  const Dossier dossier = compare(documents);
  std::vector<std::string> joined;
  for (const DossierEntity& entity : dossier.entities)
    if (entity.members.size() > 1) joined.push_back(entity.name);
  std::sort(joined.begin(), joined.end());
  ASSERT_EQ(joined.size(), 2u);
  EXPECT_TRUE(joined[0].starts_with("Ha"));
  EXPECT_EQ(joined[1], "Islamic State");
}

Document with_figure(std::string text, std::string_view words, double value, std::string_view what,
                     FigureCategory category, std::string date = "2024-05-02") {
  Document d = article(std::move(text), std::move(date));
  Figure f;
  f.span = find(d, words);
  f.min = f.max = value;
  f.what = find(d, what);
  f.category = category;
  d.figures = {f};
  return d;
}

const Cluster& cluster_of_figures(const Dossier& dossier) {
  return *std::find_if(dossier.clusters.begin(), dossier.clusters.end(),
                       [](const Cluster& c) { return c.kind == ClaimKind::figure; });
}

TEST(Figures, ARisingTollIsNoContradiction) {
  const std::string base = "Naufrage du Kerdonis devant Larmor. Le naufrage du Kerdonis a fait ";
  const Dossier dossier = compare(
      {with_figure(base + "quatre morts.", "quatre morts", 4, "morts", FigureCategory::killed),
       with_figure(base + "sept morts.", "sept morts", 7, "morts", FigureCategory::killed, "2024-05-03")});
  ASSERT_EQ(dossier.stories.size(), 1u);
  for (const Cluster& cluster : dossier.clusters)
    EXPECT_EQ(cluster.relation, ClusterRelation::single) << cluster.why;
  EXPECT_NE(dossier.clusters[1].why.find("brings up to date 4 (2024-05-02)"), std::string::npos)
      << dossier.clusters[1].why;
}

TEST(Figures, TwoNumbersOfOneThingDiffer) {
  const std::string base = "Armateur du Kerdonis : la cargaison du Kerdonis échoué à Larmor pesait ";
  const Dossier dossier =
      compare({with_figure(base + "900 sacs de sel gris.", "900 sacs", 900, "sacs", FigureCategory::objects),
               with_figure(base + "2500 sacs de sel gris.", "2500 sacs", 2500, "sacs",
                           FigureCategory::objects, "2024-05-03")});
  const Cluster& cluster = cluster_of_figures(dossier);
  EXPECT_EQ(cluster.relation, ClusterRelation::differ) << cluster.why;
  EXPECT_NE(cluster.why.find("cannot both hold: 900 against 2500"), std::string::npos) << cluster.why;
}

TEST(Figures, TheSentenceNamesWhoGivesTheNumber) {
  const std::string text =
      "Le sort des évacués divise. La mairie de Larmor s'en tient à 900 personnes côté français ; "
      "1500 personnes, selon le comité des riverains.";
  Document d = with_figure(text, "900 personnes", 900, "personnes", FigureCategory::people);
  const Document second = with_figure(text, "1500 personnes", 1500, "personnes", FigureCategory::people);
  d.figures.push_back(second.figures.front());
  const Dossier dossier = compare({d});
  const Cluster& cluster = cluster_of_figures(dossier);
  EXPECT_EQ(cluster.members.size(), 2u);
  EXPECT_EQ(cluster.relation, ClusterRelation::differ) << cluster.why;
}

TEST(Figures, TwoCurrenciesAreNotCompared) {
  const std::string base = "Armateur du Kerdonis : le sauvetage du Kerdonis échoué à Larmor coûtera ";
  Document a =
      with_figure(base + "40 millions d'euros.", "40 millions d'euros", 4e7, "euros", FigureCategory::money);
  Document b = with_figure(base + "44 millions de dollars.", "44 millions de dollars", 4.4e7, "dollars",
                           FigureCategory::money);
  a.figures[0].unit = "EUR";
  b.figures[0].unit = "USD";
  for (const Cluster& cluster : compare({a, b}).clusters)
    EXPECT_EQ(cluster.relation, ClusterRelation::single);
}

TEST(Statements, OneRemarkInTwoTranslationsByAnUnnamedAndANamedSpeaker) {
  const auto told = [](std::string text, std::string_view words, const char* name, const char* mention) {
    Document d = article(std::move(text));
    Statement s;
    s.span = find(d, words);
    s.attribution = {{name, {}, "", find(d, mention), {}}};
    d.statements = {s};
    return d;
  };
  const std::string base = "Digue de Larmor : la digue de Larmor a cédé. ";
  const Dossier dossier =
      compare({told(base + "Le gouverneur flamand a dit: \"il ne faut pas colmater la digue d'un hiver à "
                           "l'autre, mais la remonter\".",
                    "il ne faut pas colmater la digue d'un hiver à l'autre, mais la remonter",
                    "gouverneur flamand", "Le gouverneur flamand"),
               told(base + "«Nous attendons l'aide promise. La digue doit être remontée et non réparée "
                           "chaque hiver», a déclaré "
                           "le général flamand Joris Vantomme.",
                    "Nous attendons l'aide promise. La digue doit être remontée et non réparée chaque hiver",
                    "Joris Vantomme", "le général flamand Joris Vantomme")});
  ASSERT_EQ(dossier.clusters.size(), 1u);
  EXPECT_EQ(dossier.clusters[0].relation, ClusterRelation::agree) << dossier.clusters[0].why;
}

TEST(StoryDates, OneDayOfTheWindowFitsOrNoneIsBelieved) {
  const auto day = [](const char* words, const char* first, const char* last) {
    return day_in_window(words, *day_number(first), *day_number(last)).value_or("-");
  };
  EXPECT_EQ(day("ce jeudi 14", "2024-03-05", "2024-03-22"), "2024-03-14");
  EXPECT_EQ(day("this Thursday, March 14", "2024-03-05", "2024-03-22"), "2024-03-14");
  EXPECT_EQ(day("ce mardi 14", "2024-03-05", "2024-03-22"), "-");
  EXPECT_EQ(day("jeudi 14", "2024-03-05", "2024-03-22"), "-");  // may be last month's
  EXPECT_EQ(day("ce jeudi", "2024-03-05", "2024-03-22"), "-");
  EXPECT_EQ(day("ce jeudi 14", "2024-01-01", "2026-12-31"), "-");  // several such Thursdays
}

TEST(StoryDates, AnUndatedArticleIsDatedByTheOthers) {
  const std::string base = "Naufrage du Kerdonis devant Larmor : le Kerdonis, chargé de sel, ";
  Document undated = article(base + "a coulé ce jeudi 2.", "");
  undated.times = {{find(undated, "ce jeudi 2"), TimeType::date, "", "test"}};
  const std::vector<Document> documents = {article(base + "coule lentement."), undated};
  const std::vector<StoryDate> dates = dates_by_story(documents);
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(dates[0].article, 1u);
  EXPECT_EQ(dates[0].date, "2024-05-02");
}

TEST(Compare, NothingComesOfNothing) {
  EXPECT_TRUE(compare({}).articles.empty());
  const Dossier empty = compare({Document{}});
  EXPECT_EQ(empty.origins.size(), 1u);
  EXPECT_EQ(empty.stories.size(), 1u);
}

TEST(Compare, TheSameBytesTwiceAreOneArticle) {
  Document a = article(wire), b = article(wire, "2024-05-09");
  const Dossier dossier = compare({b, a});
  ASSERT_EQ(dossier.articles.size(), 1u);
  EXPECT_EQ(dossier.articles[0].published->value, "2024-05-02");
}

}  // namespace
}  // namespace recoupe::compare
