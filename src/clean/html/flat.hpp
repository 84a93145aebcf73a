// A tree as the text that a reader sees, block by block, with the way back to the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/alignment.hpp"
#include "html/html.hpp"

namespace recoupe::clean {

// A run of words that no block-level tag interrupts: a paragraph, a heading, an item, a cell.
struct Block {
  Span text;                       // bytes of Flat::text
  html::NodeIndex node = 0;        // the innermost block-level element around it
  html::NodeIndex first_text = 0;  // its text nodes stand between these two
  html::NodeIndex last_text = 0;
  uint32_t link_bytes = 0;  // of the text, within <a>
  bool ends_soft = false;   // a lone <br> ends it
};

// What is on the page and never its text, between two blocks or within one.
struct Skipped {
  Span page;  // bytes of the page
  std::string_view why;
};

struct Flat {
  std::string text;   // blocks, a line break between two; blanks collapsed as a browser shows them
  Alignment to_page;  // text -> the page's text
  std::vector<Block> blocks;
  std::vector<Skipped> skipped;

  std::string_view words(const Block& block) const { return slice(text, block.text); }
};

// Whether the tag ends the line before and after it.
bool is_block_level(html::Tag tag);

// `out`: for each node, why all of it is left out; empty = it is read. `apart`: elements that stand on lines
// of their own although their tags do not say so (<span class="caption">).
Flat flatten(const html::Tree& tree, const std::vector<std::string_view>& out,
             const std::vector<bool>& apart = {});

}  // namespace recoupe::clean
