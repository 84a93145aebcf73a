// Ages: «âgé de 56 ans», «un homme de 35 ans», «Marie, 48 ans,», «à 35 ans», «les 15 à 24 ans», «a
// 19-year-old».
#include <algorithm>
#include <array>

#include "quantities/category.hpp"
#include "quantities/guards.hpp"

namespace recoupe::quantities {
namespace {

template <size_t n>
bool one_of(std::string_view key, const std::array<std::string_view, n>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool closes(const Word* word) {
  constexpr std::array<std::string_view, 6> marks = {",", ")", ".", ";", "et", "and"};
  return word == nullptr || one_of(word->key, marks);
}

// Somebody, in the singular too: «homme», «islamiste», «Britannique».
bool is_somebody(const Context& c, const Word& word) {
  constexpr std::array<std::string_view, 10> endings = {"iste", "ien",  "ienne", "eur",  "euse",
                                                        "ais",  "aise", "ois",   "oise", "ant"};
  if (word.kind != WordKind::word) return false;
  if (noun_category(c, word) == FigureCategory::people) return true;
  if (c.vocabulary.noun(word.key)) return false;
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return word.key.size() > ending.size() + 2 && word.key.substr(word.key.size() - ending.size()) == ending;
  });
}

// «un soldat retraité | de 58 ans», «(de 14 et 18 ans)»: behind somebody, or alone in a parenthesis.
bool of_somebody(const Context& c, size_t begin, size_t end) {
  for (size_t back = 2; back <= 5 && begin >= back && !c.words[begin - back + 1].after_break; ++back) {
    const Word& word = c.words[begin - back];
    if (word.kind == WordKind::mark) return back == 2 && word.key == "(";
    if (c.vocabulary.has(word, role_lasting)) return false;  // «une peine de 5 ans», «une guerre de 30 ans»
    if (is_somebody(c, word) || (back == 2 && word.upper)) return true;
    if (c.vocabulary.has(word, role_stop)) return false;
  }
  // «Le Messin de 33 ans est»: what is of so many years and then acts is somebody.
  return c.has(end, role_auxiliary) || c.is(end, "est") || c.is(end, "a") || c.is(end, "qui");
}

// «Il a 87 ans», «le jour de ses 24 ans»; not «il y a 87 ans», «ses 24 ans de carrière».
bool has_years(const Context& c, size_t begin, size_t end) {
  constexpr std::array<std::string_view, 8> have = {"avait", "ont",   "avaient", "aura",
                                                    "ayant", "avoir", "ses",     "tes"};
  const Word& before = c.words[begin - 1];
  const bool has = before.key == "a" && c.document.words(before.span) == "a" &&
                   !(begin >= 2 && c.words[begin - 2].key == "y");
  // «Elle allait avoir aujourd'hui 79 ans.»
  const bool adverb = begin >= 3 && one_of(c.words[begin - 3].key, have) && before.key == "hui";
  return (has || adverb || one_of(before.key, have)) && !c.is(end, "de") && !c.is(end, "d'");
}

bool is_french_age(const Context& c, const Amount& amount, const Counted& counted) {
  constexpr std::array<std::string_view, 6> beside = {",", "(", "respectivement", "deux", "trois", "-"};
  const size_t begin = c.first_of_row(amount.begin);
  if (c.words[counted.noun].key.rfind("an", 0) != 0 || begin == 0 || c.words[begin].after_break) return false;
  const Word& before = c.words[begin - 1];
  if (has_years(c, begin, counted.end)) return true;
  if (amount.bounded) return false;
  if (one_of(before.key, beside) && closes(c.follow(counted.end))) return true;
  const bool range = amount.first.value < amount.last.value;
  if (range && (before.key == "les" || before.key == "des") && amount.last.value - amount.first.value > 3)
    return true;
  if (c.vocabulary.noun(before.key) == FigureCategory::people) return true;  // «un homme 69 ans»
  if (before.key == "a")
    return !c.is(counted.end, "de") && !c.is(counted.end, "d'") && !c.is(counted.end, "ferme") &&
           !c.has_before(begin - 1, role_change, 4) && !c.has_before(begin - 1, role_lasting, 3);
  return (before.key == "de" || before.key == "d'") && of_somebody(c, begin, counted.end);
}

}  // namespace

bool is_age(const Context& c, const Amount& amount, const Counted& counted) {
  const bool years = counted.unit != nullptr && (counted.unit->code == "a" || counted.unit->code == "mo");
  if (c.has_before(c.first_of_row(amount.begin), role_age, 3)) return !counted.found || years;
  if (!years || amount.last.value > 120) return false;
  if (c.english()) return c.is(counted.end, "old") || c.is(counted.end, "olds");
  return counted.unit->code == "a" && is_french_age(c, amount, counted);
}

}  // namespace recoupe::quantities
