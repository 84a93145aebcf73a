// The same words, the same thing in other words, and its contrary.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/utf8.hpp"
#include "compare/claims.hpp"
#include "document/names.hpp"

namespace recoupe::compare {
namespace {

constexpr size_t holders_searched = 150;  // of one word in one story; a word of every claim tells nothing
// Shares of common words (Dice) from which two statements are taken for one. Translations share fewer,
// because the dictionary is short.
constexpr double same_words = 0.9;
constexpr double kindred_words = 0.5;
constexpr double near_words = 0.75;
constexpr double other_words = 0.6;
constexpr double other_words_one_speaker = 0.45;
constexpr double translated = 0.6;
constexpr double translated_one_speaker = 0.45;
constexpr double whole_excerpt = 0.8;

struct Said {
  Claim claim;
  ClaimReference reference;
  const Statement* statement;
  Language language;
  Content content;
  std::vector<Content> sentences;  // of a direct one that has several
  Content speaker_words;           // name, role and mention of the speaker
};

bool share_a_number(const Content& a, const Content& b) {
  return std::any_of(a.numbers.begin(), a.numbers.end(), [&](const std::string& number) {
    return std::binary_search(b.numbers.begin(), b.numbers.end(), number);
  });
}

// The speakers may be one: «le chef d'état-major russe» here, «le général russe Valery Gerasimov» there. Two
// full names are two people.
bool kindred(const Said& a, const Said& b) {
  if (a.reference.speaker && b.reference.speaker) return false;
  return overlap(a.speaker_words, b.speaker_words).matched >= 1;
}

// Translators cut and join sentences: one of the one may be in the other's words.
bool one_sentence_alike(const Said& a, const Said& b) {
  return std::any_of(a.sentences.begin(), a.sentences.end(), [&](const Content& x) {
    return std::any_of(b.sentences.begin(), b.sentences.end(), [&](const Content& y) {
      const Overlap common = overlap(x, y);
      return common.dice >= kindred_words && common.matched >= 3;
    });
  });
}

// What two statements of different articles are to each other; nothing if they are about different things.
std::optional<ClusterRelation> judge(const Said& a, const Said& b) {
  const Overlap common = overlap(a.content, b.content);
  const bool one_speaker = a.reference.speaker && a.reference.speaker == b.reference.speaker;
  const bool both_direct =
      a.statement->form == StatementForm::direct && b.statement->form == StatementForm::direct;
  const bool both_numbered = !a.content.numbers.empty() && !b.content.numbers.empty();
  const bool numbers_differ = both_numbered && !share_a_number(a.content, b.content);
  const bool one_language = a.language == b.language;
  const size_t shorter = std::min(a.content.words.size(), b.content.words.size());
  if (one_language && both_direct && !numbers_differ) {
    const bool excerpt = common.containment >= whole_excerpt && common.matched >= 4;
    const bool near = common.dice >= near_words && common.matched >= std::min<size_t>(shorter, 3);
    if (excerpt) return ClusterRelation::same;
    if (near && (one_speaker || common.matched >= 3))
      return common.dice >= same_words ? ClusterRelation::same : ClusterRelation::agree;
  }
  if (one_language && common.dice >= same_words && common.matched >= 2 && !numbers_differ &&
      a.content.negated == b.content.negated)
    return ClusterRelation::same;
  if (!one_language && both_direct && one_speaker && !numbers_differ && common.matched >= 2 &&
      common.containment >= whole_excerpt)
    return ClusterRelation::same;
  if (one_language && both_direct && !numbers_differ && !one_speaker && kindred(a, b) &&
      one_sentence_alike(a, b))
    return ClusterRelation::agree;
  const double wanted = one_language ? (one_speaker ? other_words_one_speaker : other_words)
                                     : (one_speaker ? translated_one_speaker : translated);
  const uint32_t matched = one_speaker && !one_language ? 2 : one_speaker ? 3 : 4;
  if (common.dice < wanted || common.matched < matched) return {};
  // Nobody contradicts himself across two newspapers; what looks like it is two remarks.
  const bool contrary =
      a.content.negated != b.content.negated || numbers_differ ||
      (a.statement->status == ClaimStatus::denied) != (b.statement->status == ClaimStatus::denied);
  if (contrary) {
    if (one_speaker && !numbers_differ && !one_language) return ClusterRelation::same;
    if (common.dice < other_words || one_speaker) return {};
    return ClusterRelation::differ;
  }
  return ClusterRelation::agree;
}

Said said(const Setting& setting, Claim claim) {
  const Document& document = setting.articles[claim.article];
  const Statement& statement = document.statements[claim.index];
  const auto content = [&](std::string_view words) {
    return content_of(words, document.language, setting.lexicon);
  };
  Said out{claim, reference(setting, claim, statement.attribution), &statement, document.language, {}, {},
           {}};
  out.content = content(document.words(statement.span));
  if (statement.form == StatementForm::direct) {
    std::string_view rest = document.words(statement.span);
    while (!rest.empty()) {
      const size_t end = std::min(rest.find(". "), rest.size());
      out.sentences.push_back(content(rest.substr(0, end)));
      rest.remove_prefix(std::min(rest.size(), end + 2));
    }
  }
  if (!statement.attribution.empty()) {
    const Attribution& first = statement.attribution.front();
    out.speaker_words =
        content(first.name + " " + first.role + " " + std::string(document.words(first.mention)));
  }
  return out;
}

struct Pair {
  uint32_t a, b;
  ClusterRelation relation;
  double strength;
};

// Pairs within one story that share telling words, judged.
std::vector<Pair> judge_story(const std::vector<Said>& all, const std::vector<uint32_t>& story) {
  std::map<std::string_view, std::vector<uint32_t>> holders;
  std::vector<Pair> out;
  for (const uint32_t i : story) {
    std::map<uint32_t, uint32_t> shared;
    std::set<std::string_view> keys;
    for (const auto& word : all[i].content.words) keys.insert(word.begin(), word.end());
    for (const std::string_view key : keys) {
      std::vector<uint32_t>& list = holders[key];
      if (list.size() <= holders_searched)
        for (const uint32_t other : list) ++shared[other];
      list.push_back(i);
    }
    for (const auto& [other, count] : shared) {
      if (all[other].claim.article == all[i].claim.article) continue;
      const size_t shorter = std::min(all[other].content.words.size(), all[i].content.words.size());
      if (count < std::min<size_t>(2, shorter)) continue;
      if (const auto relation = judge(all[other], all[i]))
        out.push_back({other, i, *relation, overlap(all[other].content, all[i].content).dice});
    }
  }
  return out;
}

std::string speaker_of(const Setting& setting, const std::vector<ClaimReference>& members) {
  std::set<uint32_t> speakers;
  for (const ClaimReference& member : members)
    if (member.speaker) speakers.insert(member.speaker.value);
  if (speakers.size() != 1) return {};
  return setting.entities.list[*speakers.begin()].name;
}

std::string told(const Setting& setting, const Said& said) {
  return fmt::format("{} ({})",
                     quoted(slice(setting.articles[said.claim.article].text, said.statement->span)),
                     name_of(setting.articles[said.claim.article]));
}

// "; asserted in A, hedged in B": kept apart, because a rumour does not confirm a fact.
std::string statuses(const Setting& setting, const std::vector<Said>& all,
                     const std::vector<uint32_t>& group) {
  std::map<ClaimStatus, std::set<std::string>> by_status;
  for (const uint32_t i : group)
    by_status[all[i].statement->status].insert(name_of(setting.articles[all[i].claim.article]));
  if (by_status.size() < 2) return {};
  std::string out;
  for (const auto& [status, outlets] : by_status)
    out += fmt::format("{}{} in {}", out.empty() ? "; " : ", ", name(status), fmt::join(outlets, " and "));
  return out;
}

std::string explain(const Setting& setting, const std::vector<Said>& all, const std::vector<uint32_t>& group,
                    const Cluster& cluster, const std::optional<Pair>& contrary) {
  if (contrary)
    return fmt::format("{} and {} say the contrary of each other", told(setting, all[contrary->a]),
                       told(setting, all[contrary->b]));
  const std::string speaker = speaker_of(setting, cluster.members);
  const std::string by = speaker.empty() ? "" : " by " + speaker;
  std::set<Language> languages;
  for (const uint32_t i : group) languages.insert(all[i].language);
  switch (cluster.relation) {
    case ClusterRelation::same:
      return fmt::format("the same words{}, from {}", by, count_of_origins(cluster.members)) +
             statuses(setting, all, group);
    case ClusterRelation::agree:
      return fmt::format("the same in other words{}{}, from {}", by,
                         languages.size() > 1 ? " in two languages" : "", count_of_origins(cluster.members)) +
             statuses(setting, all, group);
    default:
      return fmt::format("only {} reports this", name_of(setting.articles[all[group[0]].claim.article]));
  }
}

}  // namespace

std::vector<Cluster> cluster_statements(const Setting& setting) {
  std::vector<Said> all;
  std::map<uint32_t, std::vector<uint32_t>> stories;
  for (uint32_t article = 0; article < setting.articles.size(); ++article) {
    const Document& document = setting.articles[article];
    for (uint32_t i = 0; i < document.statements.size(); ++i) {
      const Claim claim{article, i};
      if (document.statements[i].rejected) continue;
      stories[setting.story_of[article]].push_back(static_cast<uint32_t>(all.size()));
      all.push_back(said(setting, claim));
    }
  }
  std::vector<Link> links;
  std::vector<Pair> pairs;
  for (const auto& [story, members] : stories)
    for (const Pair& pair : judge_story(all, members)) {
      links.push_back({pair.a, pair.b, pair.strength});
      pairs.push_back(pair);
    }
  std::vector<Claim> claims;
  for (const Said& one : all) claims.push_back(one.claim);
  const auto groups = grouped(claims, links, setting.bonds_of(ClaimKind::statement));
  std::vector<uint32_t> group_of(all.size());
  for (uint32_t g = 0; g < groups.size(); ++g)
    for (const uint32_t i : groups[g]) group_of[i] = g;
  std::map<uint32_t, std::pair<ClusterRelation, std::optional<Pair>>> verdicts;
  for (const Pair& pair : pairs) {
    if (group_of[pair.a] != group_of[pair.b]) continue;
    auto& [relation, contrary] =
        verdicts.try_emplace(group_of[pair.a], pair.relation, std::nullopt).first->second;
    if (pair.relation == ClusterRelation::differ && !contrary) contrary = pair;
    if (pair.relation != relation) relation = ClusterRelation::agree;
    // A translation says the same in other words.
    if (all[pair.a].language != all[pair.b].language && relation == ClusterRelation::same)
      relation = ClusterRelation::agree;
  }
  std::vector<Cluster> out;
  for (uint32_t g = 0; g < groups.size(); ++g) {
    const std::vector<uint32_t>& group = groups[g];
    Cluster cluster;
    cluster.kind = ClaimKind::statement;
    for (const uint32_t i : group) cluster.members.push_back(all[i].reference);
    cluster.label =
        quoted(slice(setting.articles[all[group[0]].claim.article].text, all[group[0]].statement->span), 140);
    std::optional<Pair> contrary;
    if (const auto verdict = verdicts.find(g); verdict != verdicts.end()) {
      contrary = verdict->second.second;
      cluster.relation = contrary ? ClusterRelation::differ : verdict->second.first;
    }
    cluster.why = explain(setting, all, group, cluster, contrary);
    out.push_back(std::move(cluster));
  }
  return out;
}

}  // namespace recoupe::compare
