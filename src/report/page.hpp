// index.html: one self-contained file that opens from disk without network. The page's program and style are
// built from web/ and embedded; the data are the very JSON that the dossier's files hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/dossier.hpp"

namespace recoupe::report {

std::string page_html(const Dossier& dossier);

// The same from data at hand: dossier.json, and the lines of articles.jsonl.
std::string page_html(std::string_view title, std::string_view dossier_json,
                      const std::vector<std::string>& articles);

}  // namespace recoupe::report
