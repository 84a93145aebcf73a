#include "quotes/cue_lexicon.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "lexicon/lexicon.hpp"

namespace recoupe::quotes {
namespace {

struct Named {
  std::string_view name;
  uint32_t bit;
};

constexpr std::array frames = {
    Named{"que", frame_that},
    Named{"that", frame_that},
    Named{"inf", frame_infinitive},
    Named{"ing", frame_infinitive},
    Named{"de-inf", frame_de_infinitive},
    Named{"to-inf", frame_de_infinitive},
    Named{"à-inf", frame_a_infinitive},
    Named{"noun", frame_noun},
    Named{"de", frame_de},
    Named{"à", frame_a},
    Named{"contre", frame_against},
    Named{"sur", frame_about},
    Named{"pour", frame_for},
    Named{"adj", frame_adjective},
    Named{"comme", frame_as},
    Named{"as", frame_as},
    Named{"obj-de", frame_object_de},
    Named{"obj-of", frame_object_de},
    Named{"obj-à", frame_object_a},
    Named{"obj-to", frame_object_a},
    Named{"dat-de", frame_dative_de},
    Named{"obj-that", frame_object_that},
    Named{"si", frame_if},
    Named{"if", frame_if},
    Named{"incise", frame_incise},
    Named{"obj-for", frame_object_for},
    Named{"passif", frame_passive},
};

constexpr std::array classes = {
    Named{"determiner", class_determiner},
    Named{"possessive", class_possessive},
    Named{"article", class_article},
    Named{"demonstrative", class_demonstrative},
    Named{"subject_pronoun", class_subject_pronoun},
    Named{"person_pronoun", class_person_pronoun},
    Named{"feminine", class_feminine},
    Named{"plural", class_plural},
    Named{"hanging", class_hanging},
    Named{"clitic", class_clitic},
    Named{"reflexive", class_reflexive},
    Named{"negation", class_negation},
    Named{"preposition", class_preposition},
    Named{"of", class_of},
    Named{"subordinator", class_subordinator},
    Named{"relative", class_relative},
    Named{"coordinator", class_coordinator},
    Named{"have", class_have},
    Named{"have_participle", class_have_participle},
    Named{"be", class_be},
    Named{"be_participle", class_be_participle},
    Named{"been", class_been},
    Named{"conditional", class_conditional},
    Named{"modal", class_modal},
    Named{"adverb", class_adverb},
    Named{"day", class_day},
    Named{"month", class_month},
    Named{"civility", class_civility},
    Named{"not_que", class_not_that},
    Named{"finite", class_finite},
    Named{"announcement_place", class_place_time},
    Named{"de_adjective", class_de_adjective},
};

template <size_t n>
uint32_t bit_of(const std::array<Named, n>& table, std::string_view name) {
  for (const Named& named : table)
    if (named.name == name) return named.bit;
  throw std::logic_error("quotes: unknown word in a list: " + std::string(name));
}

std::vector<std::string_view> split(std::string_view text, char at_char = ' ') {
  std::vector<std::string_view> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(at_char, at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

ClaimStatus status_of(std::string_view name) {
  if (name == "denied") return ClaimStatus::denied;
  if (name == "planned") return ClaimStatus::planned;
  if (name == "hedged") return ClaimStatus::hedged;
  if (name == "questioned") return ClaimStatus::questioned;
  return ClaimStatus::asserted;
}

std::string_view column(const lexicon::Row& row, size_t index) {
  return index < row.size() ? row[index] : std::string_view{};
}

// «s'engager», «se dire», «faire état», «s'en prendre»: the pronoun, the verb, the words after it.
std::string_view read_lemma(std::string_view lemma, Verb& verb) {
  verb.lemma = lemma;
  if (lemma.starts_with("s'") || lemma.starts_with("se ")) {
    verb.reflexive = true;
    lemma.remove_prefix(lemma[1] == '\'' ? 2 : 3);
  }
  if (lemma.starts_with("y ")) {
    verb.there = true;
    lemma.remove_prefix(2);
  }
  std::vector<std::string_view> words = split(lemma);
  verb.tail.assign(words.begin() + 1, words.end());
  return words.front();
}

void load_verbs(Language language, Cue_lexicon& out) {
  std::vector<Irregular> irregular;
  if (language == Language::french)
    for (const auto& row : lexicon::rows("fr/quote_irregular_verbs.tsv"))
      irregular.push_back({column(row, 0), column(row, 1), column(row, 2), column(row, 3), column(row, 4),
                           column(row, 5), column(row, 6), column(row, 7)});
  for (const auto& row : lexicon::rows(language, "quote_cues.tsv")) {
    Verb verb;
    const std::string_view head = read_lemma(row[0], verb);
    for (const std::string_view frame : split(column(row, 1))) verb.frames |= bit_of(frames, frame);
    verb.status = status_of(column(row, 2));
    const auto index = static_cast<uint16_t>(out.verbs.size());
    const Take take = [&](std::string form, Tense tense, bool plural) {
      out.forms[std::move(form)].push_back({index, tense, plural});
    };
    if (language == Language::french) {
      conjugate_french(head, irregular, take);
    } else {
      conjugate_english(head, column(row, 3), column(row, 4), take);
    }
    out.verbs.push_back(std::move(verb));
  }
  // The longest phrase is tried first: «faire état» before «faire».
  for (auto& [form, list] : out.forms)
    std::stable_sort(list.begin(), list.end(), [&](const VerbForm& a, const VerbForm& b) {
      const auto words = [&](const VerbForm& f) {
        return out.verbs[f.verb].tail.size() + out.verbs[f.verb].there;
      };
      return words(a) > words(b);
    });
}

}  // namespace

Cue_lexicon load_cue_lexicon(Language language) {
  Cue_lexicon out;
  out.english = language == Language::english;
  load_verbs(language, out);
  for (const auto& row : lexicon::rows(language, "quote_words.tsv")) {
    if (row[0] == "label") {
      for (const std::string_view word : split(column(row, 1))) out.labels.emplace(word);
      continue;
    }
    if (row[0] == "feeling" || row[0] == "charge" || row[0] == "wish") {
      for (const std::string_view word : split(column(row, 1))) {
        if (row[0] == "feeling") out.feelings.emplace_back(word);
        if (row[0] == "charge") out.charges.emplace(word);
        if (row[0] == "wish") out.wishes.emplace(word);
      }
      continue;
    }
    if (row[0] == "adverb_phrase") {
      for (const std::string_view phrase : split(column(row, 1), '|'))
        out.adverb_phrases.push_back(split(phrase));
      continue;
    }
    const uint32_t bit = bit_of(classes, row[0]);
    for (const std::string_view word : split(column(row, 1))) out.classes[std::string(word)] |= bit;
  }
  for (const auto& row : lexicon::rows(language, "quote_roles.tsv"))
    if (row[0] == "kin" || row[0] == "body")
      for (const std::string_view word : split(column(row, 1))) out.roles.emplace(word);
  for (const auto& row : lexicon::rows(language, "quote_sources.tsv")) {
    const std::string_view flag = column(row, 1);
    SourcePhrase phrase{split(row[0]), flag == "first", flag == "named", flag == "words"};
    // «d'après» is two words, as the tokens are.
    std::vector<std::string_view> words;
    for (const std::string_view word : phrase.words) {
      const size_t apostrophe = word.find('\'');
      if (apostrophe == std::string_view::npos || apostrophe + 1 == word.size()) {
        words.push_back(word);
      } else {
        words.push_back(word.substr(0, apostrophe + 1));
        words.push_back(word.substr(apostrophe + 1));
      }
    }
    phrase.words = std::move(words);
    out.sources[std::string(phrase.words.front())].push_back(std::move(phrase));
  }
  for (auto& [word, list] : out.sources)
    std::stable_sort(list.begin(), list.end(), [](const SourcePhrase& a, const SourcePhrase& b) {
      return a.words.size() > b.words.size();
    });
  return out;
}

}  // namespace recoupe::quotes
