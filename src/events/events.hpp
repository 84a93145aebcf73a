// What happened, in the sixteen types of PLOVER (the Political Language Ontology for Verifiable Event
// Records): who did what to whom, where and when. Reads tokens, trees, mentions, figures, times, statements;
// writes Document::events.
//
//   Des rebelles ont attaqué une base à Alep, tuant douze soldats.
//     assault, actor «Des rebelles», target «une base», place Alep, casualties «douze soldats»
//
// An event needs a verb or a noun of src/lexicon/{fr,en}/events.tsv whose conditions the tree fulfils. What
// the words do not say stays empty. One happening that is named several times is one event with several
// mentions.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"
#include "gazetteer/gazetteer.hpp"

namespace recoupe::events {

enum FrameFlag : uint16_t {
  frame_object = 1,        // the object is the target
  frame_needs_target = 2,  // without a target no event
  frame_somebody = 4,  // the target must be somebody («arrêter un homme», not «arrêter la production»)
  frame_somebody_acts = 8,  // the actor must be somebody («la police a tué», not «le séisme a tué»)
  frame_reflexive = 16,     // only as «se …»
  frame_weak = 32,          // an everyday word, too: not in a sentence of sport
  frame_needs_one = 64,     // without an actor or a target no event
  frame_of_actor = 128,     // of a noun: «la démission de X» is X's
  frame_of_target = 256,    // «l'arrestation de X»: X is arrested
  frame_together = 512,     // the object or «avec X» is the other side: «X rencontre Y»
  frame_needs_preposition = 1024,  // the target must stand after one of `prepositions`
  frame_fighter = 4096,            // the actor must be armed
  frame_armed = 2048,  // the actor must be armed, or the target somebody («frapper», «reprendre»)
};

// One row of events.tsv: under which conditions a word tells of an event, and where its parts stand.
struct Frame {
  EventType type = EventType::agree;
  std::string mode;  // kinds of one type that are never one happening: «arrest», «bomb»
  uint16_t flags = 0;
  std::vector<std::string> prepositions;  // before the target: «tirer sur»
  std::vector<std::string> needs;         // one of these must hang on the word: «ouvrir» + «feu»
};

enum WordClass : uint16_t {
  class_somebody = 1,  // nouns for people and bodies of people
  class_armed = 2,     // those of them who fight
  class_does = 4,      // «mener», «lancer», «commettre» an attack: the subject is its actor
  class_suffers = 8,   // «subir», «être victime de»
  class_foils = 16,    // «déjouer», «annuler»: it did not happen
  class_plans = 32,    // «préparer», «vouloir», «appeler à»: it has not happened yet
  class_sport = 64,
  class_doubts = 128,     // «accuser de», «soupçonner de», «présumé»
  class_occurs = 512,     // «avoir lieu», «se produire»
  class_claims = 1024,    // «revendiquer», «annoncer»: whether or not somebody does, it happened
  class_of_object = 256,  // «accuser X de frapper»: of the infinitive, X is the subject
};

struct Hash {
  using is_transparent = void;
  size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};
template <class Value>
using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

struct LanguageWords {
  Table<std::vector<Frame>> verbs, nouns;  // by lemma
  Table<uint16_t> classes;                 // by lemma or lower-cased form
  bool english = false;
};

struct Words {
  LanguageWords french, english;
};
Words load_words();

void find_events(Document& document, const Words& words, const gazetteer::Gazetteer& gazetteer);

// The names of all rules; tests/cases_test.cpp wants at least one case for each.
std::span<const std::string_view> rules();

}  // namespace recoupe::events
