// Feeds kept as files: RSS 2.0 (WordPress exports are that too), RSS 1.0 and RDF, Atom, JSON Feed. Each item
// is one Page, "path!N", N counted from 1 in the order of the file.
//
// Body, the first that holds something: content:encoded, content (Atom), content_html, content_text, body;
// else the summary: description, summary. Page::bytes is that value after the XML (or JSON) is decoded: HTML
// or plain text, as the feed says or as it looks. The item's <source>, where a feed gathers those of others,
// is the outlet; else the title of the feed.
#pragma once

#include <string>

#include "intake/bytes.hpp"
#include "intake/records.hpp"

namespace recoupe::intake {

// XML in any encoding. Where it breaks, the items before that place are read.
bool read_xml_feed(const RecordStream& stream, const Take& take);
bool read_json_feed(const RecordStream& stream, const Take& take);

}  // namespace recoupe::intake
