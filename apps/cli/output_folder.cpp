#include "output_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

namespace recoupe::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view place_aside = ".recoupe-writing";
// Stands in the place aside from the moment when every file there is whole until all are moved.
constexpr std::string_view ready = ".ready";

Error cannot_be_written(const fs::path& path) {
  return Error{path.string(), fmt::format("cannot be written: {}", std::strerror(errno))};
}

// What is written reaches the disk before what follows: a power cut must not leave a name without its bytes.
bool sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::fsync(file) == 0 || errno == EINVAL || errno == EROFS;  // not every file system can
  ::close(file);
  return done;
}

// Locks the folder for as long as the returned descriptor is open. A file system without locks (some network
// ones) is used without.
Result<int> lock(const fs::path& folder) {
  const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return cannot_be_written(folder);
  if (::flock(directory, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return directory;
  ::close(directory);
  return Error{folder.string(), "another recoupe is writing there; try again when it has finished"};
}

Outcome move_all(const fs::path& aside, const fs::path& folder, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::error_code error;
    fs::rename(aside / name, folder / name, error);
    if (error)
      return Error{(folder / name).string(), fmt::format("cannot be put in place: {}", error.message())};
  }
  return Done{};
}

// A run that was killed while it wrote is forgotten; one that was killed while it moved is ended.
Outcome end_killed_run(const fs::path& folder) {
  const fs::path aside = folder / place_aside;
  std::error_code error;
  if (fs::exists(aside / ready, error)) {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(aside, error))
      if (entry.path().filename() != ready) names.push_back(entry.path().filename().string());
    if (const Outcome done = move_all(aside, folder, names); !done.ok()) return done;
  }
  fs::remove_all(aside, error);
  return Done{};
}

}  // namespace

Result<OutputFolder> OutputFolder::open(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    return Error{folder.string(), "is not a folder; choose another place with -o"};
  const bool made = fs::create_directories(folder, error);
  if (error) return Error{folder.string(), fmt::format("cannot be made: {}", error.message())};
  const Result<int> locked = lock(folder);
  if (!locked.ok()) return locked.error();
  OutputFolder output(folder, folder / place_aside, made, locked.value());
  if (const Outcome done = end_killed_run(folder); !done.ok()) return done.error();
  if (!fs::create_directory(output.aside_, error))
    return Error{folder.string(), fmt::format("cannot be written to: {}", error.message())};
  return output;
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : folder_(std::move(other.folder_)),
      aside_(std::exchange(other.aside_, {})),
      made_(std::exchange(other.made_, false)),
      lock_(std::exchange(other.lock_, -1)),
      names_(std::move(other.names_)) {}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  // Where moving has stopped half-way, what is left is the next run's to move.
  if (!aside_.empty() && !fs::exists(aside_ / ready, ignored)) fs::remove_all(aside_, ignored);
  if (made_) fs::remove(folder_, ignored);  // an empty folder alone can be removed so
  if (lock_ >= 0) ::close(lock_);
}

fs::path OutputFolder::aside(std::string_view name) {
  names_.emplace_back(name);
  return aside_ / name;
}

Outcome OutputFolder::write(std::string_view name, std::string_view content) {
  std::ofstream file(aside(name), std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  if (!file) return cannot_be_written(folder_ / name);
  return Done{};
}

Outcome OutputFolder::commit() {
  for (const std::string& name : names_)
    if (!sync(aside_ / name)) return cannot_be_written(folder_ / name);
  std::ofstream(aside_ / ready).close();
  if (!sync(aside_ / ready) || !sync(aside_)) {
    const Error error = cannot_be_written(folder_);
    std::error_code ignored;
    fs::remove(aside_ / ready, ignored);
    return error;
  }
  if (const Outcome done = move_all(aside_, folder_, names_); !done.ok()) return done;
  names_.clear();
  std::error_code ignored;
  fs::remove(aside_ / ready, ignored);
  return Done{};
}

}  // namespace recoupe::cli
