#include "html/tags.hpp"

#include <array>
#include <string>

namespace recoupe::html {
namespace {

struct Row {
  std::string_view name;
  uint16_t flags;
};

// One for each Tag, in its order.
constexpr std::array table = {
    Row{"#text", 0},
    Row{"#root", tag_boundary | tag_special},
    Row{"#other", 0},
    Row{"a", tag_formatting},
    Row{"abbr", 0},
    Row{"address", tag_block | tag_special},
    Row{"applet", tag_boundary | tag_special},
    Row{"area", tag_void | tag_special},
    Row{"article", tag_block | tag_special},
    Row{"aside", tag_block | tag_special},
    Row{"audio", 0},
    Row{"b", tag_formatting},
    Row{"base", tag_void | tag_special | tag_head},
    Row{"basefont", tag_void | tag_special | tag_head},
    Row{"bgsound", tag_void | tag_special | tag_head},
    Row{"big", tag_formatting},
    Row{"blockquote", tag_block | tag_special},
    Row{"body", tag_special},
    Row{"br", tag_void | tag_special},
    Row{"button", tag_special},
    Row{"canvas", 0},
    Row{"caption", tag_boundary | tag_special | tag_cell_part},
    Row{"center", tag_block | tag_special},
    Row{"cite", 0},
    Row{"code", tag_formatting},
    Row{"col", tag_void | tag_special | tag_cell_part},
    Row{"colgroup", tag_special | tag_cell_part},
    Row{"dd", tag_block | tag_special},
    Row{"del", 0},
    Row{"desc", tag_boundary | tag_special},
    Row{"details", tag_block | tag_special},
    Row{"dialog", tag_block},
    Row{"dir", tag_block | tag_special},
    Row{"div", tag_block | tag_special},
    Row{"dl", tag_block | tag_special},
    Row{"dt", tag_block | tag_special},
    Row{"em", tag_formatting},
    Row{"embed", tag_void | tag_special},
    Row{"fieldset", tag_block | tag_special},
    Row{"figcaption", tag_block | tag_special},
    Row{"figure", tag_block | tag_special},
    Row{"font", tag_formatting},
    Row{"footer", tag_block | tag_special},
    Row{"foreignobject", tag_boundary | tag_special},
    Row{"form", tag_block | tag_special},
    Row{"frame", tag_void | tag_special},
    Row{"frameset", tag_special},
    Row{"h1", tag_block | tag_special},
    Row{"h2", tag_block | tag_special},
    Row{"h3", tag_block | tag_special},
    Row{"h4", tag_block | tag_special},
    Row{"h5", tag_block | tag_special},
    Row{"h6", tag_block | tag_special},
    Row{"head", tag_special},
    Row{"header", tag_block | tag_special},
    Row{"hgroup", tag_block | tag_special},
    Row{"hr", tag_void | tag_block | tag_special},
    Row{"html", tag_boundary | tag_special},
    Row{"i", tag_formatting},
    Row{"iframe", tag_special | tag_raw},
    Row{"img", tag_void | tag_special},
    Row{"input", tag_void | tag_special},
    Row{"ins", 0},
    Row{"kbd", 0},
    Row{"keygen", tag_void | tag_special},
    Row{"label", 0},
    Row{"legend", 0},
    Row{"li", tag_block | tag_special},
    Row{"link", tag_void | tag_special | tag_head},
    Row{"listing", tag_block | tag_special},
    Row{"main", tag_block | tag_special},
    Row{"map", 0},
    Row{"mark", 0},
    Row{"marquee", tag_boundary | tag_special},
    Row{"math", tag_special},
    Row{"menu", tag_block | tag_special},
    Row{"meta", tag_void | tag_special | tag_head},
    Row{"nav", tag_block | tag_special},
    Row{"nobr", tag_formatting},
    Row{"noembed", tag_special | tag_raw},
    Row{"noframes", tag_special | tag_raw | tag_head},
    Row{"noscript", tag_special | tag_head},
    Row{"object", tag_boundary | tag_special},
    Row{"ol", tag_block | tag_special},
    Row{"optgroup", 0},
    Row{"option", 0},
    Row{"p", tag_block | tag_special},
    Row{"param", tag_void | tag_special},
    Row{"picture", 0},
    Row{"plaintext", tag_block | tag_special | tag_raw},
    Row{"pre", tag_block | tag_special},
    Row{"q", 0},
    Row{"rp", 0},
    Row{"rt", 0},
    Row{"ruby", 0},
    Row{"s", tag_formatting},
    Row{"samp", 0},
    Row{"script", tag_special | tag_raw | tag_head},
    Row{"search", tag_block},
    Row{"section", tag_block | tag_special},
    Row{"select", tag_special},
    Row{"slot", 0},
    Row{"small", tag_formatting},
    Row{"source", tag_void | tag_special},
    Row{"span", 0},
    Row{"strike", tag_formatting},
    Row{"strong", tag_formatting},
    Row{"style", tag_special | tag_raw | tag_head},
    Row{"sub", 0},
    Row{"summary", tag_block | tag_special},
    Row{"sup", 0},
    Row{"svg", tag_special},
    Row{"table", tag_block | tag_boundary | tag_special},
    Row{"tbody", tag_special | tag_cell_part},
    Row{"td", tag_boundary | tag_special | tag_cell_part},
    Row{"template", tag_boundary | tag_special | tag_head},
    Row{"textarea", tag_special | tag_reference},
    Row{"tfoot", tag_special | tag_cell_part},
    Row{"th", tag_boundary | tag_special | tag_cell_part},
    Row{"thead", tag_special | tag_cell_part},
    Row{"time", 0},
    Row{"title", tag_special | tag_reference | tag_head},
    Row{"tr", tag_special | tag_cell_part},
    Row{"track", tag_void | tag_special},
    Row{"tt", tag_formatting},
    Row{"u", tag_formatting},
    Row{"ul", tag_block | tag_special},
    Row{"var", 0},
    Row{"video", 0},
    Row{"wbr", tag_void | tag_special},
    Row{"xmp", tag_block | tag_special | tag_raw},
};
static_assert(table.size() == static_cast<size_t>(Tag::count_));

constexpr size_t longest = 13;  // "foreignobject"

constexpr uint32_t hash(std::string_view name) {
  uint32_t h = 2166136261u;
  for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h ^ (h >> 15);
}

// Open addressing, filled at compile time: a page has tens of thousands of tags.
constexpr size_t slots = 512;
constexpr std::array<uint8_t, slots> make_index() {
  std::array<uint8_t, slots> index{};
  for (size_t i = 3; i < table.size(); ++i) {
    size_t slot = hash(table[i].name) % slots;
    while (index[slot] != 0) slot = (slot + 1) % slots;
    index[slot] = static_cast<uint8_t>(i);
  }
  return index;
}
constexpr std::array<uint8_t, slots> tag_index = make_index();

}  // namespace

uint16_t flags_of(Tag tag) {
  return table[static_cast<size_t>(tag)].flags;
}

std::string_view name(Tag tag) {
  return table[static_cast<size_t>(tag)].name;
}

Tag tag_from(std::string_view name) {
  if (name.size() > longest) return Tag::other;
  char lowered[longest];
  for (size_t i = 0; i < name.size(); ++i)
    lowered[i] = name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] + 32) : name[i];
  const std::string_view key(lowered, name.size());
  if (key == "image") return Tag::img;
  for (size_t slot = hash(key) % slots; tag_index[slot] != 0; slot = (slot + 1) % slots)
    if (table[tag_index[slot]].name == key) return static_cast<Tag>(tag_index[slot]);
  return Tag::other;
}

}  // namespace recoupe::html
