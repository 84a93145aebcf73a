// Who published the page: by metadata, by its address, by what the site says of itself in its clutter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clean/lines.hpp"
#include "clean/words.hpp"
#include "document/document.hpp"

namespace recoupe::clean {

// "https://www.lefigaro.fr/a/b" gives "lefigaro.fr".
std::string domain_of(std::string_view url);

std::optional<Outlet> find_outlet(const GivenMetadata& given, const std::vector<Line>& lines,
                                  const Words& words);

}  // namespace recoupe::clean
