// The first 16 hexadecimal digits of the SHA-256 of some bytes: the id of an article (CONTRACT.md).
#pragma once

#include <string>
#include <string_view>

namespace recoupe {
std::string sha256_hex16(std::string_view bytes);
}
