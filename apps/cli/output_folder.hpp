// The folder that a command writes its results to. Files are written aside, in a folder of their own, and
// moved to their places together at the end: a run that fails or is killed leaves the old output as it was.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace recoupe::cli {

class OutputFolder {
 public:
  // Makes the folder (and its parents) and the place aside; says why if that cannot be done, or if something
  // that is not a folder stands there.
  static Result<OutputFolder> open(const std::filesystem::path& folder);
  ~OutputFolder();
  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(OutputFolder&&) = delete;

  // The path under which a file `name` is to be written now; it will be moved by commit().
  std::filesystem::path aside(std::string_view name);
  Outcome write(std::string_view name, std::string_view content);
  // Moves every file named by aside() or write() to its place.
  Outcome commit();

 private:
  OutputFolder(std::filesystem::path folder, std::filesystem::path aside)
      : folder_(std::move(folder)), aside_(std::move(aside)) {}

  std::filesystem::path folder_, aside_;
  std::vector<std::string> names_;
};

}  // namespace recoupe::cli
