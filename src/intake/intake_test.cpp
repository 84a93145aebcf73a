#include "intake/intake.hpp"

#include <sys/stat.h>

#include <random>

#include "intake/test_files.hpp"

namespace recoupe::intake {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

class Intake : public TestFiles {};

TEST_F(Intake, FilesInTheOrderGivenWithTheirBytesUntouched) {
  const std::string b = write("b.txt", "deux\r\nlignes"), a = write("a.txt", "une\r");
  EXPECT_EQ(read_lines({b, a}), (Lines{"b.txt: deux\r\nlignes", "a.txt: une\r"}));
}

TEST_F(Intake, FoldersAreReadInByteOrderWithoutHiddenFiles) {
  write("f/b/2.txt", "b2");
  write("f/a.txt", "a");
  write("f/B.txt", "B");
  write("f/.hidden", "no");
  write("f/.git/x", "no");
  EXPECT_EQ(read_lines({path("f")}), (Lines{"f/B.txt: B", "f/a.txt: a", "f/b/2.txt: b2"}));
  EXPECT_EQ(read_lines({path("f") + "/"}).size(), 3u);
}

TEST_F(Intake, LinksInARingEnd) {
  write("f/a.txt", "a");
  fs::create_directory_symlink(root_ / "f", root_ / "f/loop");
  fs::create_symlink("nowhere", root_ / "f/lost");
  fs::create_symlink("self", root_ / "f/self");
  EXPECT_EQ(read_lines({path("f")}), (Lines{"f/a.txt: a", "f/lost! is a link to nothing",
                                            "f/self! is a link that leads back to itself"}));
}

TEST_F(Intake, EachBadInputIsOneErrorAndTheRestIsRead) {
  write("f/empty.txt", "");
  write("f/garbage", "\x00\x01\x02\xFF\xFE"s);
  write("f/picture", "\x89PNG\r\n\x1A\n");
  write("f/zzz.txt", "fin");
  fs::create_directories(root_ / "void");
  mkfifo(path("f/pipe").c_str(), 0600);
  EXPECT_EQ(
      read_lines({path("missing"), path("f"), path("void"), path("no*thing")}),
      (Lines{"missing! does not exist", "f/empty.txt! is empty", "f/garbage! is not text: it holds NUL bytes",
             "f/picture! is not text: an image", "f/pipe! is not a regular file", "f/zzz.txt: fin",
             "void! is an empty folder", "no*thing! matches no file"}));
}

TEST_F(Intake, WhatMayNotBeReadIsNamed) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  write("f/secret.txt", "x");
  write("g/a.txt", "x");
  fs::permissions(root_ / "f/secret.txt", fs::perms::none);
  fs::permissions(root_ / "g", fs::perms::none);
  EXPECT_EQ(read_lines({path("f"), path("g")}), (Lines{"f/secret.txt! cannot be opened: permission denied",
                                                       "g! cannot be opened: permission denied"}));
  fs::permissions(root_ / "g", fs::perms::owner_all);
}

TEST_F(Intake, PatternsThatTheShellLeft) {
  write("a1.txt", "1");
  write("a2.txt", "2");
  write("b1.txt", "3");
  write("[x].txt", "4");
  EXPECT_EQ(read_lines({path("a?.txt")}), (Lines{"a1.txt: 1", "a2.txt: 2"}));
  EXPECT_EQ(read_lines({path("[ab]1.*")}), (Lines{"a1.txt: 1", "b1.txt: 3"}));
  EXPECT_EQ(read_lines({path("[x].txt")}), (Lines{"[x].txt: 4"}));  // a file of that very name comes first
}

TEST_F(Intake, GzipIsToldByItsBytes) {
  const std::string one = gzipped("une "), two = gzipped("deux");
  write("a", one + two);
  write("b.txt", one + std::string(512, '\0'));
  write("c.gz", "pas du gzip");
  write("d.gz", gzipped(one));
  EXPECT_EQ(read_lines({root_.string()}), (Lines{"a: une deux", "b.txt: une ", "c.gz: pas du gzip",
                                                 "d.gz! is not text: a gzip within a gzip"}));
}

TEST_F(Intake, BrokenGzip) {
  std::mt19937 random(3);
  std::string noise;
  for (int i = 0; i < 300000; ++i) noise += static_cast<char>('a' + random() % 26);
  const std::string whole = gzipped(noise);
  write("cut.gz", whole.substr(0, whole.size() / 2));
  write("end.gz", whole.substr(0, whole.size() - 3));
  std::string wrong = whole;
  wrong[wrong.size() - 6] = static_cast<char>(wrong[wrong.size() - 6] ^ 1);
  write("sum.gz", wrong);
  const std::string cut = "the gzip data ends early (the file is cut off)";
  EXPECT_EQ(read_lines({root_.string()}), (Lines{"cut.gz! " + cut, "end.gz! " + cut,
                                                 "sum.gz! the gzip data is broken (incorrect data check)"}));
}

TEST_F(Intake, BombsAndGiantsAreRefused) {
  Options options;
  options.max_article_bytes = 100000;
  write("big.txt", std::string(100001, 'a'));
  write("bomb.gz", gzipped(std::string(30000000, 'a')));
  write("fits.txt", std::string(100000, 'a'));
  const Lines lines = read_lines({root_.string()}, options);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0], "big.txt! is longer than 100000 bytes, the most for one article");
  EXPECT_EQ(lines[1].substr(0, 9), "bomb.gz! ");
  EXPECT_EQ(lines[2].substr(0, 12), "fits.txt: aa");
}

TEST_F(Intake, BombOfLinesIsRefused) {
  std::string lines = "{\"text\": \"un\"}\n";
  lines += std::string(30000000, '\n');
  Options options;
  options.max_article_bytes = 100000;
  const std::string file = write("bomb.jsonl.gz", gzipped(lines));
  EXPECT_EQ(
      read_lines({file}, options),
      (Lines{"bomb.jsonl.gz!1: un", "bomb.jsonl.gz! the gzip data grows more than 500 times: refused"}));
}

TEST_F(Intake, JsonLines) {
  const std::string file = write("feed.txt",
                                 "\n{\"text\": \"Un \\u00e9t\\u00e9.\", \"title\": \"T\"}\r\n"
                                 "{\"text\": \"cassé\n"
                                 "{\"html\": null, \"content\": \"Deux.\"}\n"
                                 "\n[1]\n{\"title\": \"vide\"}\n{\"text\": 5}\n{\"text\": \"Trois.\"}");
  const Lines lines = read_lines({file});
  ASSERT_EQ(lines.size(), 7u);
  EXPECT_EQ(lines[0], "feed.txt!2: Un été.");
  EXPECT_EQ(lines[1].substr(0, 45), "feed.txt!3! is not valid JSON: column 17: syn");
  EXPECT_EQ(lines[2], "feed.txt!4: Deux.");
  EXPECT_EQ(lines[3], "feed.txt!6! is not a JSON object");
  EXPECT_EQ(lines[4], "feed.txt!7! has no field \"text\", \"html\" or \"content\"");
  EXPECT_EQ(lines[5], "feed.txt!8! its field \"text\" is not a string");
  EXPECT_EQ(lines[6], "feed.txt!9: Trois.");
}

TEST_F(Intake, WhatARecordSaysOfItsArticle) {
  const std::string file = write(
      "a.jsonl",
      R"({"text": "x", "title": "T", "url": "http://a.example/1", "published_at": "2024-03-12", "date": "",)"
      R"( "media_name": "Le Fanal", "language": "fr", "authors": ["A. B.", {"name": "C. D."}, 3.5e0],)"
      R"( "section": {"id": 7}, "zeta": null})"
      "\n");
  GivenMetadata given;
  read({file}, [&](Result<Page> page) {
    given = page.value().given;
    return true;
  });
  EXPECT_EQ(given.title, "T");
  EXPECT_EQ(given.url, "http://a.example/1");
  EXPECT_EQ(given.published, "2024-03-12");
  EXPECT_EQ(given.outlet, "Le Fanal");
  EXPECT_EQ(given.language, "fr");
  EXPECT_EQ(given.authors, (Lines{"A. B.", "C. D.", "3.5"}));
  const std::vector<std::pair<std::string, std::string>> extra = {
      {"date", "\"\""}, {"section", "{\"id\":7}"}, {"zeta", "null"}};
  EXPECT_EQ(given.extra, extra);
}

TEST_F(Intake, JsonOverSeveralLines) {
  write("array.json", "[\n {\"text\": \"a ] } \\\" b\"},\n {\"text\": \"c\"}, {\"x\": [{}]}\n]\n");
  write("one.json", "{\n  \"text\": \"un\",\n  \"meta\": {\"a\": []}\n}\n");
  write("open.json", "[{\"text\": \"a\"}, {\"text\": ");
  write("zero.json", "[]");
  EXPECT_EQ(read_lines({root_.string()}),
            (Lines{"array.json!1: a ] } \" b", "array.json!2: c",
                   "array.json!3! has no field \"text\", \"html\" or \"content\"", "one.json!1: un",
                   "open.json!1: a",
                   "open.json!2! is not valid JSON: no object begins and ends here; the rest is not read",
                   "zero.json! is empty: no record in its JSON"}));
}

TEST_F(Intake, TextThatOnlyBeginsLikeJson) {
  write("a", "[Mise à jour] La préfecture a publié un bilan.");
  write("b", "{\"Oui\"}, a-t-il dit.");
  EXPECT_EQ(read_lines({root_.string()}),
            (Lines{"a: [Mise à jour] La préfecture a publié un bilan.", "b: {\"Oui\"}, a-t-il dit."}));
}

TEST_F(Intake, JsonInUtf16) {
  std::string wide = "\xFF\xFE";
  for (const char c : "{\"text\": \"un\"}\r\n{\"text\": \"deux\"}"s) wide += std::string{c, '\0'};
  write("a.jsonl", wide);
  EXPECT_EQ(read_lines({root_.string()}), (Lines{"a.jsonl!1: un", "a.jsonl!2: deux"}));
  EXPECT_EQ(again({"a.jsonl!2"}), (Lines{"a.jsonl!2: deux"}));
}

TEST_F(Intake, HostileJson) {
  write("deep.jsonl", "{\"text\": " + std::string(1000000, '[') + "\n{\"text\": \"ok\"}\n");
  write("latin.jsonl", "{\"text\": \"\xC9t\xE9\"}\n");
  write("long.jsonl", "{\"text\": \"" + std::string(200000, 'a') + "\"}\n{\"text\": \"ok\"}\n");
  write("nul.jsonl", "{\"text\": \"a\\u0000b\"}\n{\"text\": \"\\ud800\"}\n");
  Options options;
  options.max_article_bytes = 100000;
  const Lines small = read_lines({path("long.jsonl")}, options);
  EXPECT_EQ(small, (Lines{"long.jsonl!1! is longer than 100000 bytes, the most for one article",
                          "long.jsonl!2: ok"}));
  const Lines lines = read_lines({path("deep.jsonl"), path("latin.jsonl"), path("nul.jsonl")});
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[0], "deep.jsonl!1! JSON nested deeper than 64 levels: refused");
  EXPECT_EQ(lines[1], "deep.jsonl!2: ok");
  EXPECT_EQ(lines[2], "latin.jsonl!1: Été");
  EXPECT_EQ(lines[3], "nul.jsonl!1! is not text: it holds NUL bytes");
  EXPECT_EQ(lines[4].substr(0, 30), "nul.jsonl!2! is not valid JSON");
}

TEST_F(Intake, ANumberThatNoMachineHoldsIsAnError) {
  const Lines lines =
      read_lines({write("a.jsonl", "{\"text\": \"Un.\", \"n\": 1e99999}\n{\"text\": \"Deux.\"}\n")});
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(lines[0].starts_with("a.jsonl!1! is not valid JSON")) << lines[0];
  EXPECT_EQ(lines[1], "a.jsonl!2: Deux.");
}

TEST_F(Intake, CutOffGzipOfLinesGivesTheWholeLines) {
  std::mt19937 random(5);
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += fmt::format("{{\"text\": \"ligne {}\"}}\n", random());
  const std::string whole = gzipped(lines);
  const std::string file = write("a.gz", whole.substr(0, whole.size() / 2));
  const Lines read = read_lines({file});
  ASSERT_GT(read.size(), 5000u);
  EXPECT_EQ(read.back(), "a.gz! the gzip data ends early (the file is cut off)");
  EXPECT_EQ(read[read.size() - 2].find('!', 5), std::string::npos);  // no broken last record
}

TEST_F(Intake, FormatsThatHoldNoArticleSaySo) {
  write("c", "<?xml version=\"1.0\"?>\n<rss></rss>");
  write("d", "PK\x03\x04 and nothing more");
  write("f", "<Le signe inférieur> en tête ne fait pas une page.");
  EXPECT_EQ(read_lines({root_.string()}),
            (Lines{"c! is a feed without items", "d! is a ZIP archive that is cut off or broken",
                   "f: <Le signe inférieur> en tête ne fait pas une page."}));
}

TEST_F(Intake, WebPagesAreToldByTheirContent) {
  write("a", "\xEF\xBB\xBF\n<!DOCTYPE html><html><p>x</p></html>");
  write("b", "<!-- c --><div class=x>y</div>");
  write("e.jsonl", "{\"html\": \"<p>x</p>\"}\n{\"content\": \"<p>x</p>\"}\n{\"content\": \"a < b\"}\n");
  std::vector<std::string> html;
  read({root_.string()}, [&](Result<Page> page) {
    EXPECT_TRUE(page.ok());
    if (page.ok() && page.value().media_type == MediaType::html) html.push_back(page.value().text());
    return true;
  });
  EXPECT_EQ(html, (std::vector<std::string>{"\n<!DOCTYPE html><html><p>x</p></html>",
                                            "<!-- c --><div class=x>y</div>", "<p>x</p>", "<p>x</p>"}));
}

TEST_F(Intake, TakeMayStopEarly) {
  write("a.jsonl", "{\"text\": \"1\"}\n{\"text\": \"2\"}\n");
  write("b.txt", "3");
  int taken = 0;
  read({root_.string()}, [&](Result<Page>) { return ++taken < 2; });
  EXPECT_EQ(taken, 2);
}

TEST_F(Intake, PagesAreFoundAgainByTheirNames) {
  write("a.jsonl", "{\"text\": \"1\"}\n{\"text\": \"2\"}\nbad\n{\"text\": \"4\"}\n");
  write("b.txt", "texte");
  write("c!7", "un fichier de ce nom");
  EXPECT_EQ(again({"a.jsonl!4", "b.txt", "a.jsonl!1", "c!7", "a.jsonl!4"}),
            (Lines{"a.jsonl!1: 1", "a.jsonl!4: 4", "b.txt: texte", "c!7: un fichier de ce nom"}));
  const Lines lost = again({"a.jsonl!9", "a.jsonl!2", "gone.txt", "b.txt!2"});
  EXPECT_EQ(lost, (Lines{"a.jsonl!2: 2", "a.jsonl!9! is not there any more", "gone.txt! does not exist",
                         "b.txt!2! is not there any more"}));
}

TEST_F(Intake, EveryPageThatWasReadIsFoundAgain) {
  write("f/a.jsonl", "{\"text\": \"1\"}\n{\"text\": \"2\"}\n");
  write("f/b.json", "[{\"text\": \"3\"},\n{\"text\": \"4\"}]");
  write("f/c.gz", gzipped("{\"text\": \"5\"}\n{\"text\": \"6\"}\n"));
  write("f/d", "7");
  std::vector<std::string> names, bytes, found;
  read({path("f")}, [&](Result<Page> page) {
    names.push_back(page.value().source_name);
    bytes.push_back(page.value().bytes);
    return true;
  });
  ASSERT_EQ(names.size(), 7u);
  read_again(names, [&](Result<Page> page) {
    found.push_back(page.ok() ? page.value().bytes : page.error().what);
    return true;
  });
  EXPECT_EQ(found, bytes);
}

// Whatever lies in a file: an answer, never a crash, and every page's text is UTF-8.
TEST_F(Intake, AnyBytesGiveAnAnswer) {
  std::mt19937 random(7);
  const Lines seeds = {"{\"text\": \"a\"}\n{\"text\": \"b\"}\n",
                       "[{\"text\": \"a\"}]",
                       gzipped("du texte, du texte et du texte"),
                       "<html><p>x</p>",
                       "Du texte, simplement.",
                       "\xFF\xFE"
                       "d\0u\0 \0t\0"s};
  for (int round = 0; round < 600; ++round) {
    std::string bytes = seeds[random() % seeds.size()];
    for (unsigned i = random() % 6; i > 0; --i) bytes[random() % bytes.size()] = static_cast<char>(random());
    bytes.resize(random() % 8 == 0 ? random() % bytes.size() : bytes.size());
    const Lines answers = read_lines({write("x", bytes)});
    EXPECT_FALSE(answers.empty() && bytes.find_first_not_of(" \t\r\n") != std::string::npos);
  }
}

}  // namespace
}  // namespace recoupe::intake
