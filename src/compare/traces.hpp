// What an article leaves of its wording: the traces by which a copy is known. Five-word shingles, of which
// the smallest hash of every eight in a row is kept (winnowing): any copy of twelve words in a row leaves one
// in both articles. TraceIndex holds those of all articles and takes one more in microseconds; it costs 24 to
// 40 bytes a trace, three to four kilobytes for an article of 500 words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document/document.hpp"

namespace recoupe::compare {

struct Trace {
  uint64_t hash = 0;
  uint32_t begin = 0;          // byte of Document::text
  uint32_t sentence : 31 = 0;  // the how manyeth of the text, counted by marks
  uint32_t closing : 1 = 0;    // in the last of several paragraphs, where houses put what they say every day
};

// In order of position; a hash that comes twice is kept once. Words of direct speech leave none, unless the
// article is little else: two reporters who heard one speech are two.
std::vector<Trace> traces_of(const Document& document);

// From trace to articles. Open addressing; a trace that one article alone has (most do) takes one slot and
// one posting.
class TraceIndex {
 public:
  struct Posting {
    uint32_t article : 31;
    uint32_t closing : 1;
    uint32_t next;  // towards earlier articles; none = the last
  };
  static constexpr uint32_t none = UINT32_MAX;
  static constexpr uint32_t holders_kept = 24;  // of one trace: later copies still meet the first ones

  void add(uint32_t article, std::span<const Trace> traces);
  // The first holders_kept articles that have the trace, in rising order; valid until the next call.
  std::span<const Posting> holders(uint64_t hash) const;
  size_t bytes() const { return slots_.capacity() * sizeof(Slot) + postings_.capacity() * sizeof(Posting); }

 private:
  struct Slot {
    uint64_t hash = 0;
    uint32_t newest = none;
    uint32_t count = 0;  // 0 = free
  };
  Slot& slot(uint64_t hash);
  const Slot* find(uint64_t hash) const;
  void grow();

  std::vector<Slot> slots_;
  size_t used_ = 0;
  std::vector<Posting> postings_;
  mutable std::vector<Posting> found_;
};

}  // namespace recoupe::compare
