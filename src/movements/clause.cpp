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
  word.adposition = token.upos == Upos::adp;
  word.somebody = token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::pron ||
                  token.upos == Upos::num || (token.features & possessive) != 0;
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
  if (const auto found = words.classes.find(lemma); found != words.classes.end())
    word.classes |= found->second & verb_classes;
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
    word.classes |= found->second;
  return word;
}

}  // namespace

Clause read_clause(const Document& document, const Sentence& sentence, const LanguageWords& words) {
  Clause clause;
  std::vector<int32_t> word_of(sentence.end_token - sentence.first_token, -1);  // of each token
  std::vector<uint32_t> token_of;                                               // of each word
  const auto first = std::lower_bound(document.mentions.begin(), document.mentions.end(), sentence.span.begin,
                                      [](const Mention& m, uint32_t at) { return m.span.begin < at; });
  auto mention = first;
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = document.tokens[i];
    if ((token.flags & token_contraction_tail) != 0) continue;
    if (!clause.empty() && token.span.begin < clause.back().span.end) {  // inside the mention before
      word_of[i - sentence.first_token] = static_cast<int32_t>(clause.size()) - 1;
      // the word of a name is the one by which the name hangs on what is outside
      const Token& first_of_name = document.tokens[token_of.back()];
      if (first_of_name.head == static_cast<int32_t>(i)) token_of.back() = i;
      continue;
    }
    word_of[i - sentence.first_token] = static_cast<int32_t>(clause.size());
    token_of.push_back(i);
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
      const bool body = mention->use == EntityKind::organisation && mention->span.begin == token.span.begin;
      clause.back().organisation = body;
      if (body) clause.back().name = mention->span, clause.back().body = mention->entity;
    }
  }
  for (size_t i = 0; i < clause.size(); ++i) {
    const Token& token = document.tokens[token_of[i]];
    clause[i].relation = token.relation;
    const int64_t head = int64_t{token.head} - sentence.first_token;
    if (head >= 0 && head < static_cast<int64_t>(word_of.size())) clause[i].head = word_of[head];
    if (clause[i].head == static_cast<int32_t>(i)) clause[i].head = -1;
  }
  return clause;
}

}  // namespace recoupe::movements
