#include "resolve/entities.hpp"

namespace recoupe::resolve {

void resolve_entities(Document&, const gazetteer::Gazetteer&) {}

}  // namespace recoupe::resolve
