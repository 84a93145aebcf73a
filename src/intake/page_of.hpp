// The one door through which containers hand on an article's body, once they have unpacked it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/page.hpp"

namespace recoupe::intake {

// Finds the encoding of `page.bytes` and decodes it. `charset`: what the container says of it («UTF-8»);
// empty = nothing. page.source_name, media_type, bytes and given are set already.
Result<Page> page_of(Page page, std::string_view charset = {});

}  // namespace recoupe::intake
