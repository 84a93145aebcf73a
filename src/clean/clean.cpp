#include "clean/clean.hpp"

#include "base/sha256.hpp"

namespace recoupe::clean {

Words load_words() {
  return {};
}

Document clean(const Page& page, const Words&) {
  Document document;
  document.id = sha256_hex16(page.bytes);
  document.source_name = page.source_name;
  document.media_type = page.media_type;
  document.charset = page.charset;
  document.given = page.given;
  document.text = page.text();
  document.decoding = page.decoding;
  const size_t line = std::min(document.text.find('\n'), document.text.size());
  document.title_span = {0, static_cast<uint32_t>(line)};
  document.title = document.text.substr(0, line);
  return document;
}

}  // namespace recoupe::clean
