// Articles out of JSON: JSON Lines, an array of objects, or objects written over several lines.
//
//   {"text": "…", "title": "…", "url": "…", "date": "2024-03-12", "outlet": "…", "author": "…"}
//
// Body: `text`, `maintext`, `story_text`, `html`, `content` or `body`, the first that holds something. Title:
// `title`. Address: `url`. Date: `date`, `published`, `published_at`, `publish_date`, `date_publish`,
// `date_published`. Outlet: `outlet`, `source`, `media_name`, `source_domain`, `media_url`. `language`.
// Authors: `author`, `authors`. Every other field is kept in GivenMetadata::extra. Page::bytes is the decoded
// body. So the exports of news-please and of Media Cloud are read as they are.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "intake/bytes.hpp"

namespace recoupe::intake {

struct RecordStream {
  ByteReader& bytes;
  const std::string& path;
  const Options& options;
  // The numbers of the records that are wanted; null: all. The others are not parsed.
  const std::set<uint64_t>* only = nullptr;
};

// One record a line; blank lines are passed over, a bad line is an Error. The number in "path!12" is the
// line's, from 1. Returns false as soon as `take` does.
bool read_json_lines(const RecordStream& stream, const Take& take);

// Objects one after another, or in an array. The number is the object's, from 1.
bool read_json_values(const RecordStream& stream, const Take& take);

// The article in one JSON object. An Error's `where` is `name`.
Result<Page> record_page(const std::string& json, const std::string& name);

}  // namespace recoupe::intake
