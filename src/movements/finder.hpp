// Reads the movements of one sentence: verbs, nouns and phrases of motion, who stands with them, and the
// places.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "movements/clause.hpp"

namespace recoupe::movements {

inline constexpr std::array<std::string_view, 7> rule_names = {
    "verb_of_motion", "verb_of_sending", "object_place", "on_the_way",
    "noun_of_motion", "between_places",  "expected"};

// Words [begin, end) of the clause.
struct Range {
  size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

struct Found {
  Range who, group;  // group: the verb with its auxiliaries, or the noun or phrase of motion
  std::optional<size_t> from, to;
  std::vector<size_t> also_to;  // «en Italie [et en France]»
  Range means;
  ClaimStatus status = ClaimStatus::asserted;
  std::string_view rule;
};

class Finder {
 public:
  Finder(const Clause& clause, const LanguageWords& words)
      : clause_(clause), words_(words), english_(words.english) {}

  std::vector<Found> run();

 private:
  const Word& word(size_t i) const { return clause_[i]; }
  bool is(size_t i, std::string_view form) const { return i < clause_.size() && clause_[i].form == form; }
  bool has(size_t i, uint32_t classes) const {
    return i < clause_.size() && (clause_[i].classes & classes) != 0;
  }
  void keep(Found found);

  // phrases.cpp: noun phrases, and who is the subject
  bool nominal(size_t i) const;
  bool bounds(size_t i) const;
  Range phrase_before(size_t end, bool prepositions = false) const;
  Range subject(size_t group, int depth = 0) const;
  Range subject_of(size_t verb, size_t group) const;
  Range tree_subject(size_t verb) const;
  Range object_of(size_t verb) const;
  Range phrase_of(size_t head) const;
  bool hangs_on(size_t at, size_t top) const;
  bool verb_words(Range range) const;
  bool nobody(Range range) const;
  Range nearest(Range range) const;
  Range phrase_after(size_t begin) const;
  // places.cpp: where from, where to, by what means
  std::optional<size_t> place_at(size_t at) const;
  std::optional<size_t> body_at(size_t at) const;
  void places_after(size_t begin, Found& found, bool strong, bool object = false) const;
  void coordinated(Found& found) const;
  bool goal_follows(size_t from) const;
  Range means_near(const Found& found) const;
  // verbs.cpp
  size_t group_begin(size_t verb) const;
  bool reflexive(Range group) const;
  bool passive(Range group) const;
  void verb(size_t at);
  void object_place(size_t at, Frame frame, Found& found);
  // nouns.cpp: nouns and phrases of motion
  size_t phrase_at(size_t at) const;
  bool phrase_goes_to(size_t at, size_t size) const;
  void on_the_way(size_t at, size_t size);
  void noun(size_t at);
  Range doer(size_t noun) const;
  bool between(size_t at);
  // status.cpp
  ClaimStatus status(Range group) const;
  ClaimStatus status_above(size_t verb) const;
  bool could_already(Range group) const;

  const Clause& clause_;
  const LanguageWords& words_;
  bool english_;
  std::vector<Found> found_;
};

}  // namespace recoupe::movements
