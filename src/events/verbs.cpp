// Events that a verb tells of: «X attaque Y», «Y a été attaqué par X», «Y, attaqué par X», «X ouvre le feu
// sur Y».
#include "events/found.hpp"

namespace recoupe::events {
namespace {

struct Parts {
  int32_t actor = nowhere, target = nowhere;
  bool passive = false;
};

// What stands after one of the frame's prepositions.
int32_t after_preposition(const Tree& tree, int32_t verb, const Frame& frame) {
  for (const int32_t c : tree.children(verb)) {
    if (tree.is(c, Relation::iobj) && among(frame.prepositions, tree.words().english ? "to" : "à")) return c;
    if (c > verb && (tree.noun(c) || tree.pronoun(c) || tree.token(c).upos == Upos::num) &&
        among(frame.prepositions, tree.preposition(c)))
      return c;
  }
  return nowhere;
}

bool needed_word(const Tree& tree, int32_t at, const Frame& frame) {
  return at != nowhere && (among(frame.needs, tree.lemma(at)) || among(frame.needs, tree.form(at)));
}

Parts parts_of(const Tree& tree, int32_t verb, const Frame& frame) {
  Parts parts;
  const Roles roles = roles_of(tree, verb);
  parts.passive = roles.passive;
  if (roles.passive) {
    parts.actor = agent(tree, verb);
    for (const int32_t c : tree.children(verb))  // «pointé du doigt par X»
      if (parts.actor == nowhere && needed_word(tree, c, frame)) parts.actor = agent(tree, c);
    if (frame.flags & frame_object) parts.target = roles.subject;
  } else {
    parts.actor = roles.subject;
    if (frame.flags & (frame_object | frame_together)) parts.target = roles.object;
  }
  if (needed_word(tree, parts.target, frame)) parts.target = nowhere;
  if (needed_word(tree, parts.actor, frame)) parts.actor = nowhere;
  if (!frame.prepositions.empty()) {
    const int32_t after = after_preposition(tree, verb, frame);
    if (after != nowhere && !needed_word(tree, after, frame)) parts.target = after;
    if (after == nowhere && (frame.flags & frame_needs_preposition)) parts.target = nowhere;
  }
  if (parts.target == nowhere && (frame.flags & frame_together))
    for (const int32_t c : tree.children(verb))
      if (tree.preposition(c) == "avec" || tree.preposition(c) == "with") parts.target = c;
  return parts;
}

bool allowed(const Tree& tree, int32_t verb, const Frame& frame, const Parts& parts) {
  const auto has = [&](uint16_t flag) { return (frame.flags & flag) != 0; };
  if (has(frame_weak) && tree.sport()) return false;
  if (!tree.words().english && has(frame_reflexive) != reflexive(tree, verb)) return false;
  if (!needs_met(tree, verb, frame)) return false;
  if (has(frame_needs_target) && parts.target == nowhere) return false;
  if (has(frame_somebody) && (parts.target == nowhere || !tree.somebody(parts.target))) return false;
  if (has(frame_somebody_acts) &&
      (parts.actor == nowhere || !(tree.somebody(parts.actor) || tree.armed(parts.actor))))
    return false;
  if (has(frame_armed)) {
    const bool fighter = parts.actor != nowhere && tree.armed(parts.actor);
    const bool victim = parts.target != nowhere && tree.somebody(parts.target);
    if (!fighter && (!victim || has(frame_fighter))) return false;
  }
  return true;
}

std::string_view rule_of(const Tree& tree, int32_t verb, const Frame& frame, const Parts& parts) {
  if (!frame.needs.empty()) return "verb_with_word";
  if (tree.token(verb).features & form_infinitive) return "verb_infinitive";
  if (parts.passive) return tree.is(verb, Relation::acl) ? "verb_participle" : "verb_passive";
  return "verb_active";
}

}  // namespace

std::optional<Found> verb_event(const Tree& tree, int32_t at) {
  const auto entry = tree.words().verbs.find(tree.lemma(at));
  if (entry == tree.words().verbs.end()) return {};
  for (const Frame& frame : entry->second) {
    const Parts parts = parts_of(tree, at, frame);
    if (!allowed(tree, at, frame, parts)) continue;
    const std::optional<ClaimStatus> status = status_of(tree, at);
    if (!status) return {};
    Found found;
    found.frame = &frame;
    found.trigger = at;
    found.actor = parts.actor;
    found.target = parts.target;
    found.status = *status;
    found.rule = rule_of(tree, at, frame, parts);
    return found;
  }
  return {};
}

}  // namespace recoupe::events
