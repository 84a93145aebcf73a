#include "resolve/entities.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "resolve/geocode.hpp"

namespace recoupe::resolve {
namespace {

// The last word of a person's name, folded: «Jean-Marie Le Pen» and «Le Pen» share «pen».
std::string surname(std::string_view name) {
  const std::string key = gazetteer::key(name);
  const size_t blank = key.rfind(' ');
  return blank == std::string::npos ? key : key.substr(blank + 1);
}

bool contains_words(const std::string& longer, const std::string& shorter) {
  return (" " + longer + " ").find(" " + shorter + " ") != std::string::npos;
}

class Resolver {
 public:
  Resolver(Document& document, const gazetteer::Gazetteer& gazetteer)
      : document_(document), map_(document, gazetteer) {}

  void run() {
    persons();
    for (size_t i = 0; i < document_.names.size(); ++i) {
      const Name& name = document_.names[i];
      const EntityId id = name.kind == EntityKind::person  ? person_of_[i]
                          : name.kind == EntityKind::place ? place(name)
                                                           : organisation(i);
      add_mention(name, id);
    }
    std::stable_sort(
        document_.mentions.begin(), document_.mentions.end(), [](const Mention& a, const Mention& b) {
          return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
        });
  }

 private:
  EntityId add(EntityKind kind, std::string name) {
    Entity entity;
    entity.kind = kind;
    entity.name = std::move(name);
    document_.entities.push_back(std::move(entity));
    return {static_cast<uint32_t>(document_.entities.size() - 1)};
  }

  void add_mention(const Name& name, EntityId id) {
    Entity& entity = document_.entities[id.value];
    const std::string form(document_.words(name.span));
    if (form != entity.name &&
        std::find(entity.aliases.begin(), entity.aliases.end(), form) == entity.aliases.end())
      entity.aliases.push_back(form);
    if (entity.role.empty() && !name.role.empty()) entity.role = document_.words(name.role);
    if (entity.gender == 'u') entity.gender = name.gender;
    document_.mentions.push_back({id, name.span, name.kind});
  }

  // Full names first: each name of several words is a person, and the names of one word join the nearest
  // before them that they are part of.
  void persons() {
    std::map<std::string, std::vector<std::pair<size_t, EntityId>>> by_surname;
    std::map<std::string, EntityId> by_name;
    std::vector<size_t> order;
    for (size_t i = 0; i < document_.names.size(); ++i)
      if (document_.names[i].kind == EntityKind::person) order.push_back(i);
    const auto key_of = [&](size_t i) { return gazetteer::key(document_.words(document_.names[i].span)); };
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return words_in(key_of(a)) > words_in(key_of(b)); });
    for (const size_t i : order) {
      const std::string key = key_of(i);
      if (const auto same = by_name.find(key); same != by_name.end()) {
        person_of_[i] = same->second;
        continue;
      }
      EntityId id = best_longer(key, i, by_name, by_surname);
      if (!id) {
        id = add(EntityKind::person, std::string(document_.words(document_.names[i].span)));
        by_surname[surname(key)].emplace_back(i, id);
        by_name.emplace(key, id);
      }
      person_of_[i] = id;
    }
  }

  static size_t words_in(const std::string& key) {
    return static_cast<size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
  }

  // The person whose longer name contains `key`: the one named last before name `i`, else the first after it.
  EntityId best_longer(
      const std::string& key, size_t i, const std::map<std::string, EntityId>& by_name,
      const std::map<std::string, std::vector<std::pair<size_t, EntityId>>>& by_surname) const {
    EntityId best;
    size_t best_at = 0;
    const auto consider = [&](size_t at, EntityId id) {
      const bool before = at < i, best_before = best_at < i;
      if (!best || (before && !best_before) ||
          (before == best_before && (before ? at > best_at : at < best_at))) {
        best = id;
        best_at = at;
      }
    };
    if (const auto same = by_surname.find(surname(key)); same != by_surname.end())
      for (const auto& [at, id] : same->second)
        if (contains_words(gazetteer::key(document_.entities[id.value].name), key)) consider(at, id);
    if (best || words_in(key) > 1) return best;
    // a first name alone: «Adama», where the article names one Adama only
    EntityId only;
    for (const auto& [name, id] : by_name) {
      if (!contains_words(name, key)) continue;
      if (only) return {};
      only = id;
    }
    return only;
  }

  EntityId place(const Name& name) {
    const Located located = map_.locate(name.span);
    const auto [known, fresh] = places_.emplace(located.key, EntityId{});
    if (!fresh) return known->second;
    known->second = add(EntityKind::place, std::string(document_.words(name.span)));
    Entity& entity = document_.entities[known->second.value];
    if (!located.place) {
      entity.country = located.country;
      return known->second;
    }
    const gazetteer::Place& place = *located.place;
    entity.country = place.country;
    entity.latitude = place.latitude;
    entity.longitude = place.longitude;
    if (!located.within) {
      if (place.geonames) entity.geonames = std::to_string(place.geonames);
      if (place.wikidata) entity.wikidata = "Q" + std::to_string(place.wikidata);
      if (place.kind == gazetteer::PlaceKind::country) entity.iso = place.country;
    }
    return known->second;
  }

  // Organisations, groups, media, events: one name, or the acronym in brackets behind it.
  EntityId organisation(size_t i) {
    const Name& name = document_.names[i];
    const std::string key = gazetteer::key(document_.words(name.span));
    const auto known = others_.find(key);
    if (known != others_.end()) return known->second;
    if (i > 0) {
      const Name& last = document_.names[i - 1];
      const std::string_view between = slice(document_.text, {last.span.end, name.span.begin});
      if (last.kind == name.kind && (between == " (" || between == " («" || between == " (« ") &&
          !document_.mentions.empty()) {
        const EntityId id = document_.mentions.back().entity;
        others_.emplace(key, id);
        return id;
      }
    }
    const EntityId id = add(name.kind, std::string(document_.words(name.span)));
    others_.emplace(key, id);
    return id;
  }

  Document& document_;
  Map map_;
  std::map<size_t, EntityId> person_of_;
  std::map<std::string, EntityId> places_, others_;
};

}  // namespace

void resolve_entities(Document& document, const gazetteer::Gazetteer& gazetteer) {
  Resolver(document, gazetteer).run();
}

const Mention* mention_at(const Document& document, Span span) {
  // Mentions are sorted by where they begin; names are short, so those that reach into the span lie near.
  constexpr uint32_t longest = 200;
  const uint32_t from = span.begin > longest ? span.begin - longest : 0;
  auto at = std::lower_bound(document.mentions.begin(), document.mentions.end(), from,
                             [](const Mention& m, uint32_t begin) { return m.span.begin < begin; });
  const Mention* best = nullptr;
  for (; at != document.mentions.end() && at->span.begin < span.end; ++at)
    if (at->span.overlaps(span) && (best == nullptr || at->span.size() > best->span.size())) best = &*at;
  return best;
}

}  // namespace recoupe::resolve
