// What a dossier's folder holds at one moment: read once, shared by all requests until the files change.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/span.hpp"

namespace recoupe::serve {

// A list of dossier.json: its elements' bytes, and of each the values by which it may be asked for.
struct List {
  std::vector<Span> elements;
  std::vector<std::multimap<std::string, std::string>> fields;  // "kind" → "figure", "article" → an id, …
};

struct Folder {
  std::string path;
  std::string version;                // changes whenever one of the files does: the ETag of every answer
  std::string dossier;                // dossier.json
  std::map<std::string, List> lists;  // "articles", "stories", "origins", "entities", "clusters", "timeline"
  std::map<std::string, uint64_t> lines;  // article id → where its line begins in articles.jsonl

  std::string_view element(const List& list, size_t index) const {
    return slice(dossier, list.elements[index]);
  }
  // The line of an article; empty if there is none.
  std::string article(const std::string& id) const;
};

// The fields by which the elements of a list may be asked for.
const std::vector<std::string>& filters_of(std::string_view list);

// An Error if there is no dossier in the folder, or one that cannot be read.
Result<std::shared_ptr<const Folder>> read_folder(const std::string& path);

// What read_folder would give as `version`, told from the files' sizes and times alone. Empty while a run of
// recoupe is moving new files into the folder: what was read before is whole, what lies there may not be.
std::string version_of(const std::string& path);

// A file of the folder; empty if it cannot be read.
std::string read_file(const std::string& path);

}  // namespace recoupe::serve
