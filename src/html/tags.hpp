// The elements of HTML by name, and what the parser must know of each.
#pragma once

#include <cstdint>
#include <string_view>

namespace recoupe::html {

// In alphabetical order; `text` is a stretch of characters, `root` the page itself, `other` an element that
// HTML does not know (custom elements, AMP's).
enum class Tag : uint8_t {
  text,
  root,
  other,
  a,
  abbr,
  address,
  applet,
  area,
  article,
  aside,
  audio,
  b,
  base,
  basefont,
  bgsound,
  big,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  cite,
  code,
  col,
  colgroup,
  dd,
  del,
  desc,
  details,
  dialog,
  dir,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  foreignobject,
  form,
  frame,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  kbd,
  keygen,
  label,
  legend,
  li,
  link,
  listing,
  main,
  map,
  mark,
  marquee,
  math,
  menu,
  meta,
  nav,
  nobr,
  noembed,
  noframes,
  noscript,
  object,
  ol,
  optgroup,
  option,
  p,
  param,
  picture,
  plaintext,
  pre,
  q,
  rp,
  rt,
  ruby,
  s,
  samp,
  script,
  search,
  section,
  select,
  slot,
  small,
  source,
  span,
  strike,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  track,
  tt,
  u,
  ul,
  var,
  video,
  wbr,
  xmp,
  count_
};

enum TagFlag : uint16_t {
  tag_void = 1,         // has no content: <br>
  tag_block = 2,        // closes an open <p>, and stands on lines of its own
  tag_formatting = 4,   // <b>, <a>: may be closed across blocks
  tag_boundary = 8,     // what is opened inside cannot be closed from outside: <td>
  tag_special = 16,     // stops the search for an unknown end tag's start
  tag_raw = 32,         // its content is characters up to its end tag: <script>
  tag_reference = 64,   // the same, but references count: <title>
  tag_head = 128,       // may stand in <head>
  tag_cell_part = 256,  // belongs to a table: <tr>
};

uint16_t flags_of(Tag tag);
inline bool has(Tag tag, uint16_t flags) {
  return (flags_of(tag) & flags) != 0;
}
// "DIV" and "div" give Tag::div; other for an unknown name.
Tag tag_from(std::string_view name);
std::string_view name(Tag tag);

}  // namespace recoupe::html
