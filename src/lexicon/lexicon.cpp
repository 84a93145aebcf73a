#include "lexicon/lexicon.hpp"

#include <stdexcept>
#include <string>

#include "document/names.hpp"

namespace recoupe::lexicon {

std::vector<Row> rows(std::string_view path) {
  std::string_view rest = embedded(path);
  if (rest.data() == nullptr) throw std::logic_error("no word list " + std::string(path));
  std::vector<Row> out;
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    Row row;
    for (size_t start = 0;;) {
      const size_t tab = line.find('\t', start);
      row.push_back(line.substr(start, tab == std::string_view::npos ? tab : tab - start));
      if (tab == std::string_view::npos) break;
      start = tab + 1;
    }
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<Row> rows(Language language, std::string_view list) {
  return rows(std::string(name(language)) + "/" + std::string(list));
}

}  // namespace recoupe::lexicon
