#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <cstring>

#include "fetch/address.hpp"
#include "fetch/http.hpp"
#include "fetch/robots.hpp"

namespace recoupe::fetch {
namespace {

bool is_public(const char* text) {
  sockaddr_in v4{};
  sockaddr_in6 v6{};
  sockaddr address{};
  if (inet_pton(AF_INET, text, &v4.sin_addr) == 1) {
    v4.sin_family = AF_INET;
    return fetch::is_public(reinterpret_cast<const sockaddr&>(v4));
  }
  EXPECT_EQ(inet_pton(AF_INET6, text, &v6.sin6_addr), 1) << text;
  v6.sin6_family = AF_INET6;
  EXPECT_EQ(address.sa_family, 0);
  return fetch::is_public(reinterpret_cast<const sockaddr&>(v6));
}

TEST(Address, OnlyThePublicsArePublic) {
  for (const char* address :
       {"127.0.0.1",       "127.9.9.9",       "0.0.0.0",         "10.1.2.3",    "172.16.0.1",
        "172.31.255.255",  "192.168.1.1",     "169.254.169.254", "100.64.0.1",  "198.18.0.1",
        "224.0.0.1",       "255.255.255.255", "192.0.2.7",       "::",          "::1",
        "fe80::1",         "fd00::1",         "fec0::1",         "ff02::1",     "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",   "2001:db8::1", "2001::1",
        "100::1",          "::7f00:1"})
    EXPECT_FALSE(is_public(address)) << address;
  for (const char* address : {"93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1",
                              "::ffff:8.8.8.8", "2002:808:808::1", "2a00:1450:4007::200e"})
    EXPECT_TRUE(is_public(address)) << address;
}

TEST(Robots, GroupsAndTheLongestRule) {
  const Robots robots = parse_robots(
      "# comment\nUser-agent: other\nUser-Agent: Recoupe/2.0 # us\nDisallow: /prive/\nAllow: /prive/une\n\n"
      "Disallow: /*.pdf$\nCrawl-delay: 2.5\nUser-agent: *\nDisallow: /\n",
      "recoupe");
  EXPECT_TRUE(robots.allows("/"));
  EXPECT_TRUE(robots.allows("/prive"));
  EXPECT_FALSE(robots.allows("/prive/deux"));
  EXPECT_TRUE(robots.allows("/prive/une/page"));
  EXPECT_FALSE(robots.allows("/a/b.pdf"));
  EXPECT_TRUE(robots.allows("/a/b.pdf?x"));
  EXPECT_EQ(robots.delay, 2.5);
  EXPECT_FALSE(parse_robots("User-agent: *\nDisallow: /\n", "recoupe").allows("/a"));
  EXPECT_TRUE(parse_robots("User-agent: *\nDisallow: /\n", "recoupe").allows("/robots.txt"));
  EXPECT_TRUE(
      parse_robots("User-agent: recoupe\nDisallow:\n\nUser-agent: *\nDisallow: /\n", "recoupe").allows("/a"));
}

TEST(Robots, ManyGroupsOfOneAgentAreOne) {
  const Robots robots = parse_robots(
      "User-agent: recoupe\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: recoupe\nDisallow: /b\n",
      "recoupe");
  EXPECT_FALSE(robots.allows("/a"));
  EXPECT_FALSE(robots.allows("/b"));
  EXPECT_TRUE(robots.allows("/c"));
}

TEST(Robots, SpellingsOfOneAddress) {
  const Robots robots = parse_robots(
      "User-agent: *\nDisallow: /\xC3\xA9t\xC3\xA9\nDisallow: /%7Ejean\nDisallow: /a%2fb\n", "recoupe");
  EXPECT_FALSE(robots.allows("/%C3%A9t%c3%a9/x"));
  EXPECT_FALSE(robots.allows("/~jean"));
  EXPECT_FALSE(robots.allows("/a%2Fb"));
  EXPECT_TRUE(robots.allows("/a/b"));
}

TEST(Robots, EqualRulesAllow) {
  EXPECT_TRUE(parse_robots("User-agent: *\nDisallow: /a\nAllow: /a\n", "recoupe").allows("/a"));
  EXPECT_TRUE(parse_robots("User-agent: *\nAllow: /a\nDisallow: /a\n", "recoupe").allows("/a"));
}

TEST(Robots, StarsAreQuick) {
  std::string pattern;
  for (int i = 0; i < 2000; ++i) pattern += "*a";
  const Robots robots = parse_robots("User-agent: *\nDisallow: /" + pattern + "b$\n", "recoupe");
  EXPECT_TRUE(robots.allows("/" + std::string(4000, 'a')));
}

TEST(Robots, AnyBytes) {
  EXPECT_TRUE(
      parse_robots(std::string("\0\xFF:\r\r\n::\nDisallow: /\nUser-agent", 30), "recoupe").allows("/a"));
  EXPECT_TRUE(parse_robots("<html>Not found</html>", "recoupe").allows("/a"));
}

TEST(Addresses, Absolute) {
  const auto client = Client::open("Recoupe/test", {});
  if (!client.ok()) GTEST_SKIP() << client.error().what;
  const Client& c = *const_cast<Result<std::unique_ptr<Client>>&>(client).value();
  EXPECT_EQ(c.absolute("http://a.example/x y#z").value(), "http://a.example/x%20y");
  EXPECT_EQ(c.absolute("../b?c", "https://a.example/d/e/f").value(), "https://a.example/d/b?c");
  EXPECT_EQ(c.absolute("//b.example/", "https://a.example/").value(), "https://b.example/");
  for (const char* bad : {"file:///etc/passwd", "ftp://a.example/", "gopher://a.example/",
                          "javascript:alert(1)", "a b", "", "http://user:pass@a.example/", "http://"})
    EXPECT_FALSE(c.absolute(bad).ok()) << bad;
  EXPECT_FALSE(c.absolute("file:///etc/passwd", "http://a.example/").ok());
  EXPECT_EQ(parts_of("https://a.example:8443?x").target, "/?x");
  EXPECT_EQ(parts_of("https://a.example/b?c#d").origin, "https://a.example");
}

}  // namespace
}  // namespace recoupe::fetch
