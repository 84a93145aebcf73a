#include "output_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace recoupe::cli {

namespace fs = std::filesystem;

Result<OutputFolder> OutputFolder::open(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    return Error{folder.string(), "is not a folder; choose another place with -o"};
  fs::create_directories(folder, error);
  if (error) return Error{folder.string(), fmt::format("cannot be made: {}", error.message())};
  const fs::path aside = folder / fmt::format(".writing-{}", getpid());
  fs::remove_all(aside, error);
  if (!fs::create_directory(aside, error))
    return Error{folder.string(), fmt::format("cannot be written to: {}", error.message())};
  return OutputFolder(folder, aside);
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : folder_(std::move(other.folder_)),
      aside_(std::exchange(other.aside_, {})),
      names_(std::move(other.names_)) {}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!aside_.empty()) fs::remove_all(aside_, ignored);
}

fs::path OutputFolder::aside(std::string_view name) {
  names_.emplace_back(name);
  return aside_ / name;
}

Outcome OutputFolder::write(std::string_view name, std::string_view content) {
  const fs::path path = aside(name);
  std::ofstream file(path, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  if (!file)
    return Error{(folder_ / name).string(), fmt::format("cannot be written: {}", std::strerror(errno))};
  return Done{};
}

Outcome OutputFolder::commit() {
  for (const std::string& name : names_) {
    std::error_code error;
    fs::rename(aside_ / name, folder_ / name, error);
    if (error)
      return Error{(folder_ / name).string(), fmt::format("cannot be put in place: {}", error.message())};
  }
  names_.clear();
  return Done{};
}

}  // namespace recoupe::cli
