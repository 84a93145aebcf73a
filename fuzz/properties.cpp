#include "properties.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace recoupe::fuzz {
namespace {

class Checker {
 public:
  Checker(const Document& document, size_t source_size) : document_(document), source_size_(source_size) {}

  std::string run() {
    if (!utf8::valid(document_.text)) return "the text is not valid UTF-8";
    span(document_.title_span, "title");
    for (const Token& token : document_.tokens) span(token.span, "token");
    for (const Sentence& sentence : document_.sentences) span(sentence.span, "sentence");
    for (const Name& name : document_.names) span(name.span, "name"), span(name.role, "role");
    sorted(document_.mentions, "mentions", false);
    // a town within the name of a site is a mention of its own: «[Grande mosquée de [Paris]]»
    for (size_t i = 1; i < document_.mentions.size(); ++i) {
      const Span outer = document_.mentions[i - 1].span, inner = document_.mentions[i].span;
      if (inner.overlaps(outer) && (inner == outer || !outer.contains(inner))) fail("mentions: overlap");
    }
    sorted(document_.times, "times", true);
    sorted(document_.figures, "figures", true);
    sorted(document_.statements, "statements", false);
    for (const Mention& mention : document_.mentions)
      id(mention.entity.value, document_.entities.size(), "mention");
    for (const Figure& figure : document_.figures) check(figure);
    for (const Statement& statement : document_.statements) check(statement);
    for (const Movement& movement : document_.movements) check(movement);
    sorted(document_.events, "events", false);
    for (const Event& event : document_.events) check(event);
    for (const Entity& entity : document_.entities) check(entity);
    for (const Removed& removed : document_.removed)
      if (removed.source.begin > removed.source.end || removed.source.end > source_size_)
        fail("removed outside the source");
    return problem_;
  }

 private:
  void fail(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
  }

  void span(Span span, const char* what) {
    if (span.begin > span.end || span.end > document_.text.size())
      return fail(fmt::format("{}: span outside the text", what));
    if (!utf8::on_border(document_.text, span.begin) || !utf8::on_border(document_.text, span.end))
      return fail(fmt::format("{}: span inside a character", what));
    const Span source = document_.source(span);
    if (source.begin > source.end || source.end > source_size_)
      fail(fmt::format("{}: source outside the original", what));
  }

  template <class Items>
  void sorted(const Items& items, const char* what, bool disjoint) {
    for (size_t i = 0; i < items.size(); ++i) {
      span(items[i].span, what);
      if (items[i].span.empty()) fail(fmt::format("{}: an empty span", what));
      if (i == 0) continue;
      if (items[i].span.begin < items[i - 1].span.begin) fail(fmt::format("{}: not sorted", what));
      if (disjoint && items[i].span.overlaps(items[i - 1].span)) fail(fmt::format("{}: overlap", what));
    }
  }

  void id(uint32_t value, size_t count, const char* what) {
    if (value != EntityId::absent && value >= count) fail(fmt::format("{}: an id that nothing has", what));
  }

  void check(const std::vector<Attribution>& chain) {
    for (const Attribution& link : chain) {
      span(link.mention, "attribution mention");
      span(link.cue, "attribution cue");
      id(link.entity.value, document_.entities.size(), "attribution");
    }
  }

  void check(const Figure& figure) {
    span(figure.what, "figure noun");
    id(figure.place.value, document_.entities.size(), "figure place");
    if (figure.min && figure.max && *figure.min > *figure.max) fail("figure: min above max");
    check(figure.attribution);
  }

  void check(const Statement& statement) {
    check(statement.attribution);
    for (const Span hedge : statement.hedges) span(hedge, "hedge");
  }

  void check(const Event& event) {
    if (event.mentions.empty()) fail("event: no mention");
    for (const Span mention : event.mentions) span(mention, "event mention");
    for (const auto* part : {&event.actor, &event.target})
      if (*part)
        span((*part)->span, "event part"), id((*part)->entity.value, document_.entities.size(), "event part");
    id(event.place.value, document_.entities.size(), "event place");
    for (const FigureId casualty : event.casualties)
      id(casualty.value, document_.figures.size(), "event casualties");
    check(event.attribution);
  }

  void check(const Movement& movement) {
    span(movement.span, "movement");
    for (const auto* part : {&movement.who, &movement.from, &movement.to, &movement.means})
      if (*part)
        span((*part)->span, "movement part"),
            id((*part)->entity.value, document_.entities.size(), "movement part");
    id(movement.figure.value, document_.figures.size(), "movement figure");
    check(movement.attribution);
  }

  void check(const Entity& entity) {
    if (entity.latitude && (*entity.latitude < -90 || *entity.latitude > 90)) fail("entity: latitude");
    if (entity.longitude && (*entity.longitude < -180 || *entity.longitude > 180)) fail("entity: longitude");
    if (entity.name.empty()) fail("entity without a name");
  }

  const Document& document_;
  size_t source_size_;
  std::string problem_;
};

}  // namespace

std::string broken_property(const Document& document, size_t source_size) {
  return Checker(document, source_size).run();
}

}  // namespace recoupe::fuzz
