#include "document/print.hpp"

#include <fmt/format.h>

#include <cmath>

#include "document/names.hpp"

namespace recoupe {
namespace {

std::string limit(const std::optional<double>& value) {
  return value ? print_number(*value) : std::string();
}

std::string chain(const Document& document, const std::vector<Attribution>& attribution) {
  std::string out;
  for (const Attribution& source : attribution) {
    out += out.empty() ? " by " : " via ";
    out += source.name.empty() ? std::string("?") : source.name;
    if (!source.mention.empty() && document.words(source.mention) != source.name)
      out += fmt::format(" ({})", document.words(source.mention));
    if (!source.cue.empty()) out += fmt::format(" cue «{}»", document.words(source.cue));
  }
  return out;
}

std::string part(const Document& document, std::string_view label, const std::optional<Part>& value) {
  return value ? fmt::format(" {} «{}»", label, document.words(value->span)) : std::string();
}

}  // namespace

std::string print_number(double value) {
  if (std::abs(value) < 1e15 && value == std::floor(value))
    return fmt::format("{}", static_cast<long long>(value));
  return fmt::format("{}", value);
}

std::string print(const Document& document, const Time& time) {
  return fmt::format("«{}» {} {}", document.words(time.span), name(time.type),
                     time.value.empty() ? "?" : time.value);
}

std::string print(const Document& document, const Figure& figure) {
  std::string value = limit(figure.min);
  if (!figure.min || !figure.max || *figure.min != *figure.max) value += ".." + limit(figure.max);
  return fmt::format("«{}» {} {}{} {} {}{}{}", document.words(figure.span), value, name(figure.bound),
                     figure.unit.empty() ? "" : " " + figure.unit,
                     figure.what.empty() ? "-" : document.words(figure.what), name(figure.category),
                     chain(document, figure.attribution),
                     figure.status == ClaimStatus::asserted ? "" : fmt::format(" {}", name(figure.status)));
}

std::string print(const Document& document, const Statement& statement) {
  return fmt::format("{} «{}»{} {}", name(statement.form), document.words(statement.span),
                     chain(document, statement.attribution), name(statement.status));
}

std::string print(const Document& document, const Mention& mention) {
  const Entity* entity = mention.entity ? &document.entities[mention.entity.value] : nullptr;
  return fmt::format("«{}» {} {}{}", document.words(mention.span), name(mention.use),
                     entity ? entity->name : "?",
                     entity && !entity->country.empty() ? " " + entity->country : "");
}

std::string print(const Document& document, const Name& item) {
  return fmt::format("«{}» {}{}", document.words(item.span), name(item.kind),
                     item.role.empty() ? "" : fmt::format(" role «{}»", document.words(item.role)));
}

std::string print(const Document& document, const Movement& movement) {
  return fmt::format("movement{}{}{}{} {}", part(document, "who", movement.who),
                     part(document, "from", movement.from), part(document, "to", movement.to),
                     part(document, "by", movement.means), name(movement.status));
}

std::string print(const Document& document, const Event& event) {
  std::string casualties;
  for (const FigureId id : event.casualties)
    casualties += fmt::format(" «{}»", document.words(document.figures[id.value].span));
  return fmt::format("{}{}{}{}{}{} {}", name(event.type), part(document, "actor", event.actor),
                     part(document, "target", event.target),
                     event.place ? " place " + document.entities[event.place.value].name : "",
                     event.time.empty() ? "" : " time " + event.time, casualties, name(event.status));
}

}  // namespace recoupe
