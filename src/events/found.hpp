// What the rules for verbs and for nouns find in one sentence, before it is made an Event.
#pragma once

#include "events/tree.hpp"

namespace recoupe::events {

struct Found {
  const Frame* frame = nullptr;
  int32_t trigger = nowhere;  // the verb or noun that names the event
  int32_t actor = nowhere, target = nowhere;
  int32_t part_of = nowhere;  // the trigger of the event that this one tells more of: «attaqué, [tuant] …»
  bool noun = false;
  bool again = false;  // «cette attaque», «the attack»: may be one named before
  ClaimStatus status = ClaimStatus::asserted;
  std::string_view rule;
};

// A verb's subject and object as the sense has them: across the passive, relative clauses, «X accuse Y de …».
struct Roles {
  int32_t subject = nowhere, object = nowhere;
  bool passive = false;
};
Roles roles_of(const Tree& tree, int32_t verb, int depth = 0);
bool reflexive(const Tree& tree, int32_t verb);  // «se», «s'» before it
int32_t agent(const Tree& tree, int32_t verb);   // «par X», «by X»

std::optional<Found> verb_event(const Tree& tree, int32_t at);
std::optional<Found> noun_event(const Tree& tree, int32_t at);

// Whether one of the words that the frame needs hangs on the word, or on one that does.
bool needs_met(const Tree& tree, int32_t at, const Frame& frame);
bool among(const std::vector<std::string>& list, std::string_view word);

// Whether it happened. Empty: «si X attaque», which tells of nothing.
std::optional<ClaimStatus> status_of(const Tree& tree, int32_t trigger);

// One happening named several times becomes one event.
void join_same(Document& document, const std::vector<std::string_view>& modes,
               const std::vector<bool>& again);

}  // namespace recoupe::events
