// Which lines of a page are the article's. First what gives itself away anywhere; then, once the first and
// the last sentence of the article are known, what only the head and the tail of a page hold. Repeated until
// nothing more goes, so that a clean text stays as it is. In doubt a line stays.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/lines.hpp"
#include "clean/stamps.hpp"
#include "clean/words.hpp"

namespace recoupe::clean {

struct Layout {
  std::optional<size_t> title;  // index of the headline's line
  std::vector<std::string> authors;
  std::optional<WrittenDate> published;  // span: bytes of the page's text
  std::optional<WrittenDate> updated;
};

// Sets Line::why of every line that goes. `given_title`: the headline as metadata has it, or empty.
Layout lay_out(std::vector<Line>& lines, const Words& words, std::string_view given_title);

}  // namespace recoupe::clean
