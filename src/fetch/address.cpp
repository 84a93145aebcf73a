#include "fetch/address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace recoupe::fetch {
namespace {

struct Block4 {
  uint32_t first;
  int bits;
};

// IANA's special-purpose registry of IPv4, as far as it is not globally reachable.
constexpr std::array blocks4 = {
    Block4{0x00000000, 8},   // this network
    Block4{0x0A000000, 8},   // private
    Block4{0x64400000, 10},  // shared by providers
    Block4{0x7F000000, 8},   // loopback
    Block4{0xA9FE0000, 16},  // link-local; where clouds keep their secrets
    Block4{0xAC100000, 12},  // private
    Block4{0xC0000000, 24},  // protocol assignments
    Block4{0xC0000200, 24},  // documentation
    Block4{0xC0586300, 24},  // 6to4 relays, given up
    Block4{0xC0A80000, 16},  // private
    Block4{0xC6120000, 15},  // benchmarks
    Block4{0xC6336400, 24},  // documentation
    Block4{0xCB007100, 24},  // documentation
    Block4{0xE0000000, 4},   // multicast
    Block4{0xF0000000, 4},   // reserved, broadcast
};

bool is_public4(uint32_t address) {
  return std::none_of(blocks4.begin(), blocks4.end(), [&](const Block4& block) {
    return (address >> (32 - block.bits)) == (block.first >> (32 - block.bits));
  });
}

using Bytes6 = std::array<uint8_t, 16>;

bool begins(const Bytes6& address, std::initializer_list<uint8_t> prefix) {
  return std::equal(prefix.begin(), prefix.end(), address.begin());
}

uint32_t embedded4(const Bytes6& address, size_t at) {
  return static_cast<uint32_t>(address[at]) << 24 | static_cast<uint32_t>(address[at + 1]) << 16 |
         static_cast<uint32_t>(address[at + 2]) << 8 | address[at + 3];
}

bool is_public6(const Bytes6& address) {
  if (begins(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return is_public4(embedded4(address, 12));
  // NAT64
  if (begins(address, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0}))
    return is_public4(embedded4(address, 12));
  if ((address[0] & 0xE0) != 0x20) return false;  // 2000::/3 is all that is given out
  if (begins(address, {0x20, 0x02})) return is_public4(embedded4(address, 2));  // 6to4
  if (begins(address, {0x20, 0x01, 0x0D, 0xB8})) return false;                  // documentation
  if (begins(address, {0x20, 0x01}) && address[2] < 2) return false;            // protocols, Teredo
  return !(begins(address, {0x3F, 0xFF}) && address[2] < 0x10);                 // documentation
}

}  // namespace

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    return is_public4(ntohl(v4.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 v6{};
  std::memcpy(&v6, &address, sizeof v6);
  Bytes6 bytes{};
  std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
  return is_public6(bytes);
}

std::string printed(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
  } else if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
  }
  return text.data();
}

}  // namespace recoupe::fetch
