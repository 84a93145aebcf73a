#include "intake/bytes.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace recoupe::intake {
namespace {

constexpr size_t block = size_t{64} << 10;
constexpr std::string_view gzip_magic = "\x1F\x8B\x08";

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "does not exist";
    case EACCES:
    case EPERM:
      return "cannot be opened: permission denied";
    case EISDIR:
      return "is a folder";
    default:
      return fmt::format("cannot be read: {}", std::strerror(error));
  }
}

}  // namespace

struct ByteReader::Inflater {
  z_stream stream{};
  std::array<char, block> input{};
  uint64_t taken = 0, given = 0;
  bool between_members = false;

  Inflater() { inflateInit2(&stream, 16 + MAX_WBITS); }
  ~Inflater() { inflateEnd(&stream); }
};

Result<std::unique_ptr<ByteReader>> ByteReader::open(const std::string& path, const Options& options) {
  int descriptor = STDIN_FILENO;
  if (path != "-") {
    // O_NONBLOCK so that a fifo inside a folder cannot hang us before fstat has told what it is.
    descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) return Error{path, reason(errno)};
    struct stat about {};
    fstat(descriptor, &about);
    if (!S_ISREG(about.st_mode) && !S_ISFIFO(about.st_mode)) {
      ::close(descriptor);
      return Error{path, S_ISDIR(about.st_mode) ? "is a folder" : "is not a regular file"};
    }
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
  }
  std::unique_ptr<ByteReader> reader(new ByteReader(descriptor, options));
  if (reader->ahead(gzip_magic.size()) == gzip_magic) reader->start_gzip();
  if (reader->at_end() && reader->failure()) return Error{path, *reader->failure()};
  return reader;
}

std::unique_ptr<ByteReader> ByteReader::over(std::string bytes) {
  std::unique_ptr<ByteReader> reader(new ByteReader(-1, {}));
  reader->buffer_ = std::move(bytes);
  reader->ended_ = true;
  return reader;
}

ByteReader::ByteReader(int descriptor, const Options& options) : options_(options), descriptor_(descriptor) {}

ByteReader::~ByteReader() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

// What was read so far becomes the inflater's first input; from here on buffer_ holds inflated bytes.
void ByteReader::start_gzip() {
  inflater_ = std::make_unique<Inflater>();
  const size_t count = buffer_.size();  // at most one block: nothing but ahead() has run
  std::copy_n(buffer_.data(), count, inflater_->input.data());
  inflater_->stream.next_in = reinterpret_cast<Bytef*>(inflater_->input.data());
  inflater_->stream.avail_in = static_cast<uInt>(count);
  inflater_->taken = count;
  buffer_.clear();
  ended_ = false;
}

size_t ByteReader::read_raw(char* into, size_t size) {
  for (;;) {
    const ssize_t got = ::read(descriptor_, into, size);
    if (got >= 0) return static_cast<size_t>(got);
    if (errno == EINTR) continue;
    failure_ = reason(errno);
    return 0;
  }
}

// One step of inflating; appends to buffer_. False at the end of the gzip or when it is broken.
bool ByteReader::inflate_block() {
  Inflater& z = *inflater_;
  const size_t before = buffer_.size();
  buffer_.resize(before + block);
  z.stream.next_out = reinterpret_cast<Bytef*>(buffer_.data() + before);
  z.stream.avail_out = block;
  bool more = true;
  while (more && z.stream.avail_out > 0) {
    if (z.stream.avail_in == 0) {
      const size_t got = read_raw(z.input.data(), z.input.size());
      z.taken += got;
      z.stream.next_in = reinterpret_cast<Bytef*>(z.input.data());
      z.stream.avail_in = static_cast<uInt>(got);
      if (got == 0) {
        if (!z.between_members && !failure_) failure_ = "the gzip data ends early (the file is cut off)";
        more = false;
        continue;
      }
    }
    if (z.between_members) {
      // Another member follows, or padding, which gzip(1) passes over too.
      if (*z.stream.next_in != 0x1F) {
        more = false;
        continue;
      }
      inflateReset(&z.stream);
      z.between_members = false;
    }
    const int status = inflate(&z.stream, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      z.between_members = true;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      failure_ = fmt::format("the gzip data is broken ({})", z.stream.msg ? z.stream.msg : "unknown error");
      more = false;
    }
  }
  const size_t got = block - z.stream.avail_out;
  buffer_.resize(before + got);
  z.given += got;
  if (z.given > options_.max_article_bytes && z.given / options_.max_expansion > z.taken) {
    failure_ = fmt::format("the gzip data grows more than {} times: refused", options_.max_expansion);
    buffer_.resize(before);
    more = false;
  }
  if (!more) ended_ = true;
  return buffer_.size() > before;
}

bool ByteReader::fill() {
  if (ended_) return false;
  if (position_ > 0) {
    buffer_.erase(0, position_);
    position_ = 0;
  }
  if (inflater_) return inflate_block();
  const size_t before = buffer_.size();
  buffer_.resize(before + block);
  const size_t got = read_raw(buffer_.data() + before, block);
  buffer_.resize(before + got);
  if (got == 0) ended_ = true;
  return got > 0;
}

std::string_view ByteReader::ahead(size_t count) {
  while (buffer_.size() - position_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(position_, count);
}

void ByteReader::skip(size_t count) {
  position_ = std::min(buffer_.size(), position_ + count);
}

ByteReader::Got ByteReader::line(std::string& into, size_t limit) {
  into.clear();
  bool too_long = false, something = false;
  for (;;) {
    const std::string_view block_ahead = std::string_view(buffer_).substr(position_);
    if (block_ahead.empty()) {
      if (fill()) continue;
      if (!something) return Got::end;
      break;
    }
    something = true;
    const size_t end = block_ahead.find('\n');
    const std::string_view part = block_ahead.substr(0, end);
    if (into.size() + part.size() > limit) {
      too_long = true;
      into.clear();
    }
    if (!too_long) into += part;
    skip(part.size() + (end == std::string_view::npos ? 0 : 1));
    if (end != std::string_view::npos) break;
  }
  if (too_long) return Got::too_long;
  if (!into.empty() && into.back() == '\r') into.pop_back();
  return Got::something;
}

ByteReader::Got ByteReader::rest(std::string& into, size_t limit) {
  into.clear();
  for (;;) {
    if (into.size() + (buffer_.size() - position_) > limit) return Got::too_long;
    into.append(buffer_, position_);
    position_ = buffer_.size();
    if (!fill()) return Got::something;
  }
}

}  // namespace recoupe::intake
