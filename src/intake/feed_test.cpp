#include "intake/markup.hpp"
#include "intake/test_files.hpp"

namespace recoupe::intake {
namespace {

class Feed : public TestFiles {};

TEST_F(Feed, Rss) {
  const std::string file = write("a.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Le Fanal de la C&#244;te</title><language>fr-FR</language>
<item><title>Crue &amp;eacute;clair : l&amp;#8217;alerte</title><link> https://fanal.example/1 </link>
<pubDate>Tue, 12 Mar 2024 08:00:00 +0100</pubDate><dc:creator>Anne Morel</dc:creator><dc:creator>Paul Roy</dc:creator>
<description>Un résumé.</description><content:encoded><![CDATA[Le texte entier, ]]><![CDATA[en deux parts & sans balise.]]></content:encoded></item>
<item><title>Deux</title><guid>https://fanal.example/2</guid><author>redaction@fanal.example (Anne Morel)</author>
<description>Seulement un résumé, 3 &lt; 4.</description><source url="https://autre.example/rss">L'Autre Journal</source></item>
<item><title>Sans texte</title><guid isPermaLink="false">https://fanal.example/3</guid></item>
</channel></rss>)");
  EXPECT_EQ(
      read_lines({file}),
      (Lines{"a.xml!1: Le texte entier, en deux parts & sans balise.", "a.xml!2: Seulement un résumé, 3 < 4.",
             "a.xml!3! has a title and no text; get the page with 'recoupe fetch'"}));
  std::vector<Page> read;
  recoupe::intake::read({file}, [&](Result<Page> page) {
    if (page.ok()) read.push_back(page.take());
    return true;
  });
  EXPECT_EQ(read[0].given.title, "Crue éclair : l’alerte");
  EXPECT_EQ(read[0].given.url, "https://fanal.example/1");
  EXPECT_EQ(read[0].given.published, "Tue, 12 Mar 2024 08:00:00 +0100");
  EXPECT_EQ(read[0].given.outlet, "Le Fanal de la Côte");
  EXPECT_EQ(read[0].given.language, "fr-FR");
  EXPECT_EQ(read[0].given.authors, (Lines{"Anne Morel", "Paul Roy"}));
  EXPECT_EQ(read[1].given.outlet, "L'Autre Journal");
  EXPECT_EQ(read[1].given.url, "https://fanal.example/2");
  EXPECT_EQ(read[1].given.authors, (Lines{"Anne Morel"}));
  expect_found_again(file);
}

TEST_F(Feed, AtomAndRdf) {
  write("a.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Beacon</title>
<entry><title type="html">A &lt;i&gt;flood&lt;/i&gt;</title><link rel="self" href="https://b.example/x"/>
<link href="https://b.example/1"/><published>2024-03-12T08:00:00Z</published><updated>2024-03-13T08:00:00Z</updated>
<author><name>Jane Hill</name><email>j@b.example</email></author><summary>Short.</summary><content type="text">The whole.</content></entry>
</feed>)");
  write(
      "b.rdf",
      R"(<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Le Fanal</title><items/></channel>
<item rdf:about="y"><title>Un</title><link>https://f.example/1</link><dc:date>2024-03-12</dc:date><description>Le résumé.</description></item>
</rdf:RDF>)");
  const std::vector<Page> atom = pages(path("a.atom")), rdf = pages(path("b.rdf"));
  ASSERT_EQ(atom.size(), 1u);
  EXPECT_EQ(atom[0].bytes, "The whole.");
  EXPECT_EQ(atom[0].given.title, "A flood");
  EXPECT_EQ(atom[0].given.url, "https://b.example/1");
  EXPECT_EQ(atom[0].given.published, "2024-03-12T08:00:00Z");
  EXPECT_EQ(atom[0].given.outlet, "The Beacon");
  EXPECT_EQ(atom[0].given.language, "en");
  EXPECT_EQ(atom[0].given.authors, (Lines{"Jane Hill"}));
  ASSERT_EQ(rdf.size(), 1u);
  EXPECT_EQ(rdf[0].bytes, "Le résumé.");
  EXPECT_EQ(rdf[0].given.published, "2024-03-12");
  EXPECT_EQ(rdf[0].given.outlet, "Le Fanal");
}

TEST_F(Feed, JsonFeed) {
  const std::string file = write(
      "a.json", R"({"version": "https://jsonfeed.org/version/1.1", "title": "Le Fanal", "language": "fr",
"items": [{"id": "1", "url": "https://f.example/1", "title": "Un", "content_text": "Le texte.", "date_published": "2024-03-12",
"authors": [{"name": "Anne Morel"}]}, {"id": "https://f.example/2"}, {"id": "https://f.example/3", "summary": "Bref."}, 4]})");
  EXPECT_EQ(read_lines({file}),
            (Lines{"a.json!1: Le texte.", "a.json!2! has no text; get the page with 'recoupe fetch'",
                   "a.json!3: Bref.", "a.json!4! has no text; get the page with 'recoupe fetch'"}));
  EXPECT_EQ(again({"a.json!3"}), (Lines{"a.json!3: Bref."}));
}

TEST_F(Feed, OldEncodings) {
  const std::string latin =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>\xC9t\xE9</title>"
      "<description>Un \xE9t\xE9 chaud.</description></item></channel></rss>";
  const std::vector<Page> read = pages(write("a.xml", latin));
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].bytes, "Un été chaud.");
  EXPECT_EQ(read[0].given.title, "Été");
}

TEST_F(Feed, HostileXml) {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c <= 'j'; ++c) {
    bomb += fmt::format("<!ENTITY {} \"", c);
    for (int i = 0; i < 10; ++i) bomb += fmt::format("&{};", static_cast<char>(c - 1));
    bomb += "\">";
  }
  bomb +=
      "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel><item><description>x &j; "
      "&file;</description>"
      "</item></channel></rss>";
  const Lines lines = read_lines({write("bomb.xml", bomb)});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0], "bomb.xml!1: x &j; &file;");  // nothing is replaced, nothing is asked for

  std::string deep = "<rss><channel><item><description>";
  for (int i = 0; i < 100000; ++i) deep += "<b>";
  EXPECT_EQ(read_lines({write("deep.xml", deep)}).size(), 2u);  // the item as far as it goes, and the breach
  for (int i = 0; i < 100000; ++i) deep += "</b>";
  EXPECT_EQ(read_lines({write("closed.xml", deep + "</description></item></channel></rss>")}).size(), 1u);

  const std::string cut = "<rss><channel><item><description>Un.</description></item><item><description>De";
  const Lines broken = read_lines({write("cut.xml", cut)});
  ASSERT_EQ(broken.size(), 3u);
  EXPECT_EQ(broken[0], "cut.xml!1: Un.");
  EXPECT_TRUE(broken[2].starts_with("cut.xml! is broken XML at byte ")) << broken[2];
  EXPECT_EQ(read_lines({write("none.xml", "<rss><channel></channel></rss>")}),
            (Lines{"none.xml! is a feed without items"}));
  EXPECT_EQ(read_lines({write("nul.xml", std::string("<rss><channel><item><description>a\0b", 36))}).size(),
            2u);
}

TEST(Markup, TitlesAsPeopleReadThem) {
  EXPECT_EQ(text_of_markup("  Un <b>titre</b>\n&laquo;&nbsp;cité&#160;&raquo; "),
            "Un titre «\u00A0cité\u00A0»");
  EXPECT_EQ(text_of_markup("a < b && c > d&inconnu;"), "a < b && c > d&inconnu;");
  EXPECT_TRUE(has_markup("<p>x"));
  EXPECT_TRUE(has_markup("l&#39;alerte"));
  EXPECT_FALSE(has_markup("3 < 4 & 5 > 2"));
  EXPECT_FALSE(has_markup("R&D; <3"));
}

class Table : public TestFiles {};

TEST_F(Table, Csv) {
  const std::string file =
      write("a.csv",
            "Title,URL,Text,Date\r\n"
            "Un,https://a.example/1,\"Le premier, \"\"cité\"\",\nsur deux lignes.\",2024-03-12\r\n"
            "\r\n"
            "Vide,https://a.example/2,,\r\n"
            "Trois,https://a.example/3,Le troisième.,");
  EXPECT_EQ(read_lines({file}),
            (Lines{"a.csv!1: Le premier, \"cité\",\nsur deux lignes.",
                   "a.csv!3! has no field \"text\", \"html\" or \"content\"", "a.csv!4: Le troisième."}));
  EXPECT_EQ(pages(write("b.csv", "id;title;texte;content\n1;T;x;Le texte.\n"))[0].given.title, "T");
  EXPECT_EQ(again({"a.csv!4"}), (Lines{"a.csv!4: Le troisième."}));
}

TEST_F(Table, ListsOfAddressesSaySo) {
  EXPECT_EQ(
      read_lines(
          {write("mc.csv",
                 "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
                 "1,2024-03-12,fr,fanal.example,fanal.example,2024-03-12,T,https://fanal.example/1\n")}),
      (Lines{"mc.csv! is a table of addresses without the articles' text (Media Cloud exports such lists): "
             "'recoupe fetch' gets the pages"}));
}

TEST_F(Table, HostileCsv) {
  EXPECT_EQ(read_lines({write("a.csv", "title,text\nx,\"never closed\n\n\n")}),
            (Lines{"a.csv!1! has a quotation mark that is never closed; the rest is not read"}));
  EXPECT_EQ(read_lines({write("b.csv", "title,text\n")}), (Lines{"b.csv! is a table without rows"}));
  Options options;
  options.max_article_bytes = 1000;
  EXPECT_EQ(read_lines({write("c.csv", "title,text\nx," + std::string(5000, 'a') + "\ny,Un.\n")}, options),
            (Lines{"c.csv!1! is longer than 1000 bytes, the most for one article", "c.csv!2: Un."}));
  // A text whose first line has commas is a text.
  EXPECT_EQ(read_lines({write("d.txt", "Titre, texte, date\nUn article.\n")}),
            (Lines{"d.txt: Titre, texte, date\nUn article.\n"}));
}

class Exports : public TestFiles {};

TEST_F(Exports, NewsPlease) {
  const std::string file = write("1.json", R"({
  "authors": ["Anne Morel"], "date_download": "2024-03-13 10:00:00", "date_modify": "None", "date_publish": "2024-03-12 08:00:00",
  "description": "Bref.", "filename": "1.json", "image_url": null, "language": "fr", "localpath": null, "maintext": "Le texte.",
  "source_domain": "fanal.example", "text": null, "title": "Un", "title_page": null, "title_rss": null, "url": "https://fanal.example/1"})");
  const std::vector<Page> read = pages(file);
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(read[0].bytes, "Le texte.");
  EXPECT_EQ(read[0].given.published, "2024-03-12 08:00:00");
  EXPECT_EQ(read[0].given.captured, "2024-03-13 10:00:00");
  EXPECT_EQ(read[0].given.outlet, "fanal.example");
  EXPECT_EQ(read[0].given.authors, (Lines{"Anne Morel"}));
}

TEST_F(Exports, MediaCloud) {
  const std::string story =
      R"({"id": "a1", "media_name": "fanal.example", "media_url": "fanal.example", "title": "Un", "publish_date": "2024-03-12",)"
      R"( "url": "https://fanal.example/1", "language": "fr", "indexed_date": "2024-03-13")";
  EXPECT_EQ(
      read_lines({write("a.jsonl", story + ", \"text\": \"Le texte.\"}\n" + story + "}\n")}),
      (Lines{"a.jsonl!1: Le texte.",
             "a.jsonl!2! is a list entry without the article's text; get the page with 'recoupe fetch'"}));
  EXPECT_EQ(pages(write("b.jsonl", story + ", \"text\": \"Le texte.\"}\n"))[0].given.outlet, "fanal.example");
}

}  // namespace
}  // namespace recoupe::intake
