// Who is the subject of a verb, whose object is what: read from the tree, with what the verb shares with
// others.
#include <algorithm>
#include <array>

#include "events/found.hpp"

namespace recoupe::events {
namespace {

bool subject_relation(Relation r) {
  return r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::nsubj_caus;
}

bool has_auxiliary(const Tree& tree, int32_t verb) {
  return tree.child(verb, Relation::aux) != nowhere || tree.child(verb, Relation::aux_tense) != nowhere ||
         tree.child(verb, Relation::aux_pass) != nowhere || tree.child(verb, Relation::aux_caus) != nowhere;
}

bool past_participle(const Token& token) {
  return (token.features & form_participle) && !(token.features & tense_present) &&
         !(token.features & form_gerund);
}

// «qui», «que» stand for the noun that the relative clause hangs on.
int32_t antecedent(const Tree& tree, int32_t verb, int32_t word) {
  if (word == nowhere || !tree.relative_pronoun(word)) return word;
  int32_t at = verb;
  for (int steps = 0; steps < 6 && at != nowhere; ++steps) {
    if (tree.is(at, Relation::acl_relcl) || tree.is(at, Relation::acl)) return tree.head(at);
    at = tree.head(at);
  }
  return nowhere;
}

bool passive(const Tree& tree, int32_t verb) {
  if (tree.child(verb, Relation::aux_pass) != nowhere || tree.child(verb, Relation::nsubj_pass) != nowhere)
    return true;
  const Token& token = tree.token(verb);
  if (!past_participle(token)) return false;
  if (has_auxiliary(tree, verb)) return false;
  if (tree.child(verb, Relation::obj) != nowhere) return false;
  if (tree.is(verb, Relation::conj)) {  // «ont été arrêtés et placés», but «ont attaqué et tué»
    const int32_t first = tree.head(verb);
    if (first != nowhere && tree.verb(first)) return passive(tree, first);
  }
  return (token.features & form_finite) == 0;
}

// The one whom «X demande à Y de …» asks.
int32_t asked(const Tree& tree, int32_t verb) {
  for (const int32_t c : tree.children(verb)) {
    if (tree.is(c, Relation::iobj)) return c;
    const std::string_view preposition = tree.preposition(c);
    if (tree.noun(c) && (preposition == "à" || preposition == "to" || preposition == "on")) return c;
  }
  return nowhere;
}

int32_t owner(const Tree& tree, int32_t noun) {
  for (const int32_t c : tree.children(noun))
    if (tree.is(c, Relation::nmod) && (tree.preposition(c) == "de" || tree.preposition(c) == "of" ||
                                       tree.preposition(c).empty()))
      return c;
  return nowhere;
}

// The subject that a verb without one of its own shares with the word above it.
int32_t shared_subject(const Tree& tree, int32_t verb, bool is_passive, int depth) {
  const int32_t above = tree.head(verb);
  if (above == nowhere || depth > 5) return nowhere;
  const Token& token = tree.token(verb);
  switch (token.relation) {
    case Relation::acl:
      if (!tree.noun(above) && !tree.pronoun(above)) return nowhere;
      return (token.features & form_infinitive) ? owner(tree, above) : above;
    case Relation::acl_relcl:
      return is_passive ? above : nowhere;
    case Relation::conj:
      if (tree.verb(above)) {
        const Roles first = roles_of(tree, above, depth + 1);
        return first.passive == is_passive || !first.passive ? first.subject : first.subject;
      }
      return nowhere;
    case Relation::xcomp: {
      if (!tree.verb(above)) return nowhere;
      const Roles first = roles_of(tree, above, depth + 1);
      if (!tree.has_class(above, class_of_object)) return first.subject;
      if (first.passive) return first.subject;
      return first.object != nowhere && !tree.is(first.object, Relation::xcomp) ? first.object
                                                                                  : asked(tree, above);
    }
    case Relation::advcl:
      if (!tree.verb(above) || (token.features & (mood_indicative | mood_conditional | mood_subjunctive)))
        return nowhere;
      return roles_of(tree, above, depth + 1).subject;
    default:
      return nowhere;
  }
}

}  // namespace

Roles roles_of(const Tree& tree, int32_t verb, int depth) {
  Roles roles;
  roles.passive = passive(tree, verb);
  for (const int32_t c : tree.children(verb)) {
    if (subject_relation(tree.token(c).relation) && roles.subject == nowhere) roles.subject = c;
    if (tree.is(c, Relation::obj) && roles.object == nowhere) roles.object = c;
  }
  roles.subject = antecedent(tree, verb, roles.subject);
  roles.object = antecedent(tree, verb, roles.object);
  if (roles.subject == nowhere) roles.subject = shared_subject(tree, verb, roles.passive, depth);
  return roles;
}

bool among(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool needs_met(const Tree& tree, int32_t at, const Frame& frame) {
  if (frame.needs.empty()) return true;
  const auto met = [&](int32_t word) {
    return among(frame.needs, tree.lemma(word)) || among(frame.needs, tree.form(word));
  };
  for (const int32_t c : tree.children(at)) {
    const Relation r = tree.token(c).relation;
    if (r == Relation::acl_relcl || r == Relation::parataxis || r == Relation::punct) continue;
    if (met(c)) return true;
    for (const int32_t d : tree.children(c))
      if (!tree.is(d, Relation::punct) && met(d)) return true;
  }
  return false;
}

}  // namespace recoupe::events
