// The text layer of a DOCX: its paragraphs, as their author reads them. Deletions that are only tracked,
// field codes, comments, headers and footers are left out.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/page.hpp"
#include "intake/zip.hpp"

namespace recoupe::intake {

Result<Page> read_docx(const std::string& path, const ZipEntry& document, const Options& options);

// The words of a word/document.xml; an Error's `where` is empty.
Result<std::string> docx_text(std::string& xml);

}  // namespace recoupe::intake
