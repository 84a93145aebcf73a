// What a dossier says beyond an earlier run: which claims its new articles add, confirm, contradict, bring up
// to date, and which are gone with the words that made them.
#pragma once

#include "document/changes.hpp"

namespace recoupe::compare {

Changes changes_since(const OldDossier& old, const Dossier& now);

}  // namespace recoupe::compare
