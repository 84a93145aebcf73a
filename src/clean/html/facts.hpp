// What a page says of itself where no reader sees it: <meta>, <title>, <link>, JSON-LD.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/html.hpp"

namespace recoupe::clean {

// An article as schema.org's vocabulary in <script type="application/ld+json"> has it.
struct LinkedArticle {
  std::string headline, name, alternative_headline, description, body, section, url, language;
  std::string published, modified;  // as written there
  std::string publisher;
  std::vector<std::string> authors;
  bool found = false;
};

struct PageFacts {
  std::vector<std::pair<std::string, std::string>>
      metas;              // name, property or itemprop, lower-cased → content
  std::string title;      // of <title>
  std::string canonical;  // of <link rel="canonical">
  std::string language;   // of <html lang>
  std::string base;       // of <base href>
  LinkedArticle linked;

  // The first of the names that has a value.
  std::string_view meta(std::initializer_list<std::string_view> names) const;
};

PageFacts read_facts(const html::Tree& tree);

// Reads one JSON-LD block into `into`, if it describes an article.
void read_linked_data(std::string_view json, LinkedArticle& into);

// One blank between words, none around; entities that were written twice («&amp;amp;») read once more.
std::string tidy(std::string_view text);

}  // namespace recoupe::clean
