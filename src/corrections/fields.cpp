#include "corrections/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/timex.hpp"
#include "document/names.hpp"

namespace recoupe::corrections {
namespace {

Change refused(std::string why) {
  return {{}, std::move(why)};
}

Change no_such_field(Subject subject, std::string_view field) {
  return refused(fmt::format("a {} has no field «{}» that can be fixed", name(subject), field));
}

CorrectionValue value_or_null(std::string_view text) {
  return text.empty() ? CorrectionValue() : CorrectionValue(std::string(text));
}

// Words, or none for null.
Change set_text(std::string& into, const CorrectionValue& value) {
  if (!std::holds_alternative<std::string>(value) && !std::holds_alternative<std::monostate>(value))
    return refused("the new value is not text");
  const auto* text = std::get_if<std::string>(&value);
  return {value_or_null(std::exchange(into, text != nullptr ? *text : std::string())), {}};
}

// One word of a fixed list; `last` is its highest value.
template <class E>
Change set_word(E& into, const CorrectionValue& value, E last) {
  const auto* text = std::get_if<std::string>(&value);
  for (int i = 0; text != nullptr && i <= static_cast<int>(last); ++i)
    if (name(static_cast<E>(i)) == *text)
      return {std::string(name(std::exchange(into, static_cast<E>(i)))), {}};
  return refused("the new value is none of the words that this field may have");
}

Change set_number(std::optional<double>& into, const CorrectionValue& value, double least, double most) {
  const auto* number = std::get_if<double>(&value);
  if (number == nullptr && !std::holds_alternative<std::monostate>(value))
    return refused("the new value is not a number");
  if (number != nullptr && !(std::isfinite(*number) && *number >= least && *number <= most))
    return refused("the new value is out of range");
  const std::optional<double> old = std::exchange(into, number ? std::optional(*number) : std::nullopt);
  return {old ? CorrectionValue(*old) : CorrectionValue(), {}};
}

// TIMEX3, of which only the letters are looked at here.
Change set_time(std::string& into, const CorrectionValue& value) {
  if (const auto* text = std::get_if<std::string>(&value))
    if (text->empty() || text->size() > 64 || !std::all_of(text->begin(), text->end(), [](char c) {
          return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                 std::string_view("-:/_+.,").find(c) != std::string_view::npos;
        }))
      return refused("the new value is not a TIMEX3 value");
  return set_text(into, value);
}

// Words of the article, wherever they stand nearest to the cell.
std::optional<Span> words_near(const Document& document, std::string_view words, Span cell) {
  if (words.empty()) return Span{};
  const auto apart = [&](size_t at) { return at > cell.begin ? at - cell.begin : cell.begin - at; };
  size_t best = document.text.rfind(words, cell.begin);
  const size_t next = document.text.find(words, cell.begin);
  if (best == std::string::npos || (next != std::string::npos && apart(next) < apart(best))) best = next;
  if (best == std::string::npos) return {};
  return Span{static_cast<uint32_t>(best), static_cast<uint32_t>(best + words.size())};
}

EntityId entity_named(const Document& document, std::string_view name) {
  for (uint32_t i = 0; i < document.entities.size(); ++i) {
    const Entity& entity = document.entities[i];
    if (entity.rejected) continue;
    if (entity.name == name ||
        std::find(entity.aliases.begin(), entity.aliases.end(), name) != entity.aliases.end())
      return {i};
  }
  return {};
}

Change set_words(const Document& document, Span& into, const CorrectionValue& value, Span cell) {
  std::string words(document.words(into));
  Change change = set_text(words, value);
  if (!change.error.empty()) return change;
  const std::optional<Span> span = words_near(document, words, cell);
  if (!span) return refused(fmt::format("the article does not have the words «{}»", words));
  into = *span;
  return change;
}

Change set_part(const Document& document, std::optional<Part>& into, const CorrectionValue& value,
                Span cell) {
  Span span = into ? into->span : Span{};
  Change change = set_words(document, span, value, cell);
  if (!change.error.empty()) return change;
  if (span.empty())
    into.reset();
  else
    into = Part{span, entity_named(document, document.words(span))};
  return change;
}

Change set_entity(const Document& document, EntityId& into, const CorrectionValue& value) {
  std::string words = into.value < document.entities.size() ? document.entities[into.value].name : "";
  Change change = set_text(words, value);
  if (!change.error.empty()) return change;
  const EntityId found = entity_named(document, words);
  if (!words.empty() && !found) return refused(fmt::format("the article names nothing «{}»", words));
  into = found;
  return change;
}

// «speaker» and «role» of the first in the chain: whose words they are.
Change set_speaker(const Document& document, std::vector<Attribution>& chain, std::string_view field,
                   const CorrectionValue& value) {
  Attribution first = chain.empty() ? Attribution{} : chain.front();
  Change change = set_text(field == "role" ? first.role : first.name, value);
  if (!change.error.empty()) return change;
  if (field == "speaker") {
    first.entity = first.name.empty() ? EntityId{} : entity_named(document, first.name);
    const bool other = change.old_value != value_or_null(first.name);
    if (other) first.role = first.entity ? document.entities[first.entity.value].role : std::string();
  }
  if (!chain.empty())
    chain.front() = std::move(first);
  else if (!first.name.empty() || !first.role.empty())
    chain.push_back(std::move(first));
  return change;
}

// The borders of a cell, in bytes of the source. Items stand in the order of the text, and stay in it.
template <class Items>
Change set_borders(const Document& document, Items& items, uint32_t index, const CorrectionValue& value) {
  const auto* source = std::get_if<Span>(&value);
  if (source == nullptr) return refused("the new value is not a pair of positions");
  const Span span = document.from_source(*source);
  if (span.empty() || document.source(span) != *source)
    return refused("the article's text has no words at these positions");
  if ((index > 0 && span.begin < items[index - 1].span.begin) ||
      (index + 1 < items.size() && span.begin > items[index + 1].span.begin))
    return refused("the cell would overtake the one beside it");
  return {document.source(std::exchange(items[index].span, span)), {}};
}

constexpr double any_number = 1e300;

Change set_in(Document& document, Statement& statement, std::string_view field,
              const CorrectionValue& value) {
  if (field == "form") return set_word(statement.form, value, StatementForm::mixed);
  if (field == "status") return set_word(statement.status, value, ClaimStatus::questioned);
  if (field == "time") return set_time(statement.time, value);
  if (field == "speaker" || field == "role")
    return set_speaker(document, statement.attribution, field, value);
  return no_such_field(Subject::statement, field);
}

Change set_in(Document& document, Figure& figure, std::string_view field, const CorrectionValue& value) {
  if (field == "min") return set_number(figure.min, value, -any_number, any_number);
  if (field == "max") return set_number(figure.max, value, -any_number, any_number);
  if (field == "bound") return set_word(figure.bound, value, Bound::vague);
  if (field == "unit") return set_text(figure.unit, value);
  if (field == "what") return set_words(document, figure.what, value, figure.span);
  if (field == "category") return set_word(figure.category, value, FigureCategory::other);
  if (field == "place") return set_entity(document, figure.place, value);
  if (field == "status") return set_word(figure.status, value, ClaimStatus::questioned);
  if (field == "time") return set_time(figure.time, value);
  if (field == "speaker" || field == "role") return set_speaker(document, figure.attribution, field, value);
  return no_such_field(Subject::figure, field);
}

Change set_in(Document& document, Movement& movement, std::string_view field, const CorrectionValue& value) {
  if (field == "who") return set_part(document, movement.who, value, movement.span);
  if (field == "from") return set_part(document, movement.from, value, movement.span);
  if (field == "to") return set_part(document, movement.to, value, movement.span);
  if (field == "means") return set_part(document, movement.means, value, movement.span);
  if (field == "status") return set_word(movement.status, value, ClaimStatus::questioned);
  if (field == "time") return set_time(movement.time, value);
  if (field == "speaker" || field == "role") return set_speaker(document, movement.attribution, field, value);
  return no_such_field(Subject::movement, field);
}

Change set_in(Document& document, Event& event, std::string_view field, const CorrectionValue& value) {
  if (field == "type") return set_word(event.type, value, EventType::assault);
  if (field == "actor") return set_part(document, event.actor, value, event.span);
  if (field == "target") return set_part(document, event.target, value, event.span);
  if (field == "place") return set_entity(document, event.place, value);
  if (field == "status") return set_word(event.status, value, ClaimStatus::questioned);
  if (field == "time") return set_time(event.time, value);
  if (field == "speaker" || field == "role") return set_speaker(document, event.attribution, field, value);
  return no_such_field(Subject::event, field);
}

Change set_in(Document&, Time& time, std::string_view field, const CorrectionValue& value) {
  if (field == "type") return set_word(time.type, value, TimeType::set);
  if (field == "value") return set_time(time.value, value);
  return no_such_field(Subject::time, field);
}

Change set_in(Document& document, Mention& mention, std::string_view field, const CorrectionValue& value) {
  if (field == "entity") return set_entity(document, mention.entity, value);
  if (field == "use") return set_word(mention.use, value, EntityKind::other);
  return no_such_field(Subject::mention, field);
}

Change set_in(Document& document, uint32_t index, std::string_view field, const CorrectionValue& value) {
  Entity& entity = document.entities[index];
  if (field == "name")
    return value == CorrectionValue() ? refused("an entity has a name") : set_text(entity.name, value);
  if (field == "role") return set_text(entity.role, value);
  if (field == "country") return set_text(entity.country, value);
  if (field == "geonames") return set_text(entity.geonames, value);
  if (field == "wikidata") return set_text(entity.wikidata, value);
  if (field == "iso") return set_text(entity.iso, value);
  if (field == "lat") return set_number(entity.latitude, value, -90, 90);
  if (field == "lon") return set_number(entity.longitude, value, -180, 180);
  if (field != "kind") return no_such_field(Subject::entity, field);
  const EntityKind old = entity.kind;
  Change change = set_word(entity.kind, value, EntityKind::other);
  if (!change.error.empty()) return change;
  for (Mention& mention : document.mentions)
    if (mention.entity.value == index && mention.use == old) mention.use = entity.kind;
  return change;
}

Change set_published(Document& document, const CorrectionValue& value) {
  std::string date = document.published ? document.published->value : std::string();
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr && (text->size() < 10 || !timex::interval(*text)))
    return refused("the new value is not a day, as in 2016-10-20");
  Change change = set_time(date, value);
  if (!change.error.empty()) return change;
  document.published.reset();
  if (!date.empty()) {
    const std::string day = date.substr(0, 10);
    document.published = PublicationDate{date, DateBasis::given, day, day, {}};
  }
  return change;
}

Change set_in_article(Document& document, std::string_view field, const CorrectionValue& value) {
  if (field == "published") return set_published(document, value);
  if (field == "title") return set_text(document.title, value);
  if (field == "language") {
    Language language = document.language;
    Change change = set_word(language, value, Language::english);
    if (change.error.empty()) document.language = language;
    return change;
  }
  if (field != "outlet") return no_such_field(Subject::article, field);
  std::string outlet = document.outlet ? document.outlet->name : std::string();
  Change change = set_text(outlet, value);
  if (!change.error.empty()) return change;
  if (outlet.empty())
    document.outlet.reset();
  else
    document.outlet = Outlet{outlet, "", "", ""};
  return change;
}

template <class Items>
Change set_in_items(Document& document, Items& items, uint32_t index, std::string_view field,
                    const CorrectionValue& value) {
  if (field == "source") return set_borders(document, items, index, value);
  return set_in(document, items[index], field, value);
}

}  // namespace

Change set_field(Document& document, Subject subject, uint32_t index, std::string_view field,
                 const CorrectionValue& value) {
  switch (subject) {
    case Subject::article:
      return set_in_article(document, field, value);
    case Subject::entity:
      return set_in(document, index, field, value);
    case Subject::mention:
      return set_in_items(document, document.mentions, index, field, value);
    case Subject::time:
      return set_in_items(document, document.times, index, field, value);
    case Subject::statement:
      return set_in_items(document, document.statements, index, field, value);
    case Subject::figure:
      return set_in_items(document, document.figures, index, field, value);
    case Subject::movement:
      return set_in_items(document, document.movements, index, field, value);
    case Subject::event:
      return set_in_items(document, document.events, index, field, value);
  }
  return no_such_field(subject, field);
}

}  // namespace recoupe::corrections
