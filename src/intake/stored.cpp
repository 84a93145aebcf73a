#include "intake/stored.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

namespace recoupe::intake {
namespace {

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

class StoredFile : public Stored {
 public:
  StoredFile(int descriptor, bool seekable, uint64_t begin, uint64_t size)
      : descriptor_(descriptor), seekable_(seekable), begin_(begin), size_(size) {}
  ~StoredFile() override {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  StoredFile(const StoredFile&) = delete;
  StoredFile& operator=(const StoredFile&) = delete;

  size_t read(char* into, size_t size) override {
    size = static_cast<size_t>(std::min<uint64_t>(size, size_ - at_));
    while (size > 0) {
      const ssize_t got = ::read(descriptor_, into, size);
      if (got >= 0) {
        at_ += static_cast<uint64_t>(got);
        return static_cast<size_t>(got);
      }
      if (errno == EINTR) continue;
      failure_ = reason(errno);
      break;
    }
    return 0;
  }

  bool seek(uint64_t offset) override {
    if (!seekable_ || offset > size_) return false;
    if (lseek(descriptor_, static_cast<off_t>(begin_ + offset), SEEK_SET) < 0) return false;
    at_ = offset;
    return true;
  }

 private:
  int descriptor_;
  bool seekable_;
  uint64_t begin_, size_, at_ = 0;
};

}  // namespace

Result<std::unique_ptr<Stored>> open_stored(const std::string& path) {
  constexpr uint64_t whole = std::numeric_limits<uint64_t>::max() / 4;
  if (path == "-") return std::unique_ptr<Stored>(new StoredFile(STDIN_FILENO, false, 0, whole));
  // O_NONBLOCK so that a fifo inside a folder cannot hang us before fstat has told what it is.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return Error{path, reason(errno)};
  struct stat about {};
  fstat(descriptor, &about);
  if (!S_ISREG(about.st_mode) && !S_ISFIFO(about.st_mode)) {
    ::close(descriptor);
    return Error{path, S_ISDIR(about.st_mode) ? "is a folder" : "is not a regular file"};
  }
  fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
  return std::unique_ptr<Stored>(new StoredFile(descriptor, S_ISREG(about.st_mode), 0, whole));
}

Result<std::unique_ptr<Stored>> open_stretch(const std::string& path, uint64_t begin, uint64_t size) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return Error{path, reason(errno)};
  auto stored = std::make_unique<StoredFile>(descriptor, true, begin, size);
  if (!stored->seek(0)) return Error{path, "cannot be read: no such place in the file"};
  return std::unique_ptr<Stored>(std::move(stored));
}

}  // namespace recoupe::intake
