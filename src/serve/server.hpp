// The wire: an HTTP/1.1 server in front of Api.
//
//   Result<Server> server = Server::open({.folder = "dossier"});
//   server.value().run();   // until stop(), from another thread
#pragma once

#include <memory>
#include <string>

#include "serve/api.hpp"

namespace recoupe::serve {

struct Options {
  std::string folder;
  std::string address = "127.0.0.1";
  int port = 0;                    // 0: any that is free
  std::vector<std::string> names;  // further host names that it answers to
  std::string token;               // must be given where `address` is not loopback
  CheckCorrection check;
};

class Server {
 public:
  // An Error if there is no dossier, or if the address cannot be had.
  static Result<Server> open(const Options& options);
  Server(Server&&) noexcept;
  ~Server();

  int port() const;
  // Answers until stop() is called; requests that have begun are answered to their end.
  void run();
  void stop();

 private:
  struct Inside;
  explicit Server(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace recoupe::serve
