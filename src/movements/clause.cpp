#include "movements/clause.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::movements {
namespace {

template <size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

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
constexpr std::array<std::string_view, 22> english_auxiliaries = {
    "is", "are",  "was", "were", "be",    "been",  "being", "has",   "have", "had",    "having",
    "do", "does", "did", "will", "would", "could", "may",   "might", "must", "should", "can"};

// Finite forms that the French dictionary also knows as nouns.
constexpr std::array<std::string_view, 14> french_finite = {"a",       "ont",    "est",     "sont",  "avait",
                                                            "avaient", "était",  "étaient", "fut",   "furent",
                                                            "sera",    "seront", "aura",    "auront"};
constexpr std::array<std::string_view, 16> english_determiners = {
    "a",     "an",    "the", "his", "her",  "their", "its", "this",
    "these", "those", "our", "my",  "your", "some",  "all", "no"};

std::string form_of(std::string_view text) {
  std::string out = utf8::lower(text);
  for (size_t at = out.find("’"); at != std::string::npos; at = out.find("’", at)) out.replace(at, 3, "'");
  return out;
}

// What the lexicon says that the form can be, best analysis first.
void read_forms(Word& word, const LanguageWords& words) {
  const bool english = words.english;
  const lexicon::Found found = words.forms.find(word.form);
  bool nominal = false;
  std::string lemma;
  for (const lexicon::Analysis& analysis : found.analyses) {
    // The English dictionary knows endings, not parts of speech: there, any lemma in our list may be a verb.
    const bool verb = analysis.upos == Upos::verb || analysis.upos == Upos::aux || english;
    nominal |= analysis.upos == Upos::noun || analysis.upos == Upos::adj || analysis.upos == Upos::adp ||
               analysis.upos == Upos::det || analysis.upos == Upos::pron || analysis.upos == Upos::adv;
    word.preposition |= analysis.upos == Upos::adp;
    word.determiner |= analysis.upos == Upos::det;
    if (!verb) continue;
    lemma.clear();
    words.forms.append_lemma(lemma, word.form, analysis);
    word.auxiliary |= among(auxiliaries, lemma);
    word.infinitive |= (analysis.features & form_infinitive) != 0;
    word.participle |= (analysis.features & form_participle) != 0 ||
                       analysis.hint == lexicon::Hint::ending_ed ||
                       analysis.hint == lexicon::Hint::ending_ing;
    word.conditional |= (analysis.features & mood_conditional) != 0;
    word.future |= (analysis.features & tense_future) != 0;
    const bool finite = (analysis.features & (mood_indicative | mood_conditional | mood_subjunctive)) != 0;
    word.verbal |= finite;
    if (const auto entry = words.verbs.find(lemma); entry != words.verbs.end() && word.verb == nullptr) {
      word.verb = &entry->second;
      word.features = analysis.features;
    }
  }
  if (nominal) word.verbal = false;
  if (word.preposition) word.verb = nullptr;  // «entre»
  if (english ? among(english_auxiliaries, word.form) : among(french_finite, word.form))
    word.verbal = word.auxiliary = true;
  if (english) word.determiner = among(english_determiners, word.form);
  if (const auto irregular = words.irregular.find(word.form); irregular != words.irregular.end()) {
    word.verb = &words.verbs.at(irregular->second);
    word.participle = true;  // «taken», «sent»: the past tense is told from it by what stands before
  }
}

Word read_word(std::string_view text, Span span, const LanguageWords& words) {
  Word word;
  word.span = span;
  word.form = form_of(slice(text, span));
  const utf8::Decoded first = utf8::decode(word.form, 0);
  word.punctuation =
      !utf8::is_letter(first.code_point) && !utf8::is_digit(first.code_point) && first.code_point != U'-';
  if (word.punctuation) return word;
  read_forms(word, words);
  word.clitic = among(clitics, word.form);
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
    clause.push_back(read_word(document.text, token.span, words));
    if (inside) {
      clause.back().named = true;
      clause.back().verb = nullptr;
      clause.back().verbal = false;
    }
  }
  return clause;
}

}  // namespace recoupe::movements
