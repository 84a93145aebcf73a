// Page: one article as intake found it, before anything is cleaned. What `source` offsets of the output point
// into is Page::bytes: the file's bytes for plain text and HTML; the decoded `text`, `html` or `content`
// value for a JSON Lines record; the body after transport decoding for a WARC record; the text layer of a PDF
// or a DOCX.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/alignment.hpp"

namespace recoupe {

enum class MediaType : uint8_t { plain_text, html, pdf, docx };

// What the container (a JSON record, a feed, a WARC header, the command line) says of the article; empty =
// nothing.
struct GivenMetadata {
  std::string title;
  std::string url;
  std::string published;  // as written there
  std::string outlet;
  std::string language;
  std::vector<std::string> authors;
  std::string captured;  // when this copy was made; the article was published no later. Never its date itself
  std::vector<std::pair<std::string, std::string>>
      extra;  // fields that we do not know, value as JSON, kept as is
};

struct Page {
  std::string source_name;  // "path", "path!record" (docs/formats.md, «Names of records») or a URL
  MediaType media_type = MediaType::plain_text;
  std::string bytes;    // the original
  std::string charset;  // "UTF-8", "windows-1252", "UTF-16LE" …
  std::string decoded;  // `bytes` as UTF-8; left empty where bytes are valid UTF-8 already
  Alignment decoding;   // decoded -> bytes; the identity where decoded is empty
  GivenMetadata given;

  const std::string& text() const { return decoded.empty() ? bytes : decoded; }
};

}  // namespace recoupe
