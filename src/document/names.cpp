#include "document/names.hpp"

#include <array>

#include "document/changes.hpp"
#include "document/dossier.hpp"

namespace recoupe {
namespace {

template <class E, size_t N>
constexpr std::string_view pick(const std::array<std::string_view, N>& words, E value) {
  const auto index = static_cast<size_t>(value);
  return index < N ? words[index] : std::string_view{};
}

constexpr std::array<std::string_view, 18> upos_names = {"_",     "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                         "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                         "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, 51> relation_names = {
    "_",         "root",         "acl",        "acl:relcl", "advcl",     "advmod",    "amod",
    "appos",     "aux",          "aux:pass",   "aux:tense", "aux:caus",  "case",      "cc",
    "ccomp",     "compound",     "conj",       "cop",       "csubj",     "dep",       "det",
    "discourse", "dislocated",   "expl",       "expl:subj", "expl:pass", "fixed",     "flat",
    "flat:name", "flat:foreign", "goeswith",   "iobj",      "list",      "mark",      "nmod",
    "nsubj",     "nsubj:pass",   "nsubj:caus", "nummod",    "obj",       "obj:agent", "obl",
    "obl:agent", "obl:arg",      "obl:mod",    "orphan",    "parataxis", "punct",     "reparandum",
    "vocative",  "xcomp"};
static_assert(relation_names.size() == static_cast<size_t>(Relation::xcomp) + 1);

}  // namespace

std::string_view name(Upos upos) {
  return pick(upos_names, upos);
}
std::string_view name(Relation relation) {
  return pick(relation_names, relation);
}

Upos upos_from(std::string_view text) {
  for (size_t i = 1; i < upos_names.size(); ++i)
    if (upos_names[i] == text) return static_cast<Upos>(i);
  return Upos::unknown;
}

Relation relation_from(std::string_view text) {
  for (size_t i = 1; i < relation_names.size(); ++i)
    if (relation_names[i] == text) return static_cast<Relation>(i);
  const size_t colon = text.find(':');
  return colon == std::string_view::npos ? Relation::unknown : relation_from(text.substr(0, colon));
}

std::string_view name(Language language) {
  static constexpr std::array<std::string_view, 3> words = {"", "fr", "en"};
  return pick(words, language);
}
std::string_view name(MediaType type) {
  static constexpr std::array<std::string_view, 4> words = {
      "text/plain", "text/html", "application/pdf",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document"};
  return pick(words, type);
}
std::string_view name(ClaimStatus status) {
  static constexpr std::array<std::string_view, 5> words = {"asserted", "hedged", "planned", "denied",
                                                            "questioned"};
  return pick(words, status);
}
std::string_view name(DateBasis basis) {
  static constexpr std::array<std::string_view, 5> words = {"metadata", "text", "url", "story", "given"};
  return pick(words, basis);
}
std::string_view name(EntityKind kind) {
  static constexpr std::array<std::string_view, 7> words = {"person", "organisation", "place", "group",
                                                            "media",  "event",        "other"};
  return pick(words, kind);
}
std::string_view name(StatementForm form) {
  static constexpr std::array<std::string_view, 3> words = {"direct", "indirect", "mixed"};
  return pick(words, form);
}
std::string_view name(TimeType type) {
  static constexpr std::array<std::string_view, 4> words = {"date", "time", "duration", "set"};
  return pick(words, type);
}
std::string_view name(Bound bound) {
  static constexpr std::array<std::string_view, 8> words = {"exact",   "approx",    "at_least", "more_than",
                                                            "at_most", "less_than", "range",    "vague"};
  return pick(words, bound);
}
std::string_view name(FigureCategory category) {
  static constexpr std::array<std::string_view, 14> words = {
      "killed",  "injured",  "missing", "displaced", "arrested", "people",  "money",
      "percent", "distance", "area",    "duration",  "votes",    "objects", "other"};
  return pick(words, category);
}

std::string_view name(ClaimKind kind) {
  static constexpr std::array<std::string_view, 5> words = {"statement", "figure", "movement", "event",
                                                            "time"};
  return pick(words, kind);
}
std::string_view name(ClusterRelation relation) {
  static constexpr std::array<std::string_view, 5> words = {"same", "agree", "compatible", "differ",
                                                            "single"};
  return pick(words, relation);
}

std::string_view name(Subject subject) {
  static constexpr std::array<std::string_view, 8> words = {"article",   "entity", "mention",  "time",
                                                            "statement", "figure", "movement", "event"};
  return pick(words, subject);
}
std::string_view name(CorrectionAct act) {
  static constexpr std::array<std::string_view, 6> words = {"reject", "confirm", "fix",
                                                            "merge",  "split",   "part"};
  return pick(words, act);
}
std::string_view name(ChangeKind kind) {
  static constexpr std::array<std::string_view, 5> words = {"contradicts", "updates", "withdraws", "confirms",
                                                            "adds"};
  return pick(words, kind);
}
std::string_view name(CorrectionReport::State state) {
  static constexpr std::array<std::string_view, 3> words = {"applied", "unmatched", "malformed"};
  return pick(words, state);
}

constexpr std::array<std::string_view, 16> event_type_names = {
    "agree",  "consult", "support",  "concede", "cooperate", "aid",      "retreat", "request",
    "accuse", "reject",  "threaten", "protest", "sanction",  "mobilize", "coerce",  "assault"};

std::string_view name(EventType type) {
  return pick(event_type_names, type);
}

EventType event_type_from(std::string_view text) {
  for (size_t i = 0; i < event_type_names.size(); ++i)
    if (event_type_names[i] == text) return static_cast<EventType>(i);
  return EventType::assault;
}

Language language_from(std::string_view text) {
  const auto starts = [&](char a, char b) {
    return text.size() >= 2 && (text[0] | 32) == a && (text[1] | 32) == b &&
           (text.size() == 2 || text[2] == '-' || text[2] == '_');
  };
  if (starts('f', 'r')) return Language::french;
  if (starts('e', 'n')) return Language::english;
  return Language::unknown;
}

}  // namespace recoupe
