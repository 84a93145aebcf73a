#include "serve/lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "store/store.hpp"

namespace recoupe::serve {
namespace {

using Json = nlohmann::json;

constexpr size_t usual_items = 100;

struct Paging {
  size_t limit = usual_items, offset = 0;
};

std::optional<size_t> number(std::string_view text) {
  size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Takes limit and offset out of the parameters; an answer if one of them is wrong.
std::optional<Response> take_paging(const Request& request, Paging& paging) {
  for (const auto& [name, text] : request.parameters) {
    if (name != "limit" && name != "offset") continue;
    const std::optional<size_t> value = number(text);
    if (!value || (name == "limit" && (*value == 0 || *value > most_items)))
      return problem(400, name == "limit" ? fmt::format("limit is a number from 1 to {}", most_items)
                                          : std::string("offset is a number from 0"));
    (name == "limit" ? paging.limit : paging.offset) = *value;
  }
  return std::nullopt;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// The same request for the page after this one.
std::string next_page(const Request& request, const Paging& paging) {
  std::string out = request.path + "?";
  for (const auto& [name, value] : request.parameters)
    if (name != "offset") out += percent_encoded(name) + "=" + percent_encoded(value) + "&";
  return out + fmt::format("offset={}", paging.offset + paging.limit);
}

std::string json_string(std::string_view text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

// The field that dates the elements of a list; empty where none does.
std::string_view date_field(std::string_view list) {
  return list == "articles" ? "published" : list == "timeline" ? "date" : "";
}

using Fields = std::multimap<std::string, std::string>;

// «from=2016-10» takes what is of October 2016 or later, «to=2016-10» what is of that month or before.
bool in_time(const Fields& fields, std::string_view list, const std::string& bound,
             const std::string& asked) {
  const auto date = fields.find(std::string(date_field(list)));
  if (date == fields.end()) return false;
  return bound == "from" ? date->second.compare(0, asked.size(), asked) >= 0
                         : date->second.compare(0, asked.size(), asked) <= 0;
}

bool wanted(const Request& request, std::string_view list, const Fields& fields) {
  for (const auto& [name, value] : request.parameters) {
    if (name == "limit" || name == "offset" || name == "token") continue;
    if (name == "from" || name == "to") {
      if (!in_time(fields, list, name, value)) return false;
      continue;
    }
    const auto [first, last] = fields.equal_range(name);
    if (std::none_of(first, last, [&](const auto& field) { return field.second == value; })) return false;
  }
  return true;
}

std::optional<Response> unknown_parameter(const Request& request, const std::string& list) {
  const std::vector<std::string>& known = filters_of(list);
  for (const auto& [name, value] : request.parameters) {
    const bool dated = (name == "from" || name == "to") && !date_field(list).empty();
    if (name == "limit" || name == "offset" || name == "token" || dated ||
        std::find(known.begin(), known.end(), name) != known.end())
      continue;
    return problem(400, fmt::format("{} cannot be asked for by {}", list, name));
  }
  return std::nullopt;
}

Response page_of(const Request& request, const Paging& paging, std::optional<size_t> total, bool more,
                 std::string_view items) {
  Response response;
  response.body = fmt::format(R"({{"recoupe":1,"total":{},"limit":{},"offset":{},"next":{},"items":[{}]}})",
                              total ? std::to_string(*total) : "null", paging.limit, paging.offset,
                              more ? json_string(next_page(request, paging)) : "null", items);
  return response;
}

Json span_json(Span span) {
  return Json::array({span.begin, span.end});
}
Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json found_json(const store::Found& found) {
  return {{"article", found.article},
          {"outlet", or_null(found.outlet)},
          {"title", or_null(found.title)},
          {"published", or_null(found.published)},
          {"kind", found.kind},
          {"claim", or_null(found.claim)},
          {"text", found.text},
          {"speaker", or_null(found.speaker)},
          {"status", or_null(found.status)},
          {"time", or_null(found.time)},
          {"span", span_json(found.span)},
          {"source", span_json(found.source)},
          {"source_name", found.source_name}};
}

}  // namespace

Response list_page(const Request& request, const Folder& folder, const std::string& name) {
  const auto found = folder.lists.find(name);
  if (found == folder.lists.end()) return problem(404, "there is nothing at this address");
  if (auto refused = unknown_parameter(request, name)) return *refused;
  Paging paging;
  if (auto refused = take_paging(request, paging)) return *refused;
  const List& list = found->second;
  std::string items;
  size_t total = 0;
  for (size_t i = 0; i < list.elements.size(); ++i) {
    if (!wanted(request, name, list.fields[i])) continue;
    if (total >= paging.offset && total - paging.offset < paging.limit) {
      if (!items.empty()) items += ',';
      items += folder.element(list, i);
    }
    ++total;
  }
  const bool more = total > paging.offset && total - paging.offset > paging.limit;
  return page_of(request, paging, total, more, items);
}

Response list_item(const Folder& folder, const std::string& name, const std::string& id) {
  const auto found = folder.lists.find(name);
  if (found != folder.lists.end()) {
    const List& list = found->second;
    for (size_t i = 0; i < list.elements.size(); ++i) {
      const auto field = list.fields[i].find("id");
      if (field == list.fields[i].end() || field->second != id) continue;
      Response response;
      response.body = name == "articles" ? folder.article(id) : std::string(folder.element(list, i));
      if (!response.body.empty()) return response;
    }
  }
  return problem(404, fmt::format("there is no such element of {}", name));
}

Response search_page(const Request& request, const Folder& folder) {
  const auto query = request.parameters.find("q");
  if (query == request.parameters.end()) return problem(400, "q, what to search for, is missing");
  Paging paging;
  if (auto refused = take_paging(request, paging)) return *refused;
  const Result<store::Store> store = store::open_to_read(folder.path + "/dossier.sqlite");
  if (!store.ok()) return problem(500, "the store cannot be read: " + store.error().what);
  // One more than asked for tells whether there is a next page.
  Result<std::vector<store::Found>> found =
      store.value().search(query->second, paging.limit + 1, paging.offset);
  if (!found.ok()) return problem(500, found.error().what);
  std::string items;
  const size_t shown = std::min(found.value().size(), paging.limit);
  for (size_t i = 0; i < shown; ++i)
    items += (i == 0 ? "" : ",") +
             found_json(found.value()[i]).dump(-1, ' ', false, Json::error_handler_t::replace);
  return page_of(request, paging, std::nullopt, found.value().size() > paging.limit, items);
}

Response summary(const Folder& folder) {
  Json counts = Json::object();
  for (const auto& [name, list] : folder.lists) counts[name] = list.elements.size();
  Response response;
  response.body = Json({{"recoupe", 1}, {"version", folder.version}, {"counts", counts}}).dump();
  return response;
}

}  // namespace recoupe::serve
