// Bytes to code points, the one place where offsets change their unit (inside: bytes; in JSON: code points).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace recoupe::report {

class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {
    before_.reserve(text.size() / stride + 2);
    uint32_t count = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      if (i % stride == 0) before_.push_back(count);
      count += starts(text[i]);
    }
    total_ = count;
  }

  // The number of code points that start before byte `position`.
  uint32_t at(uint32_t position) const {
    if (position >= text_.size()) return total_;
    const uint32_t block = position / stride;
    uint32_t count = before_[block];
    for (uint32_t i = block * stride; i < position; ++i) count += starts(text_[i]);
    return count;
  }

 private:
  static constexpr uint32_t stride = 64;
  static bool starts(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

  std::string_view text_;
  std::vector<uint32_t> before_;
  uint32_t total_ = 0;
};

}  // namespace recoupe::report
