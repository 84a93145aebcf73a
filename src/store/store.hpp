// The SQLite store of a dossier, and its search. The only room that speaks SQL.
//
//   auto store = store::open("out/dossier.sqlite");        // made, or brought up to this version
//   store.value().put(document);                           // one transaction an article
//   store.value().put(dossier);                            // the comparison; replaces the earlier one
//   store.value().search("speaker:hollande Mossoul", 50);
//
// The tables are ours to change from version to version; the views (articles, statements, figures, movements,
// events, times, places, clusters, cluster_members) are for people with a SQL prompt and stay
// (docs/formats.md).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/span.hpp"
#include "document/dossier.hpp"

namespace recoupe::store {

// One thing that a search found. `kind`: statement, figure, movement, event, time, place, or text for a
// paragraph of an article in which the words stand outside every claim kind asked for.
struct Found {
  std::string article;  // its id
  std::string outlet, title, published, source_name;
  std::string kind;
  std::string claim;  // "s1", "f3" …; empty for a place or a paragraph
  std::string text;
  std::string speaker;  // empty = nobody is named
  std::string status;   // empty for times, places and paragraphs
  std::string time;     // TIMEX3; empty = none
  Span span;            // code points of the article's text
  Span source;          // bytes of the original
};

class Database;

class Store {
 public:
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // An article that is there already (same id) is replaced, never doubled; the name under which it first came
  // stays.
  Outcome put(const Document& document);
  // All articles of the dossier, and what was found in comparing them.
  Outcome put(const Dossier& dossier);
  // QUERY: words, "phrases", prefix*, and field:value with the fields speaker, via, outlet, place, title,
  // kind, category, status, form, language, date (2016, 2016-10 …). All must hold. No text is a syntax error.
  Result<std::vector<Found>> search(std::string_view query, size_t limit = 100, size_t offset = 0) const;
  // The number of articles.
  Result<size_t> size() const;

 private:
  friend Result<Store> open(const std::string& path);
  friend Result<Store> open_to_read(const std::string& path);
  friend Outcome write_whole(const std::string& path, const std::function<Outcome(Store&)>& fill);
  friend Result<std::vector<std::string>> differences(const std::string& path, const Dossier& dossier);
  explicit Store(std::unique_ptr<Database> database);

  std::unique_ptr<Database> database_;
};

// Opens for reading and writing; makes the file where there is none and migrates an older schema.
Result<Store> open(const std::string& path);
// Opens a store that exists, without changing one byte of it; works on write-protected media.
Result<Store> open_to_read(const std::string& path);

// Makes a whole new store at `path` or leaves what is there untouched: `fill` works on a temporary file
// beside it, which takes the place of `path` only when everything is written.
Outcome write_whole(const std::string& path, const std::function<Outcome(Store&)>& fill);

// The tables of the store at `path` whose rows are not those that this dossier gives; none: it is the same
// store.
Result<std::vector<std::string>> differences(const std::string& path, const Dossier& dossier);

// Removes what SQLite keeps beside a store (-wal, -shm, -journal). To be called before another file takes the
// place of the store: a log left by the old one must never be read into the new one.
void remove_companions(const std::string& path);

}  // namespace recoupe::store
