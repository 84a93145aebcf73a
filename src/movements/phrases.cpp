// The noun phrases of a clause: who moves.
#include <algorithm>
#include <array>

#include "movements/finder.hpp"

namespace recoupe::movements {

// «la visite», «sa première visite», «une partie»: a noun, not a verb.
bool Finder::nominal(size_t i) const {
  if (i == 0) return !english_;
  const Word& before = word(i - 1);
  const bool clitic_subject =
      i >= 2 && before.clitic && (word(i - 2).named || is(i - 2, "il") || is(i - 2, "elle"));
  if ((before.determiner || has(i - 1, class_from)) && !clitic_subject) return true;
  return i >= 2 && word(i - 2).determiner && !before.named && !before.punctuation && !before.auxiliary;
}

// A word at which a noun phrase to its right begins anew.
bool Finder::bounds(size_t i) const {
  const Word& w = word(i);
  return w.punctuation || (w.participle && i > 0 && word(i - 1).auxiliary && !w.named) ||
         has(i, class_boundary) || w.relative || (w.verbal && !w.named) ||
         (w.infinitive && !w.named && !w.determiner && !(i > 0 && word(i - 1).determiner));
}

// The noun phrase that ends just before `end`: back to a comma, a conjunction, a verb or the start.
Range Finder::phrase_before(size_t end, bool prepositions) const {
  size_t begin = end;
  while (begin > 0 && !bounds(begin - 1) && end - begin < 14) --begin;
  while (begin < end && ((word(begin).clitic && !word(begin).determiner) || is(begin, "et") ||
                         is(begin, "and") || is(begin, "puis")))
    ++begin;
  // «Dans la nuit des soldats …»: a preposition opens no subject.
  if (!prepositions && begin < end && has(begin, class_to | class_weak_to) && !word(begin).determiner)
    return {};
  return {begin, end};
}

// Who does what the verb group at `group` says: the noun phrase before it; across «qui», across an
// apposition between commas, and across a verb that shares it («X a été blessé, a été conduit …»).
Range Finder::subject(size_t group, int depth) const {
  size_t at = group;
  const bool relative = at > 0 && word(at - 1).relative;
  if (relative) --at;
  if (at > 0 && is(at - 1, ",")) {
    --at;
    size_t comma = at;
    while (comma > 0 && at - comma < 14 && !is(comma - 1, ",") && !word(comma - 1).verbal) --comma;
    if (comma > 1 && is(comma - 1, ",")) {
      const Range inner{comma,
                        at};  // «le président, X, se rend»: the name; «X, le président, se rend»: the first
      const bool name = word(inner.begin).named && word(inner.end - 1).named;
      const Range outer = phrase_before(comma - 1);
      if (!name && !outer.empty() && !verb_words(outer)) return outer;
    }
  }
  const Range found = relative ? nearest(phrase_before(at)) : phrase_before(at);
  if (!found.empty() && !verb_words(found)) return found;
  size_t verb = found.empty() ? at : found.begin;
  while (verb > 0 &&
         (word(verb - 1).verbal || word(verb - 1).participle || word(verb - 1).auxiliary ||
          word(verb - 1).clitic || is(verb - 1, ",") || is(verb - 1, "et") || is(verb - 1, "and")))
    --verb;
  if (depth < 3 && verb < at && verb > 0) return subject(verb, depth + 1);
  return {};
}

// The subject of the verb group that ends with `verb`: from the words; where they give none, from the tree.
Range Finder::subject_of(size_t verb, size_t group) const {
  const Range found = subject(group);
  return found.empty() || nobody(found) ? tree_subject(verb) : found;
}

bool Finder::hangs_on(size_t at, size_t top) const {
  for (int steps = 0; at != top && steps < 10; ++steps) {
    const Relation r = word(at).relation;
    if (word(at).head < 0 || r == Relation::acl_relcl || r == Relation::acl || r == Relation::appos ||
        r == Relation::advcl || r == Relation::parataxis || r == Relation::cop || r == Relation::obj ||
        (r == Relation::conj && word(at).verbal) ||
        (r == Relation::case_ && word(at).head == static_cast<int32_t>(top)))
      return false;
    at = static_cast<size_t>(word(at).head);
  }
  return at == top;
}

// The noun phrase of a word, as the tree has it.
Range Finder::phrase_of(size_t head) const {
  Range range{head, head + 1};
  while (range.begin > 0 && head - range.begin < 16 && hangs_on(range.begin - 1, head)) --range.begin;
  while (range.end < clause_.size() && range.end - head < 16 && hangs_on(range.end, head)) ++range.end;
  while (range.end > head + 1 && (word(range.end - 1).punctuation || word(range.end - 1).adposition ||
                                  has(range.end - 1, class_from | class_to)))
    --range.end;
  return range;
}

// Whom «X empêche Y d'entrer», "X asked Y to leave" sends.
Range Finder::object_of(size_t verb) const {
  for (const Relation wanted : {Relation::obj, Relation::iobj, Relation::obl_arg})
    for (size_t i = 0; i < clause_.size(); ++i)
      if (word(i).head == static_cast<int32_t>(verb) && word(i).relation == wanted && !word(i).verbal)
        return phrase_of(i);
  return {};
}

// Up from the verb to the first that has a subject: «n'ayant pas réussi à partir, il …».
Range Finder::tree_subject(size_t verb) const {
  size_t at = verb;
  for (int steps = 0; steps < 6; ++steps) {
    for (size_t i = 0; i < clause_.size(); ++i) {
      const Relation r = word(i).relation;
      const bool subject = r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::nsubj_caus;
      if (!subject || word(i).head != static_cast<int32_t>(at)) continue;
      if (!word(i).relative) return phrase_of(i);
      return word(at).head >= 0 ? phrase_of(static_cast<size_t>(word(at).head)) : Range{};
    }
    const Relation r = word(at).relation;
    const int32_t head = word(at).head;
    if (head < 0) return {};
    const auto above = static_cast<size_t>(head);
    if (r == Relation::acl && !word(at).infinitive) return phrase_of(above);
    if (r == Relation::xcomp && has(above, class_of_object)) return object_of(above);
    if (r != Relation::xcomp && r != Relation::advcl && r != Relation::conj) return {};
    at = above;
  }
  return {};
}

// Words that are nobody: «by», «pour», «avant de», «able».
bool Finder::nobody(Range range) const {
  for (size_t i = range.begin; i < range.end; ++i)
    if (word(i).somebody || word(i).named || word(i).determiner) return false;  // «the wounded»
  return true;
}

// Nothing but participles, adverbs and auxiliaries: no noun phrase.
bool Finder::verb_words(Range range) const {
  for (size_t i = range.begin; i < range.end; ++i)
    if (!word(i).participle && !word(i).auxiliary && !word(i).clitic && !word(i).negation) return false;
  return true;
}

// The noun that a participle or «en provenance de» stands by: of «un choc entre un train …» the train.
Range Finder::nearest(Range range) const {
  for (size_t i = range.end; i-- > range.begin;)
    if (has(i, class_split | class_to | class_weak_to) ||
        ((is(i, "et") || is(i, "and")) && i + 1 < range.end && word(i + 1).determiner))
      return {i + 1 < range.end ? i + 1 : range.begin, range.end};
  return range;
}

// The noun phrase that begins at `begin`, up to a preposition of place, punctuation or a verb.
Range Finder::phrase_after(size_t begin) const {
  size_t end = begin;
  while (end < clause_.size() && end - begin < 10 && !bounds(end)) {
    if (end > begin && has(end, class_to)) break;
    if (end > begin && has(end, class_weak_to | class_from) && place_at(end + 1)) break;
    ++end;
  }
  return {begin, end};
}

}  // namespace recoupe::movements
