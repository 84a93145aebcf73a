// The proof from bytes: what one line says, held against the page it cites. Knows nothing of how the line was
// made.
#pragma once

#include <functional>
#include <string>

#include "document/document.hpp"
#include "report/article_read.hpp"

namespace recoupe::verify {

// item ("figure f3"), reason
using Report = std::function<void(const std::string& item, std::string reason)>;

// `cleaned`: the page cleaned again (clean::clean), whose alignments lead from text to bytes.
void check_article(const report::ArticleRecord& record, const Page& page, const Document& cleaned,
                   const Report& report);

// The words that stand at `source` in the page, decoded, without the stretches in `removed`.
std::string words_at(const Page& page, Span source, const std::vector<Span>& removed);
// Without blanks and invisible marks: how words of the text and of the original are compared.
std::string without_blanks(std::string_view text);

}  // namespace recoupe::verify
