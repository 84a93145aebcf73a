#include "events/events.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "events/details.hpp"
#include "events/found.hpp"

namespace recoupe::events {
namespace {

constexpr std::array<std::string_view, 8> rule_names = {
    "verb_active",    "verb_passive", "verb_participle", "verb_infinitive",
    "verb_with_word", "noun_event",   "noun_doer",       "noun_sufferer"};

// Longer ones are tables and lists, not sentences.
constexpr uint32_t longest_sentence = 300;

// Whether the sentence has a word of events.tsv: the tree is only built where it has.
bool has_trigger(const Document& document, const Sentence& sentence, const LanguageWords& words) {
  for (uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = document.tokens[i];
    const bool verb = token.upos == Upos::verb || token.upos == Upos::adj;
    if (!verb && token.upos != Upos::noun) continue;
    const auto& table = verb ? words.verbs : words.nouns;
    const std::string_view lemma = document.lemma(token);
    if (lemma.empty() ? table.contains(utf8::lower(document.words(token))) : table.contains(lemma))
      return true;
  }
  return false;
}

// «faire grève» is one event, and «grève» not another.
bool needed_by(const Tree& tree, const std::vector<Found>& found, int32_t noun) {
  for (const Found& f : found) {
    if (f.frame->needs.empty() || f.noun) continue;
    if (!among(f.frame->needs, tree.lemma(noun)) && !among(f.frame->needs, tree.form(noun))) continue;
    int32_t at = noun;
    for (int steps = 0; steps < 3 && at != nowhere; ++steps, at = tree.head(at))
      if (at == f.trigger) return true;
  }
  return false;
}

bool verbal(EventType type) {
  return type == EventType::request || type == EventType::reject || type == EventType::threaten ||
         type == EventType::agree || type == EventType::accuse;
}

// «exige la libération», «menace d'attaquer»: PLOVER counts the demand and the threat, not what they are
// about.
bool content_of_words(const Tree& tree, const std::vector<Found>& found, const Found& f) {
  int32_t at = f.trigger;
  for (int steps = 0; steps < 2; ++steps) {
    const Relation r = tree.token(at).relation;
    if (r != Relation::obj && r != Relation::xcomp && r != Relation::ccomp && r != Relation::obl_arg &&
        r != Relation::nmod)
      return false;
    at = tree.head(at);
    if (at == nowhere) return false;
    for (const Found& outer : found)
      if (outer.trigger == at && outer.trigger < f.trigger && verbal(outer.frame->type)) return true;
  }
  return false;
}

// «a attaqué la base, tuant douze soldats»: one happening, of which the participle tells the outcome.
int32_t outcome_of(const Tree& tree, const std::vector<Found>& found, const Found& f) {
  if (f.noun || !tree.is(f.trigger, Relation::advcl) || f.actor == nowhere) return nowhere;
  for (const Found& outer : found)
    if (&outer != &f && outer.trigger == tree.head(f.trigger) && outer.part_of == nowhere &&
        outer.frame->type == f.frame->type && outer.actor == f.actor)
      return outer.trigger;
  return nowhere;
}

std::vector<Found> read_sentence(const Tree& tree) {
  std::vector<Found> found;
  for (int32_t at = tree.begin(); at < tree.end(); ++at) {
    if (!tree.verb(at) && tree.token(at).upos != Upos::adj) continue;  // «is critical of»
    if (auto event = verb_event(tree, at)) found.push_back(*event);
  }
  for (int32_t at = tree.begin(); at < tree.end(); ++at) {
    if (tree.token(at).upos != Upos::noun || needed_by(tree, found, at)) continue;
    if (auto event = noun_event(tree, at)) found.push_back(*event);
  }
  std::vector<Found> out;
  for (Found& f : found) {
    if (content_of_words(tree, found, f)) continue;
    f.part_of = outcome_of(tree, found, f);
    out.push_back(f);
  }
  std::sort(out.begin(), out.end(), [](const Found& a, const Found& b) { return a.trigger < b.trigger; });
  return out;
}

}  // namespace

void find_events(Document& document, const Words& words, const gazetteer::Gazetteer& gazetteer) {
  document.events.clear();
  if (document.language == Language::unknown) return;
  const LanguageWords& language = document.language == Language::english ? words.english : words.french;
  std::vector<std::string_view> modes;
  std::vector<bool> again;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.end_token - sentence.first_token > longest_sentence) continue;
    if (!has_trigger(document, sentence, language)) continue;
    const Tree tree(document, sentence, language, gazetteer);
    const std::vector<Found> found = read_sentence(tree);
    if (found.empty()) continue;
    for (const Found& f : found) {
      if (f.part_of != nowhere) continue;
      modes.push_back(f.frame->mode);
      again.push_back(f.again);
    }
    for (Event& event : with_details(document, sentence, tree, found))
      document.events.push_back(std::move(event));
  }
  join_same(document, modes, again);
  std::stable_sort(document.events.begin(), document.events.end(),
                   [](const Event& a, const Event& b) { return a.span < b.span; });
}

std::span<const std::string_view> rules() {
  return rule_names;
}

}  // namespace recoupe::events
