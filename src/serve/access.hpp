// Who is answered. A page somewhere on the web can make a browser send requests to this machine (DNS
// rebinding, forms across sites), so the Host header must be one of ours, and what changes something must
// come from our own page. Beyond loopback a token is asked for as well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "serve/messages.hpp"

namespace recoupe::serve {

struct Access {
  std::vector<std::string> hosts;  // names and addresses that this server answers to, without a port
  std::string token;               // empty: none is asked for
};

// "127.0.0.1", "::1", "localhost": nobody else's machine can reach it.
bool is_loopback(std::string_view address);

// "localhost:8080", "[::1]:8080", "127.0.0.1" → the name alone, in small letters; empty where it is
// malformed.
std::string host_name(std::string_view host_header);

// Whether the two are the same, in a time that depends on neither.
bool same_secret(std::string_view a, std::string_view b);

// `status` 0 where the request may pass; else what to answer: 421 for another's Host, 401 without the token,
// 403 for another site's Origin. A token in the address is taken once: the answer (303) puts it into a cookie
// that no script reads, so that it does not stay in the browser's history.
Response refusal(const Request& request, const Access& access);

}  // namespace recoupe::serve
