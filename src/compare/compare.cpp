#include "compare/compare.hpp"

namespace recoupe::compare {

Dossier compare(std::vector<Document> documents) {
  Dossier dossier;
  dossier.articles = std::move(documents);
  return dossier;
}

}  // namespace recoupe::compare
