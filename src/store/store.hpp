// The SQLite store of a dossier. The only room that speaks SQL.
#pragma once

namespace recoupe::store {}
