// Which blocks are the article's, and why the others are not.
#pragma once

#include <string_view>
#include <vector>

#include "clean/html/survey.hpp"
#include "clean/html/vouched.hpp"

namespace recoupe::clean {

// One reason for each block; empty: it stays.
std::vector<std::string_view> sift(const Survey& survey, const Vouched& vouched, html::NodeIndex root);

}  // namespace recoupe::clean
