#include "compare/witnesses.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "compare/entities.hpp"
#include "compare/union_find.hpp"

namespace recoupe::compare {
namespace {

using Roots = std::set<std::string>;

Roots roots_of(std::string_view key) {
  Roots out;
  while (!key.empty()) {
    const size_t end = std::min(key.find(' '), key.size());
    if (end > 0) out.emplace(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return out;
}

// «officials», «les autorités françaises», «des sources officielles»: no office in particular.
bool is_anybody(const Roots& roots, const Lexicon& lexicon) {
  static constexpr std::array<std::string_view, 8> words = {"autor", "autho", "respo", "offic",
                                                            "offi",  "sourc", "gover", "local"};
  return !roots.empty() && std::all_of(roots.begin(), roots.end(), [&](const std::string& root) {
    const bool nation =
        std::any_of(lexicon.nationalities.begin(), lexicon.nationalities.end(),
                    [&](const auto& one) { return root.size() >= 4 && one.first.starts_with(root); });
    return nation || std::find(words.begin(), words.end(), root) != words.end();
  });
}

// A speaker under every name that may stand for him or her: of an office its own, of a person the roles.
struct Voice {
  std::vector<Roots> names;
};

bool one_office(const Roots& a, const Roots& b) {
  if (a.empty() || b.empty()) return false;
  const Roots &small = a.size() <= b.size() ? a : b, &large = a.size() <= b.size() ? b : a;
  return std::includes(large.begin(), large.end(), small.begin(), small.end());
}

Voice voice_of(const Dossier& dossier, DossierEntityId id, const Lexicon& lexicon) {
  Voice out;
  const DossierEntity& entity = dossier.entities[id.value];
  for (const auto& [article, member] : entity.members) {
    const Document& document = dossier.articles[article];
    const Entity& one = document.entities[member.value];
    const std::string& name = entity.kind == EntityKind::person ? one.role : one.name;
    if (name.empty()) continue;
    Roots roots = roots_of(voice_key(name, document.language, lexicon));
    if (std::find(out.names.begin(), out.names.end(), roots) == out.names.end())
      out.names.push_back(std::move(roots));
  }
  return out;
}

}  // namespace

uint32_t count_witnesses(const Dossier& dossier, const Cluster& cluster, const Lexicon& lexicon) {
  std::set<uint32_t> speakers, named, unnamed;
  std::set<std::string> keys;
  for (const ClaimReference& member : cluster.members) {
    (member.speaker || !member.voice.empty() ? named : unnamed).insert(member.origin.value);
    if (member.speaker)
      speakers.insert(member.speaker.value);
    else if (!member.voice.empty())
      keys.insert(member.voice);
  }
  for (const uint32_t origin : named) unnamed.erase(origin);
  std::vector<Voice> voices;
  for (const uint32_t speaker : speakers) voices.push_back(voice_of(dossier, {speaker}, lexicon));
  for (const std::string& key : keys) voices.push_back({{roots_of(key)}});
  UnionFind sets(voices.size());
  for (uint32_t i = 0; i < voices.size(); ++i)
    for (uint32_t j = i + 1; j < voices.size(); ++j)
      for (const Roots& a : voices[i].names)
        for (const Roots& b : voices[j].names) {
          const bool anybody = is_anybody(a, lexicon), nobody = is_anybody(b, lexicon);
          // Two persons of one role are two.
          const bool persons = i < speakers.size() && j < speakers.size() &&
                               dossier.entities[*std::next(speakers.begin(), i)].kind == EntityKind::person &&
                               dossier.entities[*std::next(speakers.begin(), j)].kind == EntityKind::person;
          if (!persons && ((anybody && nobody) || (!anybody && !nobody && one_office(a, b)))) sets.join(i, j);
        }
  return static_cast<uint32_t>(sets.groups().size() + unnamed.size());
}

}  // namespace recoupe::compare
