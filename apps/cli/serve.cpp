#include <fmt/format.h>
#include <pthread.h>

#include <csignal>
#include <fstream>
#include <memory>
#include <thread>

#include "commands.hpp"
#include "report/corrections_read.hpp"
#include "serve/server.hpp"
#include "terminal.hpp"

namespace recoupe::cli {
namespace {

struct ServeFlags {
  serve::Options options;
  std::string token_file;
};

// The first line of the file, without the blanks around it.
Result<std::string> read_token(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  if (!file || !std::getline(file, line)) return Error{path, "no token can be read from it"};
  const size_t begin = line.find_first_not_of(" \t\r"), end = line.find_last_not_of(" \t\r");
  if (begin == std::string::npos || end - begin + 1 < 16)
    return Error{path, "a token is a line of 16 characters or more that nobody can guess"};
  return line.substr(begin, end - begin + 1);
}

std::string address_of(const std::string& host, int port) {
  const bool six = host.find(':') != std::string::npos;
  return fmt::format("http://{}{}{}:{}/", six ? "[" : "", host, six ? "]" : "", port);
}

// What is wrong with a line of corrections.jsonl, as the next run would find it; empty if nothing is.
std::string check_correction(const std::string& line) {
  const Corrections read = report::read_corrections(line);
  return read.reports.empty() ? std::string() : "the correction " + read.reports.front().what;
}

// SIGINT and SIGTERM, which no thread takes by itself, stop the server: what is being answered is answered.
class Stopper {
 public:
  Stopper() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  void watch(serve::Server& server) {
    std::thread([signals = signals_, &server] {
      int which = 0;
      sigwait(&signals, &which);
      server.stop();
    }).detach();
  }

 private:
  sigset_t signals_{};
};

int serve_folder(ServeFlags flags) {
  Messages messages(false);
  if (!flags.token_file.empty()) {
    Result<std::string> token = read_token(flags.token_file);
    if (!token.ok()) {
      messages.error(token.error());
      return exit_usage;
    }
    flags.options.token = token.take();
  } else if (!serve::is_loopback(flags.options.address)) {
    messages.error(flags.options.address +
                   " can be reached from other machines; give a token with --token-file");
    return exit_usage;
  }
  flags.options.check = check_correction;
  Stopper stopper;  // before any thread is started
  Result<serve::Server> server = serve::Server::open(flags.options);
  if (!server.ok()) {
    messages.error(server.error());
    return exit_incomplete;
  }
  put(stdout, address_of(flags.options.address, server.value().port()) + "\n");
  std::fflush(stdout);
  stopper.watch(server.value());
  server.value().run();
  return exit_done;
}

}  // namespace

Action add_serve(CLI::App& app) {
  CLI::App* command = app.add_subcommand("serve", "show a dossier in the browser, with a JSON API");
  command->footer(
      "Prints the address to open, and answers until it is interrupted. Programs find the API described at\n"
      "/api/v1/openapi.json. Corrections made on the page are written to DIR/corrections.jsonl, which the "
      "next\n"
      "'recoupe dossier -o DIR' applies.\n"
      "  recoupe serve out\n"
      "  recoupe serve out --address 0.0.0.0 --name press.example.org --token-file token");
  auto flags = std::make_shared<ServeFlags>();
  command->add_option("DIR", flags->options.folder, "a folder that 'recoupe dossier' wrote")
      ->required()
      ->type_name("");
  command
      ->add_option("--address", flags->options.address,
                   "where to listen (default: 127.0.0.1, this machine alone)")
      ->type_name("ADDRESS");
  command->add_option("--port", flags->options.port, "the port (default: any that is free)")
      ->check(CLI::Range(0, 65535))
      ->type_name("N");
  command
      ->add_option("--name", flags->options.names, "a host name under which it is reached; may be repeated")
      ->type_name("NAME");
  command->add_option("--token-file", flags->token_file, "a file whose first line every request must know")
      ->type_name("FILE");
  return [flags] { return serve_folder(*flags); };
}

}  // namespace recoupe::cli
