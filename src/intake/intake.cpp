#include "intake/intake.hpp"

#include <fstream>
#include <sstream>

namespace recoupe::intake {

void read(const std::vector<std::string>& inputs, const std::function<bool(Result<Page>)>& take) {
  for (const std::string& input : inputs) {
    std::ifstream file(input, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) {
      if (!take(Error{input, "cannot be read"})) return;
      continue;
    }
    Page page;
    page.source_name = input;
    page.bytes = bytes.str();
    page.charset = "UTF-8";
    if (!take(std::move(page))) return;
  }
}

}  // namespace recoupe::intake
