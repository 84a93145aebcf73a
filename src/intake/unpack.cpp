#include "intake/unpack.hpp"

#include <brotli/decode.h>
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace recoupe::intake {
namespace {

constexpr size_t block = size_t{64} << 10;

// Appends, and says when it is too much: more than an article may have, or grown beyond what pages do.
class Limited {
 public:
  Limited(size_t packed, const Options& options) : packed_(packed), options_(options) {}

  std::optional<Error> add(const char* bytes, size_t count) {
    if (out_.size() + count > options_.max_article_bytes)
      return Error{{},
                   fmt::format("unpacked it is longer than {} bytes, the most for one article: refused",
                               options_.max_article_bytes)};
    constexpr size_t small = size_t{1} << 20;
    out_.append(bytes, count);
    if (out_.size() > small && out_.size() / options_.max_expansion > packed_)
      return Error{
          {},
          fmt::format("its body grows more than {} times when unpacked: refused", options_.max_expansion)};
    return std::nullopt;
  }
  std::string take() { return std::move(out_); }

 private:
  size_t packed_;
  const Options& options_;
  std::string out_;
};

struct Zlib {
  z_stream stream{};
  explicit Zlib(int window) { inflateInit2(&stream, window); }
  ~Zlib() { inflateEnd(&stream); }
  Zlib(const Zlib&) = delete;
  Zlib& operator=(const Zlib&) = delete;
};

Result<std::string> with_zlib(std::string_view bytes, int window, std::string_view name,
                              const Options& options) {
  Zlib z(window);
  Limited out(bytes.size(), options);
  std::array<char, block> piece;
  z.stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.stream.avail_in = static_cast<uInt>(bytes.size());
  for (;;) {
    z.stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    z.stream.avail_out = piece.size();
    const int status = inflate(&z.stream, Z_NO_FLUSH);
    if (auto error = out.add(piece.data(), piece.size() - z.stream.avail_out)) return *error;
    if (status == Z_STREAM_END) {
      // A gzip may go on with another member; what else follows is padding.
      if (window < 16 || z.stream.avail_in < 2 || *z.stream.next_in != 0x1F) return out.take();
      inflateReset(&z.stream);
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      return Error{{}, fmt::format("its {} body is broken", name)};
    } else if (z.stream.avail_in == 0 && z.stream.avail_out > 0) {
      return Error{{}, fmt::format("its {} body is cut off", name)};
    }
  }
}

Result<std::string> with_brotli(std::string_view bytes, const Options& options) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  Limited out(bytes.size(), options);
  std::array<uint8_t, block> piece;
  const auto* next_in = reinterpret_cast<const uint8_t*>(bytes.data());
  size_t left_in = bytes.size();
  for (;;) {
    uint8_t* next_out = piece.data();
    size_t left_out = piece.size();
    const BrotliDecoderResult status =
        BrotliDecoderDecompressStream(state.get(), &left_in, &next_in, &left_out, &next_out, nullptr);
    if (auto error = out.add(reinterpret_cast<const char*>(piece.data()), piece.size() - left_out))
      return *error;
    if (status == BROTLI_DECODER_RESULT_SUCCESS) return out.take();
    if (status == BROTLI_DECODER_RESULT_ERROR) return Error{{}, "its br body is broken"};
    if (status == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) return Error{{}, "its br body is cut off"};
  }
}

}  // namespace

Result<std::string> unpack(std::string_view packing, std::string_view bytes, const Options& options) {
  constexpr int gzip = 16 + MAX_WBITS, zlib = MAX_WBITS, raw = -MAX_WBITS;
  if (packing == "gzip" || packing == "x-gzip") return with_zlib(bytes, gzip, "gzip", options);
  if (packing == "br") return with_brotli(bytes, options);
  if (packing == "deflate") {
    // The standard means zlib's wrapper; servers that leave it out are as old as the standard.
    const bool wrapped =
        bytes.size() > 1 && (bytes[0] & 0x0F) == 8 &&
        (static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1])) % 31 == 0;
    return with_zlib(bytes, wrapped ? zlib : raw, "deflate", options);
  }
  return Error{{}, fmt::format("its body is packed with {}, which is not read", packing.substr(0, 40))};
}

}  // namespace recoupe::intake
