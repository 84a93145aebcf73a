// One HTTP exchange, kept as it went over the wire. The only file that knows libcurl, which is loaded when
// the first page is fetched: every other command runs where it is not installed.
#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"

namespace recoupe::fetch {

struct Limits {
  size_t max_bytes = size_t{16} << 20;  // of one answer
  double timeout = 30;                  // seconds for one answer
  bool allow_private = false;           // addresses that are not the public's
};

struct Exchange {
  std::string request;         // as sent
  std::string head, body;      // as received: chunks and compression are left as they are
  std::string remote_address;  // "93.184.216.34"
  int status = 0;
};

class Client {
 public:
  // Fails where libcurl is not installed.
  static Result<std::unique_ptr<Client>> open(std::string agent, const Limits& limits);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // GET, without following redirections. The Error says why there is no answer; its `where` is the address.
  Result<Exchange> get(const std::string& url);
  // `target`, as a Location or a user writes it, as an absolute address without fragment; relative to `base`
  // where that is not empty. Fails for anything but http and https, and for addresses that hold a password.
  Result<std::string> absolute(const std::string& target, const std::string& base = {}) const;

 private:
  struct Library;
  struct State;
  Client() = default;
  std::unique_ptr<Library> library_;
  std::string agent_;
  Limits limits_;
};

// "https://a.example:8443" and "/page?x=1" of an absolute address.
struct Parts {
  std::string origin, target;
};
Parts parts_of(const std::string& url);

}  // namespace recoupe::fetch
