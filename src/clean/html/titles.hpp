// The headline: what the metadata say, what <title> says without the name of its site, what the page shows.
#pragma once

#include <string>
#include <string_view>

#include "clean/html/facts.hpp"
#include "clean/html/survey.hpp"

namespace recoupe::clean {

std::string choose_title(const PageFacts& facts, const Survey& survey);

// "La crue de la Roya | Le Fanal" → "La crue de la Roya". `headings`: the page's <h1> and <h2>.
std::string without_site(const std::string& title, const std::vector<std::string>& headings);

}  // namespace recoupe::clean
