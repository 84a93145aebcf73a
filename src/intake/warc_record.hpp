// One record of a WARC: its header, and the article that it may hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/page.hpp"
#include "intake/http_message.hpp"
#include "intake/intake.hpp"

namespace recoupe::intake {

struct WarcHeader {
  enum class Type { response, resource, conversion, revisit, other };
  Type type = Type::other;
  uint64_t length = 0;  // Content-Length
  size_t size = 0;      // of the header itself, blank line and all
  std::string url, date, content_type;
};

// `text` begins with the record. An Error's `where` is empty.
Result<WarcHeader> parse_warc_header(std::string_view text);
inline constexpr size_t longest_warc_header = size_t{256} << 10;

// Whether the record can hold an article, as far as its header, or that and the beginning of its block, tell.
bool may_hold_article(const WarcHeader& header);
bool may_hold_article(const WarcHeader& header, std::string_view block);

// The article in the record's block; nothing where there is none (another status, an image), counted in
// options.passed_over.
std::optional<Result<Page>> warc_page(const WarcHeader& header, std::string_view block,
                                      const std::string& name, const Options& options);

}  // namespace recoupe::intake
