#include "lexicon/forms.hpp"

#include <gtest/gtest.h>

#include "document/features.hpp"
#include "document/names.hpp"
#include "lexicon/lexicon.hpp"

namespace recoupe::lexicon {
namespace {

// "VERB dire Mood=Cnd|…" for each analysis, in order.
std::vector<std::string> analyses(const Forms& lexicon, std::string_view form) {
  std::vector<std::string> out;
  for (const Analysis& analysis : lexicon.find(form).analyses) {
    std::string line = std::string(name(analysis.upos)) + " ";
    lexicon.append_lemma(line, form, analysis);
    out.push_back(line + " " + features_name(analysis.features));
  }
  return out;
}
bool has(const Forms& lexicon, std::string_view form, const std::string& analysis) {
  const std::vector<std::string> all = analyses(lexicon, form);
  return std::find(all.begin(), all.end(), analysis) != all.end();
}

TEST(Forms, French) {
  const Forms lexicon = forms(Language::french);
  EXPECT_GT(lexicon.size(), 400'000u);
  EXPECT_TRUE(has(lexicon, "aurait", "AUX avoir Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"));
  EXPECT_TRUE(has(lexicon, "diraient", "VERB dire Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"));
  EXPECT_TRUE(has(lexicon, "déclaré", "VERB déclarer Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"));
  EXPECT_TRUE(has(lexicon, "chevaux", "NOUN cheval Gender=Masc|Number=Plur"));
  EXPECT_TRUE(has(lexicon, "belles", "ADJ beau Gender=Fem|Number=Plur"));
  EXPECT_TRUE(has(lexicon, "Paris", "PROPN Paris _"));
  EXPECT_TRUE(has(lexicon, "-t-il", "PRON il Gender=Masc|Number=Sing|Person=3"));
  EXPECT_TRUE(has(lexicon, "l’", "DET le Definite=Def|Number=Sing"));
  EXPECT_TRUE(analyses(lexicon, "zzyzx").empty());
  EXPECT_TRUE(analyses(lexicon, "").empty());
}

TEST(Forms, English) {
  const Forms lexicon = forms(Language::english);
  EXPECT_TRUE(has(lexicon, "walked", "VERB walk Tense=Past"));
  EXPECT_TRUE(has(lexicon, "n't", "PART not Polarity=Neg"));
}

TEST(Forms, DamagedBytesAreToldInOneLine) {
  const std::string_view good = embedded("en.forms");
  for (const size_t size : {size_t{0}, size_t{7}, size_t{40}, good.size() - 1}) {
    const Result<Forms> opened = Forms::open(good.substr(0, size), "x.forms");
    ASSERT_FALSE(opened.ok()) << size;
    EXPECT_EQ(opened.error().where, "x.forms");
    EXPECT_EQ(opened.error().what.find('\n'), std::string::npos);
  }
  EXPECT_FALSE(Forms::open(embedded("fr/closed_words.tsv"), "x").ok());
}

}  // namespace
}  // namespace recoupe::lexicon
