#include "resolve/entities.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/utf8.hpp"
#include "resolve/geocode.hpp"
#include "resolve/roles.hpp"

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
  Resolver(Document& document, const Words& words, const gazetteer::Gazetteer& gazetteer)
      : document_(document), words_(words), map_(document, gazetteer) {}

  void run() {
    persons();
    for (size_t i = 0; i < document_.names.size(); ++i) {
      const Name& name = document_.names[i];
      if (name.kind == EntityKind::person) {
        add_mention(name, person_of_[i], name.kind);
      } else if (name.kind == EntityKind::place) {
        add_place(i);
      } else {
        add_mention(name, organisation(i, name.kind), name.kind);
      }
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

  void add_mention(const Name& name, EntityId id, EntityKind use) {
    Entity& entity = document_.entities[id.value];
    const std::string form(document_.words(name.span));
    if (form != entity.name &&
        std::find(entity.aliases.begin(), entity.aliases.end(), form) == entity.aliases.end())
      entity.aliases.push_back(form);
    if (entity.role.empty() && !name.role.empty()) entity.role = document_.words(name.role);
    if (entity.gender == 'u') entity.gender = name.gender;
    document_.mentions.push_back({id, name.span, use});
  }

  struct Person {
    size_t at;  // index of the name that made it
    EntityId id;
    std::string key;
  };
  using Persons = std::map<std::string, std::vector<Person>>;

  // Full names first: each name of several words is a person, and shorter names join the one they are part
  // of.
  void persons() {
    Persons by_surname, by_first_name;
    std::map<std::string, EntityId> by_name;
    std::vector<size_t> order;
    std::vector<std::string> keys(document_.names.size());
    for (size_t i = 0; i < document_.names.size(); ++i) {
      if (document_.names[i].kind != EntityKind::person) continue;
      keys[i] = gazetteer::key(document_.words(document_.names[i].span));
      order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return words_in(keys[a]) > words_in(keys[b]); });
    for (const size_t i : order) {
      const std::string& key = keys[i];
      const auto same = by_name.find(key);
      EntityId id = same != by_name.end() ? same->second : longer_name(key, i, by_surname, by_first_name);
      if (!id) {
        id = add(EntityKind::person, std::string(document_.words(document_.names[i].span)));
        by_surname[surname(key)].push_back({i, id, key});
        if (words_in(key) > 1) by_first_name[key.substr(0, key.find(' '))].push_back({i, id, key});
        by_name.emplace(key, id);
      }
      char& gender = document_.entities[id.value].gender;
      if (gender == 'u') gender = document_.names[i].gender;
      person_of_[i] = id;
    }
  }

  static size_t words_in(const std::string& key) {
    return static_cast<size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
  }

  // The person whose longer name contains `key`: the one named last before name `i`, else the first after it;
  // a «Mme Clinton» is no man.
  EntityId longer_name(const std::string& key, size_t i, const Persons& by_surname,
                       const Persons& by_first_name) const {
    constexpr size_t most = 50;  // of a clan of hundreds, the latest are enough
    const char gender = document_.names[i].gender;
    const Person* best = nullptr;
    if (const auto clan = by_surname.find(surname(key)); clan != by_surname.end()) {
      const std::vector<Person>& all = clan->second;
      for (size_t k = all.size() > most ? all.size() - most : 0; k < all.size(); ++k) {
        const char other = document_.entities[all[k].id.value].gender;
        if (!contains_words(all[k].key, key) || (gender != 'u' && other != 'u' && gender != other)) continue;
        const bool before = all[k].at < i;
        const bool nearer =
            best == nullptr || (before && best->at > i) ||
            (before == (best->at < i) && (before ? all[k].at > best->at : all[k].at < best->at));
        if (nearer) best = &all[k];
      }
    }
    if (best != nullptr) return best->id;
    // a first name alone: «Adama», where the article names one Adama only
    const auto named = by_first_name.find(key);
    return named != by_first_name.end() && named->second.size() == 1 ? named->second.front().id
                                                                     : EntityId::none();
  }

  void add_place(size_t i) {
    const Name& name = document_.names[i];
    const Located located = map_.locate(name.span);
    const bool known = located.place && !located.within;
    if (known && located.place->kind == gazetteer::PlaceKind::seat &&
        seat_acts(document_, words_, name.span)) {
      add_mention(name, organisation(i, EntityKind::organisation), EntityKind::organisation);
      return;
    }
    const bool capital = known && located.place->capital && located.place->kind == gazetteer::PlaceKind::city;
    add_mention(name, place(name, located),
                capital && acts(document_, words_, name.span) ? EntityKind::organisation : name.kind);
  }

  EntityId place(const Name& name, const Located& located) {
    const auto [known, fresh] = places_.emplace(located.key, EntityId{});
    if (fresh) known->second = add(EntityKind::place, std::string(document_.words(name.span)));
    Entity& entity = document_.entities[known->second.value];
    // «la rue Haute … la rue Haute, à Nice»: the one mention that says where it lies counts for all
    if (!fresh && (entity.latitude || !located.place)) return known->second;
    if (!located.place) {
      entity.country = located.country;
      return known->second;
    }
    const gazetteer::Place& place = *located.place;
    entity.country = place.country;
    // four decimals are eleven metres; what lies behind them is noise of single precision
    const auto rounded = [](double degrees) { return std::round(degrees * 1e4) / 1e4; };
    if (place.latitude) entity.latitude = rounded(*place.latitude);
    if (place.longitude) entity.longitude = rounded(*place.longitude);
    if (!located.within) {
      if (place.geonames) entity.geonames = std::to_string(place.geonames);
      if (place.wikidata) entity.wikidata = "Q" + std::to_string(place.wikidata);
      if (place.kind == gazetteer::PlaceKind::country) entity.iso = place.country;
    }
    return known->second;
  }

  // Organisations, groups, media, events: one name, or the acronym in brackets behind it.
  EntityId organisation(size_t i, EntityKind kind) {
    const Name& name = document_.names[i];
    std::string key = gazetteer::key(document_.words(name.span));
    // «EI», «Daech» and «État islamique» are one
    if (const auto synonym = words_.synonyms.find(key);
        synonym != words_.synonyms.end() && name.rule == "known_name")
      key = "=" + std::to_string(synonym->second);
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
    const EntityId id = add(kind, std::string(document_.words(name.span)));
    others_.emplace(key, id);
    return id;
  }

  Document& document_;
  const Words& words_;
  Map map_;
  std::map<size_t, EntityId> person_of_;
  std::map<std::string, EntityId> places_, others_;
};

}  // namespace

void resolve_entities(Document& document, const Words& words, const gazetteer::Gazetteer& gazetteer) {
  Resolver(document, words, gazetteer).run();
  fill_roles(document, words);
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
