#include "intake/http_message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "intake/unpack.hpp"

namespace recoupe::intake {
namespace {

char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lowered(c);
  return out;
}

// The next line, without its end; takes it off `text`.
std::string_view take_line(std::string_view& text) {
  const size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// "4d2;name=value\r\n" → 1234; null where no chunk begins.
std::optional<size_t> chunk_size(std::string_view line) {
  line = trimmed(line.substr(0, line.find(';')));
  size_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (line.empty() || error != std::errc() || end != line.data() + line.size()) return std::nullopt;
  return size;
}

Result<std::string> without_chunks(std::string_view body) {
  std::string out;
  const std::string_view whole = body;
  while (!body.empty()) {
    std::string_view rest = body;
    const std::optional<size_t> size = chunk_size(take_line(rest));
    if (!size && body.data() == whole.data()) return std::string(whole);  // the archive has joined them
    if (!size) return Error{{}, "its chunks are broken"};
    if (*size == 0) return out;
    if (*size > rest.size()) return Error{{}, "its last chunk is cut off"};
    out += rest.substr(0, *size);
    body = rest.substr(*size);
    take_line(body);
  }
  return Error{{}, "its last chunk is missing"};
}

// Packings in the order in which they were applied: "deflate, gzip" → {deflate, gzip}.
std::vector<std::string> packings(std::string_view value) {
  std::vector<std::string> out;
  while (!value.empty()) {
    const size_t comma = value.find(',');
    std::string name = lowered(trimmed(value.substr(0, comma)));
    if (!name.empty() && name != "identity") out.push_back(std::move(name));
    value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
  }
  return out;
}

// A header that is no longer true: the archive keeps the body as the browser showed it.
bool reads_as_text(std::string_view body) {
  const std::string_view head = body.substr(0, 512);
  return !head.empty() && std::none_of(head.begin(), head.end(), [](char c) {
    return (c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
  });
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lowered(x) == lowered(y); });
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view Fields::operator[](std::string_view name) const {
  for (const auto& [key, value] : all)
    if (same_name(key, name)) return value;
  return {};
}

Head parse_head(std::string_view text, size_t limit) {
  Head head;
  std::string_view rest = text.substr(0, limit);
  head.first_line = take_line(rest);
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) {
      head.size = std::min(text.size(), limit) - rest.size();
      return head;
    }
    // A line that begins with a blank continues the one before; no field that is used here is ever so long.
    const size_t colon = line.find(':');
    if (line.front() == ' ' || line.front() == '\t' || colon == std::string_view::npos) continue;
    head.fields.all.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  }
  return head;
}

ContentType content_type(std::string_view value) {
  ContentType out;
  const size_t end = value.find(';');
  out.type = lowered(trimmed(value.substr(0, end)));
  std::string_view rest = end == std::string_view::npos ? std::string_view() : value.substr(end + 1);
  while (!rest.empty() && out.charset.empty()) {
    const size_t next = rest.find(';');
    const std::string_view parameter = trimmed(rest.substr(0, next));
    const size_t equals = parameter.find('=');
    if (equals != std::string_view::npos && same_name(trimmed(parameter.substr(0, equals)), "charset")) {
      std::string_view name = trimmed(parameter.substr(equals + 1));
      if (name.size() > 1 && (name.front() == '"' || name.front() == '\'')) name.remove_prefix(1);
      if (!name.empty() && (name.back() == '"' || name.back() == '\'')) name.remove_suffix(1);
      out.charset = name.substr(0, 64);
    }
    rest.remove_prefix(next == std::string_view::npos ? rest.size() : next + 1);
  }
  return out;
}

Result<HttpResponse> parse_response(std::string_view message) {
  constexpr size_t longest_head = size_t{256} << 10;
  if (!message.starts_with("HTTP/")) return Error{{}, "holds no HTTP response"};
  const Head head = parse_head(message, longest_head);
  if (head.size == 0) return Error{{}, "the header of its HTTP response does not end"};
  HttpResponse response{0, head.fields, message.substr(head.size)};
  // "HTTP/1.1 200 OK"
  const size_t blank = head.first_line.find(' ');
  if (blank != std::string_view::npos) {
    const std::string_view number = trimmed(head.first_line.substr(blank)).substr(0, 3);
    std::from_chars(number.data(), number.data() + number.size(), response.status);
  }
  if (response.status < 100) return Error{{}, "its HTTP response has no status"};
  return response;
}

Result<std::string> unpacked_body(const HttpResponse& response, const Options& options) {
  std::string body;
  if (lowered(response.fields["Transfer-Encoding"]).find("chunked") != std::string::npos) {
    Result<std::string> joined = without_chunks(response.body);
    if (!joined.ok()) return joined;
    body = joined.take();
  } else {
    body = response.body;
  }
  const std::vector<std::string> packed = packings(response.fields["Content-Encoding"]);
  constexpr size_t most = 3;
  if (packed.size() > most) return Error{{}, fmt::format("is packed more than {} times: refused", most)};
  for (auto packing = packed.rbegin(); packing != packed.rend() && !body.empty(); ++packing) {
    Result<std::string> inner = unpack(*packing, body, options);
    if (!inner.ok() && reads_as_text(body)) return body;
    if (!inner.ok()) return inner;
    body = inner.take();
  }
  return body;
}

}  // namespace recoupe::intake
