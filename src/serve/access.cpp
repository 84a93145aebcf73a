#include "serve/access.hpp"

#include <openssl/crypto.h>

#include <algorithm>

#include "base/sha256.hpp"

namespace recoupe::serve {
namespace {

constexpr std::string_view cookie_name = "recoupe_token=";
constexpr std::string_view bearer = "Bearer ";

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  return out;
}

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view token_in_cookies(std::string_view cookies) {
  while (!cookies.empty()) {
    const size_t end = std::min(cookies.find(';'), cookies.size());
    std::string_view one = cookies.substr(0, end);
    while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
    if (one.substr(0, cookie_name.size()) == cookie_name) return one.substr(cookie_name.size());
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
  }
  return {};
}

bool has_token(const Request& request, std::string_view token) {
  const std::string_view authorization = request.header("authorization");
  if (authorization.substr(0, bearer.size()) == bearer)
    return same_secret(authorization.substr(bearer.size()), token);
  return same_secret(token_in_cookies(request.header("cookie")), token);
}

// "http://localhost:8080" is of the Host "localhost:8080".
bool of_this_site(std::string_view origin, std::string_view host) {
  const size_t scheme = origin.find("://");
  return scheme != std::string_view::npos && lower(origin.substr(scheme + 3)) == lower(host);
}

}  // namespace

bool is_loopback(std::string_view address) {
  return address == "localhost" || address == "::1" || address.substr(0, 4) == "127.";
}

std::string host_name(std::string_view host) {
  if (!host.empty() && host.front() == '[') {
    const size_t end = host.find(']');
    if (end == std::string_view::npos) return {};
    const std::string_view rest = host.substr(end + 1);
    if (!rest.empty() && (rest.front() != ':' || !is_port(rest.substr(1)))) return {};
    return lower(host.substr(1, end - 1));
  }
  const size_t colon = host.find(':');
  if (colon != std::string_view::npos && !is_port(host.substr(colon + 1))) return {};
  return lower(host.substr(0, colon));
}

bool same_secret(std::string_view a, std::string_view b) {
  // Of digests, so that not even the length shows.
  const std::string first = sha256_base64(a), second = sha256_base64(b);
  return CRYPTO_memcmp(first.data(), second.data(), first.size()) == 0;
}

Response refusal(const Request& request, const Access& access) {
  const std::string host = host_name(request.header("host"));
  if (host.empty() || std::find(access.hosts.begin(), access.hosts.end(), host) == access.hosts.end())
    return problem(421, "this server does not answer to that host name");
  const std::string_view origin = request.header("origin");
  if (!origin.empty() && !of_this_site(origin, request.header("host")))
    return problem(403, "requests from other sites are refused");
  if (access.token.empty()) return Response{0, {}, {}, {}};
  if (const auto given = request.parameters.find("token");
      given != request.parameters.end() && request.path == "/" && same_secret(given->second, access.token)) {
    return Response{
        303,
        "text/plain",
        {},
        {{"Location", "/"},
         {"Set-Cookie", std::string(cookie_name) + given->second + "; HttpOnly; SameSite=Strict; Path=/"}}};
  }
  if (has_token(request, access.token)) return Response{0, {}, {}, {}};
  Response refused =
      problem(401, "a token is needed: open the address with ?token=… or send it as a bearer token");
  refused.headers.emplace_back("WWW-Authenticate", "Bearer");
  return refused;
}

}  // namespace recoupe::serve
