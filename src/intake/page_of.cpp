#include "intake/page_of.hpp"

#include "intake/charset.hpp"

namespace recoupe::intake {

Result<Page> page_of(Page page, std::string_view charset) {
  const Outcome decoded = page.media_type == MediaType::html ? decode_html(page, charset) : decode(page);
  if (!decoded.ok()) return Error{page.source_name, decoded.error().what};
  return page;
}

}  // namespace recoupe::intake
