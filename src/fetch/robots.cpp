#include "fetch/robots.hpp"

#include <algorithm>
#include <cstdlib>

#include "intake/http_message.hpp"

namespace recoupe::fetch {
namespace {

using intake::same_name;
using intake::trimmed;

constexpr size_t longest = size_t{500} << 10;
constexpr std::string_view hexadecimal = "0123456789ABCDEF";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if ((c | 32) >= 'a' && (c | 32) <= 'f') return (c | 32) - 'a' + 10;
  return -1;
}

bool is_unreserved(unsigned char c) {
  return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '-' || c == '.' || c == '_' ||
         c == '~';
}

// One spelling for each address: "%7Ejean" and "~jean" are the same, "é" is "%C3%A9", "%2f" is "%2F".
std::string uniform(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    bool encoded = false;
    if (byte == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
      byte = static_cast<unsigned char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      encoded = true;
      i += 2;
    }
    if (byte < 0x21 || byte > 0x7E || (encoded && !is_unreserved(byte))) {
      out += '%';
      out += hexadecimal[byte >> 4];
      out += hexadecimal[byte & 15];
    } else {
      out += static_cast<char>(byte);
    }
  }
  return out;
}

// Whether the pattern fits the beginning of the target. Linear but for the last star: a star gives way only
// to the next one, so no pattern takes more than their product.
bool fits(std::string_view pattern, std::string_view target) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  size_t p = 0, t = 0, star = std::string_view::npos, after_star = 0;
  for (;;) {
    if (p == pattern.size() && (!to_the_end || t == target.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      after_star = t;
    } else if (p < pattern.size() && t < target.size() && pattern[p] == target[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos && after_star < target.size()) {
      p = star + 1;
      t = ++after_star;
    } else {
      return false;
    }
  }
}

// "Recoupe/1.0" → whether it names `agent`: the token up to the first character that tokens do not have.
bool names(std::string_view value, std::string_view agent) {
  size_t end = 0;
  while (end < value.size() &&
         (((value[end] | 32) >= 'a' && (value[end] | 32) <= 'z') || value[end] == '-' || value[end] == '_'))
    ++end;
  return same_name(value.substr(0, end), agent);
}

struct Line {
  std::string_view key, value;
};

Line take_line(std::string_view& text) {
  const size_t end = text.find_first_of("\r\n");
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  line = line.substr(0, line.find('#'));
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

struct Group {
  Robots robots;
  bool any = false;
};

void add_rule(Group& group, std::string_view key, std::string_view value) {
  if (same_name(key, "crawl-delay")) {
    const double seconds = std::strtod(std::string(value).c_str(), nullptr);
    if (seconds > 0) group.robots.delay = seconds;
  } else if (!value.empty()) {
    group.robots.rules.push_back({uniform(value), same_name(key, "allow")});
  }
}

}  // namespace

Robots parse_robots(std::string_view text, std::string_view agent) {
  text = text.substr(0, longest);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Group ours, everybody;
  bool for_us = false, for_everybody = false, naming = false;
  while (!text.empty()) {
    const auto [key, value] = take_line(text);
    if (same_name(key, "user-agent")) {
      // Several names one under the other share the rules that follow.
      if (!naming) for_us = for_everybody = false;
      naming = true;
      for_us = for_us || names(value, agent);
      for_everybody = for_everybody || value == "*";
      ours.any = ours.any || for_us;
    } else if (same_name(key, "allow") || same_name(key, "disallow") || same_name(key, "crawl-delay")) {
      naming = false;
      if (for_us) add_rule(ours, key, value);
      if (for_everybody) add_rule(everybody, key, value);
    }
  }
  return ours.any ? ours.robots : everybody.robots;
}

bool Robots::allows(std::string_view target) const {
  const std::string wanted = uniform(target);
  if (wanted == "/robots.txt") return true;
  const RobotsRule* best = nullptr;
  for (const RobotsRule& rule : rules) {
    if (best != nullptr && (rule.pattern.size() < best->pattern.size() ||
                            (rule.pattern.size() == best->pattern.size() && !rule.allow)))
      continue;
    if (fits(rule.pattern, wanted)) best = &rule;
  }
  return best == nullptr || best->allow;
}

}  // namespace recoupe::fetch
