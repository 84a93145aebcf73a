#include "clean/clean.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "base/utf8.hpp"
#include "clean/reasons.hpp"

namespace recoupe::clean {
namespace {

const Words& words() {
  static const Words loaded = load_words();
  return loaded;
}

Document cleaned(std::string bytes, GivenMetadata given = {}) {
  Page page;
  page.source_name = "page.txt";
  page.bytes = std::move(bytes);
  page.given = std::move(given);
  return clean(page, words());
}

// "reason: words" a line, of what went.
std::string gone(const std::string& bytes, const Document& document) {
  std::string out;
  for (const Removed& removed : document.removed)
    out += removed.why + ": " + std::string(slice(bytes, removed.source)) + "\n";
  return out;
}

// What must hold of every page, whatever its bytes.
void expect_sound(const std::string& bytes) {
  SCOPED_TRACE(bytes.substr(0, 300));
  const Document document = cleaned(bytes);
  ASSERT_TRUE(utf8::valid(document.text) || !utf8::valid(bytes));
  std::string rebuilt;
  uint32_t last = 0;
  for (const Alignment::Piece& piece : document.cleaning.pieces()) {
    rebuilt.resize(piece.text, '\n');  // blank lines and joints
    ASSERT_GE(piece.source, last);
    rebuilt += bytes.substr(piece.source, piece.count);
    last = piece.source + piece.count;
    for (const Removed& removed : document.removed)
      ASSERT_FALSE(removed.source.overlaps({piece.source, last})) << removed.why;
  }
  std::string text = document.text;
  for (size_t i = 0; i < text.size() && i < rebuilt.size(); ++i)
    if (rebuilt[i] == '\n' && text[i] == ' ') rebuilt[i] = ' ';
  EXPECT_EQ(rebuilt, text);
  uint32_t end = 0;
  for (const Removed& removed : document.removed) {
    ASSERT_GE(removed.source.begin, end);
    ASSERT_LE(removed.source.end, bytes.size());
    ASSERT_FALSE(removed.source.empty());
    end = removed.source.end;
  }
  const Document again = cleaned(document.text);
  EXPECT_EQ(again.text, document.text) << "cleaned twice, went: " << gone(document.text, again);
  EXPECT_TRUE(again.removed.empty()) << gone(document.text, again);
}

constexpr const char* body =
    "Une tempête a coupé l'électricité de 4 000 foyers mardi dans le Finistère, a annoncé la préfecture.\n\n"
    "« Nos équipes travaillent sans relâche depuis l'aube », a déclaré le sous-préfet, Alain Kerbrat, à "
    "Morlaix. "
    "Deux routes restent fermées entre Morlaix et Roscoff.\n\n"
    "Les écoles rouvriront jeudi, selon la mairie de Roscoff, qui a recensé douze toits arrachés.";
const std::string title = "Tempête dans le Finistère : 4 000 foyers privés d'électricité";

TEST(Clean, ABareArticleStaysAsItIs) {
  const std::string page = title + "\n\n" + body;
  const Document document = cleaned(page);
  EXPECT_EQ(document.text, page);
  EXPECT_TRUE(document.removed.empty()) << gone(page, document);
  EXPECT_EQ(document.title, title);
  EXPECT_EQ(document.words(document.title_span), title);
  EXPECT_FALSE(document.outlet || document.published);
}

TEST(Clean, OneLineAParagraph) {
  const Document document =
      cleaned("Titre de cet article court\nUne phrase.  Une\u00A0 autre. \n\n\n \tFin. \r\n");
  EXPECT_EQ(document.text, "Titre de cet article court\n\nUne phrase. Une\u00A0autre.\n\nFin.");
  const size_t at = document.text.find("autre");
  const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + 5)};
  EXPECT_EQ(document.source(span).begin, 46u);
}

TEST(Clean, HardWrappedTextIsPutTogether) {
  const std::string page =
      "Tempête dans le Finistère\n\n"
      "Une tempête a coupé l'électricité de 4 000 foyers mardi dans le\n"
      "Finistère, a annoncé la préfecture. Deux routes restent fermées\n"
      "entre Morlaix et Roscoff, où les vagues ont franchi la digue du\n"
      "vieux port peu avant minuit.\n\n"
      "Les écoles de la côte rouvriront jeudi, selon la mairie, qui a\n"
      "recensé douze toits arrachés et une centaine d'arbres couchés\n"
      "sur les routes du canton.\n";
  const Document document = cleaned(page);
  EXPECT_EQ(std::count(document.text.begin(), document.text.end(), '\n'), 4);
  EXPECT_NE(document.text.find("dans le Finistère, a annoncé"), std::string::npos);
  expect_sound(page);
}

TEST(Clean, EveryKindOfLineEnd) {
  for (const char* end : {"\n", "\r\n", "\r", "\f", "\u2028", "\u2029", "\u0085"}) {
    const std::string page =
        title + end + end + "Une phrase qui dit quelque chose de Morlaix." + end + "Une autre.";
    EXPECT_EQ(cleaned(page).text, title + "\n\nUne phrase qui dit quelque chose de Morlaix.\n\nUne autre.");
  }
}

TEST(Clean, TheHeadOfAFrenchPage) {
  const std::string page =
      "Aller au contenu\nMenu   Bretagne   Sports   Météo   S'abonner\n\nLE VEILLEUR DU LÉON\n"
      "Accueil > Faits divers > Intempéries\n\n" +
      title +
      "\n\nPar Nolwenn Le Bris et Yann Cozic, avec AFP\nPublié le 5 mars 2024 à 17h50 - Mis à jour le 6 mars "
      "2024\n"
      "Temps de lecture : 2 min\nPartager sur Facebook   Copier le lien\n"
      "Le port de Roscoff sous les vagues. Photo d'illustration © Le Veilleur du Léon\n\n" +
      body;
  const Document document = cleaned(page);
  EXPECT_EQ(document.text, title + "\n\n" + body);
  EXPECT_EQ(document.title, title);
  EXPECT_EQ(document.authors, (std::vector<std::string>{"Nolwenn Le Bris", "Yann Cozic"}));
  ASSERT_TRUE(document.published);
  EXPECT_EQ(document.published->value, "2024-03-05T17:50");
  EXPECT_EQ(slice(page, document.published->span), "5 mars 2024 à 17h50");
  ASSERT_TRUE(document.outlet);
  EXPECT_EQ(document.outlet->name, "Le Veilleur du Léon");
  EXPECT_EQ(gone(page, document).substr(0, 23), "menu: Aller au contenu\n");
  expect_sound(page);
}

TEST(Clean, TheTailOfAFrenchPage) {
  const std::string page =
      title + "\n\n" + body +
      "\n\nMaëlle Guivarch\n\nCrédits photos : R. Salaün\n\nÀ lire aussi\nOù trouver un générateur ?\n"
      "Le bilan de la tempête de 1987\n\nCet article vous a plu ? Le Veilleur vit grâce à vos dons.\n"
      "Rien ne remplace le temps long du terrain.\nSoutenez-nous, à partir de 2 € par mois. Merci.\n\n"
      "Inscrivez-vous gratuitement à notre newsletter.\nمقال بالعربية\nMots-clés : tempête, Finistère\n"
      "2 commentaires\npeio29 : bravo aux équipes\nQuitter la version mobile";
  const Document document = cleaned(page);
  EXPECT_EQ(document.text, title + "\n\n" + body);
  EXPECT_EQ(document.authors, std::vector<std::string>{"Maëlle Guivarch"});
  EXPECT_EQ(gone(page, document),
            "byline: Maëlle Guivarch\nphoto-credit: Crédits photos : R. Salaün\nrelated: À lire aussi\n"
            "related: Où trouver un générateur ?\nrelated: Le bilan de la tempête de 1987\n"
            "donation: Cet article vous a plu ? Le Veilleur vit grâce à vos dons.\n"
            "donation: Rien ne remplace le temps long du terrain.\n"
            "donation: Soutenez-nous, à partir de 2 € par mois. Merci.\n"
            "newsletter: Inscrivez-vous gratuitement à notre newsletter.\nother-script: مقال بالعربية\n"
            "tags: Mots-clés : tempête, Finistère\ncomments: 2 commentaires\n"
            "comments: peio29 : bravo aux équipes\napp: Quitter la version mobile\n");
  expect_sound(page);
}

TEST(Clean, AnEnglishPage) {
  const std::string story =
      "A storm cut power to 4,000 homes in western Brittany on Tuesday, officials said, and closed two "
      "roads.\n\n"
      "“Our crews have been at work since dawn,” the deputy prefect, Alain Kerbrat, told reporters in "
      "Morlaix.\n\n"
      "Schools along the coast are due to open again on Thursday.";
  const std::string headline = "Storm leaves 4,000 homes in Brittany without power";
  const std::string page =
      "HARBOUR TIMES\nHome | World | Europe | Video\nWe and our partners store cookies on your "
      "device. Accept all | Manage choices\n\n" +
      headline + "\n\nBy Dana Wexford in Morlaix\nPublished: 5 March 2024, 21:40 GMT\n4 min read\n\n" +
      story +
      "\n\nAdvertisement\n\nSign up to our morning briefing\nMore on this story\n"
      "What is a spring tide\nDownload the app\n© 2024 Harbour Times. All rights reserved.";
  const Document document = cleaned(page);
  EXPECT_EQ(document.text, headline + "\n\n" + story);
  EXPECT_EQ(document.authors, std::vector<std::string>{"Dana Wexford"});
  EXPECT_EQ(document.published->value, "2024-03-05T21:40");
  ASSERT_TRUE(document.outlet);
  EXPECT_EQ(document.outlet->name, "Harbour Times");
  expect_sound(page);
}

TEST(Clean, EmptyStampsAndSlugs) {
  const std::string page = "Site icon le-veilleur.example\n\n" + title +
                           "\n\nPar , publié le | modifié le\n\ntempete-finistere-foyers\n\n" + body;
  const Document document = cleaned(page);
  EXPECT_EQ(document.text, title + "\n\n" + body);
  EXPECT_FALSE(document.published);
  EXPECT_TRUE(document.authors.empty());
}

// What must stay, however much it looks like clutter.
TEST(Clean, SentencesThatStay) {
  for (const char* line :
       {"« Abonnez-vous à notre newsletter, faites un don, soutenez-nous », a lancé le patron du journal, "
        "ironique.",
        "Reprendre Morlaix", "12 mars 2024", "La mairie a publié le 12 mars 2024 un arrêté de fermeture.",
        "Par ailleurs, la ligne de train est coupée.", "Partager les secours entre les vallées ?",
        "More than 20 people were hurt in the storm.",
        "Selon une photo d'archives, la digue était fissurée en 2019.",
        "La plainte de la commune vise aussi l'agence Getty Images et son client.",
        "Mise à jour : le bilan passe à douze toits arrachés.", "— Une lectrice de Roscoff",
        "By the time crews arrived, the roof was gone.", "Qui paiera ?",
        "Le journal vit de ses abonnés et de dons, a rappelé sa directrice devant le tribunal.",
        "Vous n'aurez pas notre port, a crié la foule massée devant la préfecture de Quimper.",
        "Commentant la décision, le maire s'est dit soulagé."}) {
    const std::string page =
        title + "\n\n" + body + "\n\n" + line +
        "\n\nLe conseil municipal de Roscoff se réunira vendredi soir pour voter des aides.";
    const Document document = cleaned(page);
    EXPECT_EQ(document.text, page) << gone(page, document);
  }
}

TEST(Clean, DatelinesStayAndGiveTheDate) {
  for (const auto& [line, date] : std::vector<std::pair<std::string, std::string>>{
           {"BREST (AFP), 5 mars 2024 – Une tempête a touché la côte bretonne mardi.", "2024-03-05"},
           {"5 mars 2024 . – Une tempête a touché la côte bretonne mardi.", "2024-03-05"},
           {"5 mars 2024, Bretagne . –\nUne tempête a touché la côte bretonne mardi.", "2024-03-05"},
           {"Tuesday, March 5, 2024 A storm hit the coast of Brittany overnight.", "2024-03-05"},
           {"Le 5 mars 2024, une tempête a touché la côte bretonne.", ""},
           {"BREST (AFP), 5 mars – Une tempête a touché la côte bretonne.", ""}}) {
    const Document document = cleaned(title + "\n\n" + line + "\n\n" + body);
    EXPECT_EQ(document.published ? document.published->value : "", date) << line;
    EXPECT_TRUE(document.removed.empty()) << line;
    EXPECT_EQ(document.text.find('\n' + line.substr(0, 12)), title.size() + 1);
  }
}

TEST(Clean, WhatTheContainerSaysComesFirst) {
  GivenMetadata given;
  given.title = "Un titre de flux";
  given.published = "2024-03-05T23:15:00Z";
  given.url = "https://www.ouest-france.fr/bretagne/2024/03/04/tempete";
  given.authors = {"A. B."};
  const Document document = cleaned("Publié le 9 mars 2024\n\n" + std::string(body), given);
  EXPECT_EQ(document.title, "Un titre de flux");
  EXPECT_TRUE(document.title_span.empty());
  EXPECT_EQ(document.text, body);
  EXPECT_EQ(document.published->value, "2024-03-05T23:15");
  EXPECT_EQ(document.published->basis, DateBasis::metadata);
  EXPECT_EQ(document.outlet->name, "Ouest-France");
  EXPECT_EQ(document.outlet->kind, "newspaper");
  EXPECT_EQ(document.outlet->domain, "ouest-france.fr");
  EXPECT_EQ(document.authors, given.authors);
}

TEST(Clean, TheTitleOfMetadataIsFoundInTheText) {
  GivenMetadata given;
  given.title = title;
  EXPECT_EQ(cleaned(title + "\n\n" + body, given).title_span, (Span{0, static_cast<uint32_t>(title.size())}));
}

TEST(Clean, DatesOfTheAddressAndTheirBounds) {
  GivenMetadata given;
  given.url = "https://veilleur.example/2024/03/05/tempete";
  EXPECT_EQ(cleaned(body, given).published->basis, DateBasis::url);
  EXPECT_EQ(cleaned(body, given).outlet->name, "veilleur.example");
  given.url = "https://veilleur.example/2024/03/tempete";
  EXPECT_EQ(cleaned(body, given).published->value, "");
  EXPECT_EQ(cleaned(body, given).published->to, "2024-03-31");
}

TEST(Clean, ADayAndAMonthThatMayStandEitherWay) {
  const std::string french = title + "\n\nPublié le 05/03/2024\n\n" + body;
  EXPECT_EQ(cleaned(french).published->value, "2024-03-05");
  const std::string english =
      "Storm leaves homes in Brittany without power\n\nPublished 05/03/2024\n\n"
      "A storm cut the power of 4,000 homes in the west of Brittany, officials said.";
  ASSERT_TRUE(cleaned(english).published);
  EXPECT_EQ(cleaned(english).published->value, "");
  EXPECT_EQ(cleaned(english).published->from, "2024-03-05");
  EXPECT_EQ(cleaned(english).published->to, "2024-05-03");
}

TEST(Clean, APageOfNothingButClutterIsKept) {
  EXPECT_EQ(cleaned("Partager").text, "Partager");
  EXPECT_EQ(cleaned("").text, "");
  EXPECT_EQ(cleaned(" \n\u00A0\n").text, "");
}

TEST(Clean, SampleArticlesAreSound) {
  const std::filesystem::path folder = std::filesystem::path(RECOUPE_SOURCE_DIR) / "examples";
  size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".txt") continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    if (utf8::valid(bytes.str())) expect_sound(bytes.str());
    ++count;
  }
  EXPECT_GE(count, 5u);
}

// Lines of every sort in every order: the properties hold, and no sentence of the article goes.
TEST(Clean, ShuffledPagesAreSound) {
  const std::vector<std::string> lines = {
      title,
      "Une tempête a coupé l'électricité de 4 000 foyers mardi dans le Finistère.",
      "« Nos équipes travaillent sans relâche », a déclaré le sous-préfet de Morlaix.",
      "",
      "",
      "À lire aussi",
      "Partager",
      "Où trouver un générateur",
      "Par Yann Cozic",
      "Yann Cozic",
      "Publié le 5 mars 2024",
      "5 mars 2024 . –",
      "Cet article vous a plu ? Soutenez notre rédaction par vos dons.",
      "Merci.",
      "Rien ne vaut le terrain, la pluie et les bottes de sept lieues.",
      "Commentaires (3)",
      "Reprendre Morlaix",
      "LE VEILLEUR",
      "Accueil | Sports | Météo",
      "gv/mt",
      "Lire aussi : le bilan",
      "Читать на русском",
      "une-adresse-d-image",
      "Le port de Roscoff © Le Veilleur",
      "Mots-clés : tempête",
      "Facebook",
      "Twitter",
      "E-mail",
      "Newsletter : l'essentiel dans votre boîte mail, inscrivez-vous à notre lettre."};
  std::mt19937 random(11);
  for (int round = 0; round < 1500; ++round) {
    std::string page;
    for (size_t i = random() % 14; i > 0; --i) page += lines[random() % lines.size()] + "\n";
    expect_sound(page);
    const std::string text = cleaned(page).text;
    for (size_t k : {1u, 2u})
      EXPECT_EQ(page.find(lines[k]) == std::string::npos, text.find(lines[k]) == std::string::npos) << page;
    if (HasFailure()) return;
  }
}

TEST(Clean, HostilePagesEndInTime) {
  const auto start = std::chrono::steady_clock::now();
  std::string prose, pleas, columns, dashes, phrases;
  for (int i = 0; i < 20000; ++i) {
    prose += "Une phrase de plus, et encore une autre, pour faire une ligne sans fin. ";
    pleas += "Soutenez-nous, faites un don, abonnez-vous à notre newsletter, merci de votre soutien.\n";
    columns += "Sports\n";
    dashes += "a –\n";
    phrases += "Cet article vous a plu ? Vos dons.\n\nUn autre mot.\n";
  }
  for (const std::string& page :
       {prose, pleas, columns, dashes, phrases, std::string(2000000, 'a'), std::string(500000, '\n') + "x",
        std::string(1000000, ' ') + "x", "x" + std::string(1000000, ' ') + "y"})
    EXPECT_LE(cleaned(page).text.size(), page.size() * 2);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

}  // namespace
}  // namespace recoupe::clean
