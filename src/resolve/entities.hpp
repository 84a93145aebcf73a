// Names into entities: which mentions are one person, place or organisation; places onto the map. Reads
// names, tokens; writes Document::entities and mentions.
#pragma once

#include "document/document.hpp"
#include "gazetteer/gazetteer.hpp"

namespace recoupe::resolve {

void resolve_entities(Document& document, const gazetteer::Gazetteer& gazetteer);

}  // namespace recoupe::resolve
