// Where the elements of a JSON document's lists stand, so that pages of them can be handed out as they are,
// without a tree of the whole in memory.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace recoupe::serve {

// Members of the top-level object that are arrays, by name, with the bytes of each element. `json` must be
// well-formed; of anything else comes some part, and never bytes outside it.
std::map<std::string, std::vector<Span>> index_lists(std::string_view json);

}  // namespace recoupe::serve
