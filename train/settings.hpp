// name=value words of a command line.
#pragma once

#include <cstring>
#include <map>
#include <string>

namespace recoupe::train {

struct Settings {
  std::map<std::string, std::string> values;
  Settings(int argc, char** argv, int first) {
    for (int i = first; i < argc; ++i)
      if (const char* equals = std::strchr(argv[i], '='))
        values[std::string(argv[i], static_cast<size_t>(equals - argv[i]))] = equals + 1;
  }
  float number(const char* name, float otherwise) const {
    const auto found = values.find(name);
    return found == values.end() ? otherwise : std::stof(found->second);
  }
  uint32_t count(const char* name, uint32_t otherwise) const {
    return static_cast<uint32_t>(number(name, static_cast<float>(otherwise)));
  }
  std::string word(const char* name) const {
    const auto found = values.find(name);
    return found == values.end() ? "" : found->second;
  }
};

}  // namespace recoupe::train
