// Which element of a page holds the article.
#pragma once

#include "clean/html/survey.hpp"
#include "clean/html/vouched.hpp"

namespace recoupe::clean {

// 0 where nothing on the page reads like an article.
html::NodeIndex find_root(const Survey& survey, const Vouched& vouched);

}  // namespace recoupe::clean
