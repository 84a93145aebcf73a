#include "document/features.hpp"

#include <array>

namespace recoupe {
namespace {

struct Row {
  std::string_view name;
  std::string_view value;
  Features bit;
};

// Sorted by name, as CoNLL-U wants it. Where one name has several bits set, the first is printed.
constexpr std::array rows = {
    Row{"Definite", "Def", definite},
    Row{"Definite", "Ind", indefinite},
    Row{"Gender", "Masc", gender_masculine},
    Row{"Gender", "Fem", gender_feminine},
    Row{"Mood", "Ind", mood_indicative},
    Row{"Mood", "Cnd", mood_conditional},
    Row{"Mood", "Sub", mood_subjunctive},
    Row{"Mood", "Imp", mood_imperative},
    Row{"Number", "Sing", number_singular},
    Row{"Number", "Plur", number_plural},
    Row{"Person", "1", person_first},
    Row{"Person", "2", person_second},
    Row{"Person", "3", person_third},
    Row{"Polarity", "Neg", polarity_negative},
    Row{"Poss", "Yes", possessive},
    Row{"PronType", "Rel", type_relative},
    Row{"PronType", "Int", type_interrogative},
    Row{"PronType", "Dem", type_demonstrative},
    Row{"Reflex", "Yes", reflexive},
    Row{"Tense", "Past", tense_past},
    Row{"Tense", "Pres", tense_present},
    Row{"Tense", "Fut", tense_future},
    Row{"Tense", "Imp", tense_imperfect},
    Row{"VerbForm", "Inf", form_infinitive},
    Row{"VerbForm", "Part", form_participle},
    Row{"VerbForm", "Ger", form_gerund},
    Row{"VerbForm", "Fin", form_finite},
    Row{"Voice", "Pass", voice_passive},
};

Features bit_of(std::string_view name, std::string_view value) {
  for (const Row& row : rows)
    if (row.name == name && row.value == value) return row.bit;
  return 0;
}

}  // namespace

Features features_from(std::string_view text) {
  Features out = 0;
  while (!text.empty()) {
    const size_t bar = std::min(text.find('|'), text.size());
    const std::string_view pair = text.substr(0, bar);
    text.remove_prefix(std::min(bar + 1, text.size()));
    const size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    // several values, "Number=Plur,Sing", say nothing
    out |= bit_of(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return out;
}

std::string features_name(Features features) {
  std::string out;
  std::string_view last;
  for (const Row& row : rows) {
    if ((features & row.bit) == 0 || row.name == last) continue;
    if (!out.empty()) out += '|';
    ((out += row.name) += '=') += row.value;
    last = row.name;
  }
  return out.empty() ? "_" : out;
}

}  // namespace recoupe
