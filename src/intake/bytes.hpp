// Bytes of a file or of standard input, gunzipped on the way where they begin like gzip, through a buffer
// that lets the caller look ahead. Holds a few 64 KiB blocks and the longest line that was asked for, no
// more.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "intake/intake.hpp"

namespace recoupe::intake {

class ByteReader {
 public:
  // "-" is standard input.
  static Result<std::unique_ptr<ByteReader>> open(const std::string& path, const Options& options);
  // Bytes that are in memory already.
  static std::unique_ptr<ByteReader> over(std::string bytes);
  ~ByteReader();
  ByteReader(const ByteReader&) = delete;
  ByteReader& operator=(const ByteReader&) = delete;

  // The next `count` bytes without taking them; fewer only at the end of the input.
  std::string_view ahead(size_t count);
  void skip(size_t count);
  bool at_end() { return ahead(1).empty(); }

  enum class Got { something, too_long, end };
  // The next line without its "\n" or "\r\n". A line longer than `limit` is passed over: too_long.
  Got line(std::string& into, size_t limit);
  // All that is left.
  Got rest(std::string& into, size_t limit);

  // Why the bytes ended before their time: a broken gzip, a failing disk. Ask when the end is reached.
  const std::optional<std::string>& failure() const { return failure_; }

 private:
  explicit ByteReader(int descriptor, const Options& options);
  bool fill();  // one more block into buffer_; false at the end
  size_t read_raw(char* into, size_t size);
  bool inflate_block();
  void start_gzip();

  struct Inflater;
  Options options_;
  int descriptor_;
  std::unique_ptr<Inflater> inflater_;
  std::string buffer_;
  size_t position_ = 0;
  bool ended_ = false;
  std::optional<std::string> failure_;
};

}  // namespace recoupe::intake
