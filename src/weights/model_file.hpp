// A model as one file: named sections of bytes behind a magic word, a size and a digest.
//   "RCPSYN01"  u32 size of the file  u32 sections  u64 digest of all that follows
//   then for each section: name[24], u32 begin, u32 size; then the sections, each on a border of 64 bytes.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace recoupe::weights {

// A view of bytes that must outlive it; open() checks magic, sizes and digest.
class ModelFile {
 public:
  static Result<ModelFile> open(std::string_view bytes, std::string_view name);
  // Empty where there is no such section.
  std::string_view section(std::string_view name) const;
  const std::string& name() const { return name_; }

 private:
  std::string_view bytes_;
  std::string name_;
  std::vector<std::pair<std::string_view, std::string_view>> sections_;
};

std::string write_model(const std::vector<std::pair<std::string, std::string>>& sections);

}  // namespace recoupe::weights
