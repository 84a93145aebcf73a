// Pages of the web into a WARC: politely, and never from inside the house.
//
// One request at a time; robots.txt obeyed (RFC 9309) and kept with the pages; a pause between two requests
// to one host; redirections followed hop by hop, each checked like the first address and stored. Clock, pause
// and output are the caller's.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "fetch/http.hpp"

namespace recoupe::fetch {

struct Options {
  Limits limits;
  double delay = 1;  // seconds between two requests to one host
  int max_redirects = 10;
  std::string agent;              // the User-Agent, "Recoupe/1.0 (+…)"
  std::string token = "recoupe";  // by which robots.txt calls it
};

struct World {
  std::function<std::string()> date;              // now, "2024-03-12T08:00:00Z"
  std::function<double()> seconds;                // of a clock that never goes back
  std::function<void(double)> pause;              // for so many seconds
  std::function<bool(const std::string&)> write;  // the next bytes of the file; false: cannot
  std::string file_name;                          // of the WARC, to be told in it
  std::string seed;                               // of record ids: never the same twice
  std::string software;                           // "recoupe/1.0"
};

// What became of one address: the address at which the page was in the end, or why there is none.
using Tell = std::function<void(const std::string& url, const Result<std::string>& page)>;

// Fetches each address once, in order. False where the file could not be written.
Outcome fetch(const std::vector<std::string>& urls, const Options& options, const World& world,
              const Tell& tell);

}  // namespace recoupe::fetch
