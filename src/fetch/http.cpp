#include "fetch/http.hpp"

#include <curl/curl.h>
#include <dlfcn.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "fetch/address.hpp"

namespace recoupe::fetch {

// The functions that are used, found by name in the library.
struct Client::Library {
  void* handle = nullptr;
  CURL* curl = nullptr;
  decltype(&curl_global_init) global_init = nullptr;
  decltype(&curl_easy_init) easy_init = nullptr;
  decltype(&curl_easy_setopt) setopt = nullptr;
  decltype(&curl_easy_perform) perform = nullptr;
  decltype(&curl_easy_getinfo) getinfo = nullptr;
  decltype(&curl_easy_reset) reset = nullptr;
  decltype(&curl_easy_cleanup) cleanup = nullptr;
  decltype(&curl_easy_strerror) strerror = nullptr;
  decltype(&curl_slist_append) append = nullptr;
  decltype(&curl_slist_free_all) free_all = nullptr;
  decltype(&curl_url) url = nullptr;
  decltype(&curl_url_set) url_set = nullptr;
  decltype(&curl_url_get) url_get = nullptr;
  decltype(&curl_url_cleanup) url_cleanup = nullptr;
  decltype(&curl_free) free = nullptr;

  Library() = default;
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  // The library stays loaded: what it starts (its TLS, its resolver) cannot be taken down.
  ~Library() {
    if (curl != nullptr) cleanup(curl);
  }

  template <class Function>
  bool find(Function& function, const char* name) {
    function = reinterpret_cast<Function>(dlsym(handle, name));
    return function != nullptr;
  }

  bool load() {
    for (const char* name : {"libcurl.so.4", "libcurl-gnutls.so.4"})
      if (handle == nullptr) handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    return handle != nullptr && find(global_init, "curl_global_init") && find(easy_init, "curl_easy_init") &&
           find(setopt, "curl_easy_setopt") && find(perform, "curl_easy_perform") &&
           find(getinfo, "curl_easy_getinfo") && find(reset, "curl_easy_reset") &&
           find(cleanup, "curl_easy_cleanup") && find(strerror, "curl_easy_strerror") &&
           find(append, "curl_slist_append") && find(free_all, "curl_slist_free_all") &&
           find(url, "curl_url") && find(url_set, "curl_url_set") && find(url_get, "curl_url_get") &&
           find(url_cleanup, "curl_url_cleanup") && find(free, "curl_free");
  }
};

// What the callbacks of one exchange fill.
struct Client::State {
  const Limits& limits;
  Exchange exchange;
  std::string refused;  // the address that was not public
  bool too_long = false;
  bool body_begun = false;
};

Result<std::unique_ptr<Client>> Client::open(std::string agent, const Limits& limits) {
  std::unique_ptr<Client> client(new Client());
  client->library_ = std::make_unique<Library>();
  client->agent_ = std::move(agent);
  client->limits_ = limits;
  Library& library = *client->library_;
  if (!library.load())
    return Error{"fetch", "needs libcurl, which is not installed here (Debian: apt install libcurl4)"};
  library.global_init(CURL_GLOBAL_DEFAULT);
  library.curl = library.easy_init();
  if (library.curl == nullptr) return Error{"fetch", "libcurl cannot be started"};
  return client;
}

Client::~Client() = default;

Result<Exchange> Client::get(const std::string& url) {
  Library& l = *library_;
  CURL* const curl = l.curl;
  Client::State state{limits_, {}, {}};
  using S = Client::State;
  l.reset(curl);
  l.setopt(curl, CURLOPT_URL, url.c_str());
  l.setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  l.setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  l.setopt(curl, CURLOPT_USERAGENT, agent_.c_str());
  l.setopt(curl, CURLOPT_NOSIGNAL, 1L);
  l.setopt(curl, CURLOPT_TIMEOUT_MS, std::lround(limits_.timeout * 1000));
  l.setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, std::lround(limits_.timeout * 1000));
  // A proxy would look addresses up in our place, past the check below.
  l.setopt(curl, CURLOPT_PROXY, "");
  l.setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  // Raw, as a WARC keeps it.
  l.setopt(curl, CURLOPT_HTTP_TRANSFER_DECODING, 0L);
  l.setopt(curl, CURLOPT_HTTP_CONTENT_DECODING, 0L);
  curl_slist* const fields =
      l.append(l.append(nullptr, "Accept: text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"),
               "Accept-Encoding: gzip, deflate, br");
  l.setopt(curl, CURLOPT_HTTPHEADER, fields);
  l.setopt(curl, CURLOPT_OPENSOCKETDATA, &state);
  l.setopt(
      curl, CURLOPT_OPENSOCKETFUNCTION,
      +[](void* data, curlsocktype, curl_sockaddr* address) -> curl_socket_t {
        auto& s = *static_cast<S*>(data);
        if (!s.limits.allow_private && !is_public(address->addr)) {
          s.refused = printed(address->addr);
          return CURL_SOCKET_BAD;
        }
        return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
      });
  l.setopt(curl, CURLOPT_HEADERDATA, &state);
  l.setopt(
      curl, CURLOPT_HEADERFUNCTION, +[](char* text, size_t size, size_t count, void* data) -> size_t {
        auto& s = *static_cast<S*>(data);
        const std::string_view line(text, size * count);
        if (s.body_begun) return line.size();                    // trailers: they stand in the chunks, too
        if (line.starts_with("HTTP/")) s.exchange.head.clear();  // "100 Continue" came before
        s.exchange.head += line;
        return line.size();
      });
  l.setopt(curl, CURLOPT_WRITEDATA, &state);
  l.setopt(
      curl, CURLOPT_WRITEFUNCTION, +[](char* text, size_t size, size_t count, void* data) -> size_t {
        auto& s = *static_cast<S*>(data);
        s.body_begun = true;
        s.too_long = s.exchange.body.size() + size * count > s.limits.max_bytes;
        if (s.too_long) return 0;
        s.exchange.body.append(text, size * count);
        return size * count;
      });
  l.setopt(curl, CURLOPT_VERBOSE, 1L);
  l.setopt(curl, CURLOPT_DEBUGDATA, &state);
  l.setopt(
      curl, CURLOPT_DEBUGFUNCTION,
      +[](CURL*, curl_infotype type, char* text, size_t size, void* data) -> int {
        if (type == CURLINFO_HEADER_OUT) static_cast<S*>(data)->exchange.request.append(text, size);
        return 0;
      });
  const CURLcode code = l.perform(curl);
  l.free_all(fields);
  if (!state.refused.empty())
    return Error{url, fmt::format("leads to {}, which is no public address (--allow-private allows it)",
                                  state.refused)};
  if (state.too_long)
    return Error{url, fmt::format("is longer than {} bytes (--max-size)", limits_.max_bytes)};
  if (code == CURLE_OPERATION_TIMEDOUT)
    return Error{url, fmt::format("took longer than {} seconds (--timeout)", limits_.timeout)};
  if (code != CURLE_OK) return Error{url, fmt::format("cannot be fetched: {}", l.strerror(code))};
  long status = 0;
  char* address = nullptr;
  l.getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  l.getinfo(curl, CURLINFO_PRIMARY_IP, &address);
  state.exchange.status = static_cast<int>(status);
  if (address != nullptr) state.exchange.remote_address = address;
  return std::move(state.exchange);
}

Result<std::string> Client::absolute(const std::string& target, const std::string& base) const {
  const Library& l = *library_;
  const std::unique_ptr<CURLU, void (*)(CURLU*)> url(l.url(), l.url_cleanup);
  if (!base.empty()) l.url_set(url.get(), CURLUPART_URL, base.c_str(), 0);
  constexpr unsigned spaces = CURLU_URLENCODE;
  if (l.url_set(url.get(), CURLUPART_URL, target.c_str(), spaces | CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return Error{target, "is not an address that can be read; write http://… or https://…"};
  const auto part = [&](CURLUPart which) -> std::optional<std::string> {
    char* text = nullptr;
    if (l.url_get(url.get(), which, &text, 0) != CURLUE_OK) return std::nullopt;
    std::string out(text);
    l.free(text);
    return out;
  };
  const std::string scheme = part(CURLUPART_SCHEME).value_or("");
  if (scheme != "http" && scheme != "https")
    return Error{target, fmt::format("is {}:, and only http and https are fetched", scheme)};
  if (part(CURLUPART_USER) || part(CURLUPART_PASSWORD))
    return Error{target, "holds a user name or a password, which an archive must not keep"};
  l.url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  const std::optional<std::string> whole = part(CURLUPART_URL);
  if (!whole) return Error{target, "is not an address that can be read"};
  return *whole;
}

Parts parts_of(const std::string& url) {
  const size_t host = url.find("://");
  const size_t from = host == std::string::npos ? 0 : host + 3;
  const size_t end = url.find_first_of("/?#", from);
  if (end == std::string::npos) return {url, "/"};
  std::string target = url.substr(end, url.find('#', end) - end);
  if (!target.starts_with('/')) target.insert(0, "/");
  return {url.substr(0, end), std::move(target)};
}

}  // namespace recoupe::fetch
