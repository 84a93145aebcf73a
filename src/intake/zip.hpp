// Zips: the list of what is in one, and its entries as streams. Nothing is ever written out, so the names of
// entries («../../etc/passwd») are only names.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "intake/intake.hpp"
#include "intake/stored.hpp"

namespace recoupe::intake {

struct ZipEntry {
  std::string name;
  uint64_t packed = 0;  // bytes in the zip
  uint64_t place = 0;   // of its record in the zip's list
  bool encrypted = false;
};

// In the order of the zip's list. Fails for what is no whole zip.
Result<std::vector<ZipEntry>> list_zip(const std::string& path);

// The bytes of an entry. One that is stored as it is can be read from any place, as a file can; of a packed
// one no more comes out than Options allow.
Result<std::unique_ptr<Stored>> open_zip_entry(const std::string& path, const ZipEntry& entry,
                                               const Options& options);

}  // namespace recoupe::intake
