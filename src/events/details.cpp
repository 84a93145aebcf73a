#include "events/details.hpp"

#include <algorithm>
#include <array>

namespace recoupe::events {
namespace {

class Details {
 public:
  Details(const Document& document, const Sentence& sentence, const Tree& tree,
          const std::vector<Found>& found)
      : document_(document), sentence_(sentence), tree_(tree), found_(found) {}

  std::vector<Event> read() {
    for (const Found& f : found_)
      if (f.part_of == nowhere) out_.push_back(make(f));
    for (const Found& f : found_)
      if (f.part_of != nowhere) tell_more(f);
    casualties();
    return std::move(out_);
  }

 private:
  Part part(int32_t at) const {
    Part out{tree_.phrase(at), EntityId::none()};
    if (const Mention* m = tree_.mention(at)) out.entity = m->entity;
    if (tree_.is(at, Relation::amod)) out.entity = EntityId::none();
    return out;
  }

  Event make(const Found& f) const {
    Event event;
    event.type = f.frame->type;
    event.status = f.status;
    event.rule = f.rule;
    event.mentions = {tree_.token(f.trigger).span};
    event.span = event.mentions[0];
    const auto include = [&](const Part& p) {
      event.span = {std::min(event.span.begin, p.span.begin), std::max(event.span.end, p.span.end)};
    };
    if (f.actor != nowhere) event.actor = part(f.actor), include(*event.actor);
    if (f.target != nowhere) event.target = part(f.target), include(*event.target);
    event.place = place(f);
    event.time = time(f);
    event.attribution = attribution(event);
    return event;
  }

  void tell_more(const Found& f) {
    const Span outer = tree_.token(f.part_of).span;
    for (Event& event : out_)
      if (event.mentions[0] == outer) {
        event.mentions.push_back(tree_.token(f.trigger).span);
        if (!event.target && f.target != nowhere) event.target = part(f.target);
      }
  }

  // The first token of a span; the sentence is searched, not the document.
  int32_t token_at(Span span) const {
    int32_t low = tree_.begin(), high = tree_.end();
    while (low < high) {
      const int32_t middle = (low + high) / 2;
      (tree_.token(middle).span.end <= span.begin ? low = middle + 1 : high = middle);
    }
    return low < tree_.end() && tree_.token(low).span.overlaps(span) ? low : nowhere;
  }

  // How many steps up from the words to the event; -1 where they hang on something else.
  int steps_to(Span span, int32_t trigger) const {
    int32_t at = token_at(span);
    const int32_t above = tree_.head(trigger);
    // «une attaque a eu lieu à Nice»: what hangs on the verb tells of the noun, too.
    const bool by_verb =
        above != nowhere && !tree_.verb(trigger) && tree_.verb(above) && !tree_.is(trigger, Relation::advcl);
    for (int steps = 0; at != nowhere && steps < 8; ++steps) {
      if (at == trigger) return steps;
      if (by_verb && at == above) return steps + 1;
      const Relation r = tree_.token(at).relation;
      if (tree_.verb(at) && r != Relation::acl) return -1;
      at = tree_.head(at);
    }
    return -1;
  }

  template <class Items, class Value>
  void nearest(const Items& items, const Found& f, Value take) const {
    auto item = std::lower_bound(items.begin(), items.end(), sentence_.span.begin,
                                 [](const auto& i, uint32_t at) { return i.span.begin < at; });
    int best = 99;
    for (; item != items.end() && item->span.end <= sentence_.span.end; ++item) {
      const int steps = steps_to(item->span, f.trigger);
      if (steps >= 0 && steps < best && take(*item)) best = steps;
    }
  }

  EntityId place(const Found& f) const {
    EntityId out;
    nearest(document_.mentions, f, [&](const Mention& m) {
      if (m.use != EntityKind::place || !m.entity) return false;
      if (document_.entities[m.entity.value].kind != EntityKind::place) return false;
      const int32_t at = token_at(m.span);
      // «des hommes armés au Mali» says where; «les habitants de Nice», «la France» do not.
      const bool who = f.actor != nowhere && (at == f.actor || tree_.phrase(f.actor).contains(m.span));
      const std::string_view preposition = at == nowhere ? "" : tree_.preposition(at);
      if (who && (preposition.empty() || preposition == "de" || preposition == "of")) return false;
      out = m.entity;
      return true;
    });
    return out;
  }

  std::string time(const Found& f) const {
    std::string out;
    const auto dated = [](const Time& t) {
      return !t.value.empty() && (t.type == TimeType::date || t.type == TimeType::time) && t.value[0] != 'P';
    };
    nearest(document_.times, f, [&](const Time& t) {
      if (!dated(t)) return false;
      out = t.value;
      return true;
    });
    if (!out.empty() || found_.size() > 1) return out;
    // The one date of a sentence with one event.
    for (const Time& t : document_.times) {
      if (!sentence_.span.contains(t.span) || !dated(t)) continue;
      if (!out.empty()) return {};
      out = t.value;
    }
    return out;
  }

  std::vector<Attribution> attribution(const Event& event) const {
    for (const Statement& statement : document_.statements) {
      if (statement.span.begin > event.span.begin) break;
      if (statement.span.contains(event.mentions[0])) return statement.attribution;
    }
    return {};
  }

  // The dead and injured of the sentence belong to the violence that stands nearest.
  void casualties() {
    for (size_t i = 0; i < document_.figures.size(); ++i) {
      const Figure& figure = document_.figures[i];
      if (figure.span.begin >= sentence_.span.end) break;
      if (!sentence_.span.contains(figure.span)) continue;
      const bool hurt = figure.category == FigureCategory::killed ||
                        figure.category == FigureCategory::injured ||
                        figure.category == FigureCategory::missing;
      Event* best = nullptr;
      uint32_t least = UINT32_MAX;
      for (Event& event : out_) {
        if (event.type != EventType::assault && event.type != EventType::protest &&
            event.type != EventType::coerce)
          continue;
        if (!hurt && !(figure.category == FigureCategory::arrested && event.type == EventType::coerce))
          continue;
        const Span at = event.mentions[0];
        const uint32_t gap =
            at.begin > figure.span.begin ? at.begin - figure.span.begin : figure.span.begin - at.begin;
        if (gap < least) least = gap, best = &event;
      }
      if (best != nullptr) best->casualties.push_back(FigureId{static_cast<uint32_t>(i)});
    }
  }

  const Document& document_;
  const Sentence& sentence_;
  const Tree& tree_;
  const std::vector<Found>& found_;
  std::vector<Event> out_;
};

}  // namespace

std::vector<Event> with_details(const Document& document, const Sentence& sentence, const Tree& tree,
                                const std::vector<Found>& found) {
  return Details(document, sentence, tree, found).read();
}

}  // namespace recoupe::events
