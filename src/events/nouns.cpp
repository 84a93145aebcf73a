// Events that a noun names: «l'attaque de X contre Y», «l'arrestation de Y par X», «X a lancé une offensive».
#include "events/found.hpp"

namespace recoupe::events {
namespace {

class Noun {
 public:
  Noun(const Tree& tree, int32_t at, const Frame& frame) : tree_(tree), at_(at), frame_(frame) {}

  std::optional<Found> read() {
    if (has(frame_weak) && tree_.sport()) return {};
    if (!needs_met(tree_, at_, frame_) || !stands_for_itself()) return {};
    for (const int32_t c : tree_.children(at_)) part(c);
    if (actor_ == nowhere && target_ == nowhere) possessive();
    governed();
    if (actor_ == nowhere) by_nationality();
    if (!allowed()) return {};
    const std::optional<ClaimStatus> status = status_of(tree_, at_);
    if (!status) return {};
    Found found;
    found.frame = &frame_;
    found.trigger = at_;
    found.actor = actor_;
    found.target = target_;
    found.noun = true;
    found.again = definite_;
    found.status = *status;
    found.rule = rule_;
    return found;
  }

 private:
  bool has(uint16_t flag) const { return (frame_.flags & flag) != 0; }

  // «une force d'attaque», «attack helicopter»: part of another noun.
  bool stands_for_itself() {
    const Token& token = tree_.token(at_);
    if (token.relation == Relation::compound || token.relation == Relation::flat ||
        token.relation == Relation::flat_name)
      return false;
    if (const Mention* m = tree_.mention(at_); m != nullptr && m->use != EntityKind::event) return false;
    bool determined = false;
    for (const int32_t c : tree_.children(at_)) {
      determined |= tree_.is(c, Relation::det) || tree_.is(c, Relation::nummod);
      const uint32_t kind = tree_.is(c, Relation::det) ? tree_.token(c).features : 0;
      definite_ |= (kind & (definite | type_demonstrative)) != 0;
      this_one_ |= (kind & type_demonstrative) != 0 || demonstrative(tree_.form(c));
    }
    if (determined || tree_.words().english || token.relation != Relation::nmod) return true;
    const int32_t above = tree_.head(at_);
    return above == nowhere || tree_.has_class(above, class_plans | class_does | class_suffers);
  }

  static bool demonstrative(std::string_view form) {
    return form == "ce" || form == "cet" || form == "cette" || form == "ces" || form == "this" ||
           form == "these";
  }

  void set(int32_t& part, int32_t value) {
    if (part == nowhere && value != nowhere && value != at_) part = value;
  }

  void of(int32_t c) {
    const bool actor = has(frame_of_actor), target = has(frame_of_target);
    if (actor && target) {  // «l'attaque des rebelles», «l'attaque de la base»
      set(tree_.somebody(c) || tree_.armed(c) ? actor_ : target_, c);
    } else if (actor) {
      if (tree_.somebody(c) || tree_.armed(c)) set(actor_, c);
    } else if (target) {
      set(target_, c);
    }
  }

  void part(int32_t c) {
    const Relation relation = tree_.token(c).relation;
    if (relation == Relation::acl || relation == Relation::acl_relcl) {
      occurs_ |= tree_.has_class(c, class_occurs);
      return clause(c);
    }
    if (relation == Relation::compound && (tree_.armed(c) || tree_.nationality(c)) && has(frame_of_actor))
      return set(actor_, c);
    if (!tree_.noun(c) && !tree_.pronoun(c) && tree_.token(c).upos != Upos::num) return;
    const std::string_view preposition = tree_.preposition(c);
    if (preposition == "par" || preposition == "by") {
      if (tree_.somebody(c) || tree_.armed(c)) set(actor_, c);
    } else if (preposition == "contre" || preposition == "against" ||
               among(frame_.prepositions, preposition)) {
      set(target_, c);
    } else if (preposition == "entre" || preposition == "between") {
      if (tree_.somebody(c) || tree_.armed(c)) set(actor_, c);
    } else if (preposition == "de" || preposition == "of") {
      of(c);
    } else if (preposition.empty() && relation == Relation::nmod && tree_.words().english &&
               c < at_) {  // «Russia's attack», «its attack»
      has(frame_of_target) && !has(frame_of_actor) ? set(target_, c) : set(actor_, c);
    } else if (preposition == "avec" || preposition == "with") {
      if (has(frame_of_actor)) set(target_, c);
    }
  }

  // «une attaque menée par X», «un attentat visant Y»
  void clause(int32_t verb) {
    const Roles roles = roles_of(tree_, verb);
    if (tree_.has_class(verb, class_does)) {
      for (const int32_t c : tree_.children(verb)) {
        if (tree_.is(c, Relation::obl_agent) || tree_.preposition(c) == "par" || tree_.preposition(c) == "by")
          if (tree_.somebody(c) || tree_.armed(c)) set(actor_, c);
        if (tree_.preposition(c) == "contre" || tree_.preposition(c) == "against") set(target_, c);
      }
      if (!roles.passive && roles.object == at_) set(actor_, roles.subject);
    } else if (tree_.has_class(verb, class_suffers) && !roles.passive && roles.subject == at_) {
      set(target_, roles.object);
    }
  }

  // «son arrestation», «their attack»
  void possessive() {
    for (const int32_t c : tree_.children(at_))
      if (tree_.is(c, Relation::det) && (tree_.token(c).features & possessive_feature()))
        has(frame_of_target) && !has(frame_of_actor) ? set(target_, c) : set(actor_, c);
  }
  static constexpr uint32_t possessive_feature() { return recoupe::possessive; }

  // What the verb says of which the noun is subject, object or agent.
  void governed() {
    int32_t verb = tree_.head(at_);
    Relation relation = tree_.token(at_).relation;
    if (relation == Relation::nmod && verb != nowhere && tree_.has_class(verb, class_suffers) &&
        tree_.noun(verb)) {
      for (const int32_t c : tree_.children(verb))  // «X a été victime d'une attaque»
        if (tree_.is(c, Relation::nsubj)) set(target_, c);
      return;
    }
    if (verb == nowhere || !tree_.verb(verb)) return;
    const Roles roles = roles_of(tree_, verb);
    // «une attaque a eu lieu», «l'attaque s'est produite»
    occurs_ = (relation == Relation::nsubj || relation == Relation::nsubj_pass) &&
              tree_.has_class(verb, class_occurs);
    if (tree_.has_class(verb, class_does) && !tree_.has_class(verb, class_suffers)) {
      const bool object = !roles.passive && roles.object == at_;
      if (object && roles.subject != nowhere &&
          (tree_.somebody(roles.subject) || tree_.armed(roles.subject))) {
        set(actor_, roles.subject);
        rule_ = "noun_doer";
      }
      if (roles.passive && roles.subject == at_) done_by(verb);
    } else if (tree_.has_class(verb, class_suffers)) {
      int32_t victim = nowhere;
      if (roles.passive && roles.subject != at_) victim = roles.subject;  // «visé par une attaque»
      if (!roles.passive && roles.subject == at_) victim = roles.object;  // «l'attaque a visé X»
      if (!roles.passive && roles.object == at_) victim = roles.subject;  // «X a subi une attaque»
      if (victim != nowhere) set(target_, victim), rule_ = "noun_sufferer";
    }
  }

  // «un accord a été conclu par X», «… entre X et Y»
  void done_by(int32_t verb) {
    for (const int32_t c : tree_.children(verb)) {
      const std::string_view preposition = tree_.preposition(c);
      const bool doer = tree_.is(c, Relation::obl_agent) || preposition == "par" || preposition == "by" ||
                        preposition == "entre" || preposition == "between";
      if (doer && (tree_.somebody(c) || tree_.armed(c))) set(actor_, c), rule_ = "noun_doer";
    }
  }

  // «les frappes américaines»
  void by_nationality() {
    if (!has(frame_of_actor)) return;
    for (const int32_t c : tree_.children(at_))
      if ((tree_.is(c, Relation::amod) || tree_.is(c, Relation::compound)) && tree_.nationality(c))
        return set(actor_, c);
  }

  bool allowed() const {
    if (has(frame_needs_one) && actor_ == nowhere && target_ == nowhere && !this_one_ && !occurs_)
      return false;
    if (has(frame_needs_target) && target_ == nowhere) return false;
    if (has(frame_somebody) && (target_ == nowhere || !tree_.somebody(target_))) return false;
    if (has(frame_armed)) {
      const bool fighter = actor_ != nowhere && tree_.armed(actor_);
      if (!fighter && !(target_ != nowhere && tree_.somebody(target_))) return false;
    }
    return true;
  }

  const Tree& tree_;
  int32_t at_;
  const Frame& frame_;
  int32_t actor_ = nowhere, target_ = nowhere;
  bool definite_ = false, this_one_ = false, occurs_ = false;
  std::string_view rule_ = "noun_event";
};

}  // namespace

std::optional<Found> noun_event(const Tree& tree, int32_t at) {
  const auto entry = tree.words().nouns.find(tree.lemma(at));
  if (entry == tree.words().nouns.end()) return {};
  for (const Frame& frame : entry->second)
    if (auto found = Noun(tree, at, frame).read()) return found;
  return {};
}

}  // namespace recoupe::events
