// Files that are zips of others: WACZ (web archives: archive/*.warc.gz) and DOCX (word/document.xml).
//
// Records of a WACZ are named "path!archive/data.warc.gz!532". A DOCX is one article, named by its path; its
// Page::bytes are the words of its text layer, one blank line between two paragraphs.
#pragma once

#include <string>

#include "intake/intake.hpp"
#include "intake/place.hpp"

namespace recoupe::intake {

// False as soon as `take` is.
bool read_package(const std::string& path, const Wanted* only, const Take& take, const Options& options);

}  // namespace recoupe::intake
