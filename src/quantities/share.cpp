#include <array>
#include <cmath>

#include "quantities/draft.hpp"

namespace recoupe::quantities {
namespace {

void bound_draft(Draft& draft, double value, Bound bound) {
  draft.bound = bound;
  if (bound != Bound::less_than && bound != Bound::at_most) draft.min = value;
  if (bound != Bound::more_than && bound != Bound::at_least) draft.max = value;
}

// The bound phrase at `at`; where the number begins.
size_t bound_before(const Context& c, size_t at, Bound& bound) {
  const auto found = c.vocabulary.bounds_before.match(c.words, at);
  if (!found || c.follow(found->second) == nullptr) return at;
  bound = *found->first;
  return found->second;
}

bool is_of(const Context& c, size_t at) {
  if (c.english()) return c.is(at, "of");
  return c.is(at, "de") || c.is(at, "d'") || c.is(at, "des") || c.is(at, "du");
}

// How many: «un», «deux», «la» before «moitié»; 0 where nothing of the kind stands there.
double numerator(const Context& c, size_t at, size_t& end) {
  const Word* word = c.at(at);
  if (word == nullptr || word->kind != WordKind::word) return 0;
  end = at + 1;
  if (word->key == "la" || word->key == "le" || (c.english() && word->key == "a")) return 1;
  const NumberWord* row = number_word(word->key, c.language);
  if (row == nullptr || row->value > 9 || (row->kind != NumberKind::unit && row->kind != NumberKind::article))
    return 0;
  return row->value;
}

// «un quart d'heure», «trois quarts d'heure», «une demi-heure», «half an hour»: part of one unit.
std::optional<Draft> part_of_unit(const Context& c, Draft draft, double value, size_t unit_at, Bound bound) {
  const auto unit = c.follow(unit_at) ? c.vocabulary.units.match(c.words, unit_at) : std::nullopt;
  if (!unit || unit->first->category == FigureCategory::percent) return {};
  bound_draft(draft, scaled(value, unit->first->factor), bound);
  draft.end = unit->second;
  draft.unit = unit->first->code;
  draft.category = unit->first->category;
  draft.noun = &c.words[unit_at];
  draft.what = {c.words[unit_at].span.begin, c.words[unit->second - 1].span.end};
  draft.rule = "part of a unit";
  return draft;
}

std::optional<Draft> read_half(const Context& c, size_t begin, size_t at, Bound bound) {
  Draft draft;
  draft.begin = begin;
  if (c.english()) {
    if (!c.opens(at, "half") || !(c.is(at + 1, "an") || c.is(at + 1, "a"))) return {};
    return part_of_unit(c, draft, 0.5, at + 2, bound);
  }
  if (!c.opens(at, "une") && !c.opens(at, "un")) return {};
  if (!c.is(at + 1, "demi") && !c.is(at + 1, "demie")) return {};
  return part_of_unit(c, draft, 0.5, at + 2, bound);
}

std::optional<Draft> read_fraction(const Context& c, size_t begin, size_t at, Bound bound) {
  size_t k = at;
  double count = 1;
  const bool bare_half = c.english() && c.opens(at, "half");
  if (!bare_half && (count = numerator(c, at, k)) == 0) return {};
  const Word* word = c.follow(k);
  if (word == nullptr || word->kind != WordKind::word) return {};
  double whole = denominator(word->key, c.language);
  bool plural = is_plural_denominator(word->key);
  const size_t name_at = k;
  if (whole == 0) {  // «un vingt-cinquième», «three twenty-firsts»
    const Ordinal ordinal = read_ordinal(c.words, k, c.language);
    if (ordinal.end < k + 2 || ordinal.value <= 2) return {};
    whole = ordinal.value;
    k = ordinal.end - 1;
    plural = is_plural_denominator(c.words[k].key);
  }
  // «trois cinquièmes», «un cinquième»; «the two third graders» share nothing
  if (count >= whole || (!bare_half && (count > 1) != plural && word->key != "tiers")) return {};
  // «le tiers», «un quart»: third parties and quarter-finals too; only «de» behind it, or «moitié», is sure.
  const bool of = is_of(c, k + 1);
  const bool half_the = bare_half && c.has(k + 1, role_possessive);
  // «le dixième des élus» is a share, «le cinquième de la série» the fifth of it.
  const bool definite = !c.english() && (c.opens(at, "le") || c.opens(at, "la"));
  if (percent_of(count, whole) == 0) return {};  // «trois trillionièmes»
  if (definite && whole != 2 && whole != 3 && whole != 4 && std::fmod(whole, 10) != 0) return {};
  const bool joined = c.words[name_at].joined || at > begin;
  if (!of && !half_the && !(word->key == "moitie") && !joined && count < 2) return {};
  // «a quarter of a million» is a number.
  const size_t scale_at = c.english() && c.is(k + 2, "a") ? k + 3 : k + 2;
  const Word* scale = of ? c.follow(scale_at) : nullptr;
  const NumberWord* scale_word = scale != nullptr ? number_word(scale->key, c.language) : nullptr;
  if (scale_word != nullptr && scale_word->kind == NumberKind::scale) return {};
  Draft draft;
  draft.begin = begin;
  draft.end = k + 1;
  if (of && c.is(k + 1, "d'") && !c.english())
    if (auto unit = part_of_unit(c, draft, count / whole, k + 2, bound)) return unit;
  if (c.is(k + 1, "de") && (c.is(k + 2, "finale") || c.is(k + 2, "finales"))) return {};
  bound_draft(draft, percent_of(count, whole), bound);
  draft.unit = "%";
  draft.category = FigureCategory::percent;
  draft.rule = "fraction";
  read_base(c, draft);
  // «la moitié des années 1980» is a time, «la moitié de la journée» a duration.
  if (draft.end > k + 1 && c.vocabulary.units.match(c.words, draft.end - 1)) return {};
  return draft;
}

// «3/4 of the voters», «1/2 cup», «1/4 mile»: digits and a stroke, which alone might be a date.
std::optional<Draft> read_stroke_share(const Context& c, size_t begin, size_t at, Bound bound) {
  const Stroke stroke = read_stroke(c.words, at);
  if (stroke.end == 0) return {};
  Draft draft;
  draft.begin = begin;
  if (auto unit = part_of_unit(c, draft, stroke.value, stroke.end, bound)) return unit;
  if (!is_of(c, stroke.end)) return {};
  draft.end = stroke.end;
  bound_draft(draft, percent_of(stroke.value, 1), bound);
  draft.unit = "%";
  draft.category = FigureCategory::percent;
  draft.rule = "fraction";
  read_base(c, draft);
  if (draft.noun == nullptr) return {};  // «le 1/2 de mai»
  return draft;
}

// «7 Français sur 10», «sept sur dix», «one in three visits», «3 out of 10».
std::optional<Draft> read_ratio(const Context& c, size_t begin, size_t at, Bound bound) {
  const auto part = read_number(c.words, at, c.language);
  if (!part || part->vague || part->approx || part->value <= 0) return {};
  Draft draft;
  draft.begin = begin;
  size_t k = part->end;
  size_t noun = 0;
  if (c.follow(k) && c.words[k].kind == WordKind::word && !c.vocabulary.has(c.words[k], role_stop))
    noun = k++;
  if (c.english()) {
    if (c.is(k, "in"))
      ++k;
    else if (c.is(k, "out") && c.is(k + 1, "of"))
      k += 2;
    else
      return {};
  } else if (!c.is(k, "sur")) {
    return {};
  } else {
    ++k;
  }
  const size_t whole_at = k;
  const auto whole = c.follow(k) ? read_number(c.words, k, c.language) : std::nullopt;
  if (!whole || whole->vague || whole->value <= part->value || whole->article) return {};
  const bool round = whole->value <= 10 || std::fmod(whole->value, 10) == 0 || part->value == 1;
  const bool out_of = c.english() && c.before(whole_at, "of");
  if (!round || whole->value > 100000 || (c.english() && !out_of && whole->value > 100)) return {};
  bound_draft(draft, percent_of(part->value, whole->value), bound);
  draft.end = whole->end;
  draft.unit = "%";
  draft.category = FigureCategory::percent;
  draft.rule = "ratio";
  if (noun == 0 && c.english()) {
    if (const Counted counted = read_noun(c, draft.end, false); counted.found) {
      noun = counted.noun;
      draft.end = counted.end;
    }
  }
  // «maintenu à 4 sur 5», «noté 12 sur 20»: a mark, no share.
  if (noun == 0 && !c.english() && (c.before(begin, "a") || c.has_before(begin, role_score, 2))) return {};
  if (noun != 0) {
    draft.noun = &c.words[noun];
    draft.what = c.words[noun].span;
  }
  return draft;
}

}  // namespace

void read_base(const Context& c, Draft& draft) {
  size_t k = draft.end;
  if (c.has(k, role_possessive) && c.english()) {  // «half the voters»
    ++k;
  } else {
    if (!is_of(c, k)) return;
    ++k;
    while (c.is(k, "la") || c.is(k, "l'") || c.is(k, "les") || c.has(k, role_possessive) || c.is(k, "all"))
      ++k;
  }
  const Counted counted = read_noun(c, k, false);
  if (!counted.found) return;
  draft.noun = &c.words[counted.noun];
  draft.end = counted.end;
  draft.what = {draft.noun->span.begin, c.words[counted.end - 1].span.end};
  if (draft.noun->key != "taux" || !is_of(c, draft.end)) return;
  const Counted kind = read_noun(c, draft.end + 1, false);  // «167 % de taux d'occupation»
  if (!kind.found) return;
  draft.end = kind.end;
  draft.what.end = c.words[kind.end - 1].span.end;
}

std::optional<Draft> read_share(const Context& c, size_t at) {
  Bound bound = Bound::exact;
  const size_t k = bound_before(c, at, bound);
  if (const Word* word = c.at(k); word == nullptr || word->kind == WordKind::mark) return {};
  if (auto draft = read_half(c, at, k, bound)) return draft;
  if (auto draft = read_stroke_share(c, at, k, bound)) return draft;
  if (auto draft = read_fraction(c, at, k, bound)) return draft;
  return read_ratio(c, at, k, bound);
}

}  // namespace recoupe::quantities
