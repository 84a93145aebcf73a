#include "names/model.hpp"

#include <gtest/gtest.h>

namespace recoupe::names {
namespace {

TEST(Model, NamesThatBeginAlsoEnd) {
  const uint32_t begin = tag_of(Sort::person, Part::begin), inside = tag_of(Sort::person, Part::inside),
                 end = tag_of(Sort::person, Part::end), single = tag_of(Sort::place, Part::single);
  EXPECT_TRUE(may_follow(begin, end));
  EXPECT_TRUE(may_follow(begin, inside));
  EXPECT_TRUE(may_follow(end, begin));
  EXPECT_TRUE(may_follow(tag_count, single));
  EXPECT_FALSE(may_follow(begin, 0));
  EXPECT_FALSE(may_follow(begin, tag_count));
  EXPECT_FALSE(may_follow(0, end));
  EXPECT_FALSE(may_follow(begin, tag_of(Sort::place, Part::end)));
}

// «Jean Dupont»: the first word alone looks most like a place; together they are a person.
TEST(Model, TheBestPathIsTheBestWhole) {
  std::vector<int32_t> scores(2 * tag_count, 0);
  scores[tag_of(Sort::place, Part::single)] = 60;
  scores[tag_of(Sort::person, Part::begin)] = 50;
  scores[tag_count + tag_of(Sort::person, Part::end)] = 50;
  std::vector<uint8_t> tags;
  best_path(scores, nullptr, tags);
  EXPECT_EQ(tags, (std::vector<uint8_t>{static_cast<uint8_t>(tag_of(Sort::person, Part::begin)),
                                        static_cast<uint8_t>(tag_of(Sort::person, Part::end))}));
}

TEST(Model, DamagedWeightsAreToldInOneLine) {
  const Result<Model> model = open_name_model("RCPSYN01 and then nothing of use", "x.model");
  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().where + ": " + model.error().what, "x.model: truncated model");
}

}  // namespace
}  // namespace recoupe::names
