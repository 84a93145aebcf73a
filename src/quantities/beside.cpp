#include "quantities/beside.hpp"

#include <algorithm>
#include <array>

#include "quantities/guards.hpp"

namespace recoupe::quantities {

Span span_of(const Context& c, size_t begin, size_t end) {
  return {c.words[begin].span.begin, c.words[end - 1].span.end};
}

Counted shared_noun(const Context& c, const Amount& amount) {
  constexpr std::array<std::string_view, 7> joints = {"puis", "et", "ou", "and", "then", "or", ","};
  constexpr std::array<std::string_view, 4> unit_joints = {"contre", "a", "against",
                                                           "to"};  // «passé de 16 à 21 %»
  const Word* joint = c.follow(amount.end);
  const auto any = [&](const auto& keys) {
    return joint != nullptr && std::find(keys.begin(), keys.end(), joint->key) != keys.end();
  };
  const bool units_only = any(unit_joints);
  if (!units_only && !any(joints)) return {};
  const auto next = c.follow(amount.end + 1) ? read_amount(c, amount.end + 1) : std::nullopt;
  if (!next || next->bounded || next->first.article || next->first.literal != amount.first.literal) return {};
  if (is_no_number(c, *next)) return {};
  Counted counted = read_counted(c, *next);
  if (!counted.found || counted.elliptic || (units_only && counted.unit == nullptr)) return {};
  counted.end = amount.end;
  return counted;
}

const Word* noun_of_total(const Context& c, size_t at) {
  if (c.english()) {
    if (c.opens(at, "toll")) return &c.words[at];  // «the death toll rises to 11»
    if (!c.is(at, "number")) return nullptr;
  } else if (!c.is(at, "nombre") && !c.is(at, "total") && !c.is(at, "bilan")) {
    return nullptr;
  }
  const size_t of = at + 1;
  if (!c.is(of, "de") && !c.is(of, "d'") && !c.is(of, "des") && !c.is(of, "of")) return nullptr;
  const Counted counted = read_noun(c, of + 1, true);
  return counted.found ? &c.words[counted.noun] : nullptr;
}

std::optional<Draft> read_twice(const Context& c, size_t at) {
  const bool twice = c.opens(at, "twice");
  if (!c.english() || !(twice || c.opens(at, "thrice")) || c.is(at + 1, "as") || c.is(at + 1, "the"))
    return {};
  Draft draft;
  draft.begin = at;
  draft.end = at + 1;
  draft.min = draft.max = twice ? 2 : 3;
  draft.noun = &c.words[at];
  draft.what = draft.noun->span;
  draft.category = FigureCategory::other;
  draft.rule = "times";
  return draft;
}

bool may_be_negative(const Context& c, const Amount& amount, const Unit* unit) {
  if (unit == nullptr) return false;
  const bool degrees = unit->code == "Cel" || unit->code == "[degF]";
  const bool sign = is_mark(c.words[amount.begin], "-") || c.english();
  return degrees ||
         (sign && (unit->category == FigureCategory::percent || unit->category == FigureCategory::money));
}

}  // namespace recoupe::quantities
