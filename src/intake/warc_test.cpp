#include <random>

#include "intake/http_message.hpp"
#include "intake/test_files.hpp"

namespace recoupe::intake {
namespace {

using namespace std::string_literals;

std::string record(const std::string& fields, const std::string& block, const char* version = "1.1") {
  return fmt::format("WARC/{}\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n", version, fields, block.size(),
                     block);
}

std::string response(const std::string& url, const std::string& http) {
  return record(
      fmt::format("WARC-Type: response\r\nWARC-Target-URI: {}\r\nWARC-Date: 2024-03-12T08:00:00Z\r\n"
                  "Content-Type: application/http; msgtype=response\r\n",
                  url),
      http);
}

std::string text_response(const std::string& url, const std::string& body) {
  return response(url, "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body);
}

std::string resource(const std::string& body, const std::string& type = "text/plain") {
  return record("WARC-Type: resource\r\nWARC-Target-URI: file:///a\r\nContent-Type: " + type + "\r\n", body);
}

const std::string info =
    record("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n", "software: x\r\n");

class Warc : public TestFiles {
 protected:
  // What the body is read as that stands in a response with these header lines.
  std::string body(const std::string& fields, const std::string& packed, const Options& options = {}) {
    const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + fields + "\r\n" + packed;
    const Lines lines = read_lines({write("b.warc", response("http://a.example/", http))}, options);
    return lines.size() == 1 ? lines[0] : fmt::format("{} lines", lines.size());
  }
};

TEST_F(Warc, RecordsThatHoldArticles) {
  const std::string one = text_response("http://a.example/1", "Un."), two = resource("Deux.");
  const std::string three =
      record("WARC-Type: conversion\r\nWARC-Target-URI: <http://a.example/3>\r\nContent-Type: text/plain\r\n",
             "Trois.", "1.0");
  const std::string file = write("a.warc", info + one + two + three);
  const size_t at = info.size();
  EXPECT_EQ(read_lines({file}),
            (Lines{fmt::format("a.warc!{}: Un.", at), fmt::format("a.warc!{}: Deux.", at + one.size()),
                   fmt::format("a.warc!{}: Trois.", at + one.size() + two.size())}));
  const std::vector<Page> read = pages(file);
  EXPECT_EQ(read[0].given.url, "http://a.example/1");
  EXPECT_EQ(read[0].given.captured, "2024-03-12T08:00:00Z");
  EXPECT_EQ(read[0].given.published, "");
  EXPECT_EQ(read[2].given.url, "http://a.example/3");
  expect_found_again(file);
}

TEST_F(Warc, GzipOfOneMemberARecordIsNamedByMembers) {
  const std::string first = gzipped(info), second = gzipped(text_response("http://a.example/1", "Un."));
  const std::string file =
      write("a.warc.gz", first + second + gzipped(resource("Deux.")) + std::string(100, '\0'));
  EXPECT_EQ(read_lines({file}), (Lines{fmt::format("a.warc.gz!{}: Un.", first.size()),
                                       fmt::format("a.warc.gz!{}: Deux.", first.size() + second.size())}));
  expect_found_again(file);
}

TEST_F(Warc, GzipOfOneMemberForAllIsNamedByOffsetsWithin) {
  const std::string one = text_response("http://a.example/1", "Un.");
  const std::string file = write("a.warc.gz", gzipped(one + resource("Deux.")));
  EXPECT_EQ(read_lines({file}),
            (Lines{"a.warc.gz!0: Un.", fmt::format("a.warc.gz!0+{}: Deux.", one.size())}));
  expect_found_again(file);
}

TEST_F(Warc, GzipMembersThatDoNotFollowTheRecords) {
  std::string whole, packed;
  for (int i = 0; i < 40; ++i) whole += resource(fmt::format("Article {}: {}", i, std::string(i * 37, 'a')));
  for (size_t at = 0; at < whole.size(); at += 1000) packed += gzipped(whole.substr(at, 1000));
  const std::string file = write("a.warc.gz", packed);
  EXPECT_EQ(pages(file).size(), 40u);
  expect_found_again(file);
}

TEST_F(Warc, WhatHoldsNoArticleIsCountedAndPassedOver) {
  const std::string moved = "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\nLocation: /b\r\n\r\nMoved.";
  const std::string file = write(
      "a.warc",
      info + response("http://a.example/", moved) +
          response("http://a.example/x",
                   "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\nNothing.") +
          response("http://a.example/p.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
          response("http://a.example/s.css", "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\np {}") +
          text_response("http://a.example/robots.txt", "User-agent: *") +
          record("WARC-Type: revisit\r\nContent-Type: application/http\r\n", "HTTP/1.1 200 OK\r\n\r\n") +
          record("WARC-Type: request\r\nContent-Type: application/http\r\n", "GET / HTTP/1.1\r\n\r\n") +
          record("WARC-Type: metadata\r\nContent-Type: application/warc-fields\r\n", "a: b\r\n") +
          record("WARC-Type: response\r\nWARC-Target-URI: dns:a.example\r\nContent-Type: text/dns\r\n",
                 "1.2.3.4") +
          resource("Un."));
  PassedOver passed_over;
  Options options;
  options.passed_over = &passed_over;
  const Lines lines = read_lines({file}, options);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_TRUE(lines[0].ends_with(": Un."));
  EXPECT_EQ(passed_over.other_status, 2u);
  EXPECT_EQ(passed_over.other_type, 4u);
  EXPECT_EQ(passed_over.revisits, 1u);
}

TEST_F(Warc, BodiesAsTheWireHasThem) {
  EXPECT_EQ(body("", "Un texte."), "b.warc!0: Un texte.");
  EXPECT_EQ(body("Transfer-Encoding: chunked\r\n", "4;x=y\r\nUn t\r\n5\r\nexte.\r\n0\r\nTrailer: z\r\n\r\n"),
            "b.warc!0: Un texte.");
  EXPECT_EQ(body("Transfer-Encoding: chunked\r\n", "Un texte déjà joint."), "b.warc!0: Un texte déjà joint.");
  EXPECT_EQ(body("Content-Encoding: gzip\r\n", gzipped("Un texte.")), "b.warc!0: Un texte.");
  EXPECT_EQ(body("Content-Encoding: X-GZIP\r\n", gzipped("Un ") + gzipped("texte.")), "b.warc!0: Un texte.");
  EXPECT_EQ(body("Content-Encoding: gzip\r\n", "Un texte déjà ouvert."), "b.warc!0: Un texte déjà ouvert.");
  EXPECT_EQ(body("Content-Encoding: gzip, gzip\r\n", gzipped(gzipped("Un texte."))), "b.warc!0: Un texte.");
  const std::string packed = gzipped("Un texte.");
  EXPECT_EQ(body("content-encoding: gzip\r\ntransfer-encoding: chunked\r\n",
                 fmt::format("{:x}\r\n", packed.size()) + packed + "\r\n0\r\n\r\n"),
            "b.warc!0: Un texte.");
  const std::string raw = packed.substr(10, packed.size() - 18);  // deflate without any wrapper
  EXPECT_EQ(body("Content-Encoding: deflate\r\n", raw), "b.warc!0: Un texte.");
  const std::string zlib = "\x78\x9C" + raw + "\x0F\xB9\x03\x3D"s;
  EXPECT_EQ(body("Content-Encoding: deflate\r\n", zlib).substr(0, 10), "b.warc!0! ");  // a wrong checksum
  // "Un texte." as brotli, stored: a window, an uncompressed block, the end.
  EXPECT_EQ(body("Content-Encoding: br\r\n", "\x0b\x04\x80Un texte.\x03"s), "b.warc!0: Un texte.");
}

TEST_F(Warc, BodiesThatAreBroken) {
  const std::string packed = gzipped("Un texte qui finit trop tôt.");
  EXPECT_EQ(body("Content-Encoding: gzip\r\n", packed.substr(0, 20)), "b.warc!0! its gzip body is cut off");
  EXPECT_EQ(body("Content-Encoding: br\r\n", "\xFF\x00\xFE"s), "b.warc!0! its br body is broken");
  EXPECT_EQ(body("Content-Encoding: zstd\r\n", "\x28\xB5\x2F\xFD\x01"s),
            "b.warc!0! its body is packed with zstd, which is not read");
  EXPECT_EQ(body("Transfer-Encoding: chunked\r\n", "9\r\nUn t"), "b.warc!0! its last chunk is cut off");
  EXPECT_EQ(body("Transfer-Encoding: chunked\r\n", "4\r\nUn t\r\nzz\r\n"), "b.warc!0! its chunks are broken");
  EXPECT_EQ(body("Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\nx"),
            "b.warc!0! its last chunk is cut off");
  EXPECT_EQ(body("Content-Encoding: gzip,gzip,gzip,gzip\r\n", "x"),
            "b.warc!0! is packed more than 3 times: refused");
}

TEST_F(Warc, BombsAreRefused) {
  Options options;
  options.max_article_bytes = 3 << 20;
  options.max_expansion = 100;
  const std::string bomb = gzipped(std::string(50 << 20, 'a'));
  EXPECT_EQ(body("Content-Encoding: gzip\r\n", bomb, options),
            "b.warc!0! unpacked it is longer than 3145728 bytes, the most for one article: refused");
  EXPECT_EQ(body("Content-Encoding: gzip\r\n", gzipped(std::string(2 << 20, 'a')), options),
            "b.warc!0! its body grows more than 100 times when unpacked: refused");
  EXPECT_EQ(body("Content-Encoding: gzip, gzip\r\n", gzipped(bomb), options).substr(0, 10), "b.warc!0! ");
  // A member that is itself a bomb is one record that is not read.
  const std::string giant = gzipped(resource(std::string(40 << 20, 'a'), "video/mp4"));
  const std::string file = write("c.warc.gz", giant + gzipped(resource("Un.")));
  EXPECT_EQ(read_lines({file}, options),
            (Lines{"c.warc.gz!0! the gzip data grows more than 100 times: refused",
                   fmt::format("c.warc.gz!{}: Un.", giant.size())}));
}

TEST_F(Warc, ADamagedRecordIsNamedAndTheRestGoesOn) {
  const std::string one = resource("Un."), two = resource("Deux."), three = resource("Trois.");
  const auto lied = [&](const char* length) {
    std::string wrong = two;
    return wrong.replace(wrong.find("Length: 5") + 8, 1, length);
  };
  const std::string place = fmt::format("!{}", one.size());
  for (const auto& [bad, reason] :
       {std::pair{lied("3"), "the record does not end where its Content-Length says"},
        std::pair{lied("9"), "the record does not end where its Content-Length says"},
        std::pair{lied("99"), "the record does not end where its Content-Length says"},
        std::pair{lied("5000"), "the record is cut off"},
        std::pair{lied("99999999999999"), "the record is cut off"},
        std::pair{lied("-1"), "its header has no Content-Length that is a number"},
        std::pair{lied("99999999999999999999999"), "its header has no Content-Length that is a number"},
        std::pair{two.substr(0, two.find("WARC-Target")), "its header does not end"},
        std::pair{"n'importe quoi\r\n"s, "no WARC record begins here"},
        std::pair{std::string(100, '\0'), "no WARC record begins here"},
        std::pair{"WARC/1.0\r\nX: " + std::string(1 << 20, 'a') + "\r\n",
                  "its header is longer than 262144 bytes"}}) {
    const Lines lines = read_lines({write("a.warc", one + bad + three)});
    EXPECT_EQ(lines, (Lines{"a.warc!0: Un.", "a.warc" + place + "! " + reason,
                            fmt::format("a.warc!{}: Trois.", one.size() + bad.size())}))
        << bad.substr(0, 200);
    expect_found_again(path("a.warc"));
  }
}

TEST_F(Warc, ARecordThatSpeaksOfWarcIsOne) {
  const std::string inner = "Exemple :\r\n\r\n" + resource("Dedans.") + "Fin.";
  EXPECT_EQ(read_lines({write("a.warc", resource(inner) + resource("Deux."))}).size(), 2u);
}

TEST_F(Warc, ADamagedMemberIsNamedAndTheRestGoesOn) {
  std::mt19937 random(11);
  const auto member = [&](int number) {
    std::string noise;
    for (int i = 0; i < 3000; ++i) noise += static_cast<char>('a' + random() % 26);
    return gzipped(resource(fmt::format("Article {}. {}", number, noise)));
  };
  const std::string one = member(1), two = member(2), three = member(3);
  std::string flipped = two;
  for (size_t i = 60; i < 90; ++i) flipped[i] = static_cast<char>(flipped[i] ^ 0x5A);
  std::string sum = two;
  sum[sum.size() - 6] = static_cast<char>(sum[sum.size() - 6] ^ 1);
  std::string header = two;
  header[0] = 'X';
  for (const std::string& bad : {flipped, sum, header, two.substr(0, 1000), two.substr(0, 5)}) {
    const Lines lines = read_lines({write("a.warc.gz", one + bad + three)});
    ASSERT_EQ(lines.size(), 3u) << testing::PrintToString(lines);
    EXPECT_TRUE(lines[0].starts_with("a.warc.gz!0: Article 1."));
    EXPECT_TRUE(lines[1].starts_with(fmt::format("a.warc.gz!{}", bad[0] == 'X' ? 0 : one.size())))
        << lines[1];
    EXPECT_TRUE(lines[2].starts_with(fmt::format("a.warc.gz!{}: Article 3.", one.size() + bad.size())))
        << lines[2];
    expect_found_again(path("a.warc.gz"));
  }
}

TEST_F(Warc, CutMidRecord) {
  const std::string one = resource("Un."), two = resource("Deux, et la suite.");
  for (size_t cut = 1; cut + 4 < two.size(); ++cut) {
    const Lines lines = read_lines({write("a.warc", one + two.substr(0, cut))});
    ASSERT_EQ(lines.size(), 2u) << cut;
    EXPECT_EQ(lines[0], "a.warc!0: Un.");
    EXPECT_TRUE(lines[1].starts_with(fmt::format("a.warc!{}! ", one.size()))) << lines[1];
  }
  const std::string packed = gzipped(one) + gzipped(two);
  for (size_t cut = gzipped(one).size() + 1; cut < packed.size(); ++cut) {
    const Lines lines = read_lines({write("b.warc.gz", packed.substr(0, cut))});
    ASSERT_EQ(lines.size(), 2u) << cut << testing::PrintToString(lines);
    EXPECT_TRUE(lines[1].starts_with(fmt::format("b.warc.gz!{}", gzipped(one).size()))) << lines[1];
  }
}

TEST_F(Warc, LongRecordsAreFlatAndOnlyArticlesAreMissed) {
  Options options;
  options.max_article_bytes = 100000;
  const std::string film = resource(std::string(3000000, 'f'), "video/mp4");
  const std::string page = resource(std::string(3000000, 'p'), "text/plain");
  const std::string file = write("a.warc", film + page + resource("Un."));
  EXPECT_EQ(
      read_lines({file}, options),
      (Lines{fmt::format("a.warc!{}! is longer than 100000 bytes, the most for one article", film.size()),
             fmt::format("a.warc!{}: Un.", film.size() + page.size())}));
}

TEST_F(Warc, ThousandsOfLyingHeadersAreQuick) {
  std::string liars;
  while (liars.size() < 3 << 20)
    liars += "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 16000000\r\n\r\n";
  EXPECT_GT(read_lines({write("a.warc", liars)}).size(), 1000u);
  std::string almost;
  while (almost.size() < 3 << 20) almost += "WARC/1.0\r\nA: b\r\n";
  EXPECT_GE(read_lines({write("b.warc", almost)}).size(), 1u);
  std::string members;
  while (members.size() < 3 << 20) members += "\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03\x00\xFF\xFF\x00\x00"s;
  EXPECT_GE(read_lines({write("c.warc.gz", gzipped(resource("Un.")) + members)}).size(), 1u);
}

TEST(HttpMessage, ContentTypes) {
  EXPECT_EQ(content_type("Text/HTML; Charset=\"utf-8\"").type, "text/html");
  EXPECT_EQ(content_type("Text/HTML; Charset=\"utf-8\"").charset, "utf-8");
  EXPECT_EQ(content_type("text/html;x=y ; charset=ISO-8859-1;z").charset, "ISO-8859-1");
  EXPECT_EQ(content_type("").type, "");
  EXPECT_EQ(content_type("text/html; charset=").charset, "");
}

// Whatever is changed in an archive: an answer, never a crash; and what is read is found again.
TEST_F(Warc, AnyBytesGiveAnAnswer) {
  std::mt19937 random(7);
  const std::string plain =
      info + text_response("http://a.example/1", "Un.") + resource("Deux.") + resource("Trois.");
  const std::string packed = gzipped(info) + gzipped(text_response("http://a.example/1", "Un.")) +
                             gzipped(resource("Deux.")) + gzipped(resource("Trois."));
  for (int round = 0; round < 400; ++round) {
    std::string bytes = round % 2 == 0 ? plain : packed;
    for (unsigned i = random() % 6; i > 0; --i) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 4 == 0) bytes.erase(random() % bytes.size(), random() % 50);
    const std::string file = write("x", bytes);
    const Lines lines = read_lines({file});
    Lines names;
    for (const std::string& line : lines)
      if (line.find("! ") == std::string::npos) names.push_back(line.substr(0, line.find(": ")));
    EXPECT_EQ(again(names).size(), names.size());
    for (const std::string& line : again(names))
      EXPECT_EQ(line.find("! "), std::string::npos) << line << "\n" << testing::PrintToString(lines);
  }
}

}  // namespace
}  // namespace recoupe::intake
