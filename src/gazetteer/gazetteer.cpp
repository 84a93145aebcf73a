#include "gazetteer/gazetteer.hpp"

namespace recoupe::gazetteer {
Gazetteer load() {
  return {};
}
}  // namespace recoupe::gazetteer
