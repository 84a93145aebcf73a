#include "quotes/conjugate.hpp"

#include <array>

namespace recoupe::quotes {
namespace {

struct Stems {
  std::string present_one, present_many, imperfect, future, past_one, past_many, participle;
};

std::string with(std::string_view stem, std::string_view ending) {
  return std::string(stem) + std::string(ending);
}

// «annonc» before a, o: «annonç»; «jug» before a: «juge».
std::string soft(std::string_view stem, std::string_view ending) {
  const bool hard_vowel = ending.starts_with("a") || ending.starts_with("â") || ending.starts_with("o");
  if (hard_vowel && stem.ends_with("c"))
    return with(stem.substr(0, stem.size() - 1), "ç") + std::string(ending);
  if (hard_vowel && stem.ends_with("g")) return with(stem, "e") + std::string(ending);
  return with(stem, ending);
}

// The stem before a silent ending: «appel» → «appell», «martel» → «martèl», «espér» → «espèr», «emploi».
std::string silent(std::string_view stem) {
  if (stem.ends_with("appel") || stem.ends_with("jet")) return with(stem, stem.substr(stem.size() - 1));
  for (const std::string_view consonant :
       {"cl", "gu", "gn", "qu", "l", "n", "r", "t", "d", "g", "c", "v", "m", "s", "p"}) {
    if (!stem.ends_with(consonant)) continue;
    const std::string_view before = stem.substr(0, stem.size() - consonant.size());
    if (before.ends_with("é")) return with(before.substr(0, before.size() - 2), "è") + std::string(consonant);
    if (consonant.size() == 1 && before.ends_with("e") && before.size() > 1)
      return with(before.substr(0, before.size() - 1), "è") + std::string(consonant);
  }
  return std::string(stem);
}

Stems first_group(std::string_view stem) {
  const std::string weak = silent(stem);
  const bool accent_moves = weak.find("è") != std::string::npos && stem.find("é") != std::string::npos;
  return {with(weak, "e"), with(weak, "ent"),   soft(stem, "a"), with(accent_moves ? stem : weak, "er"),
          soft(stem, "a"), with(stem, "èrent"), with(stem, "é")};
}

void emit(const Stems& s, std::string_view imperfect_singular, std::string_view imperfect_plural,
          std::string_view gerund, const Take& take) {
  take(s.present_one, Tense::present, false);
  take(s.present_many, Tense::present, true);
  take(std::string(imperfect_singular), Tense::imperfect, false);
  take(std::string(imperfect_plural), Tense::imperfect, true);
  take(std::string(gerund), Tense::participle_present, false);
  take(with(s.future, "a"), Tense::future, false);
  take(with(s.future, "ont"), Tense::future, true);
  take(with(s.future, "ait"), Tense::conditional, false);
  take(with(s.future, "aient"), Tense::conditional, true);
  take(s.past_one, Tense::past, false);
  take(s.past_many, Tense::past, true);
  for (const std::string_view ending : {"", "e", "s", "es"}) {
    if (ending == "s" && s.participle.ends_with("s")) continue;
    take(with(s.participle, ending), Tense::participle_past, ending.ends_with("s"));
  }
}

const Irregular* irregular_of(std::string_view lemma, const std::vector<Irregular>& irregular) {
  const Irregular* best = nullptr;
  for (const Irregular& candidate : irregular)
    if (lemma.ends_with(candidate.ending) && (!best || candidate.ending.size() > best->ending.size()))
      best = &candidate;
  return best;
}

}  // namespace

void conjugate_french(std::string_view lemma, const std::vector<Irregular>& irregular, const Take& take) {
  take(std::string(lemma), Tense::infinitive, false);
  if (const Irregular* i = irregular_of(lemma, irregular)) {
    const std::string_view head = lemma.substr(0, lemma.size() - i->ending.size());
    const std::string stem = with(head, i->stem);
    emit({with(head, i->present_one), with(head, i->present_many), stem, with(head, i->future),
          with(head, i->past_one), with(head, i->past_many), with(head, i->participle)},
         stem + "ait", stem + "aient", stem + "ant", take);
    return;
  }
  const std::string_view stem = lemma.substr(0, lemma.size() - std::min<size_t>(2, lemma.size()));
  if (lemma.ends_with("ir")) {
    emit({with(stem, "it"), with(stem, "issent"), with(stem, "iss"), with(stem, "ir"), with(stem, "it"),
          with(stem, "irent"), with(stem, "i")},
         with(stem, "issait"), with(stem, "issaient"), with(stem, "issant"), take);
    return;
  }
  emit(first_group(stem), soft(stem, "ait"), soft(stem, "aient"), soft(stem, "ant"), take);
}

void conjugate_english(std::string_view lemma, std::string_view past, std::string_view participle,
                       const Take& take) {
  const bool ends_e = lemma.ends_with("e");
  const bool consonant_y = lemma.ends_with("y") && lemma.size() > 2 &&
                           std::string_view("aeiou").find(lemma[lemma.size() - 2]) == std::string_view::npos;
  const bool sibilant =
      lemma.ends_with("s") || lemma.ends_with("sh") || lemma.ends_with("ch") || lemma.ends_with("x");
  const std::string_view cut = lemma.substr(0, lemma.size() - 1);
  take(std::string(lemma), Tense::infinitive, false);
  take(std::string(lemma), Tense::present, true);
  take(consonant_y ? with(cut, "ies") : with(lemma, sibilant ? "es" : "s"), Tense::present, false);
  // «admitted», «admitting»: the past shows whether the consonant doubles.
  const bool doubled =
      past.ends_with("ed") && past.size() == lemma.size() + 3 && lemma.back() == past[lemma.size()];
  const std::string_view stem = ends_e && !lemma.ends_with("ee") ? cut
                                : doubled                        ? past.substr(0, lemma.size() + 1)
                                                                 : lemma;
  take(with(stem, "ing"), Tense::participle_present, false);
  const std::string regular = consonant_y ? with(cut, "ied") : with(lemma, ends_e ? "d" : "ed");
  const std::string simple = past.empty() ? regular : std::string(past);
  take(simple, Tense::past, false);
  take(participle.empty() ? simple : std::string(participle), Tense::participle_past, false);
}

}  // namespace recoupe::quotes
