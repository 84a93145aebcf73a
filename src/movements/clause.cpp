#include "movements/clause.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::movements {
namespace {

constexpr std::array<std::string_view, 24> clitics = {
    "se",   "s'",      "y",     "en",   "lui", "leur",  "l'",   "ne",   "n'",  "pas",  "plus", "jamais",
    "déjà", "ensuite", "aussi", "bien", "not", "never", "also", "then", "n't", "been", "-t",   "donc"};
constexpr std::array<std::string_view, 9> negations = {"ne",    "n'",  "pas",    "jamais", "not",
                                                       "never", "n't", "cannot", "refuse"};
constexpr std::array<std::string_view, 6> reflexives = {"se", "s'", "me", "m'", "te", "t'"};
constexpr std::array<std::string_view, 6> relatives = {"qui",    "who",      "which",
                                                       "lequel", "laquelle", "lesquels"};
// Lemmas that stand within a verb group, before the verb of motion.
constexpr std::array<std::string_view, 27> auxiliaries = {
    "être",    "avoir",   "aller",     "devoir",  "pouvoir", "vouloir", "venir", "faire", "laisser",
    "falloir", "décider", "souhaiter", "compter", "prévoir", "be",      "have",  "do",    "will",
    "would",   "could",   "may",       "might",   "must",    "should",  "can",   "shall", "plan"};
std::string form_of(std::string_view text) {
  std::string out = utf8::lower(text);
  for (size_t at = out.find("’"); at != std::string::npos; at = out.find("’", at)) out.replace(at, 3, "'");
  return out;
}

// What the tagger says of the word.
void read_tags(Word& word, const Document& document, const Token& token, const LanguageWords& words) {
  const std::string lemma(document.lemma(token));
  const bool verb = token.upos == Upos::verb || token.upos == Upos::aux;
  word.determiner = token.upos == Upos::det || (token.features & possessive) != 0;
  word.adjective = token.upos == Upos::adj || token.upos == Upos::num;
  word.clitic = token.upos == Upos::adv || token.upos == Upos::part;
  if (!verb) return;
  word.auxiliary = token.upos == Upos::aux || among(auxiliaries, lemma);
  word.infinitive = (token.features & form_infinitive) != 0;
  word.participle = (token.features & form_participle) != 0;
  word.conditional = (token.features & mood_conditional) != 0;
  word.future = (token.features & tense_future) != 0;
  word.verbal = (token.features & (mood_indicative | mood_conditional | mood_subjunctive | form_finite)) != 0;
  const auto irregular = words.irregular.find(word.form);
  const auto entry = words.verbs.find(irregular != words.irregular.end() ? irregular->second
                                      : lemma.empty()                    ? word.form
                                                                         : lemma);
  if (entry != words.verbs.end()) word.verb = &entry->second;
}

Word read_word(const Document& document, const Token& token, const LanguageWords& words) {
  Word word;
  word.span = token.span;
  word.form = form_of(document.words(token));
  const utf8::Decoded first = utf8::decode(word.form, 0);
  word.punctuation =
      !utf8::is_letter(first.code_point) && !utf8::is_digit(first.code_point) && first.code_point != U'-';
  if (word.punctuation) return word;
  read_tags(word, document, token, words);
  word.clitic |= among(clitics, word.form);
  word.negation = among(negations, word.form);
  word.reflexive = among(reflexives, word.form);
  word.relative = among(relatives, word.form);
  if (const auto found = words.classes.find(word.form); found != words.classes.end())
    word.classes = found->second;
  return word;
}

}  // namespace

Clause read_clause(const Document& document, const Sentence& sentence, const LanguageWords& words) {
  Clause clause;
  const auto first = std::lower_bound(document.mentions.begin(), document.mentions.end(), sentence.span.begin,
                                      [](const Mention& m, uint32_t at) { return m.span.begin < at; });
  auto mention = first;
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = document.tokens[i];
    if ((token.flags & token_contraction_tail) != 0) continue;
    if (!clause.empty() && token.span.begin < clause.back().span.end) continue;  // inside the mention before
    while (mention != document.mentions.end() && mention->span.end <= token.span.begin) ++mention;
    const bool inside = mention != document.mentions.end() && mention->span.contains(token.span) &&
                        mention->span.end <= sentence.span.end;
    const bool place =
        inside && mention->entity && document.entities[mention->entity.value].kind == EntityKind::place;
    if (place && mention->span.begin == token.span.begin) {
      Word word;
      word.span = mention->span;
      word.form = form_of(document.words(mention->span));
      word.place = mention->entity;
      word.named = true;
      clause.push_back(std::move(word));
      continue;
    }
    clause.push_back(read_word(document, token, words));
    if (inside) {
      clause.back().named = true;
      clause.back().verb = nullptr;
      clause.back().verbal = false;
    }
  }
  return clause;
}

}  // namespace recoupe::movements
