// WARC 1.0 and 1.1 (ISO 28500), plain or gzipped: the records that hold articles.
//
//   response    its HTTP body, where the status is 2xx and the type HTML or plain text
//   resource    its block, where the type is HTML or plain text
//   conversion  its block, where the type is plain text
//
// All others are passed over and counted (PassedOver). A page is named by the place of its record (Mark): the
// byte of the file, for a gzip with one member a record the byte where the member begins, for any other
// record of a gzip "member+offset" in what the member holds. A record that does not end where its
// Content-Length says, or whose header cannot be read, is an Error under that name, and reading goes on at
// the next thing that looks like a record, or like a gzip member. Memory holds one record at a time.
#pragma once

#include <string>

#include "intake/bytes.hpp"
#include "intake/place.hpp"

namespace recoupe::intake {

// `path` is what names begin with. False as soon as `take` is.
bool read_warc(ByteReader& bytes, const std::string& path, const Wanted* only, const Take& take,
               const Options& options);

}  // namespace recoupe::intake
