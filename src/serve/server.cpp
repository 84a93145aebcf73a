#include "serve/server.hpp"

#include <httplib.h>

#include <algorithm>

namespace recoupe::serve {
namespace {

constexpr size_t largest_body = size_t{1} << 20;  // corrections are small
constexpr int patience_seconds = 10;              // with a client that sends or takes nothing
constexpr size_t readers = 64;                    // connections served at once; more of them wait

Request request_of(const httplib::Request& from) {
  Request request{from.method, from.path, {}, {}, from.body};
  for (const auto& [name, value] : from.params) request.parameters.emplace(name, value);
  for (const auto& [name, value] : from.headers) {
    std::string small = name;
    for (char& c : small)
      if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    // Two Host headers are an attack on whoever reads the other one: together they match nothing.
    const auto [place, first] = request.headers.emplace(small, value);
    if (!first) place->second += ", " + value;
  }
  return request;
}

void give(const Response& from, httplib::Response& to) {
  to.status = from.status;
  if (from.status != 304) to.set_content(from.body, from.type);
  for (const auto& [name, value] : from.headers) to.set_header(name, value);
}

// What no answer of ours goes without.
httplib::Headers always() {
  return {{"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "DENY"},
          {"Referrer-Policy", "no-referrer"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Cross-Origin-Opener-Policy", "same-origin"}};
}

Access access_of(const Options& options) {
  Access access{options.names, options.token};
  if (is_loopback(options.address))
    access.hosts.insert(access.hosts.end(), {"localhost", "127.0.0.1", "::1"});
  access.hosts.push_back(options.address);
  return access;
}

}  // namespace

struct Server::Inside {
  std::unique_ptr<Api> api;
  httplib::Server http;
  int port = 0;
};

Server::Server(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Server::Server(Server&&) noexcept = default;
Server::~Server() = default;

Result<Server> Server::open(const Options& options) {
  if (!is_loopback(options.address) && options.token.empty())
    return Error{options.address, "can be reached from other machines: a token is needed"};
  Result<std::unique_ptr<Api>> api = Api::open(options.folder, access_of(options), options.check);
  if (!api.ok()) return api.error();
  auto inside = std::make_unique<Inside>();
  inside->api = api.take();
  httplib::Server& http = inside->http;
  http.new_task_queue = [] { return new httplib::ThreadPool(readers); };
  // Not httplib's own options, which share a port that is taken (SO_REUSEPORT) with whoever has it.
  http.set_socket_options([](socket_t listening) {
    const int yes = 1;
    setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  http.set_payload_max_length(largest_body);
  http.set_read_timeout(patience_seconds);
  http.set_write_timeout(patience_seconds);
  http.set_keep_alive_timeout(5);
  http.set_keep_alive_max_count(1000);
  http.set_default_headers(always());
  const auto answer = [&api = *inside->api](const httplib::Request& request, httplib::Response& response) {
    give(api.answer(request_of(request)), response);
  };
  http.Get(".*", answer);
  http.Post(".*", httplib::Server::Handler(answer));
  http.Put(".*", httplib::Server::Handler(answer));
  http.Patch(".*", httplib::Server::Handler(answer));
  http.Delete(".*", httplib::Server::Handler(answer));
  http.Options(".*", answer);
  http.set_exception_handler([](const auto&, httplib::Response& response, std::exception_ptr) {
    give(problem(500, "this request could not be answered"), response);
  });
  inside->port = options.port == 0                                  ? http.bind_to_any_port(options.address)
                 : http.bind_to_port(options.address, options.port) ? options.port
                                                                    : -1;
  if (inside->port < 0)
    return Error{options.address + ":" + std::to_string(options.port),
                 "this address cannot be had; is it in use?"};
  return Server(std::move(inside));
}

int Server::port() const {
  return inside_->port;
}
void Server::run() {
  inside_->http.listen_after_bind();
}
void Server::stop() {
  inside_->http.stop();
}

}  // namespace recoupe::serve
