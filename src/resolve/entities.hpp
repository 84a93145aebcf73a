// Names into entities: which mentions are one person, place or organisation; places onto the map. Reads
// names, tokens; writes Document::entities and mentions.
//
//   «Ashton Carter … M. Carter»  ->  one person, two mentions, gender m
//   «Hilla, dans la province de Babylone, en Irak»  ->  Hilla in IQ at 32.5 44.4
#pragma once

#include "document/document.hpp"
#include "gazetteer/gazetteer.hpp"
#include "resolve/metonymy.hpp"

namespace recoupe::resolve {

void resolve_entities(Document& document, const Words& words, const gazetteer::Gazetteer& gazetteer);

// The longest mention that overlaps `span`; null if none does. For stages that hold words and want the
// entity.
const Mention* mention_at(const Document& document, Span span);

}  // namespace recoupe::resolve
