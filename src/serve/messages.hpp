// A request and its answer, apart from the wire: what api.hpp is written and tested in.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recoupe::serve {

struct Request {
  std::string method;  // "GET", "HEAD", "POST"
  std::string path;    // percent-decoded, "/api/v1/clusters"
  std::multimap<std::string, std::string> parameters;
  std::map<std::string, std::string> headers;  // names in small letters
  std::string body;

  std::string_view header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
  }
};

struct Response {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

// An error as RFC 9457 writes it.
Response problem(int status, std::string_view detail);

}  // namespace recoupe::serve
