#include "quantities/noun.hpp"

#include <algorithm>
#include <array>

namespace recoupe::quantities {
namespace {

const Token* token_of(const Context& c, const Word& word) {
  const auto& tokens = c.document.tokens;
  auto at = std::upper_bound(tokens.begin(), tokens.end(), word.span.begin,
                             [](uint32_t begin, const Token& token) { return begin < token.span.begin; });
  if (at == tokens.begin()) return nullptr;
  --at;
  return at->span.contains(word.span.begin) ? &*at : nullptr;
}

bool is_quote(const Word& word) {
  return word.kind == WordKind::mark &&
         (word.key == "«" || word.key == "\"" || word.key == "“" || word.key == "‘" || word.key == "'");
}

bool ends_plural(const Word& word, bool english) {
  const std::string& key = word.key;
  if (key.size() < 3) return false;
  const char last = key.back(), before = key[key.size() - 2];
  if (english) return last == 's' && before != 's' && before != 'u' && before != 'i';
  return last == 's' || last == 'x' || last == 'z';
}

// A tag that no counted noun has.
bool tagged_otherwise(Upos tag) {
  constexpr std::array others = {Upos::verb, Upos::aux,   Upos::adv,   Upos::adp,   Upos::pron,
                                 Upos::det,  Upos::cconj, Upos::sconj, Upos::punct, Upos::intj};
  return std::find(others.begin(), others.end(), tag) != others.end();
}

// Whether a French word may be what a number counts. A plural is seen in its ending, which a tagger's
// mistakes do not change; an invariable one must be in the list, tagged, or a name («trois Rafale»).
bool may_be_french_noun(const Context& c, const Word& word, bool plural) {
  if (word.kind != WordKind::word || word.key.size() < 2 || word.key.back() == '\'') return false;
  if (c.vocabulary.noun(word.key)) return true;
  if (c.vocabulary.has(word, role_stop) || number_word(word.key, Language::french) != nullptr) return false;
  const Upos tag = upos(c, word);
  if (word.upper) return true;
  if (ends_plural(word, false)) return !tagged_otherwise(tag) || tag == Upos::verb;
  if (c.vocabulary.has(word, role_weekday | role_month)) return false;
  return plural ? tag == Upos::noun && (features(c, word) & number_singular) == 0 : !tagged_otherwise(tag);
}

size_t hyphenated_end(const Context& c, size_t at) {
  while (const Word* word = c.follow(at)) {
    if (!word->joined || word->kind != WordKind::word) break;
    ++at;
  }
  return at;
}

// «huit États | et territoires», «30 policiers | et gendarmes»: two bare plurals share the number.
size_t with_second_noun(const Context& c, size_t end) {
  const Word* second = c.is(end, "et") ? c.follow(end + 1) : nullptr;
  if (second == nullptr || second->kind != WordKind::word || !ends_plural(*second, false)) return end;
  if (c.vocabulary.has(*second, role_stop) || c.vocabulary.has(*second, role_adjective)) return end;
  const bool noun = upos(c, *second) == Upos::noun || c.vocabulary.noun(second->key);
  return noun ? hyphenated_end(c, end + 2) : end;
}

// «700 jeunes | venus de France», «trois jeunes | fauchés»: what looked like an adjective was the noun.
bool is_participle_behind_noun(const Context& c, size_t k) {
  const Word* word = c.follow(k);
  if (word == nullptr || word->kind != WordKind::word || !c.vocabulary.noun(c.words[k - 1].key)) return false;
  if (c.vocabulary.noun(word->key)) return false;
  const Upos tag = upos(c, *word);
  if (tag != Upos::unknown) return tag == Upos::verb || tag == Upos::adj;
  const std::string_view text = c.document.words(word->span);
  const auto ends = [&](std::string_view ending) {
    return text.size() > ending.size() && text.substr(text.size() - ending.size()) == ending;
  };
  return ends("és") || ends("ées") || ends("us") || ends("ues");
}

Counted french_noun(const Context& c, size_t at, bool plural) {
  Counted out;
  size_t k = at;
  if (c.follow(k) && is_quote(*c.follow(k))) ++k;
  const size_t first = k;
  while (c.has(k, role_adjective)) ++k;
  // «jeunes majeurs»: where the tagger says so, any adjective before a noun.
  while (c.follow(k) && c.follow(k + 1) && k - first < 3 && upos(c, c.words[k]) == Upos::adj &&
         upos(c, c.words[k + 1]) == Upos::noun && !c.vocabulary.noun(c.words[k].key))
    ++k;
  const bool participle = k > first && is_participle_behind_noun(c, k);
  if (const Word* word = c.follow(k);
      word != nullptr && !participle && may_be_french_noun(c, *word, plural)) {
    out.found = true;
    out.noun = k;
    out.end = with_second_noun(c, hyphenated_end(c, k + 1));
    return out;
  }
  if (k == first) return out;
  out.noun = k - 1;
  out.end = k;
  out.found = c.vocabulary.noun(c.words[k - 1].key).has_value();  // «six jeunes, deux femmes»
  out.elliptic = !out.found;
  return out;
}

bool ends_english_phrase(const Context& c, size_t k) {
  const Word* word = c.follow(k);
  if (word == nullptr || word->kind != WordKind::word) return true;
  if (c.has(k, role_adjective)) return false;
  return c.has(k, role_stop | role_weekday) || (word->upper && c.has(k, role_month)) ||
         number_word(word->key, Language::english) != nullptr;
}

// «two wounded soldiers», «twenty working days»: a participle before its noun.
bool is_participle_adjective(const Context& c, size_t k) {
  const Word& word = c.words[k];
  const std::string_view key = word.key;
  const bool form =
      key.size() > 4 && (key.substr(key.size() - 2) == "ed" || key.substr(key.size() - 2) == "en" ||
                         key.substr(key.size() - 3) == "ing");
  return form && c.follow(k + 1) != nullptr && upos(c, *c.follow(k + 1)) == Upos::noun;
}

bool is_english_noun(const Context& c, size_t k) {
  const Upos tag = upos(c, c.words[k]);
  if (tag == Upos::noun || tag == Upos::propn) return true;
  if (c.vocabulary.noun(c.words[k].key)) return true;
  return tag == Upos::unknown && ends_plural(c.words[k], true);
}

// An English noun phrase ends at its last noun: «hard drives», «security personnel»; what more than one of is
// counted ends at its last plural («Greeks worship», «points Tuesday»).
Counted english_noun(const Context& c, size_t at, bool plural) {
  Counted out;
  size_t last = 0;
  bool noun_seen = false;
  for (size_t k = at; k < at + 6 && !ends_english_phrase(c, k); ++k) {
    const Word& word = c.words[k];
    const Upos tag = upos(c, word);
    if (is_english_noun(c, k)) {
      noun_seen = true;
      const bool many =
          ends_plural(word, true) || c.vocabulary.noun(word.key) || (features(c, word) & number_plural) != 0;
      if (!plural || many) last = k + 1;
      // Without tags nothing tells where the phrase ends; the next word belongs to it if the list knows it.
      if (tag == Upos::unknown && last > 0 && !(c.follow(k + 1) && c.vocabulary.noun(c.words[k + 1].key)))
        break;
      continue;
    }
    if (tag == Upos::unknown && !plural && !c.has(k, role_adjective)) {
      last = k + 1;
      break;
    }
    const bool adjective =
        tag == Upos::adj || tag == Upos::x || tag == Upos::unknown || c.has(k, role_adjective);
    // «vendors offered products»: behind the noun a participle is the verb.
    if (!adjective && (noun_seen || !is_participle_adjective(c, k))) break;
  }
  if (last > 0) {
    out.found = true;
    out.noun = last - 1;
    out.end = hyphenated_end(c, last);
  } else if (c.is(at, "more") || c.is(at, "other") || c.is(at, "others") || c.is(at, "additional")) {
    out.elliptic = true;
    out.noun = at;
    out.end = at + 1;
  }
  return out;
}

// «de ses partisans», «des accusés», «of his supporters»: where the noun begins, or 0.
size_t part_of(const Context& c, size_t at) {
  if (c.is(at, "des")) return at + 1;
  const bool of = c.english() ? c.is(at, "of") : c.is(at, "de") || c.is(at, "d'");
  return of && c.has(at + 1, role_possessive) ? at + 2 : 0;
}

// «d'entre eux», «of them»: nothing is named, the noun stands before.
bool of_them(const Context& c, size_t at) {
  if (c.english())
    return c.is(at, "of") &&
           (c.is(at + 1, "them") || c.is(at + 1, "whom") || c.is(at + 1, "those") || c.is(at + 1, "these"));
  if (c.is(at, "de") && c.is(at + 1, "l'") && c.is(at + 2, "autre")) return true;
  return c.is(at, "d'") && c.is(at + 1, "entre");
}

Counted unit_at(const Context& c, size_t at) {
  Counted out;
  const auto unit = c.follow(at) ? c.vocabulary.units.match(c.words, at) : std::nullopt;
  // «6 M» is no distance: symbols of one letter are small.
  if (!unit ||
      (c.words[at].upper && c.words[at].key.size() == 1 && c.words[at].key != "l" && unit->second == at + 1))
    return out;
  // «24703m212» is a code.
  if (const Word* behind = c.follow(unit->second);
      behind != nullptr && behind->glued && behind->kind == WordKind::number)
    return out;
  out.found = true;
  out.noun = at;
  out.end = unit->second;
  out.unit = unit->first;
  return out;
}

// «cinq prochaines années», «twenty working days»: a unit behind adjectives.
Counted measured(const Context& c, size_t at) {
  Counted out = unit_at(c, at);
  for (size_t k = at; !out.found && k < at + 3; ++k) {
    const Word* word = c.follow(k);
    const bool adjective = word != nullptr && (c.has(k, role_adjective) || upos(c, *word) == Upos::adj);
    if (!adjective) break;
    out = unit_at(c, k + 1);
    if (out.found && out.unit->category != FigureCategory::duration &&
        out.unit->category != FigureCategory::money)
      out = {};
  }
  return out;
}

}  // namespace

Upos upos(const Context& c, const Word& word) {
  const Token* token = token_of(c, word);
  return token == nullptr ? Upos::unknown : token->upos;
}

Features features(const Context& c, const Word& word) {
  const Token* token = token_of(c, word);
  return token == nullptr ? 0 : token->features;
}

Counted read_noun(const Context& c, size_t at, bool plural) {
  return c.english() ? english_noun(c, at, plural) : french_noun(c, at, plural);
}

namespace {

// «three-nation», «20-minute»: a singular, behind a hyphen (or a hyphen with blanks, as some corpora have
// it).
Counted compound(const Context& c, size_t at) {
  Counted out;
  const Word* word = c.follow(at);
  if (word == nullptr || !c.english()) return out;
  const bool spaced = is_mark(*word, "-") && c.follow(at + 1) != nullptr && !c.words[at + 1].upper;
  if (spaced) word = &c.words[++at];
  if (word->kind != WordKind::word || (!spaced && !word->joined) || c.vocabulary.has(*word, role_stop))
    return out;
  const auto unit = c.vocabulary.units.match(c.words, at);
  if (spaced && (ends_plural(*word, true) || (!unit && !c.vocabulary.noun(word->key)))) return out;
  out.found = true;
  out.noun = at;
  out.end = at + 1;
  if (unit) {
    out.unit = unit->first;
    out.end = unit->second;
  }
  return out;
}

// A noun that is a unit behind words that no list holds: «twenty working | days».
void look_for_unit(const Context& c, Counted& counted) {
  if (!counted.found || counted.unit != nullptr) return;
  const auto unit = c.vocabulary.units.match(c.words, counted.noun);
  if (unit && unit->second == counted.end && unit->first->category != FigureCategory::other)
    counted.unit = unit->first;
}

}  // namespace

Counted read_counted(const Context& c, const Amount& amount) {
  Counted none;
  size_t k = amount.end;
  if (amount.last.value < 2 && (c.english() ? c.is(k, "of") : c.is(k, "des"))) return none;
  if (Counted joined = compound(c, k); joined.found) return joined;
  if (of_them(c, k)) {
    none.of_whole = true;
    return none;
  }
  if (const size_t inside = part_of(c, k); inside != 0) {
    if (const auto whole = c.follow(inside) ? read_number(c.words, inside, c.language) : std::nullopt) {
      Counted out = read_noun(c, whole->end, true);  // «trois | des quatre trains»
      out.end = amount.end;
      out.of_whole = true;
      return out.elliptic ? none : out;
    }
    Counted out = read_noun(c, inside, true);
    if (out.found && !out.elliptic) return out;
    none.of_whole = true;
    return none;
  }
  if (amount.last.noun) {
    const bool of = c.english() ? c.is(k, "of") : c.is(k, "de") || c.is(k, "d'");
    if (of) ++k;
    if (!of && !c.english()) {
      const Counted unit = unit_at(c, k);  // «2 millions €»
      return unit.found ? unit : none;
    }
    if (!of && amount.first.vague && c.english()) {  // «Hundreds dead»
      const auto category = c.follow(k) ? c.vocabulary.noun(c.words[k].key) : std::nullopt;
      const bool casualty = category == FigureCategory::killed || category == FigureCategory::injured ||
                            category == FigureCategory::missing;
      return casualty ? read_noun(c, k, true) : none;
    }
  }
  Counted out = measured(c, k);
  if (out.found) return out;
  if (c.is(k, "(") && c.follow(k + 1) && c.vocabulary.noun(c.words[k + 1].key)) {  // «6.000 (réfugiés, NDLR)»
    out.found = true;
    out.noun = k + 1;
    out.end = k;
    return out;
  }
  // «à 1 face à»: the singular behind a bare 1 must be a noun that is known.
  const bool one = amount.last.value <= 1 && !amount.first.vague;
  out = read_noun(c, k, !one || (amount.last.literal && !amount.bounded));
  // «92,000 asylum claim»: grouped digits count something even where the plural was forgotten.
  if (!out.found && c.english() && amount.last.literal && !amount.last.plain && amount.last.value >= 1000)
    if (const Counted loose = read_noun(c, k, false);
        loose.found && upos(c, c.words[loose.noun]) == Upos::noun)
      out = loose;
  look_for_unit(c, out);
  return out;
}

}  // namespace recoupe::quantities
