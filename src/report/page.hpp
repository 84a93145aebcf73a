// index.html: one self-contained file that opens from disk without network. The page's program and style are
// built from web/ and embedded; the data are the very JSON that the dossier's files hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/dossier.hpp"

namespace recoupe::report {

std::string page_html(const Dossier& dossier);

// The same from data at hand.
struct PageData {
  std::string title;
  std::string dossier;                // dossier.json
  std::vector<std::string> articles;  // the lines of articles.jsonl
  std::string outlines;               // the map's lines (outlines.hpp); empty = no map
};
std::string page_html(const PageData& data);

}  // namespace recoupe::report
