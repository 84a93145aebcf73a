// Which language an article is in. Fills Document::language where it is unknown.
#pragma once

#include "document/document.hpp"

namespace recoupe::language {

struct Words {};
Words load_words();

void identify(Document& document, const Words& words);

}  // namespace recoupe::language
