#include "intake/bytes.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>

namespace recoupe::intake {
namespace {

constexpr size_t block = size_t{64} << 10;
constexpr std::string_view gzip_magic = "\x1F\x8B\x08";

}  // namespace

struct ByteReader::Inflater {
  z_stream stream{};
  std::array<char, block> input{};
  uint64_t taken = 0, given = 0;
  bool between_members = true;

  Inflater() { inflateInit2(&stream, 16 + MAX_WBITS); }
  ~Inflater() { inflateEnd(&stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  void feed(size_t count) {
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(count);
    taken += count;
  }
};

Result<std::unique_ptr<ByteReader>> ByteReader::open(const std::string& path, const Options& options) {
  Result<std::unique_ptr<Stored>> stored = open_stored(path);
  if (!stored.ok()) return stored.error();
  std::unique_ptr<ByteReader> reader = over(stored.take(), options);
  if (reader->at_end() && reader->failure()) return Error{path, *reader->failure()};
  return reader;
}

std::unique_ptr<ByteReader> ByteReader::over(std::unique_ptr<Stored> stored, const Options& options) {
  std::unique_ptr<ByteReader> reader(new ByteReader(std::move(stored), options));
  reader->start();
  return reader;
}

std::unique_ptr<ByteReader> ByteReader::over(std::string bytes) {
  std::unique_ptr<ByteReader> reader(new ByteReader(nullptr, {}));
  reader->buffer_ = std::move(bytes);
  reader->ended_ = true;
  return reader;
}

ByteReader::ByteReader(std::unique_ptr<Stored> stored, const Options& options)
    : options_(options), stored_(std::move(stored)) {}

ByteReader::~ByteReader() = default;

void ByteReader::start() {
  origin_ = read_;
  if (ahead(gzip_magic.size()) == gzip_magic) start_gzip();
}

// What was read so far becomes the inflater's first input; from here on buffer_ holds inflated bytes.
void ByteReader::start_gzip() {
  inflater_ = std::make_unique<Inflater>();
  const size_t count = buffer_.size();  // at most one block: nothing but ahead() has run
  std::copy_n(buffer_.data(), count, inflater_->input.data());
  inflater_->feed(count);
  buffer_.clear();
  ended_ = false;
}

size_t ByteReader::read_raw(char* into, size_t size) {
  const size_t got = stored_->read(into, size);
  read_ += got;
  read_in_all_ += got;
  if (got == 0 && stored_->failure()) failure_ = stored_->failure();
  return got;
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
      z.feed(got);
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
      const Member member{taken_ + (before - begin_) + (block - z.stream.avail_out),
                          read_ - z.stream.avail_in};
      // Empty members one after another begin at the same place of the stream: the last one counts.
      if (!members_.empty() && members_.back().at == member.at) members_.pop_back();
      members_.push_back(member);
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
  // Only once half of the buffer is taken, so that a long look ahead is not moved at every step.
  if (begin_ > 0 && begin_ * 2 >= buffer_.size()) {
    buffer_.erase(0, begin_);
    begin_ = 0;
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
  while (buffer_.size() - begin_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(begin_, count);
}

void ByteReader::skip(size_t count) {
  count = std::min(count, buffer_.size() - begin_);
  begin_ += count;
  taken_ += count;
  while (members_.size() > 1 && members_[1].at <= taken_) members_.pop_front();
}

bool ByteReader::pass(uint64_t count) {
  while (count > 0) {
    const size_t got = ahead(1).empty() ? 0 : buffer_.size() - begin_;
    if (got == 0) return false;
    const auto step = static_cast<size_t>(std::min<uint64_t>(got, count));
    skip(step);
    count -= step;
  }
  return true;
}

ByteReader::Got ByteReader::line(std::string& into, size_t limit) {
  into.clear();
  bool too_long = false, something = false;
  for (;;) {
    const std::string_view block_ahead = std::string_view(buffer_).substr(begin_);
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
    if (into.size() + (buffer_.size() - begin_) > limit) return Got::too_long;
    into.append(buffer_, begin_);
    skip(buffer_.size() - begin_);
    if (!fill()) return Got::something;
  }
}

Mark ByteReader::mark() const {
  if (members_.empty()) return {origin_ + taken_, 0};
  return {members_.front().stored, taken_ - members_.front().at};
}

std::optional<uint64_t> ByteReader::next_member() const {
  const auto next = std::find_if(members_.begin(), members_.end(),
                                 [this](const Member& member) { return member.at > taken_; });
  if (next == members_.end()) return std::nullopt;
  return next->at;
}

std::optional<uint64_t> ByteReader::last_member() const {
  if (members_.empty()) return std::nullopt;
  return members_.back().at;
}

bool ByteReader::jump(uint64_t stored) {
  if (!stored_ || !stored_->seek(stored)) return false;
  read_ = stored;
  inflater_.reset();
  members_.clear();
  buffer_.clear();
  begin_ = 0;
  taken_ = 0;
  ended_ = false;
  failure_.reset();
  start();
  return true;
}

// Whether so many bytes may be read a second time: never so many in all that a hostile file, damaged
// everywhere, costs more than a few times its length.
bool ByteReader::affordable(uint64_t bytes) {
  constexpr uint64_t at_once = uint64_t{16} << 20;
  if (bytes > at_once || read_twice_ + bytes > at_once + read_in_all_) return false;
  read_twice_ += bytes;
  return true;
}

bool ByteReader::back_to(uint64_t position) {
  if (inflater_ || position > taken_ || !stored_ || !affordable(taken_ - position)) return false;
  const uint64_t first = origin_;
  if (!stored_->seek(first + position)) return false;
  read_ = first + position;
  buffer_.clear();
  begin_ = 0;
  taken_ = position;
  ended_ = false;
  return true;
}

bool ByteReader::stopped_short() const {
  return inflater_ && ended_ && !failure_ && inflater_->stream.avail_in > 0;
}

bool ByteReader::stopped_at_garbage() const {
  return stopped_short() && *inflater_->stream.next_in != 0;
}

bool ByteReader::resume() {
  if (!inflater_ || !(failure_ || stopped_short()) || stored_->failure()) return false;
  Inflater& z = *inflater_;
  // The damage may have hidden where the next member begins: look behind the first byte of the broken one.
  const uint64_t stopped = read_ - z.stream.avail_in;
  const uint64_t from = members_.empty() || !failure_ ? stopped : members_.back().stored + 1;
  const uint64_t back = stopped - std::min(from, stopped);
  const auto held = static_cast<uint64_t>(z.stream.next_in - reinterpret_cast<Bytef*>(z.input.data()));
  if (back <= held && affordable(back)) {
    z.stream.next_in -= back;
    z.stream.avail_in += static_cast<uInt>(back);
  } else if (affordable(back + block) && stored_->seek(from)) {
    read_ = from;
    z.stream.avail_in = 0;
  }
  skip(buffer_.size() - begin_);
  for (size_t matched = 0; matched < gzip_magic.size();) {
    if (z.stream.avail_in == 0) {
      const size_t got = read_raw(z.input.data(), z.input.size());
      z.feed(got);
      if (got == 0) return false;
    }
    const char byte = static_cast<char>(*z.stream.next_in);
    matched = byte == gzip_magic[matched] ? matched + 1 : byte == gzip_magic[0] ? 1 : 0;
    ++z.stream.next_in;
    --z.stream.avail_in;
  }
  // The three bytes may have come from two blocks: give them to the inflater by themselves.
  const uint64_t stored = read_ - z.stream.avail_in - gzip_magic.size();
  inflateReset(&z.stream);
  Bytef* const next = z.stream.next_in;
  const uInt left = z.stream.avail_in;
  std::array<Bytef, 3> magic{0x1F, 0x8B, 0x08};
  z.stream.next_in = magic.data();
  z.stream.avail_in = magic.size();
  Bytef none = 0;
  z.stream.next_out = &none;
  z.stream.avail_out = 0;
  inflate(&z.stream, Z_NO_FLUSH);
  z.stream.next_in = next;
  z.stream.avail_in = left;
  z.between_members = false;
  z.taken = z.given = 0;
  members_.assign(1, {taken_, stored});
  failure_.reset();
  ended_ = false;
  return true;
}

}  // namespace recoupe::intake
