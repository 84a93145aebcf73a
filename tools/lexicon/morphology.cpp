#include "morphology.hpp"

#include <algorithm>
#include <array>

namespace recoupe::tools {
namespace {

using lexicon::Hint;

struct Mark {
  std::string_view field;
  Features features;
};
// Form of a verb: one reading each.
constexpr std::array verb_forms = {
    Mark{"po:infi", form_infinitive},
    Mark{"po:ppre", form_participle | tense_present},
    Mark{"po:ppas", form_participle | tense_past},
    Mark{"po:ipre", form_finite | mood_indicative | tense_present},
    Mark{"po:iimp", form_finite | mood_indicative | tense_imperfect},
    Mark{"po:ipsi", form_finite | mood_indicative | tense_past},
    Mark{"po:ifut", form_finite | mood_indicative | tense_future},
    Mark{"po:cond", form_finite | mood_conditional | tense_present},
    Mark{"po:spre", form_finite | mood_subjunctive | tense_present},
    Mark{"po:simp", form_finite | mood_subjunctive | tense_imperfect},
    Mark{"po:impe", form_finite | mood_imperative | tense_present},
};
constexpr std::array persons = {
    Mark{"po:1sg", person_first | number_singular},  Mark{"po:2sg", person_second | number_singular},
    Mark{"po:3sg", person_third | number_singular},  Mark{"po:1pl", person_first | number_plural},
    Mark{"po:2pl", person_second | number_plural},   Mark{"po:3pl", person_third | number_plural},
    Mark{"po:3pl!", person_third | number_plural},   Mark{"po:1isg", person_first | number_singular},
    Mark{"po:1jsg", person_first | number_singular},
};
constexpr std::array agreement = {
    Mark{"is:mas", gender_masculine},
    Mark{"is:fem", gender_feminine},
    Mark{"is:sg", number_singular},
    Mark{"is:pl", number_plural},
};
struct Part {
  std::string_view field;
  Upos upos;
  Hint hint = Hint::none;
  Features features = 0;
};
constexpr std::array parts = {
    Part{"po:nom", Upos::noun},
    Part{"po:adj", Upos::adj},
    Part{"po:adv", Upos::adv},
    Part{"po:negadv", Upos::adv, Hint::none, polarity_negative},
    Part{"po:advint", Upos::adv, Hint::none, type_interrogative},
    Part{"po:loc.adv", Upos::adv},
    Part{"po:loc.adj", Upos::adj},
    Part{"po:loc.nom", Upos::noun},
    Part{"po:npr", Upos::propn, Hint::place_name},
    Part{"po:prn", Upos::propn, Hint::first_name},
    Part{"po:patr", Upos::propn, Hint::surname},
    Part{"po:titr", Upos::noun},
    Part{"po:prep", Upos::adp},
    Part{"po:loc.prep", Upos::adp},
    Part{"po:cjco", Upos::cconj},
    Part{"po:cjsub", Upos::sconj},
    Part{"po:loc.cjsub", Upos::sconj},
    Part{"po:cj", Upos::sconj},
    Part{"po:det", Upos::det},
    Part{"po:detdem", Upos::det, Hint::none, type_demonstrative},
    Part{"po:detpos", Upos::det, Hint::none, possessive},
    Part{"po:detind", Upos::det},
    Part{"po:detneg", Upos::det, Hint::none, polarity_negative},
    Part{"po:detex", Upos::det},
    Part{"po:propersuj", Upos::pron},
    Part{"po:properobj", Upos::pron},
    Part{"po:prodem", Upos::pron, Hint::none, type_demonstrative},
    Part{"po:proind", Upos::pron},
    Part{"po:prorel", Upos::pron, Hint::none, type_relative},
    Part{"po:proint", Upos::pron, Hint::none, type_interrogative},
    Part{"po:proneg", Upos::pron, Hint::none, polarity_negative},
    Part{"po:proadv", Upos::pron},
    Part{"po:interj", Upos::intj},
    Part{"po:loc.interj", Upos::intj},
    Part{"po:nb", Upos::num},
    Part{"po:nbro", Upos::num},
};

template <size_t N>
Features sum(const Unfolded& word, const std::array<Mark, N>& marks) {
  Features out = 0;
  for (const std::string_view field : word.fields)
    for (const Mark& mark : marks)
      if (field == mark.field) out |= mark.features;
  // «is:epi», «is:inv»: both genders, both numbers: no bit
  return out;
}

bool is_verb(std::string_view field) {
  return field.size() > 4 && field.starts_with("po:v") && field[4] >= '0' && field[4] <= '3';
}

void add_verb(const Unfolded& word, std::string_view field, std::vector<Reading>& out) {
  const bool auxiliary = field[4] == '0';
  for (const Mark& form : verb_forms) {
    if (std::find(word.fields.begin(), word.fields.end(), form.field) == word.fields.end()) continue;
    const auto add = [&](Features features) {
      out.push_back({Upos::verb, Hint::none, features});
      if (auxiliary) out.push_back({Upos::aux, Hint::none, features});
    };
    if (form.features & form_finite) {
      for (const Mark& person : persons)
        if (std::find(word.fields.begin(), word.fields.end(), person.field) != word.fields.end())
          add(form.features | person.features);
    } else {
      add(form.features | sum(word, agreement));
    }
  }
}

}  // namespace

std::vector<Reading> french_readings(const Unfolded& word) {
  std::vector<Reading> out;
  for (const std::string_view field : word.fields) {
    if (is_verb(field)) add_verb(word, field, out);
    for (const Part& part : parts)
      if (field == part.field) out.push_back({part.upos, part.hint, part.features | sum(word, agreement)});
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string french_lemma(const Unfolded& word, const Reading& reading) {
  const bool of_verb = std::any_of(word.fields.begin(), word.fields.end(), is_verb);
  std::string lemma(of_verb && reading.upos == Upos::adj ? word.form : word.lemma);
  if (!of_verb || reading.upos != Upos::adj) return lemma;
  if ((reading.features & number_plural) && lemma.ends_with('s')) lemma.pop_back();
  if ((reading.features & gender_feminine) && lemma.ends_with('e')) lemma.pop_back();
  return lemma;
}

// The dictionary does not say what a word is, but which endings it takes: what takes -ed or -ing is a verb,
// what takes 's a noun, what takes -ly, -ness or -est an adjective.
std::vector<Reading> english_readings(const Unfolded& word) {
  const bool upper = !word.form.empty() && word.form[0] >= 'A' && word.form[0] <= 'Z';
  if (upper) return {{Upos::propn, Hint::none, 0}};
  const auto takes = [&](const char* flags) {
    return word.flags.find_first_of(flags) != std::string_view::npos;
  };
  const bool verb = takes("DG"), adjective = takes("YPTR") && !takes("Z");
  const bool noun = takes("M") || (takes("S") && !verb);
  std::vector<Reading> out;
  const auto add = [&](bool when, Upos upos, Hint hint, Features features) {
    if (when) out.push_back({upos, hint, features});
  };
  switch (word.flag) {
    case 0:
      add(verb, Upos::verb, Hint::base, form_infinitive);
      add(noun, Upos::noun, Hint::base, number_singular);
      add(adjective, Upos::adj, Hint::base, 0);
      add(out.empty(), Upos::unknown, Hint::base, 0);
      break;
    case 'S':
      add(verb, Upos::verb, Hint::ending_s, form_finite | person_third | number_singular | tense_present);
      add(noun || !verb, Upos::noun, Hint::ending_s, number_plural);
      break;
    case 'D':
      add(true, Upos::verb, Hint::ending_ed, tense_past);
      break;
    case 'G':
      add(true, Upos::verb, Hint::ending_ing, form_participle | tense_present);
      break;
    case 'R':
    case 'T':
      add(true, adjective ? Upos::adj : Upos::noun, Hint::none, 0);
      break;
    case 'Y':
      add(true, Upos::adv, Hint::none, 0);
      break;
    case 'J':
    case 'Z':
    case 'X':
      add(true, Upos::noun, Hint::none, number_plural);
      break;
    case 'N':
    case 'P':
    case 'L':
      add(true, Upos::noun, Hint::none, number_singular);
      break;
    case 'V':
    case 'B':
    case 'H':
      add(true, Upos::adj, Hint::none, 0);
      break;
    default:
      break;
  }
  return out;
}

}  // namespace recoupe::tools
