// Verbs of motion and sending: «se rendre à», «quitter», «envoyer à».
#include <algorithm>
#include <array>

#include "movements/finder.hpp"

namespace recoupe::movements {

// The verb group that `verb` ends: auxiliaries, negation, clitics, «de» and «à» between verbs.
size_t Finder::group_begin(size_t verb) const {
  size_t begin = verb;
  while (begin > 0) {
    const Word& w = word(begin - 1);
    const bool announced = w.participle && begin >= 2 && word(begin - 2).auxiliary &&
                           (word(begin).infinitive || word(begin).reflexive);
    const bool linking = (w.form == "de" || w.form == "d'" || w.form == "à" || w.form == "to") &&
                         begin >= 2 &&
                         (word(begin - 2).auxiliary || word(begin - 2).verbal || word(begin - 2).participle);
    if (w.named || w.relative || (w.determiner && !w.clitic && !w.auxiliary && !linking)) break;
    if (!(w.auxiliary || w.clitic || w.negation || w.reflexive || linking || announced)) break;
    --begin;
  }
  return begin;
}

bool Finder::reflexive(Range group) const {
  for (size_t i = group.begin; i < group.end; ++i)
    if (word(i).form == "se" || word(i).form == "s'") return true;
  return false;
}

bool Finder::passive(Range group) const {
  if (!word(group.end - 1).participle) return false;
  for (size_t i = group.begin; i + 1 < group.end; ++i) {
    const std::string& form = word(i).form;
    if (form == "été" || form == "been" || form == "being") return true;
    if (!english_ && (form == "est" || form == "sont" || form == "était" || form == "étaient" ||
                      form == "être" || form == "sera" || form == "seront" || form == "seraient" ||
                      form == "serait" || form == "fut" || form == "furent"))
      return true;
    if (english_ && (form == "is" || form == "are" || form == "was" || form == "were" || form == "be"))
      return true;
  }
  return false;
}

void Finder::verb(size_t at) {
  // A participle or an infinitive that another verb of motion governs is that verb's: «est allé chercher».
  const Range group{group_begin(at), at + 1};
  const Frame frame = reflexive(group) ? word(at).verb->reflexive : word(at).verb->plain;
  if (frame == Frame::none) return;
  const auto& others = word(at).verb->not_before;
  if (at + 1 < clause_.size() && std::find(others.begin(), others.end(), word(at + 1).form) != others.end())
    return;
  const bool bare = group.begin == at;
  if (bare && word(at).participle && at > 0 && word(at - 1).determiner) return;  // «une partie de»
  // «la liberté d'aller»: whose? «a réussi à partir»: the subject of what stands above.
  const bool shared = bare && word(at).infinitive && !english_;
  if (shared && word(at).relation != Relation::xcomp && word(at).relation != Relation::advcl) return;
  if (bare && word(at).infinitive && english_ && word(at).relation == Relation::acl)
    return;                                           // "visas to enter"
  if (is(at + 1, "en") && !place_at(at + 2)) return;  // «entrer en vigueur»
  Found found;
  found.group = group;
  found.status = status(group);
  if (found.status == ClaimStatus::asserted && word(at).relation == Relation::xcomp)
    found.status = status_above(at);
  if (frame == Frame::awaited) {  // «est attendu à Rome»
    if (!passive(group)) return;
    found.who = subject_of(at, group.begin);
    places_after(at + 1, found, true);
    found.status = found.status == ClaimStatus::denied ? found.status : ClaimStatus::planned;
    found.rule = rule_names[6];
    return keep(std::move(found));
  }
  if (frame == Frame::sent && !passive(group)) {
    if (word(at).participle && bare && !english_) {  // «des soldats envoyés à Mossoul»
      found.who = nearest(subject(at));
      places_after(at + 1, found, true);
    } else {
      found.who = phrase_after(at + 1);
      places_after(found.who.end, found, true, true);  // «la bataille de Mossoul» is one thing
    }
    found.rule = rule_names[1];
  } else if (frame == Frame::sent || frame == Frame::goes) {
    found.who = shared ? tree_subject(at) : subject_of(at, group.begin);
    if (bare && word(at).participle)
      found.who = found.who.empty() ? nearest(phrase_before(at, true)) : nearest(found.who);
    places_after(at + 1, found, true);
    found.rule = rule_names[frame == Frame::sent ? 1 : 0];
  } else {
    object_place(at, frame, found);
  }
  keep(std::move(found));
}

// «rejoindre Mossoul», «quitter la ville»; and «évacuer 300 personnes de Nice» where the object is people.
void Finder::object_place(size_t at, Frame frame, Found& found) {
  found.rule = rule_names[2];
  const auto place = place_at(at + 1);
  if (place && (*place <= at + 3 || has(*place, class_site))) {
    (frame == Frame::to_object ? found.to : found.from) = place;
    found.who = subject_of(at, found.group.begin);
    Found rest;
    places_after(*place + 1, rest, true);
    if (frame != Frame::to_object && !found.to) found.to = rest.to;
  } else if (frame == Frame::from_object) {  // «fled to Turkey», «left for Paris»
    found.who = subject_of(at, found.group.begin);
    places_after(at + 1, found, true);
  } else if (frame == Frame::emptied) {
    found.who =
        passive(found.group) || at + 1 >= clause_.size() || has(at + 1, class_to | class_weak_to | class_from)
            ? subject_of(at, found.group.begin)
            : phrase_after(at + 1);
    places_after(std::max(at + 1, found.who.end), found, true);
  }
}

}  // namespace recoupe::movements
