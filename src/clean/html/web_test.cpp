// Whole pages, written by us, as they were made in 1998 and are made today.

#include <gtest/gtest.h>

#include <algorithm>

#include "clean/clean.hpp"

namespace recoupe::clean {
namespace {

Document read(std::string bytes) {
  static const Words words = load_words();
  Page page;
  page.source_name = "page.html";
  page.media_type = MediaType::html;
  page.charset = "UTF-8";
  page.bytes = std::move(bytes);
  return clean(page, words);
}

bool has(const Document& document, std::string_view words) {
  return document.text.find(words) != std::string::npos;
}

bool went(const Document& document, std::string_view why) {
  return std::any_of(document.removed.begin(), document.removed.end(),
                     [&](const Removed& removed) { return removed.why == why; });
}

const std::string river =
    "La rivi&egrave;re est sortie de son lit dans la nuit de lundi &agrave; mardi, a indiqu&eacute; la "
    "mairie de "
    "Breil.";
const std::string bridge =
    "Deux ponts ont c&eacute;d&eacute; sous la force du courant et une trentaine de familles ont "
    "quitt&eacute; leur "
    "maison.";

TEST(WebPage, ANewspaperOfToday) {
  const Document d = read(
      "<!doctype html><html lang=fr><head><title>La crue de la Roya coupe la vallée | Le Fanal</title>"
      "<meta property='og:site_name' content='Le Fanal'>"
      "<meta property='article:published_time' content='2024-03-12T20:31:00+01:00'></head><body>"
      "<div class='cookie-banner'><p>Nous utilisons des cookies pour mesurer l'audience de ce site.</p></div>"
      "<nav><a href=/>Accueil</a> <a href=/nice>Nice</a></nav><main><article>"
      "<h1>La crue de la Roya coupe la vallée</h1><div class='article__share-bar'><a "
      "href=#>Partager</a></div>"
      "<figure><img src=a.jpg><figcaption>Le pont de Breil, mardi matin.</figcaption></figure>"
      "<div class='article__body'><p>" +
      river + "</p><p><a href=/x>Lire aussi : la météo de demain</a></p><p>" + bridge +
      "</p></div></article></main><section class=comments><p>Je n'ai jamais vu une chose pareille "
      "depuis que je vis dans cette vallée.</p></section><footer><p>Tous droits réservés</p></footer>"
      "<script>var secret = 'La rivière.';</script></body></html>");
  EXPECT_EQ(d.title, "La crue de la Roya coupe la vallée");
  EXPECT_EQ(d.text,
            "La crue de la Roya coupe la vallée\n\nLa rivière est sortie de son lit dans la nuit de lundi à "
            "mardi, a "
            "indiqué la mairie de Breil.\n\nDeux ponts ont cédé sous la force du courant et une trentaine de "
            "familles "
            "ont quitté leur maison.");
  ASSERT_TRUE(d.published.has_value());
  EXPECT_EQ(d.published->value.substr(0, 10), "2024-03-12");
  ASSERT_TRUE(d.outlet.has_value());
  EXPECT_EQ(d.outlet->name, "Le Fanal");
  for (const char* reason : {"caption", "comments", "menu", "cookies"})
    EXPECT_TRUE(went(d, reason)) << reason;
}

TEST(WebPage, APageOf1998) {
  const Document d = read(
      "<HTML><BODY BGCOLOR=white><TABLE><TR><TD><A HREF=a.htm>Accueil</A><BR><A HREF=b.htm>Sports</A>"
      "<TD><FONT SIZE=5><B>La crue</B></FONT><BR><BR><FONT SIZE=2>" +
      river + "<BR><BR>" + bridge + "</FONT></TABLE></BODY></HTML>");
  EXPECT_TRUE(has(d, "mairie de Breil.\n\nDeux ponts")) << d.text;
  EXPECT_FALSE(has(d, "Sports"));
}

TEST(WebPage, EveryWordLeadsBackToItsBytes) {
  const std::string page = "<article><p>" + river +
                           "</p><p>Il a dit&nbsp;: «&#8239;<b>Res</b>tez <i>chez</i> vous "
                           "&amp; attendez les secours&#8239;», selon la pr&eacute;fecture.</p></article>";
  const Document d = read(page);
  const auto bytes_of = [&](std::string_view words) {
    const size_t at = d.text.find(words);
    if (at == std::string::npos) return std::string("not in: " + d.text);
    const Span span = d.source({static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())});
    return std::string(slice(page, span));
  };
  EXPECT_EQ(bytes_of("rivière"), "rivi&egrave;re");
  EXPECT_EQ(bytes_of("Restez chez"), "Res</b>tez <i>chez");
  EXPECT_EQ(bytes_of("& attendez"), "&amp; attendez");
}

TEST(WebPage, PagesWithoutAnArticle) {
  for (const char* page :
       {"<script>1</script>", "<html></html>", "<nav><a href=/>Accueil</a></nav>", "<!-- x -->"}) {
    const Document d = read(page);
    EXPECT_EQ(d.text, "") << page;
    EXPECT_FALSE(d.diagnostics.empty()) << page;
  }
}

}  // namespace
}  // namespace recoupe::clean
