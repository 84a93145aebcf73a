// Any bytes as a plain-text article, through cleaning and every stage, in French and in English.

#include <cstdio>
#include <cstdlib>

#include "engine/engine.hpp"
#include "intake/charset.hpp"
#include "properties.hpp"
#include "report/article_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace recoupe;
  static const engine::Resources resources = engine::load_resources();
  Page page;
  page.source_name = "fuzz";
  page.bytes.assign(reinterpret_cast<const char*>(data), size);
  if (!intake::decode(page).ok()) return 0;
  for (const Language language : {Language::unknown, Language::french, Language::english}) {
    const engine::ReadOptions options{language, language == Language::english ? "2024-03-12" : ""};
    const Document document = engine::read(page, resources, options);
    const std::string problem = fuzz::broken_property(document, page.bytes.size());
    const std::string line = report::article_json(document);
    const bool same = line == report::article_json(engine::read(page, resources, options));
    if (problem.empty() && same && line.find('\n') == std::string::npos) continue;
    std::fprintf(stderr, "%s\n",
                 problem.empty() ? "not the same result twice, or not one line" : problem.c_str());
    std::abort();
  }
  return 0;
}
