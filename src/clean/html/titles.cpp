#include "clean/html/titles.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::clean {
namespace {

using html::Tag;

size_t count_words(std::string_view text) {
  return text.empty() ? 0 : static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

struct Separator {
  size_t at = std::string::npos;  // of the blank before it
  size_t size = 0;                // with its blanks
  bool hierarchical = false;      // "Home > News > …"
};

// | - – — : » · between blanks.
std::vector<Separator> separators(std::string_view title) {
  std::vector<Separator> out;
  constexpr auto marks =
      std::to_array<std::string_view>({"|", "-", "–", "—", "\\", "/", ">", "»", "·", "•", "::"});
  for (size_t i = 1; i + 1 < title.size(); ++i) {
    if (title[i - 1] != ' ') continue;
    for (const std::string_view mark : marks)
      if (title.substr(i).starts_with(mark) && title.substr(i + mark.size()).starts_with(' ')) {
        const bool steps = mark == "\\" || mark == "/" || mark == ">" || mark == "»";
        out.push_back({i - 1, mark.size() + 2, steps});
        break;
      }
  }
  return out;
}

// «Le Fanal : la crue de la Roya»
std::string after_colon(const std::string& title, const std::vector<std::string>& headings) {
  if (std::find(headings.begin(), headings.end(), title) != headings.end()) return title;
  const size_t last = title.rfind(':'), first = title.find(':');
  std::string tail = tidy(std::string_view(title).substr(last + 1));
  if (count_words(tail) < 3) return tidy(std::string_view(title).substr(first + 1));
  return count_words(tidy(std::string_view(title).substr(0, first))) > 5 ? title : tail;
}

}  // namespace

std::string without_site(const std::string& title, const std::vector<std::string>& headings) {
  const std::vector<Separator> cuts = separators(title);
  std::string cut = title;
  const bool steps = std::any_of(cuts.begin(), cuts.end(), [](const Separator& s) { return s.hierarchical; });
  if (!cuts.empty()) {
    cut = title.substr(0, cuts.back().at);
    if (count_words(cut) < 3) cut = title.substr(cuts.front().at + cuts.front().size);
  } else if (title.find(": ") != std::string::npos) {
    cut = after_colon(title, headings);
  } else if (title.size() > 150 || title.size() < 15) {
    if (headings.size() == 1) cut = headings.front();
  }
  cut = tidy(cut);
  // A cut that leaves next to nothing was none: «Crue – Le Fanal».
  const size_t left = count_words(cut), had = count_words(title) - cuts.size();
  if (left <= 4 && (!steps || left + 1 != had)) return title;
  return cut;
}

std::string choose_title(const PageFacts& facts, const Survey& survey) {
  std::vector<std::string> headings;
  for (const Block& block : survey.flat.blocks) {
    const Tag tag = survey.tree[block.node].tag;
    if (tag == Tag::h1) headings.push_back(tidy(survey.flat.words(block)));
  }
  const std::string shown =
      survey.title_block == no_block ? "" : tidy(survey.flat.words(survey.flat.blocks[survey.title_block]));
  std::vector<std::string> said = {facts.linked.headline, facts.linked.name};
  // "headline" is what the article is about, on some encyclopaedias: then "name" is what <title> begins with.
  if (!said[1].empty() && likeness(said[1], facts.title) > likeness(said[0], facts.title))
    std::swap(said[0], said[1]);
  if (likeness(said[0], facts.title) < 0.2 && likeness(said[0], shown) < 0.2) said.clear();
  for (const std::string_view name :
       {"dc:title", "dc.title", "dcterm:title", "dcterms.title", "og:title", "weibo:article:title", "title",
        "twitter:title", "parsely-title", "sailthru.title"})
    said.emplace_back(facts.meta({name}));
  said.erase(std::remove(said.begin(), said.end(), std::string()), said.end());
  if (said.empty()) return facts.title.empty() ? shown : without_site(facts.title, headings);
  // With the name of the site behind it, where another source says it without, as the page shows it.
  const bool tailed = !shown.empty() && said.front().size() > shown.size() && said.front().starts_with(shown);
  const bool seconded = std::find(said.begin(), said.end(), shown) != said.end();
  return tailed && seconded ? shown : said.front();
}

}  // namespace recoupe::clean
