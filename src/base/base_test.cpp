#include <gtest/gtest.h>

#include "base/alignment.hpp"
#include "base/sha256.hpp"
#include "base/utf8.hpp"

namespace recoupe {
namespace {

TEST(Utf8, MalformedBytesAreOneReplacementEach) {
  EXPECT_FALSE(utf8::valid("a\xC3"));
  EXPECT_FALSE(utf8::valid("\xC0\xAF"));
  EXPECT_FALSE(utf8::valid("\xED\xA0\x80"));
  EXPECT_TRUE(utf8::valid("«é» 😀"));
  EXPECT_EQ(utf8::decode("\xC3", 0).size, 1u);
  EXPECT_EQ(utf8::decode_before("aé", 3).code_point, U'é');
}

TEST(Utf8, FoldIsTheKeyOfNames) {
  EXPECT_EQ(utf8::fold("État  d’Œuvre"), "etat d'oeuvre");
  EXPECT_EQ(utf8::fold("Haïdar\u00A0al‑Abadi"), "haidar al-abadi");
}

TEST(Alignment, CopiesDropsAndReplacements) {
  // source: "a&eacute;b--c"  text: "aéb" + "\n\n" + "c"
  Alignment a;
  a.add(0, 0, 1);
  a.add(1, 1, 1, 2, 8);
  a.add(3, 9, 1);
  a.add(6, 12, 1);
  EXPECT_EQ(a.to_source({1, 3}), (Span{1, 9}));
  EXPECT_EQ(a.to_source({0, 4}), (Span{0, 10}));
  EXPECT_EQ(a.to_source({6, 7}), (Span{12, 13}));
  EXPECT_EQ(a.to_source({3, 7}), (Span{9, 13}));
  EXPECT_EQ(a.to_source({2, 2}), (Span{1, 1}));
  EXPECT_EQ(a.to_text({1, 9}), (Span{1, 3}));    // the entity gives its letter
  EXPECT_EQ(a.to_text({4, 10}), (Span{1, 4}));   // half an entity: the whole letter
  EXPECT_EQ(a.to_text({9, 13}), (Span{3, 7}));   // over what was dropped
  EXPECT_EQ(a.to_text({10, 12}), (Span{6, 6}));  // dropped: empty, at its place
  EXPECT_EQ(a.to_text({0, 13}), (Span{0, 7}));
}

TEST(Alignment, RunsAreJoined) {
  Alignment a;
  a.add(0, 2, 3, 1, 2);
  a.add(3, 8, 4, 1, 2);
  ASSERT_EQ(a.pieces().size(), 1u);
  EXPECT_EQ(a.to_source({3, 5}), (Span{8, 12}));
}

// «l'été» from "l&apos;&eacute;t&eacute;", of which the last two letters were kept.
TEST(Alignment, TwoChangesOneAfterTheOther) {
  Alignment inner;
  inner.add(0, 0, 1);
  inner.add(1, 1, 1, 1, 6);
  inner.add(2, 7, 1, 2, 8);
  inner.add(4, 15, 1);
  inner.add(5, 16, 1, 2, 8);
  Alignment outer;
  outer.add(0, 4, 3);
  const Alignment both = compose(outer, inner);
  EXPECT_EQ(both.to_source({0, 3}), (Span{15, 24}));
  EXPECT_EQ(both.to_source({0, 1}), (Span{15, 16}));
  EXPECT_EQ(both.to_source({1, 3}), (Span{16, 24}));
  outer = {};
  outer.add(0, 1, 3);
  outer.add(5, 5, 2);
  EXPECT_EQ(compose(outer, inner).to_source({0, 3}), (Span{1, 15}));
  EXPECT_EQ(compose(outer, inner).to_source({0, 7}), (Span{1, 24}));
  EXPECT_EQ(compose(outer, Alignment{}).to_source({0, 3}), (Span{1, 4}));
}

TEST(Sha256, KnownDigest) {
  EXPECT_EQ(sha256_hex16("abc"), "ba7816bf8f01cfea");
}

}  // namespace
}  // namespace recoupe
