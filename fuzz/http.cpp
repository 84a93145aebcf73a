// Any bytes as an HTTP response with its body packed, and as a robots.txt.

#include <cstdlib>

#include "fetch/robots.hpp"
#include "intake/http_message.hpp"
#include "intake/unpack.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace recoupe;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const intake::Options options{.max_article_bytes = size_t{1} << 18, .max_expansion = 100};
  const auto check = [&](const Result<std::string>& body) {
    if (body.ok() ? body.value().size() > options.max_article_bytes + size : body.error().what.empty())
      std::abort();
  };
  if (const auto response = intake::parse_response(input); response.ok()) {
    check(intake::unpacked_body(response.value(), options));
    intake::content_type(response.value().fields["Content-Type"]);
  }
  for (const char* packing : {"gzip", "deflate", "br"}) check(intake::unpack(packing, input, options));
  const fetch::Robots robots = fetch::parse_robots(input.substr(0, 4096), "recoupe");
  robots.allows(input.substr(0, 512));
  return 0;
}
