#include "quantities/amount.hpp"

namespace recoupe::quantities {
namespace {

void apply(Amount& amount, Bound bound) {
  const double low = amount.first.value;
  const double high = amount.first.vague ? amount.first.max : amount.last.value;
  amount.bound = bound;
  amount.min = low;
  amount.max = high;
  switch (bound) {
    case Bound::at_least:
    case Bound::more_than:
      amount.max.reset();
      break;
    case Bound::at_most:
    case Bound::less_than:
      amount.min.reset();
      break;
    default:
      break;
  }
}

// What joins the two numbers of a range: «à», «ou», «to», a hyphen; «et» where «entre» has opened it. Returns
// where the second number begins, or 0.
size_t range_joint(const Context& c, size_t end, bool opened) {
  const Word* word = c.follow(end);
  if (word == nullptr) return 0;
  if (word->joined && word->kind == WordKind::number) return end;
  if (is_mark(*word, "-") && c.follow(end + 1) != nullptr && c.words[end + 1].kind == WordKind::number)
    return end + 1;
  if (word->kind != WordKind::word) return 0;
  if (c.english())
    return word->key == "to" || word->key == "or" || (opened && word->key == "and") ? end + 1 : 0;
  return word->key == "a" || word->key == "ou" || (opened && word->key == "et") ? end + 1 : 0;
}

// «10 à 20 000»: the first number has the scale of the second when only so it is the smaller one by an order
// that people mean; «500 à 1 000» stays as it is.
double shared_scale(const Number& first, const Number& second) {
  if (second.scale > 1 && first.scale == 1 && first.value < second.value / second.scale) return second.scale;
  const double thousands = second.value / 1000;
  if (first.literal && second.literal && second.scale == 1 && second.value >= 1000 && !second.plain &&
      first.value < thousands && first.value < 1000 && first.value >= 2 &&
      thousands == static_cast<int64_t>(thousands) && thousands / first.value <= 10)
    return 1000;
  return 1;
}

// «un bilan passé de 3 à 5», «rose from 3 to 5»: two figures, not a range. `at` is that «de».
bool changes_from(const Context& c, size_t at) {
  if (c.follow(at) == nullptr || c.words[at].key != (c.english() ? "from" : "de")) return false;
  for (size_t k = at; k > 0 && at - k < 3; --k) {
    if (c.words[k].after_break || c.words[k - 1].kind == WordKind::mark) return false;
    if (c.vocabulary.has(c.words[k - 1], role_shift)) return true;
  }
  return false;
}

void read_range(const Context& c, Amount& amount, bool opened) {
  if (amount.first.vague) return;
  const size_t joint = range_joint(c, amount.end, opened);
  if (joint == 0 || joint >= c.words.size() ||
      (!opened && amount.number > 0 && changes_from(c, amount.number - 1)))
    return;
  const bool hyphen = joint == amount.end;
  auto second = read_number(c.words, joint, c.language);
  if (!second || second->article || second->vague) return;
  // «en 2014 à 33 milliards»
  if (!opened && amount.first.plain && amount.first.value >= 1800 && amount.first.value <= 2100 &&
      !second->plain)
    return;
  // «dix à vingt-cinq»: a number in words that goes on with a hyphen has been read whole already.
  if (hyphen && (!amount.first.literal || !second->literal)) return;
  Number first = amount.first;
  first.value *= shared_scale(first, *second);
  if (first.value >= second->value) return;
  amount.first = first;
  amount.last = *second;
  amount.end = second->end;
}

// «$ 5m», «£2bn»: the letter behind the number is a scale where a currency stands before it.
void read_scale_letter(const Context& c, Amount& amount) {
  const Word* word = c.follow(amount.end);
  if (word == nullptr || word->kind != WordKind::word || !word->glued) return;
  const double factor = word->key == "m" || word->key == "mn"   ? 1e6
                        : word->key == "bn" || word->key == "b" ? 1e9
                        : word->key == "k"                      ? 1e3
                        : word->key == "tn"                     ? 1e12
                                                                : 0;
  if (factor == 0) return;
  amount.first.value *= factor;
  amount.last.value *= factor;
  ++amount.end;
}

// «1.8M views», «2B»: letters that are a scale in English without a currency.
bool has_scale_letter(const Context& c, const Amount& amount) {
  const Word* word = c.follow(amount.end);
  return c.english() && word != nullptr && word->upper && amount.first.literal &&
         (word->key == "m" || word->key == "b");
}

// The bound phrases before a number; of two, the first that says more than «about» counts: «au moins
// quelque».
size_t read_bounds_before(const Context& c, size_t at, Amount& amount) {
  size_t k = at;
  constexpr int most =
      3;  // nobody writes more, and «plus de plus de …» must not be read again from each word
  for (int count = 0; count < most && (k == at || c.follow(k) != nullptr); ++count) {
    const auto found = c.vocabulary.bounds_before.match(c.words, k);
    if (!found || (c.opens(k, "plus") && c.before(k, "en"))) break;  // «en plus des 12 camions»
    if (amount.bound == Bound::approx || amount.bound == Bound::exact) amount.bound = *found->first;
    amount.bounded = true;
    k = found->second;
  }
  return k;
}

// A range keeps its own name under «environ»; an order is vague whatever stands before it.
Bound settle(const Amount& amount, Bound phrase) {
  if (amount.first.vague) return Bound::vague;
  if (amount.first.value < amount.last.value && (phrase == Bound::approx || phrase == Bound::exact))
    return Bound::range;
  return amount.first.approx && phrase == Bound::exact ? Bound::approx : phrase;
}

}  // namespace

std::optional<Amount> read_amount(const Context& c, size_t at) {
  Amount amount;
  amount.begin = at;
  size_t k = read_bounds_before(c, at, amount);
  const bool opened = c.english() ? c.opens(k, "between") || (c.opens(k, "from") && !changes_from(c, k))
                                  : c.opens(k, "entre");
  if (opened) ++k;
  if (k > at && c.follow(k) == nullptr) return {};
  const auto unit = c.vocabulary.units.match(c.words, k);
  // «A$ 20», but «a $20 bill».
  const bool article =
      unit && c.words[k].key.size() == 1 && c.words[k].kind == WordKind::word && !c.words[k].upper;
  if (unit && unit->first->before && !article) {
    amount.unit = unit->first;
    k = unit->second;
    if (c.follow(k) == nullptr || c.words[k].kind != WordKind::number) return {};
  }
  const auto number = read_number(c.words, k, c.language);
  if (!number || c.words[k].code) return {};
  amount.number = k;
  amount.first = amount.last = *number;
  amount.end = number->end;
  if (amount.unit != nullptr || has_scale_letter(c, amount)) read_scale_letter(c, amount);
  read_range(c, amount, opened);
  if (opened && amount.first.value == amount.last.value) return {};  // «entre deux chaises», «from three»
  apply(amount, settle(amount, amount.bound));
  return amount;
}

size_t read_bound_after(const Context& c, Amount& amount, size_t end) {
  if (c.follow(end) == nullptr || amount.bounded || amount.first.vague) return end;
  const auto found = c.vocabulary.bounds_after.match(c.words, end);
  if (!found || c.is(found->second, "de") || c.is(found->second, "d'"))
    return end;  // «40 personnes et plus de 200»
  // Before a number the phrase is that number's: «30 morts, environ 50 blessés».
  if (c.follow(found->second) != nullptr && read_number(c.words, found->second, c.language)) return end;
  amount.bounded = true;
  apply(amount, settle(amount, *found->first));
  return found->second;
}

}  // namespace recoupe::quantities
