// Words between marks into direct statements: which are speech, and whose.
#pragma once

#include "quotes/content.hpp"

namespace recoupe::quotes {

// One sentence with all that is known of it.
struct Told {
  std::vector<Cue> cues;
  std::vector<Content> contents;
  std::vector<Content> nested;        // what is reported within those
  std::vector<Attribution> speakers;  // one a cue
  // Words between marks whose sentence names somebody who may have said them, but no verb that reports.
  struct Silent {
    uint32_t quote = 0;  // its place in Reading::words
    Attribution speaker;
    std::string_view rule;
  };
  std::vector<Silent> silent;
};

struct Direct {
  uint32_t word = 0;  // the quote's place in Reading::words
  uint32_t sentence = 0;
  const Cue* cue = nullptr;
  Attribution speaker;
  std::string_view rule;
};

// The stretches that are speech, in text order.
std::vector<Direct> find_direct(const Document& document, const Reading& reading, const Cue_lexicon& lexicon,
                                const std::vector<Told>& told);

inline constexpr std::string_view rule_marked_content = "marked-content";  // within what a cue reports
inline constexpr std::string_view rule_marked_cue = "marked-cue";          // beside a cue of its sentence
inline constexpr std::string_view rule_marked_colon = "marked-colon";      // after a colon and a name
inline constexpr std::string_view rule_marked_next = "marked-next-line";   // the cue begins the next line
inline constexpr std::string_view rule_marked_before =
    "marked-line-before";                                                  // the line before ends in a colon
inline constexpr std::string_view rule_marked_goes_on = "marked-goes-on";  // the same speaker goes on
inline constexpr std::string_view rule_marked_signed = "marked-signed";    // a dash and a name after it
inline constexpr std::string_view rule_marked_subject =
    "marked-subject";  // said of the named subject of its sentence
inline constexpr std::string_view rule_marked_document =
    "marked-document";  // in somebody's letter, speech or statement
inline constexpr std::string_view rule_marked_alone = "marked-alone";  // nobody is named for it

}  // namespace recoupe::quotes
