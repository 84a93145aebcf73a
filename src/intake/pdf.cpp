#include "intake/pdf.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <optional>

#include "intake/page_of.hpp"

namespace recoupe::intake {
namespace {

constexpr size_t articles_a_pdf = 8;             // a PDF is mostly pictures and fonts
constexpr rlim_t most_memory = rlim_t{1} << 30;  // bytes
constexpr rlim_t most_seconds = 30;              // of processor time
constexpr int most_milliseconds = 60000;         // without a word from it

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  void set(int number) { number_ = number; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

std::optional<std::string> program() {
  for (const char* path : {"/usr/bin/pdftotext", "/usr/local/bin/pdftotext"})
    if (access(path, X_OK) == 0) return path;
  return std::nullopt;
}

// The PDF as a file that only memory holds.
bool put_into(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return lseek(file, 0, SEEK_SET) == 0;
}

// Runs the program with `file` as its input and the pipe's end `out` as its output.
std::optional<pid_t> start(const std::string& path, int file, int out) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::array arguments = {"pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "/dev/stdin", "-"};
  std::array<char*, arguments.size() + 1> argv{};
  for (size_t i = 0; i < arguments.size(); ++i) argv[i] = const_cast<char*>(arguments[i]);
  std::array<char*, 2> environment = {const_cast<char*>("LC_ALL=C"), nullptr};
  pid_t child = 0;
  const int error = posix_spawn(&child, path.c_str(), &actions, nullptr, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return std::nullopt;
  const rlimit memory{most_memory, most_memory}, seconds{most_seconds, most_seconds};
  prlimit(child, RLIMIT_AS, &memory, nullptr);
  prlimit(child, RLIMIT_CPU, &seconds, nullptr);
  return child;
}

// What it writes; an Error where that is too much, or takes too long.
std::optional<std::string> read_all(int pipe, std::string& into, size_t limit) {
  std::array<char, 65536> block;
  for (;;) {
    pollfd waiting{pipe, POLLIN, 0};
    const int ready = poll(&waiting, 1, most_milliseconds);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return "takes too long to read: given up";
    const ssize_t got = ::read(pipe, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    into.append(block.data(), static_cast<size_t>(got));
    if (into.size() > limit)
      return fmt::format("has more than {} bytes of text, the most for one article", limit);
  }
}

Result<std::string> text_of(const std::string& pdf, const std::string& pdftotext, size_t limit) {
  const Descriptor file(memfd_create("pdf", MFD_CLOEXEC));
  std::array<int, 2> ends{};
  if (file.get() < 0 || !put_into(file.get(), pdf) || pipe2(ends.data(), O_CLOEXEC) != 0)
    return Error{{}, "cannot be handed to pdftotext"};
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  const std::optional<pid_t> child = start(pdftotext, file.get(), to.get());
  to.close();
  if (!child) return Error{{}, "cannot be handed to pdftotext"};
  std::string text;
  const std::optional<std::string> problem = read_all(from.get(), text, limit);
  if (problem) kill(*child, SIGKILL);
  int status = 0;
  while (waitpid(*child, &status, 0) < 0 && errno == EINTR) {
  }
  if (problem) return Error{{}, *problem};
  if (!WIFEXITED(status)) return Error{{}, "is a PDF that pdftotext cannot survive: refused"};
  if (WEXITSTATUS(status) == 3) return Error{{}, "is a PDF whose text may not be copied"};
  if (WEXITSTATUS(status) != 0) return Error{{}, "is a PDF that is broken or locked by a password"};
  return text;
}

}  // namespace

Result<Page> read_pdf(ByteReader& bytes, const std::string& path, const Options& options) {
  const std::optional<std::string> pdftotext = program();
  if (!pdftotext)
    return Error{
        path,
        "is a PDF, which is read by pdftotext, which is not installed (Debian: apt install poppler-utils)"};
  std::string pdf;
  const size_t limit = options.max_article_bytes * articles_a_pdf;
  if (bytes.rest(pdf, limit) == ByteReader::Got::too_long)
    return Error{path, fmt::format("is a PDF of more than {} bytes", limit)};
  if (bytes.failure()) return Error{path, *bytes.failure()};
  Result<std::string> text = text_of(pdf, *pdftotext, options.max_article_bytes);
  if (!text.ok()) return Error{path, text.error().what};
  if (text.value().find_first_not_of(" \t\n\f") == std::string::npos)
    return Error{path, "is a PDF without a text layer (a scan?)"};
  Page page;
  page.source_name = path;
  page.media_type = MediaType::pdf;
  page.bytes = text.take();
  return page_of(std::move(page), "UTF-8");
}

}  // namespace recoupe::intake
