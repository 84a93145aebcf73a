// What a person at a terminal sees: messages on stderr, one line each, and a progress line that is there only
// while stderr is a terminal. Names of files are hostile input too: control characters never reach the
// terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace recoupe::cli {

// Control characters and malformed bytes as \x1b; everything else as it is.
std::string printable(std::string_view text);

// Writes, and leaves it to the caller to ask ferror(): a closed pipe is no reason to die.
void put(std::FILE* file, std::string_view text);
// Text for other programs on standard output, as it is; false where nobody takes it any more.
bool print(std::string_view text);

class Messages {
 public:
  explicit Messages(bool quiet);
  ~Messages() { clear(); }
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;

  // "recoupe: WHERE: WHAT", whether quiet or not.
  void error(const Error& error);
  void error(std::string_view what);
  // A line for people; nothing when quiet.
  void say(std::string_view line);
  // One more article done; redraws the progress line a few times a second.
  void progress(uint64_t articles, uint64_t failures);
  void clear();

 private:
  void draw(std::string_view line);

  bool quiet_;
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point start_, last_;
};

// The end of what print() has written (`written`: all of it so far). False where some was lost, and says why,
// unless the reader has gone: `| head` is no error.
bool finish_output(bool written, Messages& messages);

}  // namespace recoupe::cli
