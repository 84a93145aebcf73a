// Exchanges into a WARC 1.1 file, one gzip member a record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "fetch/http.hpp"

namespace recoupe::fetch {

// Records as the bytes to append to a file. Their ids are made from `seed` and a count, so the caller sees to
// it that no two files have the same seed.
class WarcWriter {
 public:
  WarcWriter(std::string seed, std::string software)
      : seed_(std::move(seed)), software_(std::move(software)) {}

  // The first record: who made the file, and how. `date`: "2024-03-12T08:00:00Z".
  std::string warcinfo(std::string_view date, std::string_view file_name, std::string_view agent);
  // A request and its response.
  std::string exchange(std::string_view url, std::string_view date, const Exchange& exchange);

 private:
  std::string next_id();

  std::string seed_, software_;
  std::string info_id_;
  uint64_t count_ = 0;
};

}  // namespace recoupe::fetch
