// How many independent words a cluster rests on.
#pragma once

#include "compare/words.hpp"
#include "document/dossier.hpp"

namespace recoupe::compare {

// One speaker quoted by five outlets is one witness, and so is an office under all its names: «la
// préfecture», "the prefecture of Alpes-Maritimes", the prefect. Authorities of whom nothing more is said are
// one. Words that nobody is named for count once an origin, and not at all where the origin names somebody
// for them elsewhere, as a title does not.
uint32_t count_witnesses(const Dossier& dossier, const Cluster& cluster, const Lexicon& lexicon);

}  // namespace recoupe::compare
