#include "movements/movements.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "movements/clause.hpp"

namespace recoupe::movements {
namespace {

constexpr std::array<std::string_view, 5> rule_names = {"verb_of_motion", "verb_of_sending", "object_place",
                                                        "on_the_way", "noun_of_motion"};

constexpr std::array<std::string_view, 6> possessives = {"sa", "son", "leur", "his", "her", "their"};

struct Range {
  size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

struct Found {
  Range who, group;  // group: the verb with its auxiliaries, or the noun or phrase of motion
  std::optional<size_t> from, to;
  ClaimStatus status = ClaimStatus::asserted;
  std::string_view rule;
};

// Finds the movements of one sentence.
class Finder {
 public:
  Finder(const Clause& clause, const LanguageWords& words, bool english)
      : clause_(clause), words_(words), english_(english) {}

  std::vector<Found> run() {
    for (size_t i = 0; i < clause_.size(); ++i) {
      if (const size_t size = phrase_at(i); size > 0) {
        on_the_way(i, size);
        i += size - 1;
      } else if (has(i, class_noun) && nominal(i)) {
        noun(i);
      } else if (clause_[i].verb != nullptr) {
        verb(i);
      }
    }
    return std::move(found_);
  }

 private:
  const Word& word(size_t i) const { return clause_[i]; }
  bool is(size_t i, std::string_view form) const { return i < clause_.size() && clause_[i].form == form; }
  bool has(size_t i, uint16_t classes) const {
    return i < clause_.size() && (clause_[i].classes & classes) != 0;
  }

  // ---- noun phrases
  // -----------------------------------------------------------------------------------------------

  // «la visite», «sa première visite», «une partie»: a noun, not a verb.
  bool nominal(size_t i) const {
    if (i == 0) return !english_;
    const Word& before = word(i - 1);
    const bool clitic_subject =
        i >= 2 && before.clitic && (word(i - 2).named || is(i - 2, "il") || is(i - 2, "elle"));
    if ((before.determiner || has(i - 1, class_from)) && !clitic_subject) return true;
    return i >= 2 && word(i - 2).determiner && !before.named && !before.punctuation && !before.auxiliary;
  }

  // A word at which a noun phrase to its right begins anew.
  bool bounds(size_t i) const {
    const Word& w = word(i);
    return w.punctuation || (w.participle && i > 0 && word(i - 1).auxiliary && !w.named) ||
           has(i, class_boundary) || w.relative || (w.verbal && !w.named) ||
           (w.infinitive && !w.named && !w.determiner && !(i > 0 && word(i - 1).determiner));
  }

  // The noun phrase that ends just before `end`: back to a comma, a conjunction, a verb or the start.
  Range phrase_before(size_t end, bool prepositions = false) const {
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
  Range subject(size_t group, int depth = 0) const {
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

  // Nothing but participles, adverbs and auxiliaries: no noun phrase.
  bool verb_words(Range range) const {
    for (size_t i = range.begin; i < range.end; ++i)
      if (!word(i).participle && !word(i).auxiliary && !word(i).clitic && !word(i).negation) return false;
    return true;
  }

  // The noun that a participle or «en provenance de» stands by: of «un choc entre un train …» the train.
  Range nearest(Range range) const {
    for (size_t i = range.end; i-- > range.begin;)
      if (has(i, class_split | class_to | class_weak_to) ||
          ((is(i, "et") || is(i, "and")) && i + 1 < range.end && word(i + 1).determiner))
        return {i + 1 < range.end ? i + 1 : range.begin, range.end};
    return range;
  }

  // The noun phrase that begins at `begin`, up to a preposition of place, punctuation or a verb.
  Range phrase_after(size_t begin) const {
    size_t end = begin;
    while (end < clause_.size() && end - begin < 10 && !bounds(end)) {
      if (end > begin && has(end, class_to)) break;
      if (end > begin && has(end, class_weak_to | class_from) && place_at(end + 1)) break;
      ++end;
    }
    return {begin, end};
  }

  // ---- places
  // -----------------------------------------------------------------------------------------------------

  // The place that stands at `at`, behind its article: a name, or a common noun for a place («l'hôpital»); of
  // «la ville de Mossoul» the name.
  std::optional<size_t> place_at(size_t at) const {
    size_t i = at;
    while (i < clause_.size() && i < at + 3 && (word(i).determiner || word(i).adjective) && !word(i).place)
      ++i;
    if (i >= clause_.size()) return std::nullopt;
    if (word(i).place) return i;
    const bool spot = has(i, class_spot) && at > 0 && is(at - 1, "sur");
    if (!has(i, class_site) && !spot) return std::nullopt;
    if (has(i + 1, class_from) || is(i + 1, "of")) {
      size_t name = i + 2;
      while (name < clause_.size() && name < i + 4 && word(name).determiner && !word(name).place) ++name;
      if (name < clause_.size() && word(name).place) return name;
    }
    return i;
  }

  // Goal and origin in the words from `begin` on, within the same clause.
  void places_after(size_t begin, Found& found, bool strong, bool object = false) const {
    size_t free_words = 0;  // words since the verb or a place that belong to neither
    for (size_t i = begin; i < clause_.size() && i < begin + 24; ++i) {
      const Word& w = word(i);
      if (w.form == ";" || w.form == ":" || w.form == "." || has(i, class_boundary) || w.relative) break;
      if (w.verbal && !w.named && i > begin) break;
      const bool origin = has(i, class_from) &&
                          ((i == begin && !object) || is(i, "depuis") || is(i, "from") || goal_follows(i));
      const bool goal = has(i, class_to) || (strong && has(i, class_weak_to) && free_words <= 3);
      const auto place = origin || goal ? place_at(i + 1) : std::nullopt;
      if (place && origin && !found.from) {
        found.from = place;
      } else if (place && goal && !found.to) {
        found.to = place;
      } else {
        ++free_words;
        continue;
      }
      free_words = 0;
      i = *place;
    }
  }

  // «de Mossoul à Raqqa», «de Paris vers Nice».
  bool goal_follows(size_t from) const {
    const auto place = place_at(from + 1);
    return place && (has(*place + 1, class_to) || (english_ && is(*place + 1, "to")));
  }

  // ---- verbs
  // ------------------------------------------------------------------------------------------------------

  // The verb group that `verb` ends: auxiliaries, negation, clitics, «de» and «à» between verbs.
  size_t group_begin(size_t verb) const {
    size_t begin = verb;
    while (begin > 0) {
      const Word& w = word(begin - 1);
      const bool announced = w.participle && begin >= 2 && word(begin - 2).auxiliary &&
                             (word(begin).infinitive || word(begin).reflexive);
      const bool linking =
          (w.form == "de" || w.form == "d'" || w.form == "à" || w.form == "to") && begin >= 2 &&
          (word(begin - 2).auxiliary || word(begin - 2).verbal || word(begin - 2).participle);
      if (w.named || w.relative || (w.determiner && !w.clitic && !w.auxiliary && !linking)) break;
      if (!(w.auxiliary || w.clitic || w.negation || w.reflexive || linking || announced)) break;
      --begin;
    }
    return begin;
  }

  bool reflexive(Range group) const {
    for (size_t i = group.begin; i < group.end; ++i)
      if (word(i).form == "se" || word(i).form == "s'") return true;
    return false;
  }

  bool passive(Range group) const {
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

  void verb(size_t at) {
    // A participle or an infinitive that another verb of motion governs is that verb's: «est allé chercher».
    const Range group{group_begin(at), at + 1};
    const Frame frame = reflexive(group) ? word(at).verb->reflexive : word(at).verb->plain;
    if (frame == Frame::none) return;
    const auto& others = word(at).verb->not_before;
    if (at + 1 < clause_.size() && std::find(others.begin(), others.end(), word(at + 1).form) != others.end())
      return;
    const bool bare = group.begin == at;
    if (bare && word(at).participle && at > 0 && word(at - 1).determiner) return;  // «une partie de»
    if (bare && word(at).infinitive && !english_) return;  // «la liberté d'aller»: whose?
    if (is(at + 1, "en") && !place_at(at + 2)) return;     // «entrer en vigueur»
    Found found;
    found.group = group;
    found.status = status(group);
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
      found.who = subject(group.begin);
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
  void object_place(size_t at, Frame frame, Found& found) {
    found.rule = rule_names[2];
    const auto place = place_at(at + 1);
    if (place && (*place <= at + 3 || has(*place, class_site))) {
      (frame == Frame::to_object ? found.to : found.from) = place;
      found.who = subject(found.group.begin);
      Found rest;
      places_after(*place + 1, rest, true);
      if (frame == Frame::from_object && !found.to) found.to = rest.to;
    } else if (frame == Frame::from_object) {
      found.who = passive(found.group) || at + 1 >= clause_.size() ||
                          has(at + 1, class_to | class_weak_to | class_from)
                      ? subject(found.group.begin)
                      : phrase_after(at + 1);
      places_after(std::max(at + 1, found.who.end), found, true);
    }
  }

  // ---- phrases and nouns
  // ------------------------------------------------------------------------------------------

  size_t phrase_at(size_t at) const {
    for (const Phrase& phrase : words_.phrases) {
      size_t i = 0;
      while (i < phrase.words.size() && is(at + i, phrase.words[i])) ++i;
      if (i == phrase.words.size()) return i;
    }
    return 0;
  }

  bool phrase_goes_to(size_t at, size_t size) const {
    for (const Phrase& phrase : words_.phrases)
      if (phrase.words.size() == size && is(at, phrase.words[0]) && is(at + 1, phrase.words[1]))
        return phrase.to;
    return true;
  }

  void on_the_way(size_t at, size_t size) {
    Found found;
    found.rule = rule_names[3];
    found.group = {at, at + size};
    found.who = nearest(subject(group_begin(at)));
    const auto place = place_at(at + size);
    if (!place) return;
    (phrase_goes_to(at, size) ? found.to : found.from) = place;
    found.status = status({group_begin(at), at + size});
    keep(std::move(found));
  }

  // «la visite du président en France», «sa visite à Paris», «l'exode des djihadistes vers la Syrie».
  void noun(size_t at) {
    Found found;
    found.rule = rule_names[4];
    found.group = {at, at + 1};
    std::optional<size_t> owner;  // «sa première visite»
    for (size_t i = at; i-- > 0 && i + 3 > at;)
      if (among(possessives, word(i).form)) owner = i;
    size_t next = at + 1;
    if (next < clause_.size() && !word(next).punctuation &&
        !has(next, class_from | class_to | class_weak_to) && !word(next).verbal)
      ++next;  // «visite officielle»
    if (owner) {
      found.who = {*owner, *owner + 1};
      places_after(next, found, true);
    } else if (has(next, class_from) && !place_at(next + 1)) {
      found.who = phrase_after(next + 1);
      places_after(found.who.end, found, true);
    } else {  // «un déplacement à Las Vegas d'Emmanuel Macron»
      places_after(next, found, true);
      const size_t after = found.to ? *found.to + 1 : clause_.size();
      if (has(after, class_from)) found.who = phrase_after(after + 1);
    }
    found.status = status(found.group);
    keep(std::move(found));
  }

  // ---- status
  // -----------------------------------------------------------------------------------------------------

  ClaimStatus status(Range group) const {
    bool infinitive_after_modal = false;
    ClaimStatus out = ClaimStatus::asserted;
    for (size_t i = group.begin; i < group.end; ++i) {
      if (word(i).negation && !is(i, "plus")) return ClaimStatus::denied;
      if (word(i).conditional || is(i, "may") || is(i, "might") || is(i, "could") || is(i, "would"))
        out = ClaimStatus::hedged;
      if (out != ClaimStatus::hedged && (word(i).future || is(i, "will"))) out = ClaimStatus::planned;
      infinitive_after_modal |= i + 1 < group.end && word(i).auxiliary && word(group.end - 1).infinitive;
    }
    if (out == ClaimStatus::asserted && infinitive_after_modal && !could_already(group))
      out = ClaimStatus::planned;
    return out;
  }

  // «ont pu se rendre sur place»: it happened.
  bool could_already(Range group) const {
    for (size_t i = group.begin; i < group.end; ++i)
      if (is(i, "pu") || is(i, "dû") || is(i, "fait") || is(i, "laissé")) return true;
    return false;
  }

  void keep(Found found) {
    if (!found.from && !found.to) return;
    if (found.who.empty()) return;
    if (found.from && found.to && *found.from == *found.to) return;
    found_.push_back(std::move(found));
  }

  const Clause& clause_;
  const LanguageWords& words_;
  bool english_;
  std::vector<Found> found_;
};

Span cover(const Clause& clause, Range range) {
  Span span{clause[range.begin].span.begin, clause[range.end - 1].span.end};
  return span;
}

// The words of a place as a reader would take them: for a common noun, with its article.
Part part(const Clause& clause, size_t at) {
  return {clause[at].span, clause[at].place};
}

Movement make(const Document& document, const Clause& clause, const Found& found) {
  Movement movement;
  movement.rule = found.rule;
  movement.status = found.status;
  movement.who = Part{cover(clause, found.who), EntityId::none()};
  for (const Figure& figure : document.figures)  // «plus de 100 chefs», whole
    if (figure.span.overlaps(movement.who->span) && figure.span.begin < movement.who->span.begin)
      movement.who->span.begin = figure.span.begin;
  movement.span = movement.who->span;
  const auto include = [&](Span span) {
    movement.span = {std::min(movement.span.begin, span.begin), std::max(movement.span.end, span.end)};
  };
  include(cover(clause, found.group));
  if (found.from) movement.from = part(clause, *found.from), include(movement.from->span);
  if (found.to) movement.to = part(clause, *found.to), include(movement.to->span);
  for (const Mention& mention : document.mentions)
    if (movement.who->span.contains(mention.span) && !movement.who->entity)
      movement.who->entity = mention.entity;
  for (size_t i = 0; i < document.figures.size(); ++i)
    if (movement.who->span.overlaps(document.figures[i].span) && !movement.figure)
      movement.figure = FigureId{static_cast<uint32_t>(i)};
  for (const Time& time : document.times)
    if (movement.span.contains(time.span) && time.type != TimeType::duration && movement.time.empty())
      movement.time = time.value;
  for (const Statement& statement : document.statements)
    if (statement.span.contains(movement.span) && movement.attribution.empty())
      movement.attribution = statement.attribution;
  return movement;
}

}  // namespace

void find_movements(Document& document, const Words& words) {
  document.movements.clear();
  if (document.language == Language::unknown) return;
  const bool english = document.language == Language::english;
  const LanguageWords& language = english ? words.english : words.french;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.end_token - sentence.first_token > 400) continue;  // no sentence, a table or a list
    const Clause clause = read_clause(document, sentence, language);
    for (const Found& found : Finder(clause, language, english).run())
      document.movements.push_back(make(document, clause, found));
  }
}

std::span<const std::string_view> rules() {
  return rule_names;
}

}  // namespace recoupe::movements
