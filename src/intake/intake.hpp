// Inputs into Pages: files, folders, globs, standard input, gzip, JSON, WARC. The only room that opens a file
// of the user's. Types are told by content, not by name.
//
//   intake::read({"articles/", "feed.jsonl.gz", "-"}, [&](Result<Page> page) { …; return true; });
//
// Folders are read whole, names in byte order, hidden files left out, each folder once (so a link back to a
// parent ends). Every bad file or record is one Error that names it; the rest goes on. Memory is flat: one
// article at a time, none larger than Options::max_article_bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/page.hpp"

namespace recoupe::intake {

// Records of archives that hold no article: no error, but the user is told how many they were.
struct PassedOver {
  uint64_t other_type = 0;    // images, styles, data
  uint64_t other_status = 0;  // redirections, pages that were not there
  uint64_t revisits = 0;      // "the same as the one fetched last week"

  uint64_t all() const { return other_type + other_status + revisits; }
};

struct Options {
  // One article: a whole file after gunzip, or one line of JSON Lines.
  size_t max_article_bytes = size_t{16} << 20;
  // A gzip that grows by more than this, once it has given max_article_bytes, is refused as a bomb.
  size_t max_expansion = 500;
  PassedOver* passed_over = nullptr;  // counted here; null = not counted
};

// `take` returns false to stop early.
using Take = std::function<bool(Result<Page>)>;

// Reads the inputs in order and hands every page, or the error that stands in its place, to `take`. A bad
// input stops nothing: the next one follows.
void read(const std::vector<std::string>& inputs, const Take& take, const Options& options = {});

// Finds pages again by Page::source_name ("path", "path!12"). Each file is streamed once, whatever the number
// of its records that are wanted, and no further than the last of them. Every different name is answered
// once, by its page or by an Error whose `where` is that name: file by file in the order in which the files
// are first named; within a file in the order of its records, then the names that were not found.
void read_again(const std::vector<std::string>& source_names, const Take& take, const Options& options = {});

}  // namespace recoupe::intake
