#include "fetch/fetch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "fetch/robots.hpp"
#include "fetch/warc_writer.hpp"
#include "intake/http_message.hpp"

namespace recoupe::fetch {
namespace {

constexpr int most_robots_hops = 5;
constexpr double longest_delay = 30;  // that a robots.txt may ask for

bool is_redirection(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string location_of(const Exchange& exchange) {
  const Result<intake::HttpResponse> response = intake::parse_response(exchange.head);
  return response.ok() ? std::string(response.value().fields["Location"]) : std::string();
}

// Whether a host lets us in, and how fast.
struct Policy {
  Robots robots;
  std::string closed;  // why nothing is fetched there; empty = open
};

class Fetcher {
 public:
  Fetcher(Client& client, const Options& options, const World& world)
      : client_(client), options_(options), world_(world), writer_(world.seed, world.software) {}

  bool broken() const { return broken_; }

  // The page behind one address, redirections followed.
  Result<std::string> page(const std::string& given) {
    std::set<std::string> hops;
    Result<std::string> page = follow(given, hops);
    for (const std::string& hop : hops) outcomes_.emplace(hop, page);
    return page;
  }

 private:
  Result<std::string> follow(const std::string& given, std::set<std::string>& hops) {
    Result<std::string> url = client_.absolute(given);
    if (!url.ok()) return url.error();
    for (int hop = 0; hop <= options_.max_redirects; ++hop) {
      const std::string here = url.value();
      if (!hops.insert(here).second) return Error{given, "is redirected in a circle"};
      if (const auto known = outcomes_.find(here); known != outcomes_.end()) return known->second;
      const Policy& policy = policy_of(here);
      if (!policy.closed.empty()) return Error{given, policy.closed};
      if (!policy.robots.allows(parts_of(here).target))
        return Error{given, fmt::format("robots.txt of {} does not allow it", parts_of(here).origin)};
      const Result<Exchange> got = exchange(here, std::max(options_.delay, policy.robots.delay.value_or(0)));
      if (!got.ok()) return Error{given, reason(got.error(), here, given)};
      const int status = got.value().status;
      const std::string location = is_redirection(status) ? location_of(got.value()) : std::string();
      if (location.empty()) {
        if (status >= 200 && status <= 299) return here;
        return Error{given, fmt::format("the server answered {}", status)};
      }
      url = client_.absolute(location, here);
      if (!url.ok())
        return Error{given, fmt::format("is redirected to {}, which {}", location, url.error().what)};
    }
    return Error{given, fmt::format("is redirected more than {} times", options_.max_redirects)};
  }

  static std::string reason(const Error& error, const std::string& here, const std::string& given) {
    return here == given ? error.what : fmt::format("{} {}", here, error.what);
  }

  // One request, after the pause that its host is owed, stored with its answer.
  Result<Exchange> exchange(const std::string& url, double delay) {
    const std::string origin = parts_of(url).origin;
    const auto last = last_.find(origin);
    if (last != last_.end()) {
      const double left = last->second + std::min(delay, longest_delay) - world_.seconds();
      if (left > 0) world_.pause(left);
    }
    const std::string date = world_.date();
    Result<Exchange> got = client_.get(url);
    last_[origin] = world_.seconds();
    if (got.ok()) store(url, date, got.value());
    return got;
  }

  void store(const std::string& url, const std::string& date, const Exchange& exchange) {
    if (!begun_) write(writer_.warcinfo(date, world_.file_name, options_.agent));
    begun_ = true;
    write(writer_.exchange(url, date, exchange));
  }
  void write(const std::string& bytes) { broken_ = broken_ || !world_.write(bytes); }

  const Policy& policy_of(const std::string& url) {
    const std::string origin = parts_of(url).origin;
    const auto known = policies_.find(origin);
    if (known != policies_.end()) return known->second;
    Policy policy = read_policy(origin + "/robots.txt");
    last_.erase(origin);  // the page itself need not wait for its robots.txt
    return policies_.emplace(origin, std::move(policy)).first->second;
  }

  // RFC 9309, 2.3.1: what is not there (4xx) allows everything; what cannot be reached (5xx, no answer)
  // forbids everything.
  Policy read_policy(std::string url) {
    for (int hop = 0; hop <= most_robots_hops; ++hop) {
      const Result<Exchange> got = exchange(url, 0);
      if (!got.ok()) return {{}, fmt::format("{} {}", url, got.error().what)};
      const Exchange& answer = got.value();
      if (answer.status >= 500)
        return {{}, fmt::format("{} answers {}: nothing is fetched there for now", url, answer.status)};
      if (is_redirection(answer.status)) {
        Result<std::string> next = client_.absolute(location_of(answer), url);
        if (!next.ok()) return {};
        url = next.take();
        continue;
      }
      if (answer.status < 200 || answer.status > 299) return {};
      const std::string message = answer.head + answer.body;
      const Result<intake::HttpResponse> response = intake::parse_response(message);
      if (!response.ok()) return {};
      const Result<std::string> text = intake::unpacked_body(response.value(), {});
      if (!text.ok()) return {{}, fmt::format("{} cannot be read: {}", url, text.error().what)};
      return {parse_robots(text.value(), options_.token), {}};
    }
    return {};
  }

  Client& client_;
  const Options& options_;
  const World& world_;
  WarcWriter writer_;
  bool begun_ = false, broken_ = false;
  std::map<std::string, Result<std::string>> outcomes_;  // of every address that was asked, redirections too
  std::map<std::string, Policy> policies_;
  std::map<std::string, double> last_;  // when each host was asked for the last time
};

}  // namespace

Outcome fetch(const std::vector<std::string>& urls, const Options& options, const World& world,
              const Tell& tell) {
  Result<std::unique_ptr<Client>> client = Client::open(options.agent, options.limits);
  if (!client.ok()) return client.error();
  Fetcher fetcher(*client.value(), options, world);
  std::set<std::string> asked;
  for (const std::string& url : urls) {
    if (!asked.insert(url).second) continue;
    const Result<std::string> page = fetcher.page(url);
    if (fetcher.broken()) return Error{world.file_name, "cannot be written"};
    tell(url, page);
  }
  return Done{};
}

}  // namespace recoupe::fetch
