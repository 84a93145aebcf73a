// Which addresses of the network are the public's: no machine of one's own house, of the cloud's innards or
// of a test network is ever asked for a page because some article links to it.
#pragma once

#include <sys/socket.h>

#include <string>

namespace recoupe::fetch {

// False for loopback, private, link-local, shared, multicast, reserved and documentation addresses of IPv4
// and IPv6, also where an IPv6 address stands for one of IPv4.
bool is_public(const sockaddr& address);

std::string printed(const sockaddr& address);  // "127.0.0.1", "::1"

}  // namespace recoupe::fetch
