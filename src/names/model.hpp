// The trained reading of names: a network scores for each word whether a name begins, goes on or ends there
// and of which kind; the best sequence of the paragraph wins. What the rules propose is among what it sees,
// so that rules and training add up instead of competing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "names/finder.hpp"
#include "weights/network.hpp"

namespace recoupe::names {

// Kinds as the training data tell them apart; groups and media are organisations there.
enum class Sort : uint8_t { person, place, organisation, event, thing };
inline constexpr uint32_t sorts = 5;
// A tag is 0 (no name) or 1 + 4 * sort + part.
enum class Part : uint8_t { begin, inside, end, single };
inline constexpr uint32_t tag_count = 1 + 4 * sorts;
inline uint32_t tag_of(Sort sort, Part part) {
  return 1 + 4 * static_cast<uint32_t>(sort) + static_cast<uint32_t>(part);
}
inline Sort sort_of(uint32_t tag) {
  return static_cast<Sort>((tag - 1) / 4);
}
inline Part part_of(uint32_t tag) {
  return static_cast<Part>((tag - 1) % 4);
}
bool may_follow(uint32_t before, uint32_t after);  // tag_count stands for the border of a paragraph

// What the model sees of a word, as numbers.
struct Sight {
  uint32_t key = 0, form = 0, shape = 0;
  uint32_t suffix[3] = {}, prefix[2] = {};
  uint32_t upos = 0, relation = 0, head = 0;  // head: lemma of the word above the name in the tree
  uint32_t lists = 0, roles = 0;              // which word lists have it
  uint32_t gazetteer = 0, known = 0;          // part and kind of the entry that it belongs to
  uint32_t proposal = 0, rule = 0;            // part and kind of the rules' name there
  uint32_t locative = 0, before = 0, line = 0;
  uint32_t run = 0, run_first = 0, run_last = 0;  // of the capitalised words around it
  uint32_t noun = 0;                              // the last word in small letters before it
  uint32_t elsewhere = 0;                         // what its other occurrences were read as
};
inline constexpr size_t margin = 2;  // sights of the border before and after each paragraph

// Words [first, end) on one line, and their sights with margins.
struct Line {
  size_t first = 0, end = 0;
  std::vector<Sight> sights;
};
std::vector<Line> lines_of(const Finder& finder, const std::vector<Found>& proposals);
// Sets `elsewhere` from a first reading: the tags of all words of the article.
void set_elsewhere(const Finder& finder, const std::vector<uint8_t>& tags, std::vector<Line>& lines);

size_t name_features(const Sight* sight, uint32_t* out);
// For a word within the name [first, last] of `sort`: whether a name within it stands here.
size_t inner_features(const Line& line, size_t first, size_t last, size_t i, Sort sort, uint32_t* out);

struct Model {
  weights::Network outer, inner;
  const int32_t* transitions = nullptr;  // (tag_count + 1)²: from, to

  bool there() const { return transitions != nullptr; }
  // The best tags of a line; appended.
  void tag(const Line& line, std::vector<uint8_t>& out) const;
};
// The best path through scores[i * tag_count + tag], appended. Without `transitions` all lawful moves are
// alike.
void best_path(const std::vector<int32_t>& scores, const int32_t* transitions, std::vector<uint8_t>& out);
Result<Model> open_name_model(std::string_view bytes, std::string_view name);

// The names of the article by the model, with those within others; sorted.
std::vector<Found> read_names(const Finder& finder, const Model& model, const std::vector<Found>& proposals);

// The model's names, with what the rules know better of them: gender, groups and media, rule names.
std::vector<Found> combine(const Finder& finder, const Model& model, const std::vector<Found>& proposals);

}  // namespace recoupe::names
