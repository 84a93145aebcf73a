#include "compare/entities.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/utf8.hpp"
#include "compare/union_find.hpp"

namespace recoupe::compare {
namespace {

std::vector<std::string> tokens_of(const std::string& key) {
  std::vector<std::string> out;
  for (const Word& word : words_of(key)) out.emplace_back(slice(key, word.span));
  return out;
}

bool is_particle(std::string_view token) {
  static constexpr std::array<std::string_view, 14> particles = {
      "al", "el", "ben", "bin", "ibn", "de", "du", "des", "von", "van", "der", "la", "le", "abd"};
  return std::find(particles.begin(), particles.end(), token) != particles.end();
}

// What stays of a name however it is spelt in Latin letters: «Haïdar al Abadi» and "Haider al-Abadi" are "hdr
// bd".
std::string skeleton(const std::string& key) {
  std::string out;
  for (const std::string& token : tokens_of(key)) {
    if (is_particle(token)) continue;
    std::string bones;
    for (size_t i = 0; i < token.size(); ++i) {
      char c = token[i];
      const char next = i + 1 < token.size() ? token[i + 1] : '\0';
      if (next == 'h' && std::string_view("kgdtscp").find(c) != std::string_view::npos) {
        c = c == 'p' ? 'f' : c == 'c' ? 's' : c;
        ++i;
      }
      if (c == 'c' || c == 'q') c = 'k';
      if (c == 'z') c = 's';
      if (c == 'w' || c == 'v') c = 'v';
      const bool vowel = std::string_view("aeiouyhjv").find(c) != std::string_view::npos;
      if (vowel && !bones.empty()) continue;
      if (bones.empty() || bones.back() != c) bones += c;
    }
    if (bones.size() < 2) return {};  // too little to tell people apart by
    out += bones + ' ';
  }
  return tokens_of(out).size() >= 2 ? out : std::string();
}

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = std::exchange(row[0], i);
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

bool near_spelling(const std::string& a, const std::string& b) {
  if (a.size() > 60 || b.size() > 60) return a == b;
  return edit_distance(a, b) <= 1 + std::max(a.size(), b.size()) / 6;
}

char kind_group(EntityKind kind) {
  return kind == EntityKind::person ? 'p' : kind == EntityKind::place ? 'l' : 'o';
}

bool begins_upper(std::string_view name) {
  return utf8::is_upper(utf8::decode(name, 0).code_point);
}

bool conflicts(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

// Two entities that outside knowledge keeps apart whatever they are called: Vienne (Isère), Vienne
// (Autriche).
bool kept_apart(const Entity& a, const Entity& b) {
  if (conflicts(a.wikidata, b.wikidata) || conflicts(a.country, b.country)) return true;
  if (!a.geonames.empty() && a.geonames == b.geonames) return false;
  if (a.latitude && b.latitude && a.longitude && b.longitude) {
    constexpr double same_place_degrees = 0.7;  // gazetteers differ about where a river or a province lies
    return std::abs(*a.latitude - *b.latitude) > same_place_degrees ||
           std::abs(*a.longitude - *b.longitude) > same_place_degrees;
  }
  return conflicts(a.geonames, b.geonames);
}

// The walks of life that a role speaks of, one bit each: «ancien premier ministre» is power.
uint32_t walks_of(const std::string& role, const Lexicon& lexicon) {
  uint32_t out = 0;
  for (const Word& word : words_of(role))
    if (const auto found = lexicon.trades.find(utf8::fold(slice(role, word.span)));
        found != lexicon.trades.end())
      out |= found->second;
  return out;
}

class Linker {
 public:
  // `story_of` is empty on the first pass.
  Linker(const std::vector<Document>& articles, const std::vector<uint32_t>& story_of, const Lexicon& lexicon)
      : articles_(articles), story_of_(story_of), lexicon_(lexicon), sets_(0) {
    for (uint32_t article = 0; article < articles.size(); ++article) {
      first_.push_back(static_cast<uint32_t>(all_.size()));
      for (uint32_t i = 0; i < articles[article].entities.size(); ++i)
        all_.emplace_back(article, EntityId{i});
    }
    sets_ = UnionFind(all_.size());
    for (uint32_t i = 0; i < all_.size(); ++i)
      walks_.push_back(entity(i).kind == EntityKind::person ? walks_of(entity(i).role, lexicon_) : 0);
  }

  // Inside one story a name is one person; so it is known who a baker's namesake without a trade is.
  void by_name_in_story() {
    std::map<std::pair<uint32_t, std::string>, std::vector<uint32_t>> holders;
    for (uint32_t i = 0; i < all_.size(); ++i)
      if (entity(i).kind == EntityKind::person)
        for (const std::string& key : keys(entity(i))) join_first(holders[{story(i), key}], i, false);
  }

  void by_keys() {
    std::map<std::string, std::vector<uint32_t>> holders;
    for (uint32_t i = 0; i < all_.size(); ++i)
      for (const std::string& key : keys(entity(i))) join_first(holders[key], i, false);
    std::map<std::string, std::vector<uint32_t>> bones;
    for (uint32_t i = 0; i < all_.size(); ++i)
      if (entity(i).kind == EntityKind::person)
        if (const std::string key = skeleton(name_key(entity(i).name, lexicon_)); !key.empty())
          join_first(bones[key], i, true);
  }

  // «Arnulfi» in one article is «Bruno Arnulfi» of another of the same story, if the story knows only one; so
  // is «le maire de Breil» where he is called that beside his name.
  void by_story() {
    std::map<std::pair<uint32_t, std::string>, std::set<uint32_t>> full;
    std::map<std::pair<uint32_t, std::string>, std::vector<uint32_t>> bare;
    for (uint32_t i = 0; i < all_.size(); ++i) {
      if (entity(i).kind != EntityKind::person) continue;
      const uint32_t place = story(i);
      const std::string key = name_key(entity(i).name, lexicon_);
      const std::vector<std::string> tokens = tokens_of(key);
      const bool described = !begins_upper(entity(i).name);
      if (tokens.size() >= 2 && !described) {
        full[{place, tokens.back()}].insert(sets_.find(i));
        if (entity(i).role.empty()) continue;
        full[{place, name_key(entity(i).role, lexicon_)}].insert(sets_.find(i));
        full[{place, "voice:" + voice_of(i, entity(i).role)}].insert(sets_.find(i));
      } else if (!key.empty()) {
        bare[{place, key}].push_back(i);
        if (described) bare[{place, "voice:" + voice_of(i, entity(i).name)}].push_back(i);
      }
    }
    for (const auto& [place, people] : bare) {
      for (const uint32_t person : people) join(people.front(), person);
      const auto named = full.find(place);
      if (named != full.end() && named->second.size() == 1) join(people.front(), *named->second.begin());
    }
  }

  // «la préfecture des Alpes-Maritimes» is no proper name, yet one office all through a story.
  void offices() {
    std::map<std::pair<uint32_t, std::string>, std::vector<uint32_t>> holders;
    for (uint32_t i = 0; i < all_.size(); ++i) {
      if (entity(i).kind == EntityKind::person || begins_upper(entity(i).name)) continue;
      const Language language = articles_[all_[i].first].language;
      // «les peshmergas» are one group; a bare «police» may be any.
      if (tokens_of(name_key(entity(i).name, lexicon_)).size() < 2 && entity(i).kind != EntityKind::group)
        continue;
      const std::string key = voice_key(entity(i).name, language, lexicon_);
      if (!key.empty()) join_first(holders[{story(i), key}], i, false);
    }
  }

  Entities result() {
    Entities out;
    for (const Document& article : articles_) out.of.emplace_back(article.entities.size());
    for (const std::vector<uint32_t>& group : sets_.groups()) {
      const DossierEntityId id{static_cast<uint32_t>(out.list.size())};
      for (const uint32_t i : group) out.of[all_[i].first][all_[i].second.value] = id;
      out.list.push_back(merged(group));
    }
    return out;
  }

 private:
  uint32_t story(uint32_t i) const { return story_of_[all_[i].first]; }

  std::string voice_of(uint32_t i, const std::string& name) const {
    return voice_key(name, articles_[all_[i].first].language, lexicon_);
  }

  // A premier and a baker of one name are two people, unless one story tells of both.
  bool other_walk(uint32_t a, uint32_t b) {
    const uint32_t one = walks_[sets_.find(a)], other = walks_[sets_.find(b)];
    if (one == 0 || other == 0 || (one & other) != 0) return false;
    return story_of_.empty() || story(a) != story(b);
  }

  void join(uint32_t a, uint32_t b) {
    const uint32_t both = walks_[sets_.find(a)] | walks_[sets_.find(b)];
    sets_.join(a, b);
    walks_[sets_.find(a)] = both;
  }

  const Entity& entity(uint32_t i) const { return articles_[all_[i].first].entities[all_[i].second.value]; }

  std::vector<std::string> keys(const Entity& entity) const {
    std::vector<std::string> out;
    const std::string group(1, kind_group(entity.kind));
    if (!entity.geonames.empty()) out.push_back("geonames:" + entity.geonames);
    if (!entity.wikidata.empty()) out.push_back("wikidata:" + entity.wikidata);
    const auto add = [&](const std::string& name) {
      if (!begins_upper(name)) return;
      const std::string key = name_key(name, lexicon_);
      const bool known = lexicon_.same_name.contains(utf8::fold(name));
      // A surname alone is many people.
      if (entity.kind == EntityKind::person && tokens_of(key).size() < 2) return;
      // So is a bare word that some article uses for its organisation: «la Ligue», «le Conseil»; an acronym
      // is not.
      const bool acronym =
          name.size() >= 3 && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ.") == std::string::npos;
      if (&name != &entity.name && entity.kind != EntityKind::place && tokens_of(key).size() < 2 &&
          !acronym && !known)
        return;
      if (!key.empty()) out.push_back(group + ":" + key);
    };
    add(entity.name);
    for (const std::string& alias : entity.aliases) add(alias);
    return out;
  }

  void join_first(std::vector<uint32_t>& holders, uint32_t i, bool spelling) {
    constexpr size_t namesakes_tried = 8;
    for (const uint32_t other : holders) {
      if (kept_apart(entity(i), entity(other)) || other_walk(i, other)) continue;
      if (spelling &&
          !near_spelling(name_key(entity(i).name, lexicon_), name_key(entity(other).name, lexicon_)))
        continue;
      join(other, i);
      return;
    }
    if (holders.size() < namesakes_tried) holders.push_back(i);
  }

  DossierEntity merged(const std::vector<uint32_t>& group) const {
    DossierEntity out;
    std::map<std::string, uint32_t> names;
    for (const uint32_t i : group) {
      const Entity& e = entity(i);
      if (begins_upper(e.name)) ++names[e.name];
      out.members.push_back(all_[i]);
      take_facts(out, e);
    }
    out.kind = entity(group.front()).kind;
    // The fullest of the names that most articles use: more words first, then more articles.
    const auto rank = [](const auto& name) {
      return std::tuple(words_of(name.first).size() >= 2, name.second, name.first.size());
    };
    out.name = entity(group.front()).name;
    const auto best = std::max_element(names.begin(), names.end(),
                                       [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    if (best != names.end()) out.name = best->first;
    std::set<std::string> others;
    for (const uint32_t i : group) {
      others.insert(entity(i).name);
      others.insert(entity(i).aliases.begin(), entity(i).aliases.end());
    }
    others.erase(out.name);
    out.aliases.assign(others.begin(), others.end());
    return out;
  }

  const std::vector<Document>& articles_;
  const std::vector<uint32_t>& story_of_;
  const Lexicon& lexicon_;
  std::vector<std::pair<uint32_t, EntityId>> all_;
  std::vector<uint32_t> walks_;  // of each; of a set, at its representative
  std::vector<uint32_t> first_;
  UnionFind sets_;
};

}  // namespace

std::string name_key(std::string_view name, const Lexicon& lexicon) {
  const auto main_name = [&](std::string_view folded) {
    const auto found = lexicon.same_name.find(std::string(folded));
    return found == lexicon.same_name.end() ? std::string(folded) : found->second;
  };
  std::string folded = utf8::fold(name);
  static constexpr std::array<std::string_view, 9> articles = {"le ", "la ",  "les ", "l'", "the ",
                                                               "un ", "une ", "a ",   "an "};
  for (const std::string_view article : articles)
    if (folded.starts_with(article)) {
      folded.erase(0, article.size());
      break;
    }
  folded = main_name(folded);
  std::string out;
  for (const Word& word : words_of(folded)) {
    if (!out.empty()) out += ' ';
    out += slice(folded, word.span);
  }
  return out;
}

void take_facts(DossierEntity& entity, const Entity& known) {
  for (const auto& [from, to] :
       {std::pair{&known.geonames, &entity.geonames}, std::pair{&known.wikidata, &entity.wikidata},
        std::pair{&known.iso, &entity.iso}, std::pair{&known.country, &entity.country}})
    if (to->empty()) *to = *from;
  if (!entity.latitude && known.latitude) {
    entity.latitude = known.latitude;
    entity.longitude = known.longitude;
  }
}

Entities link_entities(const std::vector<Document>& articles, const std::vector<uint32_t>& story_of,
                       const Lexicon& lexicon) {
  Linker linker(articles, story_of, lexicon);
  if (!story_of.empty()) linker.by_name_in_story();
  linker.by_keys();
  if (!story_of.empty()) {
    linker.by_story();
    linker.offices();
  }
  return linker.result();
}

NameFinder::NameFinder(const std::vector<Document>& articles, const Entities& entities,
                       const std::vector<uint32_t>& story_of, const Lexicon& lexicon)
    : lexicon_(lexicon) {
  std::set<std::pair<uint32_t, std::string>> ambiguous;
  const auto add = [&](uint32_t story, std::string key, DossierEntityId id) {
    if (key.empty()) return;
    const auto [place, fresh] = by_name_.try_emplace({story, key}, id);
    if (!fresh && place->second != id) ambiguous.insert({story, std::move(key)});
  };
  for (uint32_t article = 0; article < articles.size(); ++article)
    for (size_t i = 0; i < articles[article].entities.size(); ++i) {
      const Entity& entity = articles[article].entities[i];
      const DossierEntityId id = entities.of[article][i];
      const std::string key = name_key(entity.name, lexicon);
      add(story_of[article], key, id);
      for (const std::string& alias : entity.aliases) add(story_of[article], name_key(alias, lexicon), id);
      if (entity.kind != EntityKind::person) {
        // «la préfecture» is that of Alpes-Maritimes in a story that knows no other.
        if (begins_upper(entity.name)) continue;
        add(story_of[article], "voice:" + voice_key(entity.name, articles[article].language, lexicon), id);
        add(story_of[article], key.substr(0, key.find(' ')), id);
        continue;
      }
      if (!entity.role.empty()) {
        add(story_of[article], name_key(entity.role, lexicon), id);
        add(story_of[article], "voice:" + voice_key(entity.role, articles[article].language, lexicon), id);
      }
      if (const std::string bones = skeleton(key); !bones.empty())
        add(story_of[article], "bones:" + bones, id);
      if (const auto tokens = tokens_of(key); tokens.size() >= 2) add(story_of[article], tokens.back(), id);
    }
  for (const auto& key : ambiguous) by_name_.erase(key);
}

std::string voice_key(std::string_view name, Language language, const Lexicon& lexicon) {
  std::set<std::string> roots;
  // «irakien», "Iraqi" are one side, whatever the tongue.
  std::string rest(name);
  for (const Word& word : words_of(name))
    if (const auto found = lexicon.nationalities.find(utf8::fold(slice(name, word.span)));
        found != lexicon.nationalities.end()) {
      roots.insert("=" + found->second);
      rest.replace(word.span.begin, word.span.size(), word.span.size(), ' ');
    }
  for (const auto& word : content_of(rest, language, lexicon).words) roots.insert(word.back());
  std::string out;
  for (const std::string& root : roots) out += (out.empty() ? "" : " ") + root;
  return out;
}

DossierEntityId NameFinder::find(uint32_t story, std::string_view name, Language language) const {
  auto found = by_name_.find({story, name_key(name, lexicon_)});
  if (found == by_name_.end()) found = by_name_.find({story, "voice:" + voice_key(name, language, lexicon_)});
  // «Haïdar al Abadi», whom one article names and another knows as "Haider al-Abadi".
  if (found == by_name_.end() && begins_upper(name))
    found = by_name_.find({story, "bones:" + skeleton(name_key(name, lexicon_))});
  return found == by_name_.end() ? DossierEntityId::none() : found->second;
}

}  // namespace recoupe::compare
