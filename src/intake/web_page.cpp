#include "intake/web_page.hpp"

#include "intake/charset.hpp"

namespace recoupe::intake {

Result<Page> web_page(WebPage from) {
  Page page;
  page.source_name = std::move(from.source_name);
  page.bytes = std::move(from.bytes);
  page.given.url = std::move(from.url);
  if (const Outcome decoded = decode_html(page, from.charset); !decoded.ok())
    return Error{page.source_name, decoded.error().what};
  return page;
}

}  // namespace recoupe::intake
