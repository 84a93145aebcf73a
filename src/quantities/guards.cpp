#include "quantities/guards.hpp"

#include <algorithm>
#include <array>

namespace recoupe::quantities {
namespace {

template <size_t n>
bool one_of(std::string_view key, const std::array<std::string_view, n>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// «Heures» and not «HEURES».
bool only_first_upper(std::string_view word) {
  return word.size() > 1 && word[1] >= 'a' && word[1] <= 'z';
}

bool is_digits(const Context& c, size_t at) {
  const Word* word = c.follow(at);
  return word != nullptr && word->kind == WordKind::number;
}

// «21 h 30», «8 h 11», «7 heures 30»: a clock time or its minutes.
bool is_hour_or_minutes(const Context& c, const Amount& amount) {
  if (amount.last.literal && !c.english() && c.is(amount.end, "h")) return true;
  if (amount.last.value > 59) return false;
  const size_t end = amount.end;  // «8 pm», «11 a.m.»
  if (c.english() && (c.is(end, "am") || c.is(end, "pm"))) return true;
  if (c.english() && (c.is(end, "a") || c.is(end, "p")) && c.is(end + 1, ".") && c.is(end + 2, "m"))
    return true;
  if (!amount.first.literal || amount.begin < 2 || amount.begin != amount.number) return false;
  return (c.before(amount.number, "h") || c.before(amount.number, "heures")) &&
         c.words[amount.number - 2].kind == WordKind::number;
}

// «20 Minutes», «le 20 Heures», «vol 2933 LaMia»: names.
bool names_something(const Context& c, const Amount& amount, const Counted& counted) {
  // «la Revue des deux Mondes», «les Trois Mousquetaires»
  if (counted.found && counted.unit == nullptr && !amount.first.literal && !amount.bounded &&
      amount.begin >= 2 && !c.words[amount.begin].after_break && !c.english() &&
      c.words[counted.noun].upper) {
    if (c.before(amount.begin, "des") && c.words[amount.begin - 2].upper) return true;
    if (c.words[amount.number].upper && c.words[amount.begin - 1].kind == WordKind::word) return true;
  }
  if (!amount.first.literal || amount.bounded || !counted.found) return false;
  const Word& noun = c.words[counted.noun];
  const bool apart = counted.end == amount.end;  // «calibre 7,65 et 104 000 euros»: a noun it does not share
  if (c.before(amount.begin, role_label) && (noun.upper || apart || c.words[amount.begin - 1].upper))
    return true;
  return counted.unit != nullptr && noun.upper && amount.first.value <= 60 &&
         counted.unit->category == FigureCategory::duration && noun.key.size() > 2 &&
         only_first_upper(c.document.words(noun.span));
}

// «MH370», «MiG-29», «G7», «2B», «20e», «14-Juillet», «deux-roues».
bool part_of_a_name(const Context& c, const Amount& amount) {
  const Word& word = c.words[amount.number];
  if (amount.number > 0 && amount.unit == nullptr && (word.glued || word.joined)) {  // but «USD115»
    const Word& before = c.words[amount.number - 1];
    if (before.kind == WordKind::word && before.key.back() != '\'') return true;
    if (before.kind == WordKind::number) return true;
  }
  const Word* after = c.follow(amount.end);
  if (amount.last.literal && c.has(amount.end, role_ordinal) && !c.english()) return true;  // «1 er»
  if (after == nullptr || !(after->glued || after->joined) || after->kind == WordKind::mark) return false;
  if (after->kind == WordKind::number) return true;
  if (c.vocabulary.units.match(c.words, amount.end)) return false;
  return after->glued ? amount.last.literal : !c.english() || after->upper;
}

// «twenty-first», «trois millième»: the number is the beginning of an ordinal.
bool begins_an_ordinal(const Context& c, const Amount& amount) {
  if (amount.last.literal || c.follow(amount.end) == nullptr) return false;
  if (read_ordinal(c.words, amount.end, c.language).end == 0) return false;
  return c.words[amount.end].joined || !c.english();
}

// «12/03/2016», «11:30», «n° 5», «[1]», «+33», «#3», «10.1.2», a list's «1.» and «a) 2)».
bool marked_off(const Context& c, const Amount& amount) {
  const Word& word = c.words[amount.number];
  if (amount.number > 0 && word.kind == WordKind::number) {
    const Word& before = c.words[amount.number - 1];
    constexpr std::array<std::string_view, 12> glued = {"/", ":", "+", "#",  "=", "_",
                                                        "@", "&", ".", "\\", "*", "~"};
    constexpr std::array<std::string_view, 3> marks = {"°", "º", "["};
    if (before.key == "." && amount.number >= 2 && c.vocabulary.has(c.words[amount.number - 2], role_label) &&
        c.words[amount.number - 2].key.size() <= 3 && !word.after_break)
      return true;  // «No. 12»
    if (before.kind == WordKind::mark && !word.after_break &&
        ((word.glued && one_of(before.key, glued)) || one_of(before.key, marks)))
      return true;
  }
  const Word* after = c.follow(amount.end);
  if (after == nullptr || after->kind != WordKind::mark || !amount.last.literal) return false;
  const bool number_follows = is_digits(c, amount.end + 1) && c.words[amount.end + 1].glued;
  if (number_follows && (after->key == "/" || after->key == ":" || after->key == ".")) return true;
  if (after->key == "°") return !c.vocabulary.units.match(c.words, amount.end);
  return word.after_break && after->glued && (after->key == "." || after->key == ")");
}

// «01 43 12 90 00»: three numbers of two digits in a row.
bool in_a_phone_number(const Context& c, const Amount& amount) {
  if (!amount.first.literal) return false;
  size_t run = 0;
  const size_t from = amount.number >= 4 ? amount.number - 4 : 0;
  for (size_t k = from; k < amount.number + 5 && k < c.words.size(); ++k) {
    run = c.words[k].kind == WordKind::number && c.words[k].key.size() == 2 && !c.words[k].after_break
              ? run + 1
              : 0;
    if (run >= 3 && k >= amount.number) return true;
    if (run == 0 && k > amount.number) break;
  }
  return false;
}

// «20 juin», «les 16, 17 et 18 juillet», «jeudi 26», «May 18», «1er».
bool in_a_date(const Context& c, const Amount& amount) {
  if (amount.bounded && !amount.first.plain) return false;
  if (!amount.first.literal || amount.last.value > 2100) return false;
  size_t k = amount.end;
  constexpr std::array<std::string_view, 8> joints = {",", "et", "au", "a", "ou", "and", "to", "-"};
  for (int steps = 0; steps < 8 && c.follow(k); ++steps) {
    if (c.has(k, role_month) && amount.first.value <= 31) {
      const Word& month = c.words[k];  // «may» and «march» are months only with a capital
      return !c.english() || month.upper;
    }
    if (!is_digits(c, k) && !(c.words[k].kind != WordKind::number && one_of(c.words[k].key, joints))) break;
    ++k;
  }
  if (c.before(amount.number, role_weekday) && amount.first.value <= 31) return true;
  const bool month_before =
      c.before(amount.number, role_month) && (!c.english() || c.words[amount.number - 1].upper);
  if (month_before && amount.first.plain) return true;
  return c.english() && amount.number >= 2 && c.before(amount.number, ",") && amount.first.plain &&
         amount.first.value > 1000 && is_digits(c, amount.number - 2);
}

bool is_plain_year(const Number& number) {
  return number.plain && number.value >= 1800 && number.value <= 2100;
}

bool is_year(const Context& c, const Amount& amount) {
  if (amount.first.value < amount.last.value && is_plain_year(amount.first) && is_plain_year(amount.last))
    return true;
  if (!amount.first.plain || amount.first.value < 1400 || amount.first.value > 2100) return false;
  if (amount.begin < amount.number) {  // «since at least 1997», not «plus de 2000 personnes»
    const Word* after = c.follow(amount.end);
    const bool bare =
        after == nullptr || after->kind == WordKind::mark || c.vocabulary.has(*after, role_stop);
    return bare && is_plain_year(amount.first) && static_cast<int>(amount.first.value) % 100 != 0;
  }
  return c.english() || c.before(amount.number, role_year);
}

// «2 buts à 1», «victoire par 3 sets», «4 x 100 m», «tous les deux».
bool is_score(const Context& c, const Amount& amount, const Counted& counted) {
  constexpr std::array<std::string_view, 8> nouns = {"but",   "buts", "sets", "set",
                                                     "goals", "goal", "runs", "wickets"};
  if (counted.found && counted.unit == nullptr && one_of(c.words[counted.noun].key, nouns)) return true;
  const bool times =
      c.before(amount.number, "x") || c.before(amount.number, "×");  // «4 x 100 m», not «1 m x 2 m»
  if (times && amount.number >= 2 && c.words[amount.number - 2].kind == WordKind::number) return true;
  const bool all = c.before(amount.begin, "les") && amount.begin >= 2 &&
                   (c.words[amount.begin - 2].key == "tous" || c.words[amount.begin - 2].key == "toutes");
  return all && amount.last.value <= 3;
}

bool in_a_time(const Context& c, const Amount& amount) {
  const Span span{c.words[amount.number].span.begin, c.words[amount.end - 1].span.end};
  const auto& times = c.document.times;
  auto at = std::lower_bound(times.begin(), times.end(), span.begin,
                             [](const Time& time, uint32_t begin) { return time.span.end <= begin; });
  return at != times.end() && at->span.overlaps(span) && at->type != TimeType::duration;
}

// «à 11 heures», «vers deux heures»; «à deux heures de route» is no clock time.
bool is_clock(const Context& c, const Amount& amount, const Counted& counted) {
  if (counted.unit == nullptr || amount.last.value > 24) return false;
  constexpr std::array<std::string_view, 3> about = {"aux", "autour",
                                                     "jusqu'"};  // «aux alentours de 14 heures»
  if (counted.unit->code == "h" && amount.bounded && one_of(c.words[amount.begin].key, about))
    return amount.last.literal;
  if (amount.bounded) return false;
  const bool from_to =
      amount.first.value < amount.last.value && c.before(amount.begin, "de");  // «de 15 à 17 heures»
  if (from_to && counted.unit->code == "h" && amount.last.literal) return !c.is(counted.end, "de");
  if (counted.unit->code != "h" || !c.before(amount.begin, role_clock)) return false;
  return !c.is(counted.end, "de") && !c.is(counted.end, "d'") && !c.english();
}

// «il y a deux ans», «deux jours plus tard», «two years ago»: dates that a duration tells.
bool tells_a_date(const Context& c, const Amount& amount, const Counted& counted) {
  if (c.before(amount.begin, role_movement) && !c.is(counted.end, "de")) return !amount.bounded;
  if (amount.begin >= 3 && c.before(amount.begin, "a") && c.words[amount.begin - 2].key == "y") return true;
  if (c.english()) return c.is(counted.end, "ago") || c.is(counted.end, "later");
  return c.is(counted.end, "auparavant") ||
         (c.is(counted.end, "plus") && (c.is(counted.end + 1, "tard") || c.is(counted.end + 1, "tot")));
}

// «…, 16 000 en Auvergne et | 10 000 en Aquitaine», «contre | 13 en 2007»: a list goes on.
bool goes_on(const Context& c, const Amount& amount, size_t previous_end) {
  constexpr std::array<std::string_view, 7> joints = {"et", ",", "contre", "puis", "and", "against", "soit"};
  constexpr std::array<std::string_view, 17> places = {"en",   "a",    "au",     "aux",   "dans", "sur",
                                                       "chez", "pour", "contre", "in",    "at",   "on",
                                                       "from", "for",  "parmi",  "among", "lors"};
  const Word* after = c.follow(amount.end);
  if (amount.begin == 0 || c.words[amount.begin].after_break) return false;
  const std::string& joint = c.words[amount.begin - 1].key;
  // «234 voix contre 56»
  if (previous_end + 1 == amount.begin && (joint == "contre" || joint == "against")) return true;
  return after != nullptr && one_of(joint, joints) && one_of(after->key, places);
}

}  // namespace

bool is_no_number(const Context& c, const Amount& amount) {
  return part_of_a_name(c, amount) || begins_an_ordinal(c, amount) || marked_off(c, amount) ||
         in_a_phone_number(c, amount) || is_hour_or_minutes(c, amount) || in_a_date(c, amount) ||
         is_year(c, amount) || in_a_time(c, amount);
}

bool is_no_figure(const Context& c, const Amount& amount, const Counted& counted) {
  if (is_age(c, amount, counted) || names_something(c, amount, counted)) return true;
  if (is_score(c, amount, counted)) return true;
  if (counted.unit == nullptr) return false;
  if (counted.unit->category != FigureCategory::duration) return false;
  return is_clock(c, amount, counted) || tells_a_date(c, amount, counted);
}

bool stands_alone(const Context& c, const Amount& amount, size_t previous_end) {
  if (amount.first.article) return false;
  // «Boeing 737 et 777 sont»: what the first of a row is, the others are.
  if (c.before(amount.number, role_label) || c.before(c.first_of_row(amount.begin), role_label)) return false;
  const bool year = amount.first.plain && amount.first.value >= 1900 && amount.first.value <= 2100;
  if (amount.bounded) return true;
  if (amount.first.vague || amount.first.approx || amount.first.scale >= 1e5) return true;
  // «le nombre varie de 1000 à 5000»
  if (amount.bound == Bound::range && c.has_before(amount.begin, role_change, 6)) return true;
  if (c.before(amount.begin, role_including) || c.before(amount.begin, "magnitude")) return true;
  // «KIC 8462852», «Boeing 737 et 777»
  const size_t row = c.first_of_row(amount.begin);
  if (amount.first.literal && row > 0 && !c.words[row].after_break && c.words[row - 1].upper) return false;
  if (year) return false;
  if (c.follow(amount.end) && c.vocabulary.bounds_after.match(c.words, amount.end))
    return true;  // «254 environ»
  // «42 000 de plus»: nobody groups the digits of anything but a quantity.
  if (amount.first.literal && !amount.first.plain && amount.first.value >= 1000 && amount.first.scale == 1)
    return true;
  if (c.has(amount.end, role_auxiliary) && !c.before(amount.begin, "les") && !c.before(amount.begin, "the"))
    return !c.english() || amount.first.literal;
  if (c.before(amount.begin, "(")) return false;
  // «la population est de 1414021100»
  if (c.before(amount.begin, "de") && amount.first.literal && amount.first.value >= 10000 &&
      amount.begin >= 2 &&
      (c.words[amount.begin - 2].key == "est" || c.words[amount.begin - 2].key == "etait"))
    return true;
  const bool joint = c.before(amount.begin, "a") || c.before(amount.begin, "par") ||
                     c.before(amount.begin, "de") || c.before(amount.begin, "to") ||
                     c.before(amount.begin, "at") || c.before(amount.begin, "by");
  const bool to = c.before(amount.begin, "a") || c.before(amount.begin, "to");
  if (to && c.has_before(amount.begin - 1, role_shift, 8)) return true;  // «passé de 1,54 en 2015 à 1,60»
  if (joint && amount.begin > 1 && c.has_before(amount.begin - 1, role_change, 4)) return true;
  if (amount.begin > 0 && !c.words[amount.begin].after_break &&
      c.vocabulary.fate(c.words[amount.begin - 1].key) && amount.first.literal)
    return true;
  return previous_end > 0 && amount.first.literal && goes_on(c, amount, previous_end);
}

}  // namespace recoupe::quantities
