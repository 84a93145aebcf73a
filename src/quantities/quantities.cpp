#include "quantities/quantities.hpp"

namespace recoupe::quantities {

Words load_words() {
  return {};
}

void find_figures(Document&, const Words&) {}

std::span<const std::string_view> rules() {
  return {};
}

}  // namespace recoupe::quantities
