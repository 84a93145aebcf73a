// Inputs into Pages: files, folders, globs, standard input, gzip, JSON Lines. The only room that opens a file
// of the user's. Types are told by content, not by name.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/page.hpp"

namespace recoupe::intake {

// Reads the inputs in order and hands every page, or the error that stands in its place, to `take`. A bad
// input stops nothing: the next one follows. `take` returns false to stop early.
void read(const std::vector<std::string>& inputs, const std::function<bool(Result<Page>)>& take);

}  // namespace recoupe::intake
