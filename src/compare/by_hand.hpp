// What a user's corrections say of the comparison: entities merged and split, clusters confirmed, rejected
// and parted. Each line is reported: applied, or without anything left to apply to.
#pragma once

#include <map>
#include <vector>

#include "compare/entities.hpp"
#include "compare/grouping.hpp"
#include "document/dossier.hpp"

namespace recoupe::compare {

// Merges and splits, in the order of the file.
void correct_entities(Entities& entities, const std::vector<Document>& articles,
                      const Corrections& corrections, std::vector<CorrectionReport>& reports);

// Entities that a user rejected in every article leave the list; speakers are named by their new numbers.
void drop_rejected_entities(Dossier& dossier);

// By kind of claim.
using AllBonds = std::map<ClaimKind, Bonds>;
AllBonds bonds_of(const std::vector<Document>& articles, const Corrections& corrections,
                  std::vector<CorrectionReport>& reports);

// Marks the clusters that corrections made or confirmed, and gives them the relation that a user chose.
void mark_clusters(Dossier& dossier, const Corrections& corrections);

}  // namespace recoupe::compare
