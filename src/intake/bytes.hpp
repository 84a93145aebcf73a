// Bytes of a file or of standard input, gunzipped on the way where they begin like gzip, through a buffer
// that lets the caller look ahead. Holds a few 64 KiB blocks and the longest stretch that was asked for, no
// more.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "intake/intake.hpp"
#include "intake/stored.hpp"

namespace recoupe::intake {

// A place by which a stretch is found again: `stored` counts the bytes of the file as it is stored, `inside`
// those of the stream that begins there. In a gzip, `stored` is the first byte of a member; elsewhere
// `inside` is 0.
struct Mark {
  uint64_t stored = 0;
  uint64_t inside = 0;
  constexpr auto operator<=>(const Mark&) const = default;
};

class ByteReader {
 public:
  // "-" is standard input.
  static Result<std::unique_ptr<ByteReader>> open(const std::string& path, const Options& options);
  static std::unique_ptr<ByteReader> over(std::unique_ptr<Stored> stored, const Options& options);
  // Bytes that are in memory already.
  static std::unique_ptr<ByteReader> over(std::string bytes);
  ~ByteReader();
  ByteReader(const ByteReader&) = delete;
  ByteReader& operator=(const ByteReader&) = delete;

  // The next `count` bytes without taking them; fewer only at the end of the input. Holds until the next
  // call.
  std::string_view ahead(size_t count);
  // Takes `count` bytes that ahead() has shown.
  void skip(size_t count);
  // Takes `count` bytes, however many; false where the input ends before.
  bool pass(uint64_t count);
  bool at_end() { return ahead(1).empty(); }

  enum class Got { something, too_long, end };
  // The next line without its "\n" or "\r\n". A line longer than `limit` is passed over: too_long.
  Got line(std::string& into, size_t limit);
  // All that is left.
  Got rest(std::string& into, size_t limit);

  // Why the bytes ended before their time: a broken gzip, a failing disk. Ask when the end is reached.
  const std::optional<std::string>& failure() const { return failure_; }

  // ---- for archives, whose records are found again by their place
  // How many bytes were taken since the beginning or the last jump.
  uint64_t position() const { return taken_; }
  Mark mark() const;
  // The position at which the gzip member begins that comes next in what ahead() has shown.
  std::optional<uint64_t> next_member() const;
  // And that of the last one of which bytes were read.
  std::optional<uint64_t> last_member() const;
  // Goes to that byte of the file; false where that cannot be done (a pipe).
  bool jump(uint64_t stored);
  // Goes back to a position behind which reading went wrong, if that costs little (see bytes.cpp).
  bool back_to(uint64_t position);
  // Whether the gzip ended before its file did, and what follows its last member is no member.
  bool stopped_short() const;
  // And that it is not mere padding with zeros.
  bool stopped_at_garbage() const;
  // After a failure, or where it stopped short: goes to the next thing that begins like a gzip member; false
  // where there is none.
  bool resume();

 private:
  ByteReader(std::unique_ptr<Stored> stored, const Options& options);
  bool fill();  // one more block into buffer_; false at the end
  bool inflate_block();
  size_t read_raw(char* into, size_t size);
  void start();
  void start_gzip();
  bool affordable(uint64_t bytes);

  struct Inflater;
  struct Member {
    uint64_t at = 0, stored = 0;  // where it begins: in the stream, in the file
  };
  Options options_;
  std::unique_ptr<Stored> stored_;
  std::unique_ptr<Inflater> inflater_;
  std::deque<Member> members_;  // the one that position() lies in, and those after it
  std::string buffer_;
  size_t begin_ = 0;     // of what is not taken yet, in buffer_
  uint64_t taken_ = 0;   // position()
  uint64_t read_ = 0;    // the next byte of the file
  uint64_t origin_ = 0;  // the byte of the file at which the stream began
  uint64_t read_in_all_ = 0, read_twice_ = 0;
  bool ended_ = false;
  std::optional<std::string> failure_;
};

}  // namespace recoupe::intake
