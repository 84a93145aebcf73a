#include "movements/movements.hpp"

#include <algorithm>

#include "movements/finder.hpp"

namespace recoupe::movements {
namespace {

Span cover(const Clause& clause, Range range) {
  Span span{clause[range.begin].span.begin, clause[range.end - 1].span.end};
  return span;
}

// The words of a place as a reader would take them: for a common noun, with its article.
Part part(const Clause& clause, size_t at) {
  if (clause[at].organisation) return {clause[at].name, clause[at].body};
  return {clause[at].span, clause[at].place};
}

Movement make(const Document& document, const Clause& clause, const Found& found) {
  Movement movement;
  movement.rule = found.rule;
  movement.status = found.status;
  movement.who = Part{cover(clause, found.who), EntityId::none()};
  for (const Figure& figure : document.figures)  // «plus de 100 chefs», whole
    if (figure.span.overlaps(movement.who->span) && figure.span.begin < movement.who->span.begin)
      movement.who->span.begin = figure.span.begin;
  movement.span = movement.who->span;
  const auto include = [&](Span span) {
    movement.span = {std::min(movement.span.begin, span.begin), std::max(movement.span.end, span.end)};
  };
  include(cover(clause, found.group));
  if (found.from) movement.from = part(clause, *found.from), include(movement.from->span);
  if (found.to) movement.to = part(clause, *found.to), include(movement.to->span);
  if (!found.means.empty()) movement.means = Part{cover(clause, found.means), EntityId::none()};
  for (const Mention& mention : document.mentions)
    if (movement.who->span.contains(mention.span) && !movement.who->entity)
      movement.who->entity = mention.entity;
  for (size_t i = 0; i < document.figures.size(); ++i)
    if (movement.who->span.overlaps(document.figures[i].span) && !movement.figure)
      movement.figure = FigureId{static_cast<uint32_t>(i)};
  for (const Time& time : document.times)
    if (movement.span.contains(time.span) && time.type != TimeType::duration && movement.time.empty())
      movement.time = time.value;
  for (const Statement& statement : document.statements)
    if (statement.span.contains(movement.span) && movement.attribution.empty())
      movement.attribution = statement.attribution;
  return movement;
}

}  // namespace

void find_movements(Document& document, const Words& words) {
  document.movements.clear();
  if (document.language == Language::unknown) return;
  const bool english = document.language == Language::english;
  const LanguageWords& language = english ? words.english : words.french;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.end_token - sentence.first_token > 400) continue;  // no sentence, a table or a list
    const Clause clause = read_clause(document, sentence, language);
    for (const Found& found : Finder(clause, language).run())
      document.movements.push_back(make(document, clause, found));
  }
}

std::span<const std::string_view> rules() {
  return rule_names;
}

}  // namespace recoupe::movements
