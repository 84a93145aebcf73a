// The folder that a command writes its results to. Files are written aside, in a folder of their own, and
// moved to their places together at the end: a run that fails or is killed leaves the old output as it was,
// or, if it had begun to move, the next run moves the rest. One run at a time: the folder is locked.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace recoupe::cli {

class OutputFolder {
 public:
  // Makes the folder (and its parents), locks it, ends what a killed run has left, and makes the place aside.
  // An Error if something that is not a folder stands there, or if another run is writing to it.
  static Result<OutputFolder> open(const std::filesystem::path& folder);
  ~OutputFolder();
  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(OutputFolder&&) = delete;

  // The path under which a file `name` is to be written now; it will be moved by commit().
  std::filesystem::path aside(std::string_view name);
  Outcome write(std::string_view name, std::string_view content);
  // Where it will stand then: what a message names.
  std::string place(std::string_view name) const { return (folder_ / name).string(); }
  // Moves every file named by aside() or write() to its place.
  Outcome commit();

 private:
  OutputFolder(std::filesystem::path folder, std::filesystem::path aside, bool made, int lock)
      : folder_(std::move(folder)), aside_(std::move(aside)), made_(made), lock_(lock) {}

  std::filesystem::path folder_, aside_;
  bool made_ = false;  // the folder was not there before; it goes again if nothing comes into it
  int lock_ = -1;      // the folder itself, open and locked
  std::vector<std::string> names_;
};

}  // namespace recoupe::cli
