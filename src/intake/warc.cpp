// How a damaged archive is read. A record says how long it is; that it tells the truth shows in what follows:
// two line ends and then the next record, or the end. Where it does not, the record is given up, and the next
// line that reads "WARC/1.x" and has a WARC-Type soon below it is taken for the next record. In a gzip the
// beginning of a member, found by its magic bytes, serves the same end where inflating itself fails.
#include "intake/warc.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "intake/warc_record.hpp"

namespace recoupe::intake {
namespace {

constexpr size_t window = size_t{64} << 10;
constexpr uint64_t most_damaged = 1000;    // records, and as many as whole ones: more is no archive
constexpr size_t look_ahead = window / 4;  // of which the first fields of a header have enough

bool is_line_end(char c) {
  return c == '\r' || c == '\n';
}

// "WARC/1.0\r\n", and a WARC-Type among the fields below: a record, not a text that speaks of WARC. Reads no
// further than to the next words that could begin a record, so that a thousand of them cost no more than one.
bool begins_record(std::string_view text) {
  constexpr size_t version = std::string_view("WARC/1.0").size();
  if (!text.starts_with("WARC/1.") || text.size() <= version || !is_line_end(text[version])) return false;
  text = text.substr(0, std::min(look_ahead, text.find("WARC/1.", version)));
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at)) {
    const std::string_view line = text.substr(++at);
    if (line.empty() || is_line_end(line.front())) return false;
    const size_t colon = line.find_first_of(":\n");
    if (colon != std::string_view::npos && same_name(trimmed(line.substr(0, colon)), "WARC-Type"))
      return true;
  }
  return false;
}

class Reader {
 public:
  Reader(ByteReader& bytes, const std::string& path, const Take& take, const Options& options)
      : bytes_(bytes), path_(path), take_(take), options_(options) {}

  // Everything from here on, or, given the places that are wanted, those alone, and no further than to the
  // last.
  bool run(const std::set<Mark>* only) {
    for (;;) {
      if (damaged_ > most_damaged + whole_)
        return take_(Error{path_, fmt::format("is damaged in {} places: the rest is not read", damaged_)});
      skip_line_ends();
      if (bytes_.at_end()) {
        if (!bytes_.failure() && !bytes_.stopped_short()) return true;
        bool more = false;
        if (!recover(more)) return false;
        if (!more) return true;
        continue;
      }
      const Mark mark = bytes_.mark();
      if (only != nullptr && mark > *only->rbegin()) return true;
      wanted_ = only == nullptr || only->contains(mark);
      if (!record(fmt::format("{}!{}", path_, record_name(mark)))) return false;
    }
  }

 private:
  void skip_line_ends() {
    while (!bytes_.at_end() && is_line_end(bytes_.ahead(1).front())) bytes_.skip(1);
  }

  // The gzip is broken here: the next member, and a word about the place where nobody said it yet.
  bool recover(bool& more) {
    const std::string name = fmt::format("{}!{}", path_, record_name(bytes_.mark()));
    const std::string what = bytes_.failure().value_or("bytes that are no gzip stand here");
    const bool garbage = bytes_.failure() || bytes_.stopped_at_garbage();
    more = bytes_.resume();
    const bool silent = std::exchange(told_, false) || (!garbage && !more);
    wanted_ = true;
    return silent || tell(name, what);
  }

  bool record(const std::string& name) {
    const std::string_view start = header_bytes();
    const Result<WarcHeader> parsed = parse_warc_header(start);
    if (!parsed.ok()) {
      told_ = bytes_.failure() && start.size() < longest_warc_header;  // the header is cut off with the bytes
      return damaged(name, told_ ? *bytes_.failure() : parsed.error().what, 1);
    }
    const WarcHeader& header = parsed.value();
    // A body may be packed no better than its HTTP header allows; a little more than an article is let in.
    if (header.length > options_.max_article_bytes + window) return long_record(name, header);
    const auto total = static_cast<size_t>(header.size + header.length);
    const uint64_t begin = bytes_.position();
    const std::string_view whole = bytes_.ahead(total + 16);
    if (whole.size() < total || member_breaks(begin + total)) return cut_record(name, header);
    if (const auto next = bytes_.next_member(); bytes_.mark().inside == 0 && next && *next < begin + total)
      if (begins_record(whole.substr(*next - begin)))
        return damaged(name, "the record is shorter than its Content-Length", *next - begin);
    if (!ends_well(whole.substr(total)))
      return damaged(name, "the record does not end where its Content-Length says", header.size);
    bool more = true;
    if (wanted_)
      if (auto page = warc_page(header, whole.substr(header.size, header.length), name, options_))
        more = take_(std::move(*page));
    bytes_.skip(total);
    ++whole_;
    return more;
  }

  // As much as a header may be long, and no more than it is.
  std::string_view header_bytes() {
    for (size_t size = size_t{4} << 10;; size *= 4) {
      const std::string_view text = bytes_.ahead(size);
      if (text.size() < size || size >= longest_warc_header || parse_head(text, size).size > 0) return text;
    }
  }

  // Whether the gzip is broken in the very member in which the record ends at `end`: that its bytes came out
  // does not make them right.
  bool member_breaks(uint64_t end) const {
    const auto last = bytes_.last_member();
    return bytes_.failure() && last && *last < end;
  }

  bool ends_well(std::string_view rest) const {
    if (rest.starts_with("\r\n\r\n")) return true;
    size_t at = 0;
    while (at < rest.size() && is_line_end(rest[at])) ++at;
    return at == rest.size() || (at > 0 && rest.substr(at).starts_with("WARC/"));
  }

  // The bytes ended, or the gzip broke, within the record.
  bool cut_record(const std::string& name, const WarcHeader& header) {
    std::string what = bytes_.failure().value_or("the record is cut off");
    if (bytes_.failure() && bytes_.resume()) return tell(name, std::move(what));
    told_ = bytes_.failure().has_value();
    // It may only claim to be that long: look for others in what it swallowed.
    return damaged(name, std::move(what), header.size);
  }

  bool tell(const std::string& name, std::string what) {
    ++damaged_;
    return !wanted_ || take_(Error{name, std::move(what)});
  }

  // Longer than any article: an image, a film, or a lie.
  bool long_record(const std::string& name, const WarcHeader& header) {
    const uint64_t begin = bytes_.position();
    const uint64_t end = begin + header.size + header.length;
    const bool member = bytes_.mark().inside == 0;
    const bool article =
        wanted_ && may_hold_article(header, bytes_.ahead(header.size + window).substr(header.size));
    while (bytes_.position() < end) {
      if (bytes_.at_end()) {
        std::string what = bytes_.failure().value_or("the record is cut off");
        told_ = bytes_.failure() && !bytes_.resume();
        bytes_.back_to(begin + header.size);
        return damaged(name, std::move(what), 0);
      }
      const auto next = bytes_.next_member();
      const uint64_t stop = std::min(end, next.value_or(end));
      if (!bytes_.pass(std::min<uint64_t>(window, stop - bytes_.position()))) continue;
      if (member && next && bytes_.position() == *next && *next < end && begins_record(bytes_.ahead(window)))
        return tell(name, "the record is shorter than its Content-Length");
    }
    if (!ends_well(bytes_.ahead(16))) {
      bytes_.back_to(begin + header.size);
      return damaged(name, "the record does not end where its Content-Length says", 0);
    }
    return !article || take_(Error{name, fmt::format("is longer than {} bytes, the most for one article",
                                                     options_.max_article_bytes)});
  }

  // Tells of the record and goes to the next one, which begins no earlier than `from` bytes behind it.
  bool damaged(const std::string& name, std::string what, uint64_t from) {
    if (!tell(name, std::move(what))) return false;
    bytes_.pass(from);
    return resynchronise();
  }

  bool resynchronise() {
    for (;;) {
      const std::string_view text = bytes_.ahead(window);
      if (text.empty()) return true;  // run() sees the end, or the failure
      for (size_t at = text.find("WARC/1."); at != std::string_view::npos; at = text.find("WARC/1.", at + 1))
        if ((at + look_ahead <= text.size() || text.size() < window) && begins_record(text.substr(at))) {
          bytes_.skip(at);
          return true;
        }
      bytes_.skip(text.size() < window ? text.size() : window - look_ahead);
    }
  }

  ByteReader& bytes_;
  const std::string& path_;
  const Take& take_;
  const Options& options_;
  bool wanted_ = true;
  uint64_t damaged_ = 0, whole_ = 0;
  bool told_ = false;  // the failure that the bytes ended with
};

}  // namespace

bool read_warc(ByteReader& bytes, const std::string& path, const Wanted* only, const Take& take,
               const Options& options) {
  if (only == nullptr) return Reader(bytes, path, take, options).run(nullptr);
  std::map<uint64_t, std::set<Mark>> members;
  std::set<Mark> all;
  for (const std::string& record : *only)
    if (const auto mark = record_mark(record)) {
      members[mark->stored].insert(*mark);
      all.insert(*mark);
    }
  if (all.empty()) return true;
  // A packed entry of a zip is read from its beginning; a file, from each place that is wanted.
  if (!bytes.jump(members.begin()->first)) return Reader(bytes, path, take, options).run(&all);
  for (const auto& [stored, marks] : members)
    if (bytes.jump(stored) && !Reader(bytes, path, take, options).run(&marks)) return false;
  return true;
}

}  // namespace recoupe::intake
