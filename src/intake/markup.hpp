// Short texts that may be HTML: titles, names and summaries in feeds.
#pragma once

#include <string>
#include <string_view>

namespace recoupe::intake {

// Whether a value that may be either is HTML: it has a tag («<p>», «</b>», «<br/>») or a character reference
// («&nbsp;», «&#8217;»). «a < b & c» has none.
bool has_markup(std::string_view value);

// A title or a name as people read it: tags gone, references read, blanks single. What is no markup stays.
std::string text_of_markup(std::string_view value);

}  // namespace recoupe::intake
