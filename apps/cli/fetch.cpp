#include "fetch/fetch.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <thread>

#include "commands.hpp"
#include "terminal.hpp"

namespace recoupe::cli {
namespace {

struct FetchFlags {
  std::vector<std::string> urls;
  std::string from, output, contact;
  double delay = 1, timeout = 30;
  unsigned max_size = 16;  // MB
  bool allow_private = false, overwrite = false, quiet = false;
};

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&time, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

// One address a line; blank lines and those that begin with # are passed over.
void read_addresses(std::istream& lines, std::vector<std::string>& urls) {
  for (std::string line; std::getline(lines, line);) {
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())) != 0) line.pop_back();
    const size_t begin = line.find_first_not_of(" \t");
    if (begin != std::string::npos && line[begin] != '#') urls.push_back(line.substr(begin));
  }
}

bool gather(const FetchFlags& flags, Messages& messages, std::vector<std::string>& urls) {
  for (const std::string& url : flags.urls) {
    if (url == "-")
      read_addresses(std::cin, urls);
    else
      urls.push_back(url);
  }
  if (flags.from.empty()) return true;
  std::ifstream file(flags.from);
  if (!file || std::filesystem::is_directory(flags.from)) {
    messages.error(Error{flags.from, "cannot be read"});
    return false;
  }
  read_addresses(file, urls);
  return true;
}

// Written beside its place and moved there at the end: a run that is killed leaves nothing half done.
class Archive {
 public:
  explicit Archive(const std::string& path)
      : path_(path), aside_(path + fmt::format(".writing-{}", getpid())) {}
  ~Archive() {
    std::error_code ignored;
    if (open_) std::filesystem::remove(aside_, ignored);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool write(const std::string& bytes) {
    if (!open_) file_.open(aside_, std::ios::binary | std::ios::trunc);
    open_ = true;
    file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file_.good();
  }
  bool commit() {
    file_.close();
    std::error_code error;
    if (file_) std::filesystem::rename(aside_, path_, error);
    if (!file_ || error) return false;
    open_ = false;
    return true;
  }

 private:
  std::string path_, aside_;
  std::ofstream file_;
  bool open_ = false;
};

fetch::Options options_of(const FetchFlags& flags) {
  fetch::Options options;
  options.limits.max_bytes = size_t{flags.max_size} << 20;
  options.limits.timeout = flags.timeout;
  options.limits.allow_private = flags.allow_private;
  options.delay = flags.delay;
  options.agent = "Recoupe/" RECOUPE_VERSION;
  options.agent += flags.contact.empty() ? " (press articles, one at a time)" : " (+" + flags.contact + ")";
  return options;
}

fetch::World world_of(const FetchFlags& flags, Archive& archive) {
  std::random_device random;
  fetch::World world;
  world.date = now;
  world.seconds = [] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
  };
  world.pause = [](double seconds) { std::this_thread::sleep_for(std::chrono::duration<double>(seconds)); };
  world.write = [&archive](const std::string& bytes) { return archive.write(bytes); };
  world.file_name = std::filesystem::path(flags.output).filename().string();
  world.seed = fmt::format("{} {:08x}{:08x}{:08x}{:08x}", now(), random(), random(), random(), random());
  world.software = "recoupe/" RECOUPE_VERSION;
  return world;
}

int get(const FetchFlags& flags) {
  Messages messages(flags.quiet);
  std::vector<std::string> urls;
  if (!gather(flags, messages, urls)) return exit_incomplete;
  if (urls.empty()) {
    messages.error("no address is given");
    return exit_usage;
  }
  if (!flags.overwrite && std::filesystem::exists(flags.output)) {
    messages.error(
        Error{flags.output, "is there already; choose another name, or replace it with --overwrite"});
    return exit_usage;
  }
  Archive archive(flags.output);
  uint64_t pages = 0, failures = 0;
  const auto tell = [&](const std::string& url, const Result<std::string>& page) {
    if (page.ok()) {
      ++pages;
    } else {
      ++failures;
      messages.error(Error{url, page.error().what});
    }
    messages.progress(pages, failures);
  };
  const fetch::World world = world_of(flags, archive);
  if (const Outcome done = fetch::fetch(urls, options_of(flags), world, tell); !done.ok()) {
    messages.error(done.error());
    return exit_incomplete;
  }
  if (pages == 0) return exit_incomplete;  // nothing worth a file, let alone one that is there

  if (!archive.commit()) {
    messages.error(Error{flags.output, fmt::format("cannot be written: {}", std::strerror(errno))});
    return exit_incomplete;
  }
  messages.say(fmt::format("{} {} in {}{}", pages, pages == 1 ? "page" : "pages", flags.output,
                           failures == 0 ? "" : fmt::format("; {} could not be fetched", failures)));
  return failures == 0 ? exit_done : exit_incomplete;
}

}  // namespace

Action add_fetch(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("fetch", "store pages of the web as a WARC, for the other commands to read");
  command->footer(
      "The one command that uses the network. It obeys robots.txt, asks one page at a time, follows "
      "redirections\n"
      "and stores every answer as it came. Addresses that are not the public's (of this machine, of the "
      "house)\n"
      "are refused, also where a redirection leads to one. Exit status 1 if a page could not be fetched.\n"
      "  recoupe fetch https://journal.example/une -o une.warc.gz && recoupe dossier une.warc.gz -o out\n"
      "  recoupe fetch --from addresses.txt -o press.warc.gz");
  auto flags = std::make_shared<FetchFlags>();
  command
      ->add_option("URL", flags->urls,
                   "addresses, http or https; - reads them from standard input, one a line")
      ->type_name("");
  command->add_option("--from", flags->from, "a file of addresses, one a line")->type_name("FILE");
  command->add_option("-o,--output", flags->output, "the file to write, FILE.warc.gz")
      ->required()
      ->type_name("FILE");
  command->add_option("--delay", flags->delay, "seconds between two requests to one host (default: 1)")
      ->check(CLI::Range(0.0, 3600.0))
      ->type_name("S");
  command->add_option("--timeout", flags->timeout, "seconds for one answer (default: 30)")
      ->check(CLI::Range(0.1, 3600.0))
      ->type_name("S");
  command->add_option("--max-size", flags->max_size, "longest answer, in MB (default: 16)")
      ->check(CLI::Range(1, 1000))
      ->type_name("MB");
  command
      ->add_option("--contact", flags->contact, "an address at which you can be reached, told to the servers")
      ->type_name("URL");
  command->add_flag("--allow-private", flags->allow_private,
                    "fetch from private and loopback addresses, too");
  command->add_flag("--overwrite", flags->overwrite, "replace FILE if it is there");
  command->add_flag("-q,--quiet", flags->quiet, "no progress and no summary; errors are still said");
  return [flags] { return get(*flags); };
}

}  // namespace recoupe::cli
