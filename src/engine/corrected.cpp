#include "engine/corrected.hpp"

#include <algorithm>

#include "compare/compare.hpp"
#include "corrections/corrections.hpp"

namespace recoupe::engine {

Dossier compare_corrected(std::vector<Document> documents, const Corrections& corrections) {
  std::vector<CorrectionReport> reports = corrections.reports;
  for (CorrectionReport& report : corrections::correct(documents, corrections))
    reports.push_back(std::move(report));
  Dossier dossier = compare::compare(std::move(documents), corrections);
  dossier.corrections.insert(dossier.corrections.end(), reports.begin(), reports.end());
  std::stable_sort(dossier.corrections.begin(), dossier.corrections.end(),
                   [](const CorrectionReport& a, const CorrectionReport& b) { return a.line < b.line; });
  return dossier;
}

}  // namespace recoupe::engine
