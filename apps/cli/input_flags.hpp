// The inputs and the flags that every command which reads articles has.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/engine.hpp"

namespace recoupe::cli {

struct InputFlags {
  std::vector<std::string> inputs;
  unsigned jobs = 0;  // 0: one per processor
  std::string language = "auto";
  std::string published;
  bool quiet = false;

  void add_to(CLI::App& command);
  engine::RunOptions options() const;
};

}  // namespace recoupe::cli
