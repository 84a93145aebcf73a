// Nouns into rows.
#pragma once

#include "document/dossier.hpp"
#include "store/database.hpp"

namespace recoupe::store {

// Inside the caller's transaction.
void put_article(Database& database, const Document& document);
// Inside the caller's transaction; the articles must be there.
void put_comparison(Database& database, const Dossier& dossier);

}  // namespace recoupe::store
