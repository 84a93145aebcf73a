// Bodies packed for the wire: gzip, deflate, br. Never more than Options allow comes out.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "intake/intake.hpp"

namespace recoupe::intake {

// `packing` as Content-Encoding names it, in lower case. An Error's `where` is empty.
Result<std::string> unpack(std::string_view packing, std::string_view bytes, const Options& options);

}  // namespace recoupe::intake
