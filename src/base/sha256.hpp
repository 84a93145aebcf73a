// SHA-256 of some bytes.
#pragma once

#include <string>
#include <string_view>

namespace recoupe {
// The first 16 hexadecimal digits: the id of an article.
std::string sha256_hex16(std::string_view bytes);
// The whole of it in base64, as a Content-Security-Policy names a script.
std::string sha256_base64(std::string_view bytes);

}  // namespace recoupe
