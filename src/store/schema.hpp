// The schema, version by version, and the way from each to the next.
#pragma once

#include "store/database.hpp"

namespace recoupe::store {

// Brings an open database to this program's version in one transaction. Fails on a file that is somebody
// else's, or a store that a newer program wrote.
void migrate(Database& database);
// For readers: an error unless the file is a store of exactly this version.
void check_version(Database& database);

}  // namespace recoupe::store
