#include "serve/api.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

#include "base/sha256.hpp"
#include "serve/lists.hpp"

namespace recoupe::serve {

std::string_view embedded(std::string_view path);

namespace {

using Json = nlohmann::json;

constexpr std::string_view root = "/api/v1";

struct StaticFile {
  std::string_view name, type;
};
// The only files that are handed out: no path of a request ever reaches the file system.
constexpr std::array<StaticFile, 10> files = {{
    {"index.html", "text/html; charset=utf-8"},
    {"dossier.json", "application/json"},
    {"articles.jsonl", "application/jsonl"},
    {"changes.json", "application/json"},
    {"statements.csv", "text/csv; charset=utf-8"},
    {"figures.csv", "text/csv; charset=utf-8"},
    {"movements.csv", "text/csv; charset=utf-8"},
    {"events.csv", "text/csv; charset=utf-8"},
    {"times.csv", "text/csv; charset=utf-8"},
    {"places.csv", "text/csv; charset=utf-8"},
}};

Response static_file(const Folder& folder, std::string_view name) {
  for (const StaticFile& file : files) {
    if (file.name != name) continue;
    Response response{200, std::string(file.type), read_file(folder.path + "/" + std::string(name)), {}};
    if (!response.body.empty()) return response;
  }
  return problem(404, "there is nothing at this address");
}

// Whoever asks again with what it has is told that it is still good.
Response with_version(Response response, const Request& request, const std::string& version) {
  const std::string tag = '"' + version + '"';
  response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Cache-Control", "private, no-cache");
  const std::string_view known = request.header("if-none-match");
  if (response.status == 200 && !version.empty() &&
      (known == "*" || known.find(tag) != std::string_view::npos)) {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

// One line of JSON for each correction of a body; an answer if the body is no such thing.
Result<std::vector<std::string>> correction_lines(const std::string& body, const CheckCorrection& check) {
  const Json json = Json::parse(body, nullptr, false);
  if (json.is_discarded()) return Error{"", "the body is not JSON"};
  const std::vector<Json> all = json.is_array() ? json.get<std::vector<Json>>() : std::vector<Json>{json};
  std::vector<std::string> lines;
  for (const Json& one : all) {
    if (!one.is_object()) return Error{"", "a correction is a JSON object"};
    lines.push_back(one.dump());
    if (std::string wrong = check ? check(lines.back()) : ""; !wrong.empty())
      return Error{"", std::move(wrong)};
  }
  if (lines.empty()) return Error{"", "there is no correction in the body"};
  return lines;
}

// Whole lines at the end of the file, or nothing; locked against another writer.
Outcome append(const std::string& path, std::string text) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (file < 0) return Error{path, std::strerror(errno)};
  ::flock(file, LOCK_EX);
  const off_t size = ::lseek(file, 0, SEEK_END);
  char last = '\n';
  if (size > 0 && ::pread(file, &last, 1, size - 1) == 1 && last != '\n') text.insert(text.begin(), '\n');
  const bool written =
      ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  const std::string why = written ? "" : std::strerror(errno);
  if (!written && ::ftruncate(file, size) != 0) ::lseek(file, 0, SEEK_END);  // nothing more can be done
  ::close(file);
  if (!written) return Error{path, why};
  return Done{};
}

bool is_list(std::string_view name) {
  return !filters_of(name).empty();
}

}  // namespace

Response problem(int status, std::string_view detail) {
  const std::string_view title = status == 400   ? "Bad Request"
                                 : status == 401 ? "Unauthorized"
                                 : status == 403 ? "Forbidden"
                                 : status == 404 ? "Not Found"
                                 : status == 405 ? "Method Not Allowed"
                                 : status == 415 ? "Unsupported Media Type"
                                 : status == 421 ? "Misdirected Request"
                                                 : "Internal Server Error";
  return Response{status,
                  "application/problem+json",
                  Json({{"type", "about:blank"}, {"title", title}, {"status", status}, {"detail", detail}})
                      .dump(-1, ' ', false, Json::error_handler_t::replace),
                  {}};
}

Result<std::unique_ptr<Api>> Api::open(const std::string& folder, Access access, CheckCorrection check) {
  Result<std::shared_ptr<const Folder>> read = read_folder(folder);
  if (!read.ok()) return read.error();
  return std::unique_ptr<Api>(new Api(folder, std::move(access), std::move(check), read.take()));
}

std::shared_ptr<const Folder> Api::current() {
  const std::lock_guard lock(reading_);
  const std::string version = version_of(path_);
  if (!version.empty() && version != folder_->version) {
    // What cannot be read (a file is being replaced by other means) is tried again at the next request.
    if (Result<std::shared_ptr<const Folder>> read = read_folder(path_); read.ok()) folder_ = read.take();
  }
  return folder_;
}

Response Api::answer(const Request& request) {
  if (Response refused = refusal(request, access_); refused.status != 0) return refused;
  if (request.method == "GET" || request.method == "HEAD") {
    const std::shared_ptr<const Folder> folder = current();
    if (request.path == fmt::format("{}/corrections", root)) {
      const std::string text = read_file(path_ + "/corrections.jsonl");
      return with_version({200, "application/jsonl", text, {}}, request, sha256_hex16(text));
    }
    return with_version(get(request, *folder), request, folder->version);
  }
  if (request.method == "POST" && request.path == fmt::format("{}/corrections", root))
    return add_corrections(request);
  Response refused = problem(405, "this address only gives");
  refused.headers.emplace_back("Allow", "GET, HEAD");
  return refused;
}

Response Api::get(const Request& request, const Folder& folder) const {
  std::string_view path = request.path;
  if (path == "/") return static_file(folder, "index.html");
  if (path.substr(0, root.size()) != root) return static_file(folder, path.substr(1));
  path.remove_prefix(root.size());
  if (path.empty() || path == "/") return summary(folder);
  if (path == "/openapi.json") return {200, "application/json", std::string(embedded("openapi.json")), {}};
  if (path == "/search") return search_page(request, folder);
  path.remove_prefix(1);
  const size_t slash = path.find('/');
  const std::string name(path.substr(0, slash));
  if (!is_list(name)) return problem(404, "there is nothing at this address");
  if (slash == std::string_view::npos) return list_page(request, folder, name);
  return list_item(folder, name, std::string(path.substr(slash + 1)));
}

Response Api::add_corrections(const Request& request) {
  if (request.header("content-type").substr(0, 16) != "application/json")
    return problem(415, "corrections are sent as application/json");
  Result<std::vector<std::string>> lines = correction_lines(request.body, check_);
  if (!lines.ok()) return problem(400, lines.error().what);
  std::string text;
  for (const std::string& line : lines.value()) text += line + '\n';
  const std::lock_guard lock(correcting_);
  if (const Outcome done = append(path_ + "/corrections.jsonl", std::move(text)); !done.ok())
    return problem(500, "corrections.jsonl cannot be written: " + done.error().what);
  return {201, "application/json", Json({{"added", lines.value().size()}}).dump(), {}};
}

}  // namespace recoupe::serve
