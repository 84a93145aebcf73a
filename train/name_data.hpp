// Articles whose names are annotated, as the names' model learns from them.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "names/model.hpp"
#include "segment/segment.hpp"
#include "settings.hpp"
#include "syntax/syntax.hpp"

namespace recoupe::train {

struct Tools {
  segment::Words segment;
  syntax::Words syntax;
  gazetteer::Gazetteer gazetteer;
  names::Words names;
};
std::unique_ptr<Tools> load_tools();

// A name of several words, and the tags of the names within it.
struct Inner {
  size_t first = 0, last = 0;
  names::Sort sort = names::Sort::place;
  std::vector<uint8_t> tags;
};

struct GoldName {
  Span span;
  names::Sort sort;
};

struct NameArticle {
  std::unique_ptr<Document> document;
  std::unique_ptr<names::Finder> finder;
  std::vector<names::Found> proposals;
  std::vector<names::Line> lines;
  std::vector<GoldName> gold;
  std::vector<uint8_t> tags, guessed;
  std::vector<Inner> inner;

  const names::Line* line_with(size_t word) const;
  void guess_tags(const names::Model& model);
};

// French: WiNER-fr without the articles that skip=FILE lists (several files: skip, skip2) and without those
// of the folder gold=DIR. English: WikiGold and UNER, as name_data.cpp says.
std::vector<NameArticle> read_name_data(Language language, const std::string& folder,
                                        const Settings& settings, const Tools& tools);

// (right, gold, found) of each kind; without a model the rules alone are scored.
std::map<std::string, std::array<size_t, 3>> score_names(const std::vector<const NameArticle*>& articles,
                                                         const names::Model* model, bool errors = false);

}  // namespace recoupe::train
