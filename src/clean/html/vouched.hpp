// Blocks that the page's own metadata vouch for: their words stand in JSON-LD's articleBody, too.
#pragma once

#include <string_view>
#include <vector>

#include "clean/html/survey.hpp"

namespace recoupe::clean {

struct Vouched {
  std::vector<bool> blocks;  // empty where the metadata hold no article, or one that is not on the page
  float share = 0;           // of the metadata's article that was found on the page
};

Vouched vouched_by(std::string_view body, const Survey& survey);

}  // namespace recoupe::clean
