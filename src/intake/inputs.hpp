// What the user named, into files: folders walked, patterns expanded.
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"

namespace recoupe::intake {

// Hands the path of every file that `input` stands for to `take`, in order: the path itself, "-", the files
// below a folder, those that a pattern with * ? [ matches where no file has that very name. Returns false as
// soon as `take` does.
bool for_each_file(const std::string& input, const std::function<bool(Result<std::string>)>& take);

}  // namespace recoupe::intake
