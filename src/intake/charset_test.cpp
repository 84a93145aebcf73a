#include "intake/charset.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.hpp"

namespace recoupe::intake {
namespace {

using namespace std::string_literals;

Page decoded(std::string bytes) {
  Page page;
  page.bytes = std::move(bytes);
  const Outcome outcome = decode(page);
  EXPECT_TRUE(outcome.ok()) << (outcome.ok() ? "" : outcome.error().what);
  return page;
}

std::string refusal(std::string bytes) {
  Page page;
  page.bytes = std::move(bytes);
  const Outcome outcome = decode(page);
  return outcome.ok() ? "read as " + page.charset + ": " + page.text() : outcome.error().what;
}

std::string utf16(std::u16string_view text, bool big_endian, bool mark) {
  std::string out;
  const auto put = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  };
  if (mark) put(0xFEFF);
  for (const char16_t unit : text) put(unit);
  return out;
}

// The bytes that the words `part` of the decoded text came from.
std::string source_of(const Page& page, std::string_view part) {
  const size_t at = page.text().find(part);
  EXPECT_NE(at, std::string::npos) << part;
  const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + part.size())};
  return std::string(slice(page.bytes, page.decoding.to_source(span)));
}

TEST(Charset, Utf8IsLeftAlone) {
  const Page page = decoded("Été à Nice\u00A0: «\u202Foui\u202F»");
  EXPECT_EQ(page.charset, "UTF-8");
  EXPECT_TRUE(page.decoded.empty());
  EXPECT_TRUE(page.decoding.is_identity());
}

TEST(Charset, ByteOrderMarkIsNotText) {
  const Page page = decoded("\xEF\xBB\xBFÉtat");
  EXPECT_EQ(page.text(), "État");
  EXPECT_EQ(page.decoding.to_source({0, 2}), (Span{3, 5}));
  EXPECT_EQ(refusal("\xEF\xBB\xBF"), "is empty");
  EXPECT_EQ(refusal("\xFF\xFE"), "is empty");
}

TEST(Charset, Utf16WithAndWithoutMark) {
  const std::u16string text = u"La crue a fait 4 morts à l’aube 😀, dit-on.";
  for (const bool big : {false, true})
    for (const bool mark : {false, true}) {
      const Page page = decoded(utf16(text, big, mark));
      EXPECT_EQ(page.text(), "La crue a fait 4 morts à l’aube 😀, dit-on.");
      EXPECT_EQ(page.charset, big ? "UTF-16BE" : "UTF-16LE");
      EXPECT_EQ(source_of(page, "à l’aube 😀"), utf16(u"à l’aube 😀", big, false));
    }
}

TEST(Charset, Utf16OddEndAndLoneSurrogate) {
  const Page page = decoded(utf16(u"des mots et des mots \xD800 encore", false, true) + "x");
  EXPECT_EQ(page.text(), "des mots et des mots \uFFFD encore\uFFFD");
  EXPECT_EQ(source_of(page, "encore\uFFFD"), utf16(u"encore", false, false) + "x");
}

TEST(Charset, Utf32) {
  const Page page = decoded("\xFF\xFE\0\0\xC9\0\0\0t\0\0\0"s);
  EXPECT_EQ(page.text(), "Ét");
  EXPECT_EQ(page.decoding.to_source({0, 2}), (Span{4, 8}));
}

TEST(Charset, Windows1252AndLatin1) {
  const Page page = decoded("L\x92\xE9t\xE9 co\xFBte 20 \x80, un c\x9Cur \x85");
  EXPECT_EQ(page.charset, "windows-1252");
  EXPECT_EQ(page.text(), "L’été coûte 20 €, un cœur …");
  EXPECT_EQ(source_of(page, "été"), "\xE9t\xE9");
  EXPECT_EQ(source_of(page, "€"), "\x80");
  EXPECT_EQ(decoded("abc d\xE9"
                    "f \x81 ghi jkl mno")
                .text(),
            "abc déf \uFFFD ghi jkl mno");
}

TEST(Charset, ShortLatinTextIsNeverTakenForAnotherScript) {
  for (const char* text : {"\xE9t\xE9", "\xC9t\xE9 \xE0 No\xEBl", "na\xEFve caf\xE9", "\xAB Oui \xBB"})
    EXPECT_EQ(decoded(text).charset, "windows-1252") << text;
}

TEST(Charset, OtherScriptsWhereIcuIsSure) {
  // «Прочитайте эту статью на русском языке на нашем сайте сегодня» in windows-1251.
  const Page page = decoded(
      "\xCF\xF0\xEE\xF7\xE8\xF2\xE0\xE9\xF2\xE5 \xFD\xF2\xF3 \xF1\xF2\xE0\xF2\xFC\xFE \xED\xE0 "
      "\xF0\xF3\xF1\xF1\xEA\xEE\xEC \xFF\xE7\xFB\xEA\xE5 \xED\xE0 \xED\xE0\xF8\xE5\xEC "
      "\xF1\xE0\xE9\xF2\xE5 \xF1\xE5\xE3\xEE\xE4\xED\xFF");
  EXPECT_EQ(page.charset, "windows-1251");
  EXPECT_EQ(source_of(page, "статью"), "\xF1\xF2\xE0\xF2\xFC\xFE");
}

TEST(Charset, BrokenUtf8KeepsItsGoodCharacters) {
  const Page page = decoded("Été, été, été, déjà vu \xC3 et la suite");
  EXPECT_EQ(page.charset, "UTF-8");
  EXPECT_EQ(page.text(), "Été, été, été, déjà vu \uFFFD et la suite");
  EXPECT_EQ(source_of(page, "\uFFFD et"), "\xC3 et");
}

TEST(Charset, WhatIsNotTextIsRefused) {
  EXPECT_EQ(refusal(""), "is empty");
  EXPECT_EQ(refusal(" \n\t\u00A0\n"), "is empty: nothing but blanks");
  EXPECT_EQ(refusal("abc\0def ghi"s), "is not text: it holds NUL bytes");
  EXPECT_EQ(refusal("\x01\x02\x03\x04 abc\x05"), "is not text: 5 of 9 characters are control codes");
}

// Whatever the bytes: no crash, text that is UTF-8, and a way back that never leaves the bytes, never runs
// backwards and covers each character by at least one byte.
TEST(Charset, AnyBytesHaveAWayBack) {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes(random() % 60, ' ');
    const unsigned kind = random() % 4;
    for (char& c : bytes) {
      c = static_cast<char>(kind == 0 ? random() : 'a' + random() % 26);
      if (kind == 1 && random() % 5 == 0) c = static_cast<char>(0x80 + random() % 128);
    }
    if (kind == 2) bytes = "\xFF\xFE" + bytes;
    if (kind == 3) bytes += "é\xE2\x82";
    Page page;
    page.bytes = bytes;
    if (!decode(page).ok()) continue;
    EXPECT_EQ(page.bytes, bytes);
    ASSERT_TRUE(utf8::valid(page.text()));
    uint32_t last = 0;
    for (uint32_t i = 0; i < page.text().size();) {
      const uint32_t size = utf8::decode(page.text(), i).size;
      const Span source = page.decoding.to_source({i, i + size});
      ASSERT_GE(source.begin, last);
      ASSERT_GT(source.end, source.begin);
      ASSERT_LE(source.end, bytes.size());
      last = source.end;
      i += size;
    }
  }
}

}  // namespace
}  // namespace recoupe::intake

namespace recoupe::intake {
namespace {

// "charset: text" of a web page, or the error.
std::string web(std::string bytes, std::string_view transport = {}) {
  Page page;
  page.bytes = std::move(bytes);
  if (const Outcome outcome = decode_html(page, transport); !outcome.ok()) return outcome.error().what;
  return page.charset + ": " + page.text();
}

TEST(WebCharset, InTheOrderOfTheStandard) {
  const std::string latin = "<meta charset=iso-8859-15>\xE9\xA4";
  EXPECT_EQ(web("\xEF\xBB\xBF<p>\xC3\xA9", "iso-8859-1"), "UTF-8: <p>é");
  EXPECT_EQ(web(latin, "windows-1252"), "windows-1252: <meta charset=iso-8859-15>é¤");
  EXPECT_EQ(web(latin), "iso-8859-15: <meta charset=iso-8859-15>é€");
  EXPECT_EQ(web("<script>'<meta charset=utf-16>'</script><META HTTP-EQUIV=Content-Type "
                "CONTENT='text/html; charset=windows-1251'>\xCF\xF0")
                .substr(0, 12),
            "windows-1251");
  EXPECT_EQ(web("<!-- <meta charset=koi8-r> --><p>\xE9t\xE9"),
            "windows-1252: <!-- <meta charset=koi8-r> --><p>été");
  EXPECT_EQ(web("<p>\xE9t\xE9", "latin1"), "windows-1252: <p>été");
  EXPECT_EQ(web(std::string("<\0p\0>\0\xE9\0", 8)), "UTF-16LE: <p>é");
}

TEST(WebCharset, WhatIsSaidWrongIsPutRight) {
  EXPECT_EQ(web("<meta charset=iso-8859-1><p>\xC3\xA9t\xC3\xA9"), "UTF-8: <meta charset=iso-8859-1><p>été");
  EXPECT_EQ(web("<meta charset=utf-8><p>\xE9t\xE9"), "windows-1252: <meta charset=utf-8><p>été");
  EXPECT_EQ(web("<meta charset=utf-16><p>x"), "UTF-8: <meta charset=utf-16><p>x");
  EXPECT_EQ(web("<meta charset=no-such-thing><p>\xE9"), "windows-1252: <meta charset=no-such-thing><p>é");
  EXPECT_EQ(web("<p>\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xE2\x80"),
            "UTF-8: <p>ééééé\uFFFD\uFFFD");  // cut off
}

TEST(WebCharset, BytesThatAreNoPage) {
  EXPECT_EQ(web(""), "is empty");
  EXPECT_EQ(web("  \n"), "is empty");
  EXPECT_EQ(web(std::string("<p>\0x</p>", 9)).substr(0, 6), "UTF-8:");
  EXPECT_NE(web("<p>\x01\x02\x03\x04\x05\x06").find("not text"), std::string::npos);
}

TEST(WebCharset, ContentTypes) {
  EXPECT_EQ(charset_of_content_type("text/html; charset=utf-8"), "utf-8");
  EXPECT_EQ(charset_of_content_type("text/html;Charset = \"ISO-8859-1\" ; x"), "ISO-8859-1");
  EXPECT_EQ(charset_of_content_type("text/html"), "");
  EXPECT_EQ(charset_of_content_type("text/html; charset"), "");
}

}  // namespace
}  // namespace recoupe::intake
