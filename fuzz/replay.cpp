// Runs a fuzz target over files, each whole, cut in half and with one byte changed: the driver of the replay
// tests.
//   replay FILE|FOLDER…   A folder that does not exist is empty.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

size_t run(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::vector<uint8_t> whole((std::istreambuf_iterator<char>(file)), {});
  LLVMFuzzerTestOneInput(whole.data(), whole.size());
  LLVMFuzzerTestOneInput(whole.data(), whole.size() / 2);
  std::vector<uint8_t> changed = whole;
  for (size_t i = 7; i < changed.size(); i += changed.size() / 5 + 1) changed[i] ^= 0x55;
  LLVMFuzzerTestOneInput(changed.data(), changed.size());
  return 3;
}

}  // namespace

int main(int argc, char** argv) {
  size_t runs = 0;
  for (int i = 1; i < argc; ++i) {
    const std::filesystem::path path = argv[i];
    if (std::filesystem::is_directory(path)) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
        if (entry.is_regular_file()) runs += run(entry.path());
    } else if (std::filesystem::exists(path)) {
      runs += run(path);
    }
  }
  std::printf("%zu inputs\n", runs);
  return runs > 0 ? 0 : 1;
}
