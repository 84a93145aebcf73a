// What a page says of its article: the sources weighed against each other.
#pragma once

#include <string>
#include <vector>

#include "clean/html/facts.hpp"
#include "clean/html/survey.hpp"
#include "document/document.hpp"

namespace recoupe::clean {

struct WebMetadata {
  GivenMetadata said;  // title, url, published, outlet, language, authors
  std::string subtitle, section, updated;
};

// `why`: what sift() said of each block; stamps stand in those that went.
WebMetadata read_metadata(const Survey& survey, const PageFacts& facts,
                          const std::vector<std::string_view>& why);

}  // namespace recoupe::clean
