// Any bytes as a feed in XML, a JSON Feed, a table, and the XML of a document.

#include "intake/feed.hpp"

#include <cstdlib>

#include "base/utf8.hpp"
#include "intake/csv.hpp"
#include "intake/docx.hpp"
#include "intake/markup.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace recoupe;
  const std::string input(reinterpret_cast<const char*>(data), size);
  const std::string path = "fuzz";
  const intake::Options options{.max_article_bytes = size_t{1} << 18};
  const auto take = [&](Result<Page> page) {
    if (!page.ok() && (page.error().where.empty() || page.error().what.empty())) std::abort();
    if (page.ok() && (page.value().bytes.empty() || !utf8::valid(page.value().text()))) std::abort();
    return true;
  };
  for (const auto read : {intake::read_xml_feed, intake::read_json_feed, intake::read_csv}) {
    const auto bytes = intake::ByteReader::over(input);
    if (!read({*bytes, path, options}, take)) std::abort();
  }
  std::string xml = input;
  const Result<std::string> text = intake::docx_text(xml);
  if (text.ok() && text.value().size() > 4 * size + 16) std::abort();
  if (intake::text_of_markup(input).size() > 3 * size + 3) std::abort();
  return 0;
}
