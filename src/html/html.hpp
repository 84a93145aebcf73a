// HTML: any bytes that are UTF-8 into a tree whose every node knows its bytes. Knows nothing of news.
//
//   const html::Tree tree = html::parse("<p>un<br>deux");
//   tree.nodes: #root, p [0,12), "un" [3,5), br [5,9), "deux" [9,13)
//
// Reads as the HTML standard's tree construction does where it matters to a reader of text: end tags that may
// be left out, void and raw elements, misnested formatting, tables, foreign content. Two things differ on
// purpose, so that source order is kept: what stands between a table's cells stays there (browsers move it
// above the table), and an element that misnested formatting would copy is closed instead. Linear in the
// page: depth and attributes are bounded, and nothing recurses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "html/tags.hpp"

namespace recoupe::html {

using NodeIndex = uint32_t;

struct Attribute {
  Span name;
  Span value;  // between its quotes, references not yet read
};

// Nodes stand in the order of the page, each before what it holds: those inside of node i are i+1 … end-1.
struct Node {
  Tag tag = Tag::text;
  uint16_t attribute_count = 0;
  NodeIndex parent = 0;
  NodeIndex end = 0;
  uint32_t first_attribute = 0;
  uint32_t content = 0;  // element: where its start tag ends
  Span source;           // text: its bytes; element: from "<" of its start tag to ">" of its end tag
};

struct Tree {
  std::string_view text;
  std::vector<Node> nodes;  // nodes[0] is the root
  std::vector<Attribute> attributes;
  bool too_deep = false;  // elements deeper than deepest were read as standing beside each other

  const Node& operator[](NodeIndex i) const { return nodes[i]; }
  // The first attribute of that (lower-cased) name, as it stands in the source; null data if there is none.
  std::string_view raw_attribute(NodeIndex i, std::string_view name) const;
  // The same with its references read.
  std::string attribute(NodeIndex i, std::string_view name) const;
  // As written: "amp-img" for an element that HTML does not know.
  std::string_view name(NodeIndex i) const;
};

inline constexpr size_t deepest = 512;            // as browsers have it
inline constexpr uint16_t most_attributes = 128;  // of one element; the others are passed over

Tree parse(std::string_view text);

}  // namespace recoupe::html
