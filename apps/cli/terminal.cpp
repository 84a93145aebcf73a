#include "terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/utf8.hpp"

namespace recoupe::cli {

std::string printable(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    const bool control = d.code_point < 0x20 || (d.code_point >= 0x7F && d.code_point < 0xA0);
    // Bidirectional controls could make a line read otherwise than it is written.
    const bool bidi = (d.code_point >= 0x202A && d.code_point <= 0x202E) ||
                      (d.code_point >= 0x2066 && d.code_point <= 0x2069);
    const bool malformed = d.code_point == utf8::replacement && d.size == 1;
    if (control || malformed) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[i]));
      i += malformed ? 1 : d.size;
      continue;
    }
    if (bidi)
      out += fmt::format("\\u{:04x}", static_cast<uint32_t>(d.code_point));
    else
      out += text.substr(i, d.size);
    i += d.size;
  }
  return out;
}

void put(std::FILE* file, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), file);
}

Messages::Messages(bool quiet)
    : quiet_(quiet),
      terminal_(isatty(STDERR_FILENO) == 1),
      start_(std::chrono::steady_clock::now()),
      last_(start_) {}

void Messages::error(const Error& error) {
  clear();
  put(stderr, fmt::format("recoupe: {}: {}\n", printable(error.where), printable(error.what)));
}

void Messages::error(std::string_view what) {
  clear();
  put(stderr, fmt::format("recoupe: {}\n", printable(what)));
}

void Messages::say(std::string_view line) {
  if (quiet_) return;
  clear();
  put(stderr, printable(line) + "\n");
}

void Messages::progress(uint64_t articles, uint64_t failures) {
  if (quiet_ || !terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(150)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line =
      fmt::format("{} articles, {:.0f} a second", articles, static_cast<double>(articles) / seconds);
  if (failures > 0) line += fmt::format(", {} not read", failures);
  draw(line);
}

void Messages::draw(std::string_view line) {
  put(stderr, fmt::format("\r\x1b[K{}", line));
  std::fflush(stderr);
  drawn_ = true;
}

void Messages::clear() {
  if (!drawn_) return;
  put(stderr, "\r\x1b[K");
  std::fflush(stderr);
  drawn_ = false;
}

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

bool finish_output(bool written, Messages& messages) {
  written = std::fflush(stdout) == 0 && written;
  if (!written && errno != EPIPE) messages.error(Error{"standard output", std::strerror(errno)});
  return written;
}

}  // namespace recoupe::cli
