#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/sha256.hpp"
#include "report/csv.hpp"
#include "report/dossier_json.hpp"
#include "report/outlines.hpp"
#include "report/page.hpp"

namespace recoupe::report {
namespace {

// Parses RFC 4180 back into cells: the reader's side of the promise.
std::vector<std::vector<std::string>> parse_csv(const std::string& content) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false;
  for (size_t i = 0; i < content.size(); ++i) {
    const char c = content[i];
    if (quoted) {
      if (c == '"' && i + 1 < content.size() && content[i + 1] == '"') {
        cell += '"';
        ++i;
      } else if (c == '"') {
        quoted = false;
      } else {
        cell += c;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      row.push_back(std::exchange(cell, {}));
    } else if (c == '\r' && i + 1 < content.size() && content[i + 1] == '\n') {
      row.push_back(std::exchange(cell, {}));
      rows.push_back(std::exchange(row, {}));
      ++i;
    } else {
      cell += c;
    }
  }
  return rows;
}

Document hostile_article() {
  Document d;
  d.id = "0123456789abcdef";
  d.source_name = "a,b\"c\n.txt";
  d.title = "=HYPERLINK(\"http://x\")";
  d.text = "É dit «=1+1, \"oui\"» à Nice: 40 morts";
  const auto span = [&](std::string_view words) {
    const auto at = static_cast<uint32_t>(d.text.find(words));
    return Span{at, at + static_cast<uint32_t>(words.size())};
  };
  Statement s;
  s.span = span("=1+1, \"oui\"");
  s.attribution = {{"@Jeanne", {}, "maire", {}, span("dit")}, {"CNN", {}, "", {}, {}}};
  d.statements = {s};
  Figure f;
  f.span = span("40 morts");
  f.min = f.max = 40;
  f.what = span("morts");
  f.category = FigureCategory::killed;
  d.figures = {f};
  Entity nice;
  nice.kind = EntityKind::place;
  nice.name = "Nice";
  nice.country = "FR";
  nice.latitude = 43.7;
  nice.longitude = -7.25;
  d.entities = {nice};
  d.mentions = {{EntityId{0}, span("Nice"), EntityKind::place}};
  d.times = {{span("dit"), TimeType::date, "2024-03-12", "test"}};
  Movement m;
  m.span = span("à Nice");
  m.to = Part{span("Nice"), EntityId{0}};
  d.movements = {m};
  Event e;
  e.span = span("à Nice");
  e.mentions = {e.span};
  e.target = m.to;
  e.casualties = {FigureId{0}};
  d.events = {e};
  return d;
}

TEST(Csv, EveryRowHasAsManyCellsAsTheHeaderWhateverTheTextHolds) {
  const std::vector<Table> tables = csv_tables({hostile_article(), hostile_article()});
  ASSERT_EQ(tables.size(), 6u);
  for (const Table& table : tables) {
    const auto rows = parse_csv(table.content);
    ASSERT_EQ(rows.size(), 3u) << table.file_name;
    for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size()) << table.file_name;
  }
}

TEST(Csv, FormulasAreNeutralised) {
  for (const char* formula : {"=1", "+1", "-1", "@x", "\tx", "\rx", "  =1", "\n=1"})
    EXPECT_NE(csv_cell(formula).find('\''), std::string::npos) << formula;
  EXPECT_EQ(csv_cell("1-2"), "1-2");
  EXPECT_EQ(csv_cell("dit \"oui\", non"), "\"dit \"\"oui\"\", non\"");
  const auto rows = parse_csv(csv_tables({hostile_article()})[0].content);
  EXPECT_EQ(rows[1][2], "'=HYPERLINK(\"http://x\")");
  EXPECT_EQ(rows[1][5], "'=1+1, \"oui\"");
}

TEST(Csv, AStatementRowSaysWhoThroughWhomAndWhere) {
  const auto rows = parse_csv(csv_tables({hostile_article()})[0].content);
  const auto cell = [&](std::string_view column) {
    for (size_t i = 0; i < rows[0].size(); ++i)
      if (rows[0][i] == column) return rows[1][i];
    return std::string("no such column");
  };
  EXPECT_EQ(cell("speaker"), "'@Jeanne");
  EXPECT_EQ(cell("via"), "CNN");
  EXPECT_EQ(cell("cue"), "dit");
  EXPECT_EQ(cell("start"), "7");         // code points
  EXPECT_EQ(cell("source_start"), "9");  // bytes: É and « take two each
}

TEST(Csv, NegativeNumbersStayNumbers) {
  const auto rows = parse_csv(csv_tables({hostile_article()})[5].content);
  EXPECT_EQ(rows[1][10], "-7.25");
}

TEST(DossierJson, CountsOriginsAndWitnessesNotArticles) {
  Dossier dossier;
  dossier.articles = {hostile_article(), hostile_article(), hostile_article()};
  dossier.articles[1].id = "1";
  dossier.articles[2].id = "2";
  dossier.origins = {{{0, 1}, true, "ALP", {{0, 1, {1, 5}, {2, 6}}}}, {{2}, false, "", {}}};
  DossierEntity jeanne;
  jeanne.kind = EntityKind::person;
  jeanne.name = "Jeanne";
  dossier.entities = {jeanne};
  Cluster cluster;
  cluster.relation = ClusterRelation::same;
  cluster.witnesses = 1;  // counted by compare
  cluster.members = {{0, 0, OriginId{0}, DossierEntityId{0}},
                     {1, 0, OriginId{0}, DossierEntityId{0}},
                     {2, 0, OriginId{1}, DossierEntityId{0}}};
  dossier.clusters = {cluster};
  dossier.timeline = {{"2024-03-12", ClusterId{0}}};
  const auto json = nlohmann::json::parse(dossier_json(dossier));
  EXPECT_EQ(json["recoupe"], 1);
  EXPECT_EQ(json["clusters"][0]["articles"], 3);
  EXPECT_EQ(json["clusters"][0]["origins"], 2);
  EXPECT_EQ(json["clusters"][0]["witnesses"], 1);
  EXPECT_EQ(json["clusters"][0]["members"][2]["claim"], "s1");
  EXPECT_EQ(json["clusters"][0]["members"][2]["origin"], "o2");
  EXPECT_EQ(json["clusters"][0]["members"][2]["speaker"], "E1");
  EXPECT_EQ(json["origins"][0]["kind"], "reprint");
  EXPECT_EQ(json["origins"][1]["agency"], nullptr);
  EXPECT_EQ(json["origins"][0]["passages"][0]["b"], "1");
  EXPECT_EQ(json["origins"][0]["passages"][0]["a_source"], nlohmann::json({1, 5}));
  EXPECT_EQ(json["origins"][0]["passages"][0]["a_span"],
            nlohmann::json({1, 4}));  // «É» is two bytes, one point
  EXPECT_EQ(json["timeline"][0]["cluster"], "c1");
}

TEST(Page, NoTextCanEndTheElementThatHoldsIt) {
  const std::string text = "</script><!--<script>\u2028\u2029</title>&";
  const std::string data = nlohmann::json({{"text", text}}).dump();
  const std::string html = page_html(PageData{text, data, {data, data}, ""});
  const auto block = [&](std::string_view id) {
    const std::string open = "<script type=\"application/json\" id=\"" + std::string(id) + "\">";
    const size_t begin = html.find(open) + open.size();
    return nlohmann::json::parse(html.substr(begin, html.find("</script", begin) - begin));
  };
  EXPECT_EQ(block("dossier")["text"], text);
  EXPECT_EQ(block("articles")[1]["text"], text);
  size_t scripts = 0;
  for (size_t at = html.find("<script"); at != std::string::npos; at = html.find("<script", at + 1))
    ++scripts;
  EXPECT_EQ(scripts, 4u);  // three of data, one of program
  EXPECT_EQ(html.find("\u2028", html.find("id=\"dossier\"")), std::string::npos);
  EXPECT_NE(html.find("<title>&lt;/script&gt;"), std::string::npos);
}

TEST(Outlines, AreCutToTheStory) {
  Dossier dossier;
  EXPECT_EQ(outlines_json(dossier), R"({"views":[]})");
  const auto add = [&](double latitude, double longitude, size_t mentions) {
    DossierEntity place;
    place.kind = EntityKind::place;
    place.latitude = latitude;
    place.longitude = longitude;
    place.members.resize(mentions);
    dossier.entities.push_back(place);
  };
  add(43.7, 7.27, 30);   // Nice
  add(43.79, 7.61, 30);  // Vintimille
  const auto near = nlohmann::json::parse(outlines_json(dossier))["views"];
  ASSERT_EQ(near.size(), 1u);
  EXPECT_LT(near[0]["box"][0], 7.27);
  EXPECT_GT(near[0]["box"][2], 7.61);
  EXPECT_FALSE(near[0]["coast"].empty());
  EXPECT_FALSE(near[0]["border"].empty());
  EXPECT_LT(near.dump().size(), 20'000u);
  add(38.9, -77.03, 1);  // Washington, named once: a view of its own, the first stays near
  const auto far = nlohmann::json::parse(outlines_json(dossier))["views"];
  ASSERT_EQ(far.size(), 2u);
  EXPECT_EQ(far[0]["box"], near[0]["box"]);
  EXPECT_LT(far[1]["box"][0], -77.03);
  EXPECT_LT(far.dump().size(), 200'000u);
}

TEST(Page, ThePolicyNamesTheProgramAndTheStyleAndAllowsNothingElse) {
  const std::string html = page_html(PageData{"t", "{}", {}, ""});
  const auto between = [&](std::string_view open, std::string_view close) {
    const size_t begin = html.rfind(open) + open.size();
    return html.substr(begin, html.find(close, begin) - begin);
  };
  EXPECT_NE(
      html.find("default-src 'none'; script-src 'sha256-" + sha256_base64(between("<script>", "</script>")) +
                "'; style-src 'sha256-" + sha256_base64(between("<style>", "</style>")) + "';"),
      std::string::npos);
  EXPECT_EQ(sha256_base64("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  EXPECT_LT(html.size(), 600'000u);
}

}  // namespace
}  // namespace recoupe::report
