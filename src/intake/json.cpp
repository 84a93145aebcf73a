#include "intake/json.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace recoupe::intake {
namespace {

constexpr size_t deepest = 64;

// A tree deeper than any article's is an attack on the stack or the memory of whoever walks it.
bool too_deep(std::string_view json) {
  size_t depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > deepest) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

// "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error …" from "column" on, short.
std::string short_reason(std::string_view message) {
  if (const size_t column = message.find("column "); column != std::string_view::npos)
    message.remove_prefix(column);
  constexpr size_t longest = 160;
  if (message.size() <= longest) return std::string(message);
  size_t end = longest;
  while (!utf8::on_border(message, end)) --end;
  return std::string(message.substr(0, end)) + "…";
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  if (too_deep(text)) return Error{{}, fmt::format("JSON nested deeper than {} levels: refused", deepest)};
  try {
    return Json::parse(text);
  } catch (const Json::exception& error) {  // 1e999 is no parse_error, but out_of_range
    return Error{{}, "is not valid JSON: " + short_reason(error.what())};
  }
}

std::string plain(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (value.is_object())
    if (const auto name = value.find("name"); name != value.end() && name->is_string())
      return name->get<std::string>();
  return {};
}

std::string plain_field(const Json& object, const char* field) {
  const auto found = object.find(field);
  return found == object.end() ? std::string() : plain(*found);
}

std::vector<std::string> plain_names(const Json& value) {
  std::vector<std::string> names;
  if (!value.is_array()) {
    if (std::string name = plain(value); !name.empty()) names.push_back(std::move(name));
    return names;
  }
  for (const Json& item : value)
    if (std::string name = plain(item); !name.empty()) names.push_back(std::move(name));
  return names;
}

}  // namespace recoupe::intake
