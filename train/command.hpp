// What the trainers share as programs: NAME fr|en DATA OUT.model [name=value ...].
#pragma once

#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>

#include "document/names.hpp"
#include "settings.hpp"

namespace recoupe::train {

// False if it cannot be written.
inline bool write_file(const char* path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  std::fprintf(stderr, "%s: %zu bytes\n", path, bytes.size());
  return bool(out);
}

// train(language, data, out_path, settings) gives the exit status; 2 for wrong usage, 1 for what it throws.
template <class Train>
int run(const char* name, const char* data, int argc, char** argv, Train train) {
  const Language language = argc > 3 ? language_from(argv[1]) : Language::unknown;
  if (language == Language::unknown) {
    std::fprintf(stderr, "usage: %s fr|en %s OUT.model [name=value ...]\n", name, data);
    return 2;
  }
  try {
    return train(language, argv[2], argv[3], Settings(argc, argv, 4));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", name, error.what());
    return 1;
  }
}

}  // namespace recoupe::train
