#include "events/tree.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::events {
namespace {

constexpr std::array<std::string_view, 19> things = {"ce",      "cela", "ça",   "ceci",  "c'",    "it",
                                                     "this",    "that", "y",    "these", "those", "rien",
                                                     "nothing", "what", "tout", "dont",  "où"};
constexpr std::array<std::string_view, 12> relatives = {"qui",      "que",      "qu'",        "who",
                                                        "which",    "whom",     "that",       "lequel",
                                                        "laquelle", "lesquels", "lesquelles", "auquel"};

template <size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string plain(std::string_view text) {
  std::string out = utf8::lower(text);
  for (size_t at = out.find("’"); at != std::string::npos; at = out.find("’", at)) out.replace(at, 3, "'");
  return out;
}

// Whether what hangs on a noun by this relation stays out of its noun phrase.
bool outside(Relation relation) {
  return relation == Relation::acl_relcl || relation == Relation::acl || relation == Relation::advcl ||
         relation == Relation::parataxis || relation == Relation::appos || relation == Relation::cop ||
         relation == Relation::nsubj || relation == Relation::mark || relation == Relation::ccomp ||
         relation == Relation::dep || relation == Relation::orphan || relation == Relation::obl ||
         relation == Relation::obl_mod || relation == Relation::aux || relation == Relation::obj ||
         relation == Relation::xcomp;
}

}  // namespace

Tree::Tree(const Document& document, const Sentence& sentence, const LanguageWords& words,
           const gazetteer::Gazetteer& gazetteer)
    : document_(document),
      words_(words),
      gazetteer_(gazetteer),
      begin_(static_cast<int32_t>(sentence.first_token)),
      end_(static_cast<int32_t>(sentence.end_token)) {
  const size_t size = sentence.end_token - sentence.first_token;
  lemmas_.reserve(size);
  forms_.reserve(size);
  children_.resize(size);
  for (int32_t at = begin_; at < end_; ++at) {
    const Token& t = token(at);
    forms_.push_back(plain((t.flags & token_contraction_tail) ? "" : document.words(t)));
    const std::string_view given = document.lemma(t);
    lemmas_.push_back(given.empty() ? forms_.back() : plain(given));
    if (const int32_t above = head(at); above != nowhere) children_[above - begin_].push_back(at);
    sport_ |= has_class(at, class_sport);
  }
}

int32_t Tree::head(int32_t at) const {
  const int32_t above = token(at).head;
  return above >= begin_ && above < end_ && above != at ? above : nowhere;
}

int32_t Tree::child(int32_t at, Relation relation) const {
  for (const int32_t c : children(at))
    if (is(c, relation)) return c;
  return nowhere;
}

std::string_view Tree::preposition(int32_t at) const {
  std::string_view found;
  for (const int32_t c : children(at))
    if (is(c, Relation::case_) && c < at) found = lemma(c);
  return found;
}

bool Tree::has_class(int32_t at, uint16_t classes) const {
  for (const std::string* word : {&lemma(at), &form(at)})
    if (const auto found = words_.classes.find(*word);
        found != words_.classes.end() && (found->second & classes))
      return true;
  return false;
}

const Mention* Tree::mention(int32_t at) const {
  const Span span = token(at).span;
  const auto& mentions = document_.mentions;
  auto after = std::upper_bound(mentions.begin(), mentions.end(), span.begin,
                                [](uint32_t position, const Mention& m) { return position < m.span.begin; });
  for (int tries = 0; after != mentions.begin() && tries < 3; ++tries)
    if ((--after)->span.contains(span)) return &*after;
  return nullptr;
}

bool Tree::relative_pronoun(int32_t at) const {
  return (pronoun(at) || token(at).upos == Upos::sconj || token(at).upos == Upos::det) &&
         among(relatives, form(at));
}

bool Tree::somebody(int32_t at) const {
  if (pronoun(at)) return !among(things, form(at)) && !among(things, lemma(at));
  if (const Mention* m = mention(at)) {
    if (m->use == EntityKind::person || m->use == EntityKind::organisation || m->use == EntityKind::group ||
        m->use == EntityKind::media)
      return true;
    if (m->use == EntityKind::place && m->entity) return !document_.entities[m->entity.value].iso.empty();
    return false;
  }
  if (has_class(at, class_somebody)) return true;
  // «cette dernière», «les autres»
  if (token(at).upos == Upos::adj && child(at, Relation::det) != nowhere && !nationality(at)) return true;
  if (token(at).upos == Upos::propn || token(at).upos == Upos::num) return true;
  for (const Figure& figure : document_.figures) {
    if (figure.span.begin > token(at).span.begin) break;
    if (figure.span.contains(token(at).span) && figure.category <= FigureCategory::people) return true;
  }
  // «l'un des policiers», «la plupart des habitants», «some of the hostages»
  for (const int32_t c : children(at))
    if (is(c, Relation::nmod) && has_class(c, class_somebody) &&
        (token(at).upos == Upos::det || token(at).upos == Upos::adj || token(at).upos == Upos::adv))
      return true;
  return false;
}

bool Tree::armed(int32_t at) const {
  if (has_class(at, class_armed)) return true;
  if (const Mention* m = mention(at))
    return m->use == EntityKind::organisation || m->use == EntityKind::group || m->use == EntityKind::place;
  for (const int32_t c : children(at))
    if ((is(c, Relation::amod) || is(c, Relation::acl) || is(c, Relation::compound)) &&
        has_class(c, class_armed))
      return true;
  return false;
}

bool Tree::nationality(int32_t at) const {
  if (token(at).upos != Upos::adj && token(at).upos != Upos::propn) return false;
  return !gazetteer_.country_of_demonym(gazetteer::key(form(at))).empty() ||
         !gazetteer_.country_of_demonym(gazetteer::key(lemma(at))).empty();
}

bool Tree::belongs(int32_t at, int32_t top) const {
  for (int steps = 0; at != top && steps < 12; ++steps) {
    // «des hommes armés»: a participle alone is an adjective.
    const bool bare_participle = at > top && is(at, Relation::acl) && children(at).empty();
    if (at == nowhere || (outside(token(at).relation) && !bare_participle)) return false;
    const bool coordinated_verb = is(at, Relation::conj) && verb(at);
    if (coordinated_verb) return false;
    if (head(at) == top && (is(at, Relation::case_) || is(at, Relation::cc)) && at < top) return false;
    at = head(at);
  }
  return at == top;
}

// The end of the last word before a position that is more than a preposition or an article: «[…] le 3 mai».
uint32_t Tree::end_before(uint32_t position) const {
  int32_t last = begin_;
  for (int32_t i = begin_; i < end_ && token(i).span.end <= position; ++i)
    if (token(i).upos != Upos::adp && token(i).upos != Upos::det && token(i).upos != Upos::punct) last = i;
  return token(last).span.end;
}

Span Tree::phrase(int32_t at) const {
  Span span = token(at).span;
  for (int32_t left = at - 1; left >= begin_ && at - left < 24; --left) {
    if (token(left).upos == Upos::punct) continue;
    if (!belongs(left, at)) break;
    if (token(left).flags & token_contraction_tail)
      continue;  // «du» = «de» + «le»: the phrase begins after it
    span.begin = token(left).span.begin;
  }
  for (int32_t right = at + 1; right < end_ && right - at < 24; ++right) {
    if (token(right).upos == Upos::punct) continue;
    if (!belongs(right, at)) break;
    span.end = std::max(span.end, token(right).span.end);
  }
  // «les maires de la vallée mardi»: when it was is no part of who it was.
  for (auto time = std::lower_bound(document_.times.begin(), document_.times.end(), token(at).span.end,
                                    [](const Time&t, uint32_t position) { return t.span.begin < position; });
       time != document_.times.end() && time->span.begin < span.end; ++time)
    if (time->type == TimeType::date || time->type == TimeType::time) span.end = end_before(time->span.begin);
  if (const Mention* m = mention(at))
    span = {std::min(span.begin, m->span.begin), std::max(span.end, m->span.end)};
  return span;
}

}  // namespace recoupe::events
