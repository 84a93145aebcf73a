// JSON of strangers, with care: depth bounded, errors short.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace recoupe::intake {

using Json = nlohmann::json;

// The value; an Error's `where` is empty.
Result<Json> parse_json(std::string_view text);

// A string, a number as written, or the "name" of an object ({"name": "Le Fanal", "id": 3}); else nothing.
std::string plain(const Json& value);

// The field's plain() value; empty where there is no such field.
std::string plain_field(const Json& object, const char* field);

// The names in a list of them, or in one string.
std::vector<std::string> plain_names(const Json& value);

}  // namespace recoupe::intake
