#include "intake/warc_record.hpp"

#include <fmt/format.h>

#include <charconv>

#include "intake/page_of.hpp"
#include "intake/sniff.hpp"

namespace recoupe::intake {
namespace {

WarcHeader::Type type_from(std::string_view name) {
  using Type = WarcHeader::Type;
  for (const auto& [word, type] :
       {std::pair{"response", Type::response}, std::pair{"resource", Type::resource},
        std::pair{"conversion", Type::conversion}, std::pair{"revisit", Type::revisit}})
    if (same_name(name, word)) return type;
  return Type::other;
}

// wget writes "<http://…>", as the grammar of WARC 1.0 had it by mistake.
std::string_view without_brackets(std::string_view url) {
  if (url.size() > 1 && url.front() == '<' && url.back() == '>') return url.substr(1, url.size() - 2);
  return url;
}

// What a body is, from its type and, where a server sends none, from its first bytes.
std::optional<MediaType> article_type(const std::string& type, std::string_view body) {
  if (type == "text/html" || type == "application/xhtml+xml") return MediaType::html;
  if (type == "text/plain") return MediaType::plain_text;
  if (type.empty() || type == "application/octet-stream" || type == "unknown/unknown")
    if (looks_like_html(body)) return MediaType::html;
  return std::nullopt;
}

// "https://journal.example/robots.txt": plain text, and no article.
bool is_robots_file(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const size_t path = url.find('/', url.find("//") == std::string_view::npos ? 0 : url.find("//") + 2);
  return path != std::string_view::npos && url.substr(path) == "/robots.txt";
}

void count(uint64_t PassedOver::*what, const Options& options) {
  if (options.passed_over != nullptr) ++(options.passed_over->*what);
}

struct Body {
  std::string bytes;
  ContentType type;
};

// The HTTP body of a response; nothing where its status gives no article.
std::optional<Result<Body>> response_body(std::string_view block, const Options& options) {
  const Result<HttpResponse> response = parse_response(block);
  if (!response.ok()) return Result<Body>(response.error());
  const HttpResponse& http = response.value();
  if (http.status < 200 || http.status > 299) {
    count(&PassedOver::other_status, options);
    return std::nullopt;
  }
  ContentType type = content_type(http.fields["Content-Type"]);
  // Told from the header alone where that can be: an image is not unpacked.
  const bool typed =
      !type.type.empty() && !type.type.ends_with("octet-stream") && type.type != "unknown/unknown";
  if (http.body.empty() || (typed && !article_type(type.type, {}))) {
    count(&PassedOver::other_type, options);
    return std::nullopt;
  }
  Result<std::string> body = unpacked_body(http, options);
  if (!body.ok()) return Result<Body>(body.error());
  return Result<Body>(Body{body.take(), std::move(type)});
}

}  // namespace

Result<WarcHeader> parse_warc_header(std::string_view text) {
  if (!text.starts_with("WARC/")) return Error{{}, "no WARC record begins here"};
  const Head head = parse_head(text, longest_warc_header);
  if (head.size == 0)
    return Error{{},
                 text.size() < longest_warc_header
                     ? std::string("the record is cut off in its header")
                     : fmt::format("its header is longer than {} bytes", longest_warc_header)};
  // A record that was cut off in its header, and the next one behind it.
  if (text.substr(0, head.size).find("\nWARC/1.") != std::string_view::npos)
    return Error{{}, "its header does not end"};
  WarcHeader header;
  header.size = head.size;
  header.type = type_from(head.fields["WARC-Type"]);
  header.url = without_brackets(head.fields["WARC-Target-URI"]);
  header.date = head.fields["WARC-Date"];
  header.content_type = head.fields["Content-Type"];
  const std::string_view length = head.fields["Content-Length"];
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), header.length);
  if (length.empty() || error != std::errc() || end != length.data() + length.size())
    return Error{{}, "its header has no Content-Length that is a number"};
  if (head.fields["WARC-Type"].empty()) return Error{{}, "its header has no WARC-Type"};
  return header;
}

bool may_hold_article(const WarcHeader& header) {
  using Type = WarcHeader::Type;
  const std::string type = content_type(header.content_type).type;
  if (is_robots_file(header.url)) return false;
  if (header.type == Type::response) return type == "application/http" || type.empty();
  if (header.type == Type::resource) return type.empty() || article_type(type, {}).has_value();
  return header.type == Type::conversion && type == "text/plain";
}

bool may_hold_article(const WarcHeader& header, std::string_view block) {
  if (!may_hold_article(header)) return false;
  if (header.type != WarcHeader::Type::response) return true;
  const Result<HttpResponse> response = parse_response(block);
  if (!response.ok() || response.value().status < 200 || response.value().status > 299) return false;
  return article_type(content_type(response.value().fields["Content-Type"]).type, {}).has_value();
}

std::optional<Result<Page>> warc_page(const WarcHeader& header, std::string_view block,
                                      const std::string& name, const Options& options) {
  if (header.type == WarcHeader::Type::revisit) {
    count(&PassedOver::revisits, options);
    return std::nullopt;
  }
  if (!may_hold_article(header)) {
    if (header.type != WarcHeader::Type::other) count(&PassedOver::other_type, options);
    return std::nullopt;
  }
  Body body{{}, content_type(header.content_type)};
  if (header.type == WarcHeader::Type::response) {
    std::optional<Result<Body>> found = response_body(block, options);
    if (!found) return std::nullopt;
    if (!found->ok()) return Result<Page>(Error{name, found->error().what});
    body = found->take();
  } else {
    body.bytes = block;
  }
  const std::optional<MediaType> type = article_type(body.type.type, body.bytes);
  if (!type || body.bytes.empty()) {
    count(&PassedOver::other_type, options);
    return std::nullopt;
  }
  Page page;
  page.source_name = name;
  page.media_type = *type;
  page.bytes = std::move(body.bytes);
  page.given.url = header.url;
  page.given.captured = header.date;
  return page_of(std::move(page), body.type.charset);
}

}  // namespace recoupe::intake
