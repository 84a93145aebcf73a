// The text layer of a PDF, by Poppler's pdftotext: a program of its own, so that a PDF made to break a reader
// of PDFs breaks that program and not this one. It is given a time and a memory that no article needs more
// of.
#pragma once

#include <string>

#include "base/result.hpp"
#include "document/page.hpp"
#include "intake/bytes.hpp"

namespace recoupe::intake {

// Page::bytes are the words that pdftotext finds, pages joined. Where it is not installed, the Error says so.
Result<Page> read_pdf(ByteReader& bytes, const std::string& path, const Options& options);

}  // namespace recoupe::intake
