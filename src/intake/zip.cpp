#include "intake/zip.hpp"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <utility>

namespace recoupe::intake {
namespace {

constexpr size_t most_entries = 100000;

struct Close {
  void operator()(void* zip) const { unzClose(zip); }
};
using Handle = std::unique_ptr<void, Close>;

// A packed entry, unpacked as it is read.
class PackedEntry : public Stored {
 public:
  PackedEntry(Handle zip, uint64_t packed, const Options& options)
      : zip_(std::move(zip)), packed_(packed), options_(options) {}
  ~PackedEntry() override { unzCloseCurrentFile(zip_.get()); }

  size_t read(char* into, size_t size) override {
    constexpr size_t most = size_t{1} << 20;
    const int got = unzReadCurrentFile(zip_.get(), into, static_cast<unsigned>(std::min(size, most)));
    if (got < 0) failure_ = "its entry in the zip is broken";
    if (got <= 0) return 0;
    given_ += static_cast<uint64_t>(got);
    if (given_ > options_.max_article_bytes && given_ / options_.max_expansion > packed_) {
      failure_ =
          fmt::format("its entry in the zip grows more than {} times: refused", options_.max_expansion);
      return 0;
    }
    return static_cast<size_t>(got);
  }
  bool seek(uint64_t offset) override { return offset == 0 && given_ == 0; }

 private:
  Handle zip_;
  uint64_t packed_, given_ = 0;
  Options options_;
};

}  // namespace

Result<std::vector<ZipEntry>> list_zip(const std::string& path) {
  const Handle zip(unzOpen64(path.c_str()));
  if (!zip) return Error{path, "is a ZIP archive that is cut off or broken"};
  std::vector<ZipEntry> entries;
  int status = unzGoToFirstFile(zip.get());
  for (; status == UNZ_OK; status = unzGoToNextFile(zip.get())) {
    unz_file_info64 info{};
    std::array<char, 4096> name{};
    if (unzGetCurrentFileInfo64(zip.get(), &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
        UNZ_OK)
      return Error{path, "is a ZIP archive whose list is broken"};
    if (entries.size() == most_entries)
      return Error{path, fmt::format("is a ZIP archive of more than {} entries: refused", most_entries)};
    unz64_file_pos place{};
    unzGetFilePos64(zip.get(), &place);
    entries.push_back({name.data(), info.compressed_size, place.pos_in_zip_directory, (info.flag & 1) != 0});
  }
  if (status != UNZ_END_OF_LIST_OF_FILE) return Error{path, "is a ZIP archive whose list is broken"};
  return entries;
}

Result<std::unique_ptr<Stored>> open_zip_entry(const std::string& path, const ZipEntry& entry,
                                               const Options& options) {
  if (entry.encrypted) return Error{path, "is encrypted"};
  Handle zip(unzOpen64(path.c_str()));
  // The number of the entry is not known to us, and minizip wants none to go to a place.
  unz64_file_pos place{entry.place, 0};
  if (!zip || unzGoToFilePos64(zip.get(), &place) != UNZ_OK) return Error{path, "is not in its zip any more"};
  int method = 0, level = 0;
  if (unzOpenCurrentFile2(zip.get(), &method, &level, 0) != UNZ_OK)
    return Error{path, method != 0 && method != 8
                           ? fmt::format("is packed by method {}, which is not read", method)
                           : std::string("is broken in its zip")};
  if (method != 0) return std::unique_ptr<Stored>(new PackedEntry(std::move(zip), entry.packed, options));
  const uint64_t begin = unzGetCurrentFileZStreamPos64(zip.get());
  unzCloseCurrentFile(zip.get());
  return open_stretch(path, begin, entry.packed);
}

}  // namespace recoupe::intake
