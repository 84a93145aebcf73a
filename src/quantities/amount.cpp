#include "quantities/amount.hpp"

#include <algorithm>
#include <array>

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
    return word->key == "to" || word->key == "or" || word->key == "through" || (opened && word->key == "and")
               ? end + 1
               : 0;
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

// What a letter glued to a number multiplies it by. Behind a currency («£2bn», «$ 5m») any will do; alone
// («10k followers», «1.8M views», «1.2bn people») an m may be metres, and «2b» a door.
double scale_letter(const Context& c, const Amount& amount, const Word& letter) {
  const std::string_view key = letter.key;
  const bool money = amount.unit != nullptr;
  if (key == "k" && (money || !letter.upper)) return 1e3;
  if (key == "bn" || key == "md" || key == "mds") return 1e9;
  if (key == "tn" && c.english()) return 1e12;
  if (key == "mn" || (key == "mm" && money)) return 1e6;
  if (key == "m") return money || letter.upper ? 1e6 : 0;
  const bool part = amount.first.value != static_cast<double>(static_cast<int64_t>(amount.first.value));
  return key == "b" && c.english() && (money || letter.upper || part) ? 1e9 : 0;
}

void read_scale_letter(const Context& c, Amount& amount) {
  const Word* word = c.follow(amount.end);
  if (!amount.first.literal || word == nullptr || word->kind != WordKind::word || !word->glued) return;
  const bool money = amount.unit != nullptr;                      // «US$ 1MM»
  if (!money && c.vocabulary.units.match(c.words, amount.end)) {  // «5M€», «20 km»; but «10M» is no metre
    if (word->key != "m" || !word->upper ||
        (c.follow(amount.end + 1) && c.words[amount.end + 1].glued &&
         c.words[amount.end + 1].kind != WordKind::mark))
      return;
    if (const auto unit = c.vocabulary.units.match(c.words, amount.end); unit->second > amount.end + 1)
      return;
  }
  const double factor = scale_letter(c, amount, *word);
  if (factor == 0) return;
  amount.first.value = scaled(amount.first.value, factor);
  amount.last.value = scaled(amount.last.value, factor);
  amount.first.scale = amount.last.scale = factor;
  ++amount.end;
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

// «supérieur à 100 | et inférieur à 300», «at most 100 | and at least 20»: two bounds, one range.
void read_other_bound(const Context& c, Amount& amount) {
  const bool low = amount.min && !amount.max, high = amount.max && !amount.min;
  if ((!low && !high) || amount.first.vague) return;
  const Word* joint = c.follow(amount.end);
  constexpr std::array<std::string_view, 6> joints = {"et", "and", "mais", "but", ",", "yet"};
  if (joint == nullptr || std::find(joints.begin(), joints.end(), joint->key) == joints.end()) return;
  const auto phrase =
      c.follow(amount.end + 1) ? c.vocabulary.bounds_before.match(c.words, amount.end + 1) : std::nullopt;
  if (!phrase || c.follow(phrase->second) == nullptr) return;
  const Bound bound = *phrase->first;
  const bool below = bound == Bound::at_most || bound == Bound::less_than;
  const bool above = bound == Bound::at_least || bound == Bound::more_than;
  if ((low && !below) || (high && !above)) return;
  const auto second = read_number(c.words, phrase->second, c.language);
  if (!second || second->vague || second->article) return;
  const double one = amount.first.value, two = second->value;
  if (low ? one >= two : two >= one) return;
  amount.last = *second;
  amount.end = second->end;
  amount.min = std::min(one, two);
  amount.max = std::max(one, two);
  amount.bound = Bound::range;
}

// The sign at `at`, where it makes the number behind it negative: «-5», «minus five», «moins 12».
bool is_sign(const Context& c, size_t at) {
  const Word *sign = c.at(at), *number = c.follow(at + 1);
  if (sign == nullptr || number == nullptr) return false;
  // «-5 %», «(- 4,4 %)»
  const bool opened = at > 0 && is_mark(c.words[at - 1], "(");
  if (is_mark(*sign, "-"))
    return number->kind == WordKind::number && (opened || (number->glued && !sign->glued));
  constexpr std::array<std::string_view, 8> others = {"au",   "du",   "ou",     "pas",
                                                      "plus", "bien", "encore", "or"};
  if (at > 0 && !sign->after_break &&
      std::find(others.begin(), others.end(), c.words[at - 1].key) != others.end())
    return false;
  return c.english() ? sign->key == "minus" : sign->key == "moins";
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
  if (is_sign(c, at) && read_number(c.words, at + 1, c.language)) {
    auto positive = read_amount(c, at + 1);
    if (positive && !positive->bounded && !positive->negative && positive->bound == Bound::exact) {
      positive->begin = at;
      positive->negative = true;
      return positive;
    }
  }
  size_t k = read_bounds_before(c, at, amount);
  const bool opened = c.english() ? c.opens(k, "between") || (c.opens(k, "from") && !changes_from(c, k))
                                  : c.opens(k, "entre");
  if (opened) ++k;
  if (k > at && c.follow(k) == nullptr) return {};
  const auto unit = c.vocabulary.units.match(c.words, k);
  // «A$ 20», but «a $20 bill».
  const bool article = unit && c.words[k].key.size() == 1 && c.words[k].kind == WordKind::word &&
                       !c.words[k].upper && c.words[k].key != "c";
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
  read_scale_letter(c, amount);
  read_range(c, amount, opened);
  if (opened && amount.first.value == amount.last.value) return {};  // «entre deux chaises», «from three»
  apply(amount, settle(amount, amount.bound));
  read_other_bound(c, amount);
  return amount;
}

size_t read_bound_after(const Context& c, Amount& amount, size_t end) {
  const bool open = amount.bound == Bound::exact || amount.bound == Bound::approx;
  if (c.follow(end) == nullptr || (amount.bounded && !open) || amount.first.vague) return end;
  const auto found = c.vocabulary.bounds_after.match(c.words, end);
  if (!found || c.is(found->second, "de") || c.is(found->second, "d'"))
    return end;  // «40 personnes et plus de 200»
  // «environ 500 ou plus»: the one behind says more; «environ» behind «exactement» does not.
  if (amount.bounded && *found->first == Bound::approx) return end;
  // Before a number the phrase is that number's: «30 morts, environ 50 blessés».
  if (c.follow(found->second) != nullptr && read_number(c.words, found->second, c.language)) return end;
  amount.bounded = true;
  apply(amount, settle(amount, *found->first));
  return found->second;
}

}  // namespace recoupe::quantities
