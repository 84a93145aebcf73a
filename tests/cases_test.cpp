// Runs every line of every src/ROOM/{fr,en}/cases.txt through the stages and compares what the room found, in
// the printed forms of document/print.hpp:
//
//   Il est venu mercredi dernier. @2016-10-26 => «mercredi dernier» date 2016-10-19
//   Rien ici. => -
//
// Text, then optionally " @" and the publication date, then " => " and the items in text order, separated by
// " ; ";
// "-" for none. "\n" in the text is a line break. '#' begins a comment line. A case of names/ may end an item
// with anything print() gives. Fails, too, where a rule of a room has no case in which it fires.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <set>

#include "document/print.hpp"
#include "engine/stages.hpp"

namespace recoupe {
namespace {

struct Room {
  const char* name;
  std::span<const std::string_view> (*rules)();
  // The printed items, and the rules that made them.
  std::function<std::vector<std::string>(const Document&, std::set<std::string_view>& fired)> items;
};

template <class Items>
std::vector<std::string> printed(const Document& document, const Items& items,
                                 std::set<std::string_view>& fired) {
  std::vector<std::string> out;
  for (const auto& item : items) {
    out.push_back(print(document, item));
    if constexpr (requires { item.rule; }) fired.insert(item.rule);
  }
  return out;
}

const std::vector<Room>& rooms() {
  static const std::vector<Room> all = {
      {"names", names::rules, [](const Document& d, auto& fired) { return printed(d, d.names, fired); }},
      {"resolve", nullptr, [](const Document& d, auto& fired) { return printed(d, d.mentions, fired); }},
      {"times", times::rules, [](const Document& d, auto& fired) { return printed(d, d.times, fired); }},
      {"quantities", quantities::rules,
       [](const Document& d, auto& fired) { return printed(d, d.figures, fired); }},
      {"quotes", quotes::rules,
       [](const Document& d, auto& fired) { return printed(d, d.statements, fired); }},
      {"movements", movements::rules,
       [](const Document& d, auto& fired) { return printed(d, d.movements, fired); }},
      {"events", events::rules, [](const Document& d, auto& fired) { return printed(d, d.events, fired); }},
  };
  return all;
}

struct Case {
  std::string text, published, expected;
};

Case parse(const std::string& line) {
  Case out;
  const size_t arrow = line.find(" => ");
  std::string left = line.substr(0, arrow);
  out.expected = arrow == std::string::npos ? "(no arrow in this line)" : line.substr(arrow + 4);
  if (const size_t at = left.rfind(" @"); at != std::string::npos && at + 12 >= left.size()) {
    out.published = left.substr(at + 2);
    left.resize(at);
  }
  for (size_t i = 0; i < left.size(); ++i) {
    if (left.compare(i, 2, "\\n") == 0) {
      out.text += '\n';
      ++i;
    } else {
      out.text += left[i];
    }
  }
  return out;
}

Document run(const Case& c, Language language) {
  static const engine::Resources resources = engine::load_resources();
  Document document;
  document.text = c.text;
  document.language = language;
  if (!c.published.empty())
    document.published = PublicationDate{c.published, DateBasis::given, c.published, c.published, {}};
  for (const engine::Stage& stage : engine::stages()) stage.run(document, resources);
  return document;
}

TEST(Cases, EveryLineOfEveryRoom) {
  const std::filesystem::path source = std::filesystem::path(RECOUPE_SOURCE_DIR) / "src";
  for (const Room& room : rooms()) {
    std::set<std::string_view> fired;
    for (const auto& [folder, language] :
         {std::pair{"fr", Language::french}, std::pair{"en", Language::english}}) {
      std::ifstream file(source / room.name / folder / "cases.txt");
      std::string line;
      for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        const Case c = parse(line);
        const std::vector<std::string> items = room.items(run(c, language), fired);
        std::string actual = items.empty() ? "-" : "";
        for (const std::string& item : items) actual += (actual.empty() ? "" : " ; ") + item;
        EXPECT_EQ(actual, c.expected)
            << room.name << "/" << folder << "/cases.txt:" << number << ": " << c.text;
      }
    }
    if (room.rules == nullptr) continue;
    for (const std::string_view rule : room.rules())
      EXPECT_TRUE(fired.contains(rule))
          << "no case of " << room.name << "/ makes the rule «" << rule << "» fire";
  }
}

}  // namespace
}  // namespace recoupe
