// What a cue reports: the words of the clause that are somebody's, without cue and speaker.
#pragma once

#include <string_view>

#include "quotes/cue.hpp"

namespace recoupe::quotes {

struct Content {
  Range words;
  size_t cue = 0;  // index into the cues of the sentence
  std::string_view rule;
  bool questioned = false;  // «demande si P»
};

// The contents of all cues of one sentence whose subjects are known, in the order of the cues. At most one a
// cue.
std::vector<Content> find_contents(const Reading& reading, const Cue_lexicon& lexicon,
                                   const std::vector<Cue>& cues);

// Names of the rules by which contents are found.
inline constexpr std::string_view rule_that = "that-clause";
inline constexpr std::string_view rule_infinitive = "infinitive";
inline constexpr std::string_view rule_noun = "noun-content";
inline constexpr std::string_view rule_source = "according-to";
inline constexpr std::string_view rule_incise = "incise";
inline constexpr std::string_view rule_object = "accuse-of";
inline constexpr std::string_view rule_predicate = "predicate";
inline constexpr std::string_view rule_passive = "passive";
inline constexpr std::string_view rule_if = "whether-clause";
inline constexpr std::string_view rule_bare = "that-less";

}  // namespace recoupe::quotes
