// verify says yes to what the program wrote, and finds what somebody changed in it: in the output, or in the
// originals. The share of changes that it finds is measured here and may not fall.
#include "verify/verify.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "compare/compare.hpp"
#include "engine/story_dates.hpp"
#include "report/article_json.hpp"
#include "report/csv.hpp"
#include "report/dossier_json.hpp"
#include "report/page.hpp"
#include "store/store.hpp"

namespace recoupe {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

const engine::Resources& resources() {
  static const engine::Resources all = engine::load_resources();
  return all;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

void write_file(const fs::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

// The sample story, copied where a test may spoil it, and its dossier.
class VerifyTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::temp_directory_path() /
        ("recoupe-verify-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "out");
    fs::copy(fs::path(RECOUPE_SOURCE_DIR) / "examples" / "crue-de-la-roya", folder_ / "press");
    std::vector<Document> documents;
    engine::run({(folder_ / "press").string()}, resources(), {}, [&](Result<Document> result) {
      EXPECT_TRUE(result.ok());
      if (result.ok()) documents.push_back(result.take());
      return true;
    });
    engine::date_by_story(documents, resources());
    const Dossier dossier = compare::compare(std::move(documents));
    std::string lines;
    for (const Document& d : dossier.articles) lines += report::article_json(d) + "\n";
    write_file(folder_ / "out" / "articles.jsonl", lines);
    write_file(folder_ / "out" / "dossier.json", report::dossier_json(dossier));
    write_file(folder_ / "out" / "index.html", report::page_html(dossier));
    ASSERT_TRUE(store::write_whole((folder_ / "out" / "dossier.sqlite").string(), [&](store::Store& store) {
                  return store.put(dossier);
                }).ok());
    for (const report::Table& table : report::csv_tables(dossier.articles))
      write_file(folder_ / "out" / table.file_name, table.content);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::vector<verify::Problem> verify(const fs::path& path) {
    std::vector<verify::Problem> out;
    const auto tally =
        verify::verify(path.string(), resources(), [&](const verify::Problem& p) { out.push_back(p); });
    if (!tally.ok()) out.push_back({tally.error().where, "", "", tally.error().what});
    return out;
  }

  std::vector<std::string> lines() {
    std::istringstream in(read_file(folder_ / "out" / "articles.jsonl"));
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
  }

  fs::path folder_;
};

std::string told(const std::vector<verify::Problem>& problems) {
  std::string out;
  for (const verify::Problem& p : problems) out += p.file + " " + p.item + ": " + p.reason + "\n";
  return out;
}

TEST_F(VerifyTest, WhatTheProgramWroteHolds) {
  const auto problems = verify(folder_ / "out");
  EXPECT_TRUE(problems.empty()) << told(problems);
  EXPECT_TRUE(verify(folder_ / "out" / "articles.jsonl").empty());
  const std::string lines = read_file(folder_ / "out" / "articles.jsonl");
  EXPECT_NE(lines.find(R"("published":{"value":"2024-03-14","basis":"story")"), std::string::npos);
}

TEST_F(VerifyTest, AChangedOriginalIsFound) {
  const fs::path original = folder_ / "press" / "07-gazette.txt";
  std::string text = read_file(original);
  text.replace(text.find("onze morts"), 10, "vingt mort");
  write_file(original, text);
  const auto problems = verify(folder_ / "out");
  ASSERT_FALSE(problems.empty());
  EXPECT_NE(problems[0].source_name.find("07-gazette.txt"), std::string::npos);
  EXPECT_NE(told(problems).find("another digest"), std::string::npos) << told(problems);
}

TEST_F(VerifyTest, AMissingOriginalIsSaidAndTheOthersAreChecked) {
  fs::remove(folder_ / "press" / "07-gazette.txt");
  const auto problems = verify(folder_ / "out" / "articles.jsonl");
  ASSERT_EQ(problems.size(), 1u) << told(problems);
  EXPECT_NE(problems[0].reason.find("cannot be read again"), std::string::npos);
}

TEST_F(VerifyTest, MalformedLinesAreSaidAndTheOthersGoOn) {
  auto all = lines();
  const std::vector<std::string> spoilt = {
      "{", "[]", "null", "{\"recoupe\":1}", "\xff\xfe", "{\"recoupe\":2}", "\"text\"", "1e999999"};
  std::string content;
  for (const std::string& line : spoilt) content += line + "\n";
  for (const std::string& line : all) content += line + "\n";
  write_file(folder_ / "out" / "articles.jsonl", content);
  const auto problems = verify(folder_ / "out" / "articles.jsonl");
  EXPECT_EQ(problems.size(), spoilt.size()) << told(problems);
}

TEST_F(VerifyTest, ChangedComparisonAndTablesAreFound) {
  const std::string dossier = read_file(folder_ / "out" / "dossier.json");
  Json json = Json::parse(dossier);
  const auto spoil = [&](auto change) {
    Json copy = json;
    change(copy);
    write_file(folder_ / "out" / "dossier.json", copy.dump());
    return !verify(folder_ / "out").empty();
  };
  EXPECT_TRUE(spoil([](Json& j) { j["clusters"][0]["members"][0]["claim"] = "s9999"; }));
  EXPECT_TRUE(spoil([](Json& j) { j["origins"][0]["articles"][0] = "0000000000000000"; }));
  EXPECT_TRUE(spoil([](Json& j) { j["clusters"][0]["relation"] = "differ"; }));
  EXPECT_TRUE(spoil([](Json& j) { j["stories"].erase(0); }));
  for (Json& origin : json["origins"])
    if (!origin["passages"].empty()) {
      EXPECT_TRUE(spoil([&](Json& j) {
        for (Json& o : j["origins"])
          if (!o["passages"].empty()) o["passages"][0]["a_source"] = {0, 40};
      }));
      break;
    }
  EXPECT_TRUE(spoil([](Json& j) { j = Json::array(); }));
  write_file(folder_ / "out" / "dossier.json", dossier);
  EXPECT_TRUE(verify(folder_ / "out").empty());
  write_file(folder_ / "out" / "figures.csv", read_file(folder_ / "out" / "figures.csv") + "x\r\n");
  EXPECT_FALSE(verify(folder_ / "out").empty());
}

// Every place in a line that says something: leaves of the JSON, without what only names the writer.
void leaves(Json& value, const std::string& path, std::vector<std::pair<std::string, Json*>>& out) {
  if (value.is_object()) {
    for (auto& [key, inner] : value.items())
      if (key != "engine" && key != "recoupe" && key != "diagnostics") leaves(inner, path + "/" + key, out);
  } else if (value.is_array()) {
    for (size_t i = 0; i < value.size(); ++i) leaves(value[i], path + "/" + std::to_string(i), out);
  } else {
    out.emplace_back(path, &value);
  }
}

// One leaf changed in its meaning: a letter, a digit, an offset, a number, a word for none.
std::string mutate(Json& leaf, std::mt19937& random) {
  const auto draw = [&](size_t below) { return static_cast<size_t>(random() % below); };
  const std::string before = leaf.dump();
  if (leaf.is_number_integer()) {
    leaf = leaf.get<int64_t>() + (draw(2) == 0 ? 1 : 10);
  } else if (leaf.is_number()) {
    leaf = leaf.get<double>() * 1.5 + 1;
  } else if (leaf.is_null()) {
    leaf = draw(2) == 0 ? Json("2016-10-20") : Json(7);
  } else if (leaf.is_boolean()) {
    leaf = !leaf.get<bool>();
  } else {
    std::string text = leaf.get<std::string>();
    const size_t at = text.empty() ? 0 : draw(text.size());
    const bool plain = !text.empty() && static_cast<unsigned char>(text[at]) < 0x80;
    if (plain)
      text[at] = text[at] == 'x' ? 'y' : 'x';
    else
      text += "x";
    leaf = text;
  }
  return before + " → " + leaf.dump();
}

TEST_F(VerifyTest, NearlyEveryChangeOfMeaningIsFound) {
  const std::vector<std::string> all = lines();
  std::mt19937 random(20161020);
  constexpr int rounds = 400;
  int found = 0;
  std::string missed;
  for (int round = 0; round < rounds; ++round) {
    Json line = Json::parse(all[random() % all.size()]);
    std::vector<std::pair<std::string, Json*>> places;
    leaves(line, "", places);
    auto& [path, leaf] = places[random() % places.size()];
    const std::string change = mutate(*leaf, random);
    write_file(folder_ / "out" / "one.jsonl", line.dump() + "\n");
    if (!verify(folder_ / "out" / "one.jsonl").empty())
      ++found;
    else
      missed += path + ": " + change.substr(0, 200) + "\n";
  }
  EXPECT_GE(found * 1000, rounds * 995) << missed;
}

// The proof from bytes alone, as for a line of another version: it cannot know that a figure is a toll, but
// it knows every word, number and place. What may be missed is interpretation: category, status, type.
TEST_F(VerifyTest, BytesAloneFindChangedWordsNumbersAndOffsets) {
  const std::vector<std::string> all = lines();
  std::mt19937 random(20170301);
  int found = 0, rounds = 0;
  std::string missed;
  while (rounds < 300) {
    Json line = Json::parse(all[random() % all.size()]);
    std::vector<std::pair<std::string, Json*>> places;
    leaves(line, "", places);
    auto& [path, leaf] = places[random() % places.size()];
    const auto last = path.substr(path.rfind('/') + 1);
    const bool of_words = path.find("/span") != std::string::npos ||
                          path.find("/source/") != std::string::npos || path == "/text" || path == "/id" ||
                          last == "text" || last == "mention" || last == "cue";
    if (!of_words || leaf->is_null() || path.find("/removed") == 0) continue;
    ++rounds;
    line["engine"] = "another";
    const std::string change = mutate(*leaf, random);
    write_file(folder_ / "out" / "one.jsonl", line.dump() + "\n");
    if (!verify(folder_ / "out" / "one.jsonl").empty())
      ++found;
    else
      missed += path + ": " + change.substr(0, 200) + "\n";
  }
  EXPECT_GE(found * 100, rounds * 98) << missed;
}

}  // namespace
}  // namespace recoupe
