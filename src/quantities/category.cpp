#include "quantities/category.hpp"

#include <algorithm>
#include <array>

namespace recoupe::quantities {
namespace {

constexpr size_t reach = 14;  // words: how far behind a figure its verb is looked for

// These tell a fate only where the figure is theirs («la mort de 220 civils»), never behind it.
constexpr std::array<std::string_view, 10> nominal_fates = {
    "mort", "deces", "fuite", "exode", "cadavre", "disparition", "death", "deaths", "exodus", "lives"};

template <size_t n>
bool one_of(std::string_view key, const std::array<std::string_view, n>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool ends_with(std::string_view key, std::string_view ending) {
  return key.size() > ending.size() + 1 && key.substr(key.size() - ending.size()) == ending;
}

bool ends_clause(const Word& word) {
  constexpr std::array<std::string_view, 9> marks = {".", ";", "!", "?", ":", "…", "»", "”", ")"};
  return word.after_break || (word.kind == WordKind::mark && one_of(word.key, marks));
}

// Nouns of people that no list holds whole: «manifestants», «algériens», «djihadistes», «fighters».
bool looks_like_people(const Context& c, const Word& noun) {
  constexpr std::array<std::string_view, 6> french = {"istes", "iens", "ants", "eurs", "euses", "logues"};
  constexpr std::array<std::string_view, 12> french_names = {
      "ais", "ois", "iens", "eens", "ains", "ands", "ques", "aises", "oises", "ennes", "aines", "andes"};
  constexpr std::array<std::string_view, 5> english = {"ers", "ists", "ians", "ees", "ants"};
  const auto any = [&](const auto& endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view e) { return ends_with(noun.key, e); });
  };
  if (c.english()) return any(english) || (noun.upper && ends_with(noun.key, "ans"));
  return noun.upper ? any(french_names) : any(french);
}

bool is_have(std::string_view key, bool english) {
  constexpr std::array<std::string_view, 9> french = {"a",        "ont",   "avait", "avaient", "aurait",
                                                      "auraient", "ayant", "avoir", "aura"};
  constexpr std::array<std::string_view, 3> english_words = {"have", "has", "had"};
  return english ? one_of(key, english_words) : one_of(key, french);
}

bool is_be(std::string_view key) {
  constexpr std::array<std::string_view, 10> forms = {"was", "were",  "been", "be",  "are",
                                                      "is",  "being", "got",  "get", "feared"};
  return one_of(key, forms);
}

// A verb form that may be said of the figure, and no active form or noun: «tuées», not «tuent»,
// «évacuations».
bool is_participle(std::string_view key) {
  constexpr std::array<std::string_view, 16> others = {"ent", "er",    "ant",    "ait",   "aient", "ir",
                                                       "re",  "ation", "ations", "ments", "eur",   "eurs",
                                                       "if",  "ifs",   "ive",    "ure"};
  return std::none_of(others.begin(), others.end(), [&](std::string_view e) { return ends_with(key, e); });
}

// Said of what stands before it: a participle that is not the active one of «ont tué trois policiers».
bool said_of_subject(const Context& c, size_t at, size_t figure_end) {
  const std::string& key = c.words[at].key;
  if (c.english()) {
    bool passive = false;
    for (size_t back = 1; back <= 3 && at >= figure_end + back; ++back)
      passive |= is_be(c.words[at - back].key);
    if (passive) return true;
    constexpr std::array<std::string_view, 5> nouns = {"ing", "s", "er", "ment", "y"};  // «killer», «injury»
    if (std::any_of(nouns.begin(), nouns.end(), [&](std::string_view e) { return ends_with(key, e); }))
      return false;
    const Word* object = c.follow(at + 1);
    const bool active =
        object != nullptr && (object->kind == WordKind::number || number_word(object->key, c.language) ||
                              c.vocabulary.has(*object, role_possessive) || object->upper);
    return !active && !(at > figure_end && is_have(c.words[at - 1].key, true));
  }
  if (!is_participle(key)) return false;
  // «ont été tuées», but «ont quitté leur véhicule et poignardé …»: the last auxiliary says which voice it
  // is.
  bool active = false;
  for (size_t k = figure_end; k < at; ++k) {
    if (is_have(c.words[k].key, false)) active = true;
    if (c.words[k].key == "ete" || c.words[k].key == "sont" || c.words[k].key == "etaient") active = false;
  }
  return !active;
}

// Past a parenthesis that opens at `at`: «2 personnes (de 14 et 18 ans) ont été tuées».
size_t past_parenthesis(const Context& c, size_t at) {
  if (!c.is(at, "(")) return at;
  for (size_t k = at + 1; k < at + 15 && c.follow(k) != nullptr; ++k)
    if (c.is(k, ")")) return k + 1;
  return at;
}

std::optional<FigureCategory> fate_after(const Context& c, size_t end) {
  bool apart = false;  // a comma has been passed: only a verb of its own still speaks of the figure
  for (size_t k = end; k < end + reach && c.follow(k) != nullptr; ++k) {
    k = past_parenthesis(c, k);
    if (c.follow(k) == nullptr) break;
    const Word& word = c.words[k];
    if (is_mark(word, ",")) apart = true;
    if (apart && c.vocabulary.has(word, role_auxiliary)) apart = false;
    if (ends_clause(word)) break;
    // «six policiers et trois civils ont été tués»: only a number that follows at once shares the verb.
    if (word.kind == WordKind::number && k > end + 1) break;
    if (const auto phrase = c.vocabulary.fate_phrases.match(c.words, k)) {
      if (phrase->first->own || phrase->second > k + 1) return phrase->first->category;
    }
    if (word.kind != WordKind::word) continue;
    if (k > end + 1 && c.vocabulary.has(word, role_including)) break;
    if (c.is(k, "par") || c.is(k, "by") || c.is(k, "apres") || c.is(k, "after") || c.is(k, "pour")) break;
    const NumberWord* number = number_word(word.key, c.language);
    if (number != nullptr && number->kind != NumberKind::article && k > end + 1) break;
    const Fate* fate = c.vocabulary.fate(word.key);
    if (fate == nullptr || apart || one_of(word.key, nominal_fates)) continue;
    const bool nominal = k > end && c.vocabulary.has(c.words[k - 1], role_stop) &&
                         c.words[k - 1].key.size() <= 3 && fate->own &&
                         !c.vocabulary.has(c.words[k - 1], role_auxiliary) && !is_be(c.words[k - 1].key);
    if (nominal) continue;  // «dix ans après la mort de»
    if (fate->own || said_of_subject(c, k, end)) return fate->category;
  }
  return {};
}

// «tuant 12 passants», «a blessé au couteau six personnes», «la mort de 220 civils»: the figure is the
// object.
std::optional<FigureCategory> fate_before(const Context& c, size_t begin, size_t reach_back) {
  constexpr std::array<std::string_view, 16> strangers = {"par",    "avec",   "a",  "dans",  "en", "pour",
                                                          "apres",  "depuis", "by", "with",  "in", "after",
                                                          "before", "for",    "at", "contre"};
  if (begin == 0 || c.words[begin].after_break) return {};
  if (begin >= 2 && c.before(begin, "a") && c.words[begin - 2].key == "vie")
    return FigureCategory::killed;  // «coûté la vie à»
  if (one_of(c.words[begin - 1].key, strangers)) return {};
  for (size_t back = 1; back <= reach_back && back <= begin; ++back) {
    const size_t k = begin - back;
    const Word& word = c.words[k];
    if (word.kind == WordKind::number ||
        (word.kind == WordKind::mark && (ends_clause(word) || word.key == ",")))
      break;
    if (const Fate* fate = word.kind == WordKind::word ? c.vocabulary.fate(word.key) : nullptr) {
      const bool linked = back <= 3 || !fate->own;
      const bool passive = k > 0 && (c.words[k - 1].key == "ete" || is_be(c.words[k - 1].key));
      // «sont mortes et 81 …»: «et» opens something new, unless the verb stands right before the figure.
      const bool parted = back > 1 && (c.words[begin - 1].key == "et" || c.words[begin - 1].key == "and");
      if (linked && !passive && !parted) return fate->category;
    }
    const bool clause = c.vocabulary.has(word, role_clause) && word.key != "que" && word.key != "qu'";
    if (word.after_break || clause) break;
  }
  return {};
}

}  // namespace

FigureCategory noun_category(const Context& c, const Word& noun) {
  if (const auto listed = c.vocabulary.noun(noun.key)) return *listed;
  return looks_like_people(c, noun) ? FigureCategory::people : FigureCategory::other;
}

FigureCategory categorize(const Context& c, const CategoryQuestion& q) {
  if (q.unit != nullptr) return q.unit->category;
  const FigureCategory by_noun = q.noun == nullptr ? q.inherited : noun_category(c, *q.noun);
  const bool people = by_noun == FigureCategory::people || by_noun == FigureCategory::displaced;
  const bool unknown = q.noun == nullptr || q.borrowed || (!people && !c.vocabulary.noun(q.noun->key));
  if (!people && !unknown) return by_noun;
  // «a tué 91 personnes et blessé …»: the verb that stands nearest is the figure's.
  if (people || q.borrowed)
    if (const auto at_once = fate_before(c, q.begin, 2)) return *at_once;
  const auto after = fate_after(c, q.end);
  const auto before = fate_before(c, q.begin, 6);
  if (after &&
      (people || q.borrowed || *after == FigureCategory::killed || *after == FigureCategory::injured))
    return *after;
  if (!people && !q.borrowed && q.noun != nullptr) return by_noun;
  if (before) return *before;
  return q.inherited != FigureCategory::other ? q.inherited : by_noun;
}

}  // namespace recoupe::quantities
