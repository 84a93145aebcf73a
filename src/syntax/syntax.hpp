// Tags, lemmas and trees. Reads tokens; fills their upos, features, lemma, head and relation.
#pragma once

#include "document/document.hpp"

namespace recoupe::syntax {

struct Words {};
Words load_words();

void analyse(Document& document, const Words& words);

}  // namespace recoupe::syntax
