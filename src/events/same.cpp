// One happening, named several times: «des rebelles ont attaqué une base … l'attaque … cette attaque».
#include <algorithm>

#include "base/utf8.hpp"
#include "events/found.hpp"

namespace recoupe::events {
namespace {

enum class Likeness : uint8_t { unknown, same, different };

std::string key(std::string_view words) {
  std::string out = utf8::fold(words);
  for (const std::string_view article :
       {"le ", "la ", "les ", "l'", "un ", "une ", "des ", "the ", "a ", "an "})
    if (std::string_view(out).substr(0, article.size()) == article) return out.substr(article.size());
  return out;
}

Likeness likeness(const Document& document, const std::optional<Part>& a, const std::optional<Part>& b) {
  if (!a || !b) return Likeness::unknown;
  if (a->entity && b->entity) return a->entity == b->entity ? Likeness::same : Likeness::different;
  const std::string x = key(document.words(a->span)), y = key(document.words(b->span));
  if (x == y) return Likeness::same;
  return a->entity || b->entity ? Likeness::unknown : Likeness::different;
}

Likeness likeness(EntityId a, EntityId b) {
  if (!a || !b) return Likeness::unknown;
  return a == b ? Likeness::same : Likeness::different;
}

// «2016-10» and «2016-10-17» may be one time; «2016-10-17» and «2016-10-18» may not.
Likeness likeness(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return Likeness::unknown;
  if (a == b) return Likeness::same;
  const size_t size = std::min({a.size(), b.size(), size_t{10}});
  return a.substr(0, size) == b.substr(0, size) ? Likeness::unknown : Likeness::different;
}

class Joiner {
 public:
  Joiner(Document& document, const std::vector<std::string_view>& modes, const std::vector<bool>& again)
      : document_(document), modes_(modes), again_(again) {}

  void join() {
    std::vector<Event> out;
    std::vector<std::string_view> modes;
    for (size_t i = 0; i < document_.events.size(); ++i) {
      Event& event = document_.events[i];
      Event* first = nullptr;
      const size_t from = out.size() > nearest_tried ? out.size() - nearest_tried : 0;
      for (size_t k = out.size(); k-- > from && first == nullptr;)
        if (modes[k] == modes_[i] && one(out[k], event, again_[i])) first = &out[k];
      if (first == nullptr) {
        out.push_back(std::move(event));
        modes.push_back(modes_[i]);
      } else {
        add(*first, event);
      }
    }
    document_.events = std::move(out);
  }

 private:
  static constexpr size_t nearest_tried = 60;

  bool one(const Event& a, const Event& b, bool again) const {
    if (a.type != b.type || (a.status != b.status && !again)) return false;
    const Likeness parts[] = {likeness(document_, a.actor, b.actor), likeness(document_, a.target, b.target),
                              likeness(a.place, b.place), likeness(a.time, b.time)};
    int same = 0;
    for (const Likeness l : parts) {
      if (l == Likeness::different) return false;
      same += l == Likeness::same;
    }
    const bool bare = !b.actor && !b.target;
    if (again && bare) return true;  // «cette attaque»
    // Two parts agree, or the one part that both have, which is more than the day.
    const bool who = parts[0] == Likeness::same || parts[1] == Likeness::same;
    return same >= 2 || (who && (parts[1] == Likeness::same || again));
  }

  static void add(Event& a, Event& b) {
    a.mentions.push_back(b.mentions[0]);
    // Only parts that the happening itself has are taken over; the words of `span` are the first mention's.
    if (!a.place) a.place = b.place;
    if (a.time.empty()) a.time = std::move(b.time);
    for (const FigureId id : b.casualties)
      if (std::find(a.casualties.begin(), a.casualties.end(), id) == a.casualties.end())
        a.casualties.push_back(id);
    if (!a.actor) a.actor = b.actor;
    if (!a.target) a.target = b.target;
  }

  Document& document_;
  const std::vector<std::string_view>& modes_;
  const std::vector<bool>& again_;
};

}  // namespace

void join_same(Document& document, const std::vector<std::string_view>& modes,
               const std::vector<bool>& again) {
  Joiner(document, modes, again).join();
}

}  // namespace recoupe::events
