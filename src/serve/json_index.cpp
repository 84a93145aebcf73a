#include "serve/json_index.hpp"

#include <algorithm>

namespace recoupe::serve {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

class Scanner {
 public:
  explicit Scanner(std::string_view json) : json_(json) {}

  std::map<std::string, std::vector<Span>> lists() {
    std::map<std::string, std::vector<Span>> out;
    if (!take('{')) return out;
    while (at_ < json_.size() && peek() == '"') {
      const Span key = value();
      if (!take(':')) break;
      if (peek() == '[')
        out[std::string(slice(json_, {key.begin + 1, key.end - 1}))] = elements();
      else
        value();
      if (!take(',')) break;
    }
    return out;
  }

 private:
  char peek() {
    while (at_ < json_.size() && is_blank(json_[at_])) ++at_;
    return at_ < json_.size() ? json_[at_] : '\0';
  }
  bool take(char wanted) {
    if (peek() != wanted) return false;
    ++at_;
    return true;
  }

  std::vector<Span> elements() {
    std::vector<Span> out;
    take('[');
    while (at_ < json_.size() && peek() != ']') {
      out.push_back(value());
      if (!take(',')) break;
    }
    take(']');
    return out;
  }

  // One value of any kind, strings and brackets inside it included.
  Span value() {
    peek();
    const auto begin = static_cast<uint32_t>(at_);
    int depth = 0;
    for (bool more = true; more && at_ < json_.size();) {
      const char c = json_[at_];
      if (c == '"') {
        string();
      } else if (c == '{' || c == '[') {
        ++depth;
        ++at_;
      } else if (c == '}' || c == ']' || c == ',' || c == ':') {
        if (depth == 0) break;
        if (c == '}' || c == ']') --depth;
        ++at_;
      } else {
        ++at_;
      }
      more = depth > 0 || (c != '"' && c != '}' && c != ']');
    }
    auto end = static_cast<uint32_t>(at_);
    while (end > begin && is_blank(json_[end - 1])) --end;
    return {begin, end};
  }

  void string() {
    for (++at_; at_ < json_.size() && json_[at_] != '"'; ++at_)
      if (json_[at_] == '\\') ++at_;
    at_ = std::min(at_ + 1, json_.size());
  }

  std::string_view json_;
  size_t at_ = 0;
};

}  // namespace

std::map<std::string, std::vector<Span>> index_lists(std::string_view json) {
  return Scanner(json).lists();
}

}  // namespace recoupe::serve
