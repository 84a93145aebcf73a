// The words that stand at some bytes of a page, read without any knowledge of how cleaning works.
#pragma once

#include <string>
#include <string_view>

namespace recoupe::verify {

// `html`: a stretch of a page that begins and ends between tags, inside an element's text. Tags and comments
// are passed over, and so is what a browser never shows as text (scripts, styles, drawings); references are
// read. Not by the tree that cleaning uses: a scan from left to right.
std::string words_of_html(std::string_view html);

}  // namespace recoupe::verify
