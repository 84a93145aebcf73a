// Where the bytes of an input lie: a file or a pipe, a stretch of a file, an entry of a zip. Raw bytes in
// order, as they are stored; ByteReader looks into them and unpacks them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace recoupe::intake {

class Stored {
 public:
  virtual ~Stored() = default;
  // The next bytes, at most `size`; 0 at the end, or when reading failed (failure() says why).
  virtual size_t read(char* into, size_t size) = 0;
  // Goes to `offset`, counted from the first byte; false where that cannot be done (a pipe).
  virtual bool seek(uint64_t offset) = 0;
  const std::optional<std::string>& failure() const { return failure_; }

 protected:
  std::optional<std::string> failure_;
};

// "-" is standard input.
Result<std::unique_ptr<Stored>> open_stored(const std::string& path);

// `size` bytes of the file from `begin`: an entry that a zip holds as it is.
Result<std::unique_ptr<Stored>> open_stretch(const std::string& path, uint64_t begin, uint64_t size);

}  // namespace recoupe::intake
