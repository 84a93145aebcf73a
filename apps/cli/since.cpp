#include "since.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "document/names.hpp"
#include "report/changes_json.hpp"

namespace recoupe::cli {

Result<OldDossier> read_old_dossier(const std::string& folder) {
  const std::filesystem::path path(folder);
  std::ifstream articles(path / "articles.jsonl", std::ios::binary);
  std::ifstream dossier(path / "dossier.json", std::ios::binary);
  if (!articles || !dossier) return Error{folder, "is no dossier: it has no articles.jsonl and dossier.json"};
  std::ostringstream json;
  json << dossier.rdbuf();
  Result<OldDossier> old = report::read_old_dossier(articles, json.str());
  if (!old.ok()) return Error{folder, old.error().what};
  return old;
}

void tell_changes(const Changes& changes, const std::string& since, Messages& messages) {
  std::string line = fmt::format("since {}: {} {} more", since, changes.added.size(),
                                 changes.added.size() == 1 ? "article" : "articles");
  if (!changes.changed.empty()) line += fmt::format(", {} in a new version", changes.changed.size());
  if (!changes.removed.empty()) line += fmt::format(", {} not there any more", changes.removed.size());
  messages.say(line);
  constexpr size_t told_of_each = 10;
  for (const ChangeKind kind : {ChangeKind::contradicts, ChangeKind::updates, ChangeKind::withdraws,
                                ChangeKind::confirms, ChangeKind::adds}) {
    const auto count = static_cast<size_t>(std::count_if(changes.list.begin(), changes.list.end(),
                                                         [&](const Change& c) { return c.kind == kind; }));
    if (count == 0) continue;
    messages.say(fmt::format("{} {} {}", name(kind), count, count == 1 ? "claim" : "claims"));
    if (kind == ChangeKind::adds) continue;  // the page shows them
    size_t told = 0;
    for (const Change& change : changes.list)
      if (change.kind == kind && told++ < told_of_each)
        messages.say(fmt::format("  {}: {}", change.label, change.why));
    if (count > told_of_each)
      messages.say(fmt::format("  and {} more, in changes.json", count - told_of_each));
  }
}

}  // namespace recoupe::cli
