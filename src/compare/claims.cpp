#include "compare/claims.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "compare/stories.hpp"

namespace recoupe::compare {

const Bonds& Setting::bonds_of(ClaimKind kind) const {
  static const Bonds none;
  const auto found = bonds.find(kind);
  return found == bonds.end() ? none : found->second;
}

ClaimReference reference(const Setting& setting, Claim claim, const std::vector<Attribution>& attribution) {
  ClaimReference out{claim.article, claim.index, setting.origin_of[claim.article], {}, {}};
  if (attribution.empty()) return out;
  const Attribution& first = attribution.front();
  if (first.entity.value < setting.entities.of[claim.article].size())
    out.speaker = setting.entities.of[claim.article][first.entity.value];
  else if (!first.name.empty())
    out.speaker = setting.names.find(setting.story_of[claim.article], first.name,
                                     setting.articles[claim.article].language);
  if (!out.speaker)
    out.voice = voice_key(first.name, setting.articles[claim.article].language, setting.lexicon);
  return out;
}

Span sentence_around(const Document& document, Span span) {
  const auto after = std::upper_bound(document.sentences.begin(), document.sentences.end(), span.begin,
                                      [](uint32_t at, const Sentence& s) { return at < s.span.begin; });
  if (after != document.sentences.begin() && (after - 1)->span.end >= span.end) return (after - 1)->span;
  const std::string& text = document.text;
  const auto size = static_cast<uint32_t>(text.size());
  span = {std::min(span.begin, size), std::min(std::max(span.begin, span.end), size)};
  constexpr uint32_t longest = 600;
  const auto is_end = [&](uint32_t at) {
    return text[at] == '\n' || ((text[at] == '.' || text[at] == '!' || text[at] == '?') &&
                                at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\n'));
  };
  uint32_t begin = span.begin, end = span.end;
  while (begin > 0 && span.begin - begin < longest && !is_end(begin - 1)) --begin;
  while (end < text.size() && end - span.end < longest && !is_end(end)) ++end;
  return {begin, end};
}

std::string name_of(const Document& document) {
  if (document.outlet && !document.outlet->name.empty()) return document.outlet->name;
  const size_t slash = document.source_name.rfind('/');
  return slash == std::string::npos ? document.source_name : document.source_name.substr(slash + 1);
}

std::string quoted(std::string_view words, size_t longest) {
  std::string out = "«";
  bool blank = false;
  for (size_t i = 0; i < words.size();) {
    const utf8::Decoded d = utf8::decode(words, i);
    const bool line = d.code_point < 0x20;
    if (out.size() > longest && (utf8::is_space(d.code_point) || line)) return out + "…»";
    if (!line)
      out += words.substr(i, d.size);
    else if (!blank)
      out += ' ';
    blank = line;
    i += d.size;
  }
  return out + "»";
}

std::string in_its_sentence(const Document& document, Span claim) {
  constexpr uint32_t longest = 140;
  Span shown = sentence_around(document, claim);
  shown = {std::min(shown.begin, claim.begin), std::max(shown.end, claim.end)};
  const std::string_view text = document.text;
  while (shown.begin < claim.begin && (text[shown.begin] == ' ' || text[shown.begin] == '\n')) ++shown.begin;
  if (shown.size() <= longest) return quoted(document.words(shown), longest + 20);
  // Half of the room before the claim, the rest behind it; cut between words.
  const uint32_t room = claim.size() >= longest ? 0 : longest - claim.size();
  uint32_t begin = claim.begin - std::min(claim.begin - shown.begin, room / 2);
  uint32_t end = std::min(shown.end, std::max(claim.end, begin + longest));
  while (begin > shown.begin && begin < claim.begin && text[begin - 1] != ' ') ++begin;
  while (end < shown.end && end > claim.end && text[end] != ' ') --end;
  std::string out = quoted(document.words(Span{begin, end}), longest + 40);
  if (begin > shown.begin) out.replace(0, std::string_view("«").size(), "«…");
  if (end < shown.end && !out.ends_with("…»")) out.insert(out.size() - std::string_view("»").size(), "…");
  return out;
}

std::string count_of_origins(const std::vector<ClaimReference>& members) {
  std::set<uint32_t> origins;
  for (const ClaimReference& member : members) origins.insert(member.origin.value);
  return fmt::format("{} {}", origins.size(), origins.size() == 1 ? "origin" : "origins");
}

bool one_article(const std::vector<ClaimReference>& members) {
  return std::all_of(members.begin(), members.end(),
                     [&](const ClaimReference& m) { return m.article == members.front().article; });
}

namespace {

bool is_day(const std::string& value) {
  return value.size() >= 10 && day_number(value).has_value();
}

// The day that a claim tells of: its own time, or the first date of its sentence.
std::string day_of(const Setting& setting, ClaimKind kind, const ClaimReference& claim) {
  const Document& document = setting.articles[claim.article];
  std::string own;
  Span span;
  switch (kind) {
    case ClaimKind::statement:
      span = document.statements[claim.index].span;
      break;  // when the words were said is not when the thing happened
    case ClaimKind::figure:
      own = document.figures[claim.index].time;
      span = document.figures[claim.index].span;
      break;
    case ClaimKind::movement:
      own = document.movements[claim.index].time;
      span = document.movements[claim.index].span;
      break;
    case ClaimKind::time:
      own = document.times[claim.index].value;
      break;
    case ClaimKind::event:
      own = document.events[claim.index].time;
      span = document.events[claim.index].span;
      break;
  }
  if (is_day(own)) return own.substr(0, 10);
  if (span.empty()) return {};
  const Span sentence = sentence_around(document, span);
  auto time = std::lower_bound(document.times.begin(), document.times.end(), sentence.begin,
                               [](const Time& t, uint32_t begin) { return t.span.begin < begin; });
  for (; time != document.times.end() && time->span.end <= sentence.end; ++time)
    if (is_day(time->value) && !time->rejected) return time->value.substr(0, 10);
  return {};
}

}  // namespace

std::vector<Cluster> cluster_times(const Setting& setting) {
  std::map<std::pair<uint32_t, std::string>, std::vector<Claim>> days;
  for (uint32_t article = 0; article < setting.articles.size(); ++article) {
    const auto& times = setting.articles[article].times;
    for (uint32_t i = 0; i < times.size(); ++i)
      if (is_day(times[i].value) && !times[i].rejected)
        days[{setting.story_of[article], times[i].value.substr(0, 10)}].push_back({article, i});
  }
  std::vector<Cluster> out;
  for (const auto& [key, claims] : days) {
    std::vector<Link> links;
    for (uint32_t i = 1; i < claims.size(); ++i) links.push_back({0, i, 1});
    for (const std::vector<uint32_t>& group : grouped(claims, links, setting.bonds_of(ClaimKind::time))) {
      Cluster cluster;
      cluster.kind = ClaimKind::time;
      cluster.label = key.second;
      for (const uint32_t i : group) cluster.members.push_back(reference(setting, claims[i], {}));
      cluster.relation = one_article(cluster.members) ? ClusterRelation::single : ClusterRelation::same;
      cluster.why =
          cluster.relation == ClusterRelation::single
              ? fmt::format("only {} speaks of this day", name_of(setting.articles[claims[group[0]].article]))
              : fmt::format("{} speak of this day", count_of_origins(cluster.members));
      out.push_back(std::move(cluster));
    }
  }
  return out;
}

std::vector<TimelineEntry> make_timeline(const Setting& setting, const std::vector<Cluster>& clusters) {
  std::vector<TimelineEntry> out;
  for (uint32_t i = 0; i < clusters.size(); ++i) {
    std::string date;
    for (const ClaimReference& member : clusters[i].members)
      if (date.empty()) date = day_of(setting, clusters[i].kind, member);
    if (!date.empty()) out.push_back({std::move(date), ClusterId{i}});
  }
  std::stable_sort(out.begin(), out.end(), [](const TimelineEntry& a, const TimelineEntry& b) {
    return std::tie(a.date, a.cluster) < std::tie(b.date, b.cluster);
  });
  return out;
}

}  // namespace recoupe::compare
