// Whether an event happened, is planned, is doubted or did not happen.
#include <array>

#include "events/found.hpp"

namespace recoupe::events {
namespace {

constexpr std::array<std::string_view, 9> negations = {"pas",   "jamais",     "not",       "n't", "never",
                                                       "aucun", "aucunement", "nullement", "no"};
constexpr std::array<std::string_view, 4> conditions = {"si", "s'", "if", "unless"};
constexpr std::array<std::string_view, 5> doubts = {"allegedly", "reportedly", "apparemment", "apparently",
                                                    "présumé"};
constexpr std::array<std::string_view, 4> modals = {"would", "may", "might", "could"};
constexpr std::array<std::string_view, 4> futures = {"will", "shall", "should", "must"};

template <size_t N>
bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  for (const std::string_view known : list)
    if (known == word) return true;
  return false;
}

enum class Reading : uint8_t { told, doubted, planned, denied, condition };

// What the words beside one verb say.
Reading beside(const Tree& tree, int32_t verb) {
  uint32_t moods = tree.token(verb).features;
  Reading out = Reading::told;
  for (const int32_t c : tree.children(verb)) {
    const std::string& form = tree.form(c);
    const Relation r = tree.token(c).relation;
    if (r == Relation::mark && one_of(conditions, tree.form(c))) return Reading::condition;
    if ((r == Relation::advmod || r == Relation::aux || r == Relation::det) && one_of(negations, form))
      return Reading::denied;
    const bool auxiliary = r == Relation::aux || r == Relation::aux_tense || r == Relation::aux_pass;
    if (auxiliary) moods |= tree.token(c).features;
    if (auxiliary && tree.words().english && one_of(modals, form)) out = Reading::doubted;
    if (auxiliary && tree.words().english && one_of(futures, form)) out = Reading::planned;
    if (r == Relation::advmod && one_of(doubts, form)) out = Reading::doubted;
  }
  if (moods & mood_conditional) return Reading::doubted;
  if (moods & tense_future) return Reading::planned;
  return out;
}

ClaimStatus status(Reading reading) {
  switch (reading) {
    case Reading::doubted:
      return ClaimStatus::hedged;
    case Reading::planned:
      return ClaimStatus::planned;
    case Reading::denied:
      return ClaimStatus::denied;
    default:
      return ClaimStatus::asserted;
  }
}

// What the word above says of it: «il veut attaquer», «une attaque a été déjouée», «accusé d'avoir tué».
Reading above(const Tree& tree, int32_t head) {
  if (tree.has_class(head, class_claims)) return Reading::told;
  const Reading own = tree.verb(head) ? beside(tree, head) : Reading::told;
  if (own == Reading::condition || own == Reading::denied) return own;
  if (tree.has_class(head, class_foils)) return Reading::denied;
  if (tree.has_class(head, class_doubts)) return Reading::doubted;
  // «il a dû partir», «ils ont pu entrer»: it happened.
  const std::string& lemma = tree.lemma(head);
  const bool had_to = (lemma == "devoir" || lemma == "pouvoir" || lemma == "falloir") &&
                      (tree.token(head).features & form_participle) && own == Reading::told;
  if (tree.has_class(head, class_plans) && !had_to) return Reading::planned;
  return own;
}

bool under(const Tree& tree, int32_t at, bool noun) {
  const Relation r = tree.token(at).relation;
  if (r == Relation::xcomp) return true;
  if ((r == Relation::advcl || r == Relation::acl || r == Relation::ccomp || r == Relation::obl_arg) && !noun)
    return (tree.token(at).features & (form_infinitive | mood_subjunctive)) != 0;
  return noun && (r == Relation::obj || r == Relation::nsubj_pass || r == Relation::nsubj ||
                  r == Relation::nmod || r == Relation::obl_arg || r == Relation::nmod);
}

}  // namespace

std::optional<ClaimStatus> status_of(const Tree& tree, int32_t trigger) {
  if (tree.form(tree.end() - 1) == "?") return ClaimStatus::questioned;
  const bool noun = !tree.verb(trigger);
  Reading reading = beside(tree, trigger);
  for (const int32_t c : tree.children(trigger))
    if (noun && tree.is(c, Relation::amod) && tree.has_class(c, class_doubts)) reading = Reading::doubted;
  int32_t at = trigger;
  for (int steps = 0; steps < 3 && reading == Reading::told; ++steps) {
    const int32_t head = tree.head(at);
    if (head == nowhere || !under(tree, at, at == trigger && noun)) break;
    // «X a refusé l'attaque»: a noun hangs on many verbs; only those that say whether it happened count.
    if (noun && at == trigger && tree.token(at).relation == Relation::nsubj &&
        !tree.has_class(head, class_foils)) {
      reading = beside(tree, head);
      break;
    }
    reading = above(tree, head);
    at = head;
  }
  if (reading == Reading::condition) return {};
  return status(reading);
}

}  // namespace recoupe::events
