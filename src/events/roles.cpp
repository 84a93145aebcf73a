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

// Of «un des [suspects]» the «un»: the word that the noun phrase which ends here hangs on.
int32_t top_of_phrase(const Tree& tree, int32_t at) {
  for (int steps = 0; steps < 6; ++steps) {
    const Relation r = tree.token(at).relation;
    const bool inside = r == Relation::nmod || r == Relation::amod || r == Relation::flat ||
                        r == Relation::flat_name || r == Relation::compound || r == Relation::appos ||
                        r == Relation::flat_foreign;
    const int32_t head = tree.head(at);
    if (!inside || head == nowhere || head > at) break;
    at = head;
  }
  return tree.noun(at) || tree.pronoun(at) ? at : nowhere;
}

// The noun phrase that ends right before the verb group, where the tree gives the verb no subject.
int32_t noun_before(const Tree& tree, int32_t verb) {
  int32_t left = verb - 1;
  for (; left >= tree.begin() && verb - left < 6; --left) {
    const Upos upos = tree.token(left).upos;
    const bool clitic = tree.pronoun(left) && tree.head(left) == verb;
    if (upos != Upos::aux && upos != Upos::adv && upos != Upos::part && !clitic) break;
  }
  if (left < tree.begin() || left == verb - 1) return nowhere;
  const int32_t top = top_of_phrase(tree, left);
  return top != nowhere && tree.preposition(top).empty() ? top : nowhere;
}

// «qui», «que» stand for the noun that the relative clause hangs on.
int32_t antecedent(const Tree& tree, int32_t verb, int32_t word) {
  if (word == nowhere || !tree.relative_pronoun(word)) return word;
  int32_t at = verb;
  for (int steps = 0; steps < 6 && at != nowhere; ++steps) {
    if (tree.is(at, Relation::acl_relcl) || tree.is(at, Relation::acl)) return tree.head(at);
    at = tree.head(at);
  }
  // The tree has lost it: the noun right before the pronoun.
  int32_t left = word - 1;
  if (left >= tree.begin() && tree.form(left) == ",") --left;
  return left >= tree.begin() ? top_of_phrase(tree, left) : nowhere;
}

bool passive(const Tree& tree, int32_t verb) {
  if (reflexive(tree, verb)) return false;
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
    if (tree.is(c, Relation::nmod) &&
        (tree.preposition(c) == "de" || tree.preposition(c) == "of" || tree.preposition(c).empty()))
      return c;
  return nowhere;
}

// A verb, or what has a subject as one: «les suspects sont connus».
bool predicate(const Tree& tree, int32_t at) {
  return tree.verb(at) || tree.child(at, Relation::nsubj) != nowhere;
}

// «s'est réunie place X et a manifesté»: hung on «place», but the subject is that of «réunie»; a finite verb
// shares none with a participle («des agents accusés de …, et ont sanctionné»), an infinitive only with
// another.
int32_t subject_of_first(const Tree& tree, int32_t verb, int depth) {
  int32_t first = tree.head(verb);
  const auto unlike = [&](int32_t at) {
    const bool infinitive = (tree.token(verb).features & form_infinitive) && !has_auxiliary(tree, verb);
    if (infinitive) return (tree.token(at).features & form_infinitive) == 0;
    return has_auxiliary(tree, verb) && tree.is(at, Relation::acl);
  };
  for (int steps = 0; steps < 4 && first != nowhere; ++steps, first = tree.head(first))
    if (predicate(tree, first) && !unlike(first)) break;
  if (first == nowhere || first > verb || !predicate(tree, first) || unlike(first)) return nowhere;
  return roles_of(tree, first, depth + 1).subject;
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
      return subject_of_first(tree, verb, depth);
    case Relation::ccomp:
      return tree.noun(above) && above < verb ? above : nowhere;
    case Relation::xcomp: {
      if (!tree.verb(above)) return nowhere;
      const Roles first = roles_of(tree, above, depth + 1);
      if (!tree.has_class(above, class_of_object)) return first.subject;
      if (first.passive) return first.subject;
      return first.object != nowhere && !tree.is(first.object, Relation::xcomp) ? first.object
                                                                                : asked(tree, above);
    }
    case Relation::advcl:
      if (!predicate(tree, above) ||
          (token.features & (mood_indicative | mood_conditional | mood_subjunctive)))
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
  if (roles.subject == nowhere && has_auxiliary(tree, verb)) roles.subject = noun_before(tree, verb);
  return roles;
}

bool reflexive(const Tree& tree, int32_t verb) {
  for (const int32_t c : tree.children(verb))
    if (c < verb && (tree.form(c) == "se" || tree.form(c) == "s'")) return true;
  return false;
}

int32_t agent(const Tree& tree, int32_t verb) {
  for (const int32_t c : tree.children(verb)) {
    if (tree.is(c, Relation::obl_agent)) return c;
    const std::string_view preposition = tree.preposition(c);
    if ((preposition == "par" || preposition == "by") && (tree.noun(c) || tree.pronoun(c))) return c;
  }
  return nowhere;
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
