// robots.txt, as RFC 9309 reads it.
//
//   const Robots robots = parse_robots("User-agent: *\nDisallow: /prive/\nAllow: /prive/une$\n", "recoupe");
//   robots.allows("/prive/deux") → false
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recoupe::fetch {

struct RobotsRule {
  std::string pattern;  // with * and a $ at the end, percent-encoding made uniform
  bool allow = false;
};

struct Robots {
  std::vector<RobotsRule> rules;  // of the groups that are ours, or else of those for *
  std::optional<double> delay;    // seconds between two requests (Crawl-delay, which is not in the RFC)

  // `target`: path and query, from "/". The longest pattern that fits decides; of two equal ones, "Allow".
  bool allows(std::string_view target) const;
};

// `agent`: our product token, in lower case. No more than the first 500 KiB are read.
Robots parse_robots(std::string_view text, std::string_view agent);

}  // namespace recoupe::fetch
