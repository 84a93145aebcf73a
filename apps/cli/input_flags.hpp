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
  unsigned max_article = 16;  // MB
  unsigned max_expansion = 500;
  bool quiet = false;

  void add_to(CLI::App& command);
  // `passed_over` counts the records of archives that hold no article.
  engine::RunOptions options(intake::PassedOver* passed_over = nullptr) const;
};

// "312 records of archives hold no article: 300 of other types, 12 with another status"; empty where there
// are none.
std::string describe(const intake::PassedOver& passed_over);

}  // namespace recoupe::cli
