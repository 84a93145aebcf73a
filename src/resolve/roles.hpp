// What a person is, as the article says it beside the name: «le maire de Nice, Christian Estrosi», "Ashton
// Carter, the US defence secretary,". Fills Entity::role where names/ left it empty; the words as they stand,
// without the article.
#pragma once

#include "document/document.hpp"
#include "resolve/words.hpp"

namespace recoupe::resolve {

void fill_roles(Document& document, const Words& words);

}  // namespace recoupe::resolve
