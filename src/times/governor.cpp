#include "times/governor.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::times {
namespace {

// Longer chains and farther auxiliaries are mistakes of the parser; the bounds also keep the work linear.
constexpr int longest_chain = 10;
constexpr uint32_t reach = 12;

// What these are about lies ahead, in a participle as in a present: «la réunion prévue jeudi», «attend le
// ministre lundi».
constexpr std::array<std::string_view, 14> plans = {
    "prévoir", "attendre", "programmer", "planifier", "fixer", "reporter", "envisager",
    "plan",    "schedule", "expect",     "slate",     "due",   "set",      "postpone"};
// These are dated themselves («promis jeudi», «a appelé mardi») but what hangs on them as an infinitive lies
// ahead: «a appelé à manifester samedi».
constexpr std::array<std::string_view, 27> calls = {
    "appel",   "appeler", "projet",  "promesse", "promettre", "menacer",  "décider",   "demander", "espérer",
    "compter", "vouloir", "inviter", "convier",  "souhaiter", "projeter", "convoquer", "decide",   "agree",
    "call",    "promise", "intend",  "hope",     "aim",       "threaten", "invite",    "want",     "vow"};
// These look forward only while they are not past themselves: «doit partir jeudi», not «devait».
constexpr std::array<std::string_view, 12> modals = {"devoir", "aller",  "pouvoir", "falloir", "must", "will",
                                                     "shall",  "should", "may",     "can",     "'ll",  "wo"};

template <size_t size>
bool has(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Governor {
 public:
  Governor(const Document& document, bool until) : document_(document), until_(until) {}

  std::optional<int> tense(Span time) const {
    int64_t at = top(time);
    bool verb = false;
    for (int step = 0; step < longest_chain && at >= 0; ++step) {
      const auto token = static_cast<uint32_t>(at);
      if (const int found = of(token); found != 0) return found;
      verb = verb || document_.tokens[token].upos == Upos::verb;
      if (settled(token)) return 0;
      at = document_.tokens[token].head;
    }
    return verb ? std::optional<int>(0) : std::nullopt;
  }

 private:
  // The token of the time whose head stands outside it.
  int64_t top(Span time) const {
    const auto& tokens = document_.tokens;
    auto it = std::lower_bound(tokens.begin(), tokens.end(), time.begin,
                               [](const Token& token, uint32_t at) { return token.span.begin < at; });
    for (; it != tokens.end() && it->span.end <= time.end; ++it) {
      if (it->head < 0 || it->upos == Upos::adp || it->upos == Upos::det) continue;
      const Span head = tokens[static_cast<size_t>(it->head)].span;
      if (head.end <= time.begin || head.begin >= time.end) return it->head;
    }
    return -1;
  }

  std::string lemma(uint32_t at) const {
    const Token& token = document_.tokens[at];
    const std::string_view kept = document_.lemma(token);
    return utf8::lower(kept.empty() ? document_.words(token) : kept);
  }

  // A finite verb ends the search even where its tense says nothing (a present), and so does a verb that is
  // what somebody says: «stays closed until Friday, the mayor said» is not as past as «said».
  bool settled(uint32_t at) const {
    const Token& token = document_.tokens[at];
    if (token.upos != Upos::verb && token.upos != Upos::aux) return false;
    return (token.features & form_finite) != 0 || token.relation == Relation::ccomp ||
           token.relation == Relation::parataxis;
  }

  // The first auxiliary or copula of a word; it carries the tense.
  int64_t auxiliary(uint32_t at) const {
    const auto& tokens = document_.tokens;
    for (uint32_t i = at > reach ? at - reach : 0; i < at + reach && i < tokens.size(); ++i) {
      const Relation relation = tokens[i].relation;
      if (tokens[i].head == static_cast<int32_t>(at) &&
          (relation == Relation::aux || relation == Relation::aux_tense || relation == Relation::aux_pass ||
           relation == Relation::cop))
        return i;
    }
    return -1;
  }

  int finite(uint32_t at) const {
    const Features features = document_.tokens[at].features;
    if ((features & mood_conditional) != 0) return 0;
    if ((features & tense_future) != 0) return 1;
    return (features & (tense_past | tense_imperfect)) != 0 ? -1 : 0;
  }

  int of(uint32_t at) const {
    const Token& token = document_.tokens[at];
    const bool verb = token.upos == Upos::verb || token.upos == Upos::aux;
    const int64_t helper = auxiliary(at);
    if (!verb && helper < 0) return 0;
    const std::string word = lemma(at);
    if (helper >= 0) {
      const auto first = static_cast<uint32_t>(helper);
      const Token& aux = document_.tokens[first];
      const std::string name = lemma(first);
      if (has(modals, name) && finite(first) >= 0) return 1;
      if (verb && (token.features & form_participle) != 0 && has(plans, word)) return planned(token, aux);
      if (const int said = finite(first); said != 0) return said;
      if (name == "be" && (token.features & form_infinitive) != 0) return 1;  // «are to meet on Friday»
      const bool perfect = aux.relation == Relation::aux_tense || name == "avoir" || name == "have";
      return perfect && (aux.features & mood_conditional) == 0 ? -1 : 0;
    }
    if ((token.features & form_infinitive) != 0) return infinitive(token);
    if ((token.features & form_participle) != 0 && (token.features & tense_past) != 0) {
      if (has(plans, word)) return 1;
      return until_ || token.relation == Relation::xcomp ? 0 : -1;
    }
    if (has(plans, word) || has(modals, word)) return finite(at) < 0 ? 0 : 1;
    return finite(at);
  }

  // «est prévue jeudi» looks forward; «a promis jeudi» is when the promise was made.
  static int planned(const Token& token, const Token& aux) {
    const bool passive = aux.relation == Relation::aux_pass || (token.features & voice_passive) != 0;
    return passive && (aux.features & (tense_past | tense_imperfect)) == 0 ? 1 : 0;
  }

  // «appelle à manifester samedi», «doit partir jeudi».
  int infinitive(const Token& token) const {
    if (token.head < 0) return 0;
    const auto above = static_cast<uint32_t>(token.head);
    const std::string name = lemma(above);
    if (has(plans, name) || has(calls, name)) return 1;
    return has(modals, name) && finite(above) >= 0 ? 1 : 0;
  }

  const Document& document_;
  bool until_;
};

}  // namespace

std::optional<int> governing_tense(const Document& document, Span time, bool until) {
  return Governor(document, until).tense(time);
}

int bounded(std::string_view text, const std::vector<Piece>& pieces, uint32_t begin, uint32_t end) {
  constexpr std::array<std::string_view, 4> ahead = {"until", "till", "by", "dès"};
  constexpr std::array<std::string_view, 2> behind = {"depuis", "since"};
  constexpr std::array<std::string_view, 8> between = {"à", "au", "aux", "le", "la", "l'", "en", "the"};
  // «d'ici à l'été» takes its preposition into the time: two pieces inside are looked at as well.
  for (uint32_t i = std::min(begin + 2, end); i-- > 0 && i + 4 > begin;) {
    const std::string word = utf8::lower(slice(text, pieces[i].span));
    if (word.starts_with("jusqu") || has(ahead, word)) return 1;
    if (word == "ici" && i > 0 && utf8::lower(slice(text, pieces[i - 1].span)).starts_with("d")) return 1;
    if (has(behind, word)) return -1;
    if (i < begin && !has(between, word) && !word.starts_with("l")) return 0;
  }
  return 0;
}

}  // namespace recoupe::times
