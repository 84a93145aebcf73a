// conditionals_read FOLDER FILE.tsv: what quotes/ makes of the conditional verbs that a list names (file,
// code point, verb, class): the list's lines again, each with one more column. For eval/conditionals.py.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/stages.hpp"
#include "quotes/conditional.hpp"

namespace {

using namespace recoupe;

uint32_t byte_of(std::string_view text, size_t code_point) {
  uint32_t at = 0;
  for (; code_point > 0 && at < text.size(); --code_point) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  }
  return at;
}

Document read(const std::filesystem::path& path, const engine::Resources& resources) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  Document document;
  document.text = bytes.str();
  document.language = Language::french;
  for (const engine::Stage& stage : engine::stages()) {
    stage.run(document, resources);
    if (stage.name == "syntax") break;
  }
  return document;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const engine::Resources resources = engine::load_resources();
  std::ifstream list(argv[2]);
  std::string line, known;
  Document document;
  while (std::getline(list, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::string file;
    size_t code_point = 0;
    cells >> file >> code_point;
    if (file != known) document = read(std::filesystem::path(argv[1]) / file, resources);
    known = file;
    const uint32_t at = byte_of(document.text, code_point);
    const auto& tokens = document.tokens;
    const auto it =
        std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= at; });
    const auto said = it == tokens.end()
                          ? quotes::Conditional::none
                          : quotes::conditional_of(document, static_cast<uint32_t>(it - tokens.begin()),
                                                   resources.quotes.french, resources.quotes.french_forms);
    fmt::print("{}\t{}\n", line, quotes::name(said));
  }
  return 0;
}
