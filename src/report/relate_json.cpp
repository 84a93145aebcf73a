#include "report/relate_json.hpp"

#include <nlohmann/json.hpp>

#include "base/timex.hpp"

namespace recoupe::report {

Result<StatementPair> read_pair(std::string_view line) {
  using Json = nlohmann::json;
  const Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded()) return Error{"", "is not JSON"};
  if (!json.is_object()) return Error{"", "is not an object"};
  StatementPair out;
  for (const auto& [name, into] : {std::pair{"a", &out.a}, std::pair{"b", &out.b}}) {
    if (!json.contains(name)) return Error{"", std::string("has no «") + name + "»"};
    if (!json.at(name).is_string()) return Error{"", std::string("«") + name + "» is not text"};
    *into = json.at(name).get<std::string>();
    if (into->find_first_not_of(" \t\r\n") == std::string::npos)
      return Error{"", std::string("«") + name + "» is empty"};
  }
  for (const auto& [name, into] : {std::pair{"a_date", &out.a_date}, std::pair{"b_date", &out.b_date}}) {
    if (!json.contains(name) || json.at(name).is_null()) continue;
    if (json.at(name).is_string()) *into = json.at(name).get<std::string>();
    if (into->size() < 10 || !timex::interval(*into))
      return Error{"", std::string("«") + name + "» is not a date: write YYYY-MM-DD"};
  }
  out.id = json.contains("id") ? json.at("id").dump(-1, ' ', false, Json::error_handler_t::replace) : "null";
  return out;
}

std::string relation_json(const StatementPair& pair, std::string_view relation, std::string_view why) {
  using Json = nlohmann::ordered_json;
  Json out;
  out["id"] = Json::parse(pair.id, nullptr, false);
  out["relation"] = relation;
  out["why"] = why;
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace recoupe::report
