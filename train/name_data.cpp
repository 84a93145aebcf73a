#include "name_data.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>

#include "base/utf8.hpp"

namespace recoupe::train {
namespace {

using names::Part;
using names::Sort;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return bytes.str();
}

std::optional<Sort> sort_from(std::string_view word) {
  if (word == "Person" || word == "PER") return Sort::person;
  if (word == "Location" || word == "LOC") return Sort::place;
  if (word == "Organization" || word == "ORG") return Sort::organisation;
  if (word == "Event") return Sort::event;
  if (word == "Product" || word == "MISC") return Sort::thing;
  return std::nullopt;
}

// The names of a brat file; its positions are code points.
std::vector<GoldName> read_brat(const std::string& text, const std::string& annotation) {
  std::vector<uint32_t> at;
  for (size_t i = 0; i < text.size(); i += utf8::decode(text, i).size) at.push_back(static_cast<uint32_t>(i));
  at.push_back(static_cast<uint32_t>(text.size()));
  std::vector<GoldName> out;
  std::istringstream lines(annotation);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] != 'T') continue;
    const size_t tab = line.find('\t'), end = line.find('\t', tab + 1);
    if (tab == std::string::npos || end == std::string::npos) continue;
    std::string middle = line.substr(tab + 1, end - tab - 1);
    std::replace(middle.begin(), middle.end(), ';', ' ');
    std::istringstream words(middle);
    std::string kind;
    size_t from = 0, to = 0;
    words >> kind >> from;
    while (words >> to) {
    }
    if (const auto sort = sort_from(kind); sort && from < to && to < at.size())
      out.push_back({{at[from], at[to]}, *sort});
  }
  return out;
}

void put(std::vector<uint8_t>& tags, size_t offset, size_t first, size_t last, Sort sort) {
  for (size_t i = first; i <= last; ++i)
    tags[i - offset] = static_cast<uint8_t>(names::tag_of(sort, first == last ? Part::single
                                                                : i == first  ? Part::begin
                                                                : i == last   ? Part::end
                                                                              : Part::inside));
}

struct WordName {
  size_t first, last;
  Sort sort;
};

// Longest first; a name that crosses one already there, or a line, is left out.
void set_tags(NameArticle& article) {
  const std::vector<names::Word>& words = article.finder->words;
  std::vector<WordName> all;
  for (const GoldName& name : article.gold) {
    const auto begin = std::partition_point(
        words.begin(), words.end(), [&](const names::Word& w) { return w.span.end <= name.span.begin; });
    const auto end = std::partition_point(words.begin(), words.end(),
                                          [&](const names::Word& w) { return w.span.begin < name.span.end; });
    if (begin >= end) continue;
    const auto first = static_cast<size_t>(begin - words.begin()),
               last = static_cast<size_t>(end - words.begin()) - 1;
    if (article.line_with(first)->end > last) all.push_back({first, last, name.sort});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const WordName& a, const WordName& b) { return a.last - a.first > b.last - b.first; });
  article.tags.assign(words.size(), 0);
  std::vector<WordName> outer;
  for (const WordName& name : all) {
    const auto over = std::find_if(outer.begin(), outer.end(), [&](const WordName& other) {
      return other.first <= name.last && name.first <= other.last;
    });
    if (over == outer.end()) {
      outer.push_back(name);
      put(article.tags, 0, name.first, name.last, name.sort);
    }
  }
  for (const WordName& name : outer) {
    if (name.first == name.last) continue;
    Inner inner{name.first, name.last, name.sort, std::vector<uint8_t>(name.last - name.first + 1, 0)};
    for (const WordName& other : all) {
      const bool within = other.first >= name.first && other.last <= name.last &&
                          other.last - other.first < name.last - name.first;
      if (within && inner.tags[other.first - name.first] == 0)
        put(inner.tags, name.first, other.first, other.last, other.sort);
    }
    article.inner.push_back(std::move(inner));
  }
}

NameArticle make_article(Language language, std::string text, std::vector<GoldName> gold,
                         const Tools& tools) {
  NameArticle out;
  out.document = std::make_unique<Document>();
  out.document->language = language;
  out.document->text = std::move(text);
  segment::segment(*out.document, tools.segment);
  syntax::analyse(*out.document, tools.syntax);
  out.finder =
      std::make_unique<names::Finder>(names::make_finder(*out.document, tools.names, tools.gazetteer));
  out.proposals = names::propose(*out.finder);
  out.lines = names::lines_of(*out.finder, out.proposals);
  out.gold = std::move(gold);
  set_tags(out);
  return out;
}

void read_winer(const std::string& folder, const Settings& settings, const Tools& tools,
                std::vector<NameArticle>& out) {
  std::set<std::string> skipped;
  std::istringstream listed(read_file(settings.word("skip")));
  for (std::string line; std::getline(listed, line);) skipped.insert(line);
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/wikinews-fr/gold"))
    skipped.insert(entry.path().stem().string());
  std::set<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/wikinews-fr/text"))
    if (entry.path().extension() == ".txt" && !skipped.contains(entry.path().stem().string()))
      paths.insert(entry.path());
  for (const auto& path : paths) {
    std::string text = read_file(path);
    auto gold = read_brat(text, read_file(std::filesystem::path(path).replace_extension(".ann")));
    out.push_back(make_article(Language::french, std::move(text), std::move(gold), tools));
  }
}

// Tokens that lie apart in a table, put together as they are printed.
class Page {
 public:
  void add(const std::string& token, const std::string& tag) {
    static constexpr std::string_view no_blank_before[] = {
        ",", ".", ";", ":", "!", "?", ")", "]", "%", "'", "'s", "n't", "'re", "'ve", "'ll", "'d", "..."};
    const bool quote = token == "\"" || token == "''" || token == "``";
    const bool closing = quote && open_;
    const bool tight =
        glue_ || closing || text_.empty() || text_.back() == '\n' ||
        std::find(std::begin(no_blank_before), std::end(no_blank_before), token) != std::end(no_blank_before);
    if (!tight) text_ += ' ';
    glue_ = token == "(" || token == "[" || token == "$" || (quote && !open_);
    if (quote) open_ = !open_;
    const auto begin = static_cast<uint32_t>(text_.size());
    text_ += quote ? "\"" : token;
    const auto end = static_cast<uint32_t>(text_.size());
    const std::string kind = tag.size() > 2 ? tag.substr(2) : "";
    const auto sort = sort_from(kind);
    if (!sort) {
      last_.clear();
      return;
    }
    if (tag[0] == 'I' && kind == last_)
      names_.back().span.end = end;
    else
      names_.push_back({{begin, end}, *sort});
    last_ = kind;
  }
  void end_sentence() {
    last_.clear();
    open_ = glue_ = false;
  }
  void end_paragraph() {
    end_sentence();
    if (!text_.empty()) text_ += "\n\n";
  }
  void flush(const Tools& tools, std::vector<NameArticle>& out) {
    if (!text_.empty()) out.push_back(make_article(Language::english, text_, names_, tools));
    *this = Page();
  }

 private:
  std::string text_, last_;
  std::vector<GoldName> names_;
  bool glue_ = false, open_ = false;
};

// Tables of one token a line, a blank line after each sentence.
void read_table(const std::string& path, size_t form, size_t tag, const Tools& tools,
                std::vector<NameArticle>& out) {
  std::istringstream lines(read_file(path));
  Page page;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# newdoc") || line.starts_with("-DOCSTART-")) page.flush(tools, out);
    if (line.starts_with("# ") || line.starts_with("-DOCSTART-")) continue;
    if (line.empty()) {
      page.end_paragraph();
      continue;
    }
    std::istringstream words(line);
    std::vector<std::string> columns;
    for (std::string word; words >> word;) columns.push_back(word);
    if (columns.size() > std::max(form, tag)) page.add(columns[form], columns[tag]);
  }
  page.flush(tools, out);
}

}  // namespace

const names::Line* NameArticle::line_with(size_t word) const {
  return &*std::prev(std::upper_bound(lines.begin(), lines.end(), word,
                                      [](size_t w, const names::Line& line) { return w < line.first; }));
}

void NameArticle::guess_tags(const names::Model& model) {
  guessed.clear();
  for (names::Line line : lines) {
    for (names::Sight& sight : line.sights) sight.elsewhere = 0;
    model.tag(line, guessed);
  }
}

std::unique_ptr<Tools> load_tools() {
  auto out = std::make_unique<Tools>(
      Tools{segment::load_words(), syntax::load_words(), gazetteer::load(), names::load_words()});
  return out;
}

std::vector<NameArticle> read_name_data(Language language, const std::string& folder,
                                        const Settings& settings, const Tools& tools) {
  std::vector<NameArticle> out;
  if (language == Language::english) {
    read_table(folder + "/ner/wikigold-en.conll", 0, 1, tools, out);
    read_table(folder + "/ner/uner-ewt-dev.iob2", 1, 2, tools, out);
  }
  if (language == Language::french || settings.count("french", 0) != 0)
    read_winer(folder, settings, tools, out);
  return out;
}

std::map<std::string, std::array<size_t, 3>> score_names(const std::vector<const NameArticle*>& articles,
                                                         const names::Model* model, bool errors) {
  static constexpr const char* kinds[] = {"Person", "Location", "Organization", "Event"};
  std::map<std::string, std::array<size_t, 3>> out;
  for (const NameArticle* article : articles) {
    using Key = std::tuple<uint32_t, uint32_t, uint32_t>;
    std::set<Key> gold, found;
    for (const GoldName& name : article->gold)
      if (name.sort != Sort::thing)
        gold.insert({name.span.begin, name.span.end, static_cast<uint32_t>(name.sort)});
    const auto items =
        model != nullptr ? names::combine(*article->finder, *model, article->proposals) : article->proposals;
    for (const names::Found& item : items) {
      const uint32_t sort = item.kind == EntityKind::person  ? 0
                            : item.kind == EntityKind::place ? 1
                            : item.kind == EntityKind::event ? 3
                            : item.kind == EntityKind::other ? 4
                                                             : 2;
      const auto& words = article->finder->words;
      if (sort < 4) found.insert({words[item.first].span.begin, words[item.last].span.end, sort});
    }
    const auto tally = [&](const std::set<Key>& set, size_t slot, const std::set<Key>* with) {
      for (const Key& key : set) {
        if (with != nullptr && !with->contains(key)) continue;
        ++out[kinds[std::get<2>(key)]][slot];
        if (std::get<2>(key) < 3) ++out["all"][slot];
      }
    };
    if (errors)
      for (const auto& [set, other, what] :
           {std::tuple{&gold, &found, "missed"}, std::tuple{&found, &gold, "extra"}})
        for (const Key& key : *set)
          if (!other->contains(key))
            std::printf(
                "%s %s: %s\n", what, kinds[std::get<2>(key)],
                std::string(article->document->words(Span{std::get<0>(key), std::get<1>(key)})).c_str());
    tally(gold, 0, &found);
    tally(gold, 1, nullptr);
    tally(found, 2, nullptr);
  }
  return out;
}

}  // namespace recoupe::train
