#include "clean/html/metadata.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "clean/dates.hpp"
#include "clean/html/titles.hpp"
#include "clean/reasons.hpp"

namespace recoupe::clean {
namespace {

using html::NodeIndex;
using html::Tag;

std::string first_of(std::initializer_list<std::string_view> values) {
  for (const std::string_view value : values)
    if (!value.empty()) return std::string(value);
  return {};
}

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with("www.") || text.starts_with("@");
}

std::string absolute(std::string_view address) {
  return address.starts_with("http://") || address.starts_with("https://") ? std::string(address)
                                                                           : std::string();
}

// The words of an element, as the blocks have them or as its attribute says: <time datetime="…">.
std::string value_of(const Survey& survey, NodeIndex i, std::string_view attribute) {
  std::string value = tidy(survey.tree.attribute(i, attribute));
  if (!value.empty()) return value;
  for (NodeIndex k = i + 1; k < survey.tree[i].end && value.size() < 200; ++k)
    if (survey.tree[k].tag == Tag::text) value += slice(survey.tree.text, survey.tree[k].source);
  return tidy(value);
}

// Microdata: <span itemprop="datePublished" content="…">.
std::string item(const Survey& survey, std::string_view property) {
  for (NodeIndex i = 1; i < survey.tree.nodes.size(); ++i) {
    if (survey.tree[i].attribute_count == 0 || survey.tree.raw_attribute(i, "itemprop") != property) continue;
    const std::string value = value_of(survey, i, survey.tree[i].tag == Tag::time ? "datetime" : "content");
    if (!value.empty() && value.size() < 300) return value;
  }
  return {};
}

// Blocks around the headline: its stamp stands there.
std::pair<size_t, size_t> around_title(const Survey& survey, const std::vector<std::string_view>& why) {
  size_t from = survey.title_block;
  if (from == no_block)
    for (from = 0; from < why.size() && !why[from].empty();) ++from;
  const size_t begin = from > 6 ? from - 6 : 0;
  return {begin, std::min(why.size(), from + 15)};
}

// The <time> next to the headline; the first of the page where there is none.
std::string time_element(const Survey& survey, const std::vector<std::string_view>& why) {
  const auto [begin, end] = around_title(survey, why);
  std::string nearest;
  for (NodeIndex i = 1; i < survey.tree.nodes.size() && begin < end; ++i) {
    if (survey.tree[i].tag != Tag::time) continue;
    const bool near =
        i >= survey.flat.blocks[begin].first_text - std::min(survey.flat.blocks[begin].first_text, 5u) &&
        i <= survey.flat.blocks[end - 1].last_text;
    std::string value = tidy(survey.tree.attribute(i, "datetime"));
    if (!value.empty() && near) return value;
  }
  return nearest;
}

std::string written_date(const Survey& survey, const std::vector<std::string_view>& why) {
  const auto [begin, end] = around_title(survey, why);
  for (size_t b = begin; b < end; ++b) {
    if (why[b].empty() || survey.sights[b].words > 25) continue;
    if (const auto date = find_date(survey.flat.words(survey.flat.blocks[b])); date && !date->unsure)
      return date->value;
  }
  return {};
}

std::string published(const Survey& survey, const PageFacts& facts,
                      const std::vector<std::string_view>& why) {
  std::string value = first_of({facts.linked.published, facts.meta({"article:published_time",
                                                                    "og:published_time",
                                                                    "datepublished",
                                                                    "article:published",
                                                                    "parsely-pub-date",
                                                                    "sailthru.date",
                                                                    "dc.date.issued",
                                                                    "dcterms.issued",
                                                                    "publish-date",
                                                                    "pubdate",
                                                                    "publication_date",
                                                                    "publishdate",
                                                                    "cxenseparse:recs:publishtime",
                                                                    "date",
                                                                    "dc.date",
                                                                    "dcterms.date",
                                                                    "dcterms.created",
                                                                    "article.published",
                                                                    "bt:pubdate",
                                                                    "originalpublicationdate",
                                                                    "citation_publication_date"})});
  if (value.empty()) value = item(survey, "datePublished");
  if (value.empty()) value = time_element(survey, why);
  if (value.empty()) value = written_date(survey, why);
  return value;
}

void add_author(std::vector<std::string>& into, std::string_view name) {
  std::string tidied = tidy(name);
  for (const std::string_view by : {"Par ", "par ", "By ", "by ", "BY ", "PAR "})
    if (tidied.starts_with(by)) tidied.erase(0, by.size());
  const bool fits = tidied.size() >= 2 && tidied.size() <= 80 && !is_address(tidied);
  if (fits && std::find(into.begin(), into.end(), tidied) == into.end()) into.push_back(std::move(tidied));
}

// «Inès Cavallo et Hugo Rastelli», "A. Smith, B. Jones and C. Brown"
std::vector<std::string> people_in(std::string_view text) {
  std::vector<std::string> out;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.size(), skip = 0;
    for (const std::string_view between : {", ", " et ", " and ", " & ", "; ", " | "})
      if (const size_t found = text.find(between, at); found < end) end = found, skip = between.size();
    add_author(out, text.substr(at, end - at));
    at = end + std::max<size_t>(skip, 1);
  }
  return out;
}

std::vector<std::string> authors(const Survey& survey, const PageFacts& facts,
                                 const std::vector<std::string_view>& why) {
  std::vector<std::string> out;
  for (const std::string& name : facts.linked.authors) add_author(out, name);
  if (!out.empty()) return out;
  for (const auto& [key, value] : facts.metas)
    if ((key == "author" || key == "article:author" || key == "dc.creator" || key == "byl" ||
         key == "parsely-author" || key == "sailthru.author" || key == "dcterms.creator" ||
         key == "citation_author") &&
        !is_address(value)) {
      for (const std::string& name : people_in(value)) add_author(out, name);
      if (!out.empty() && key != "citation_author" && key != "article:author") return out;
    }
  if (!out.empty()) return out;
  const auto [begin, end] = around_title(survey, why);
  const html::Tree& tree = survey.tree;
  for (NodeIndex i = 1; i < tree.nodes.size() && begin < end; ++i) {
    if (tree[i].attribute_count == 0 || i > survey.flat.blocks[end - 1].last_text) continue;
    if (tree.raw_attribute(i, "rel") != "author" && tree.raw_attribute(i, "itemprop") != "author") continue;
    const std::string value = value_of(survey, i, "content");
    if (!value.empty() && value.size() <= 80) add_author(out, value);
  }
  return out;
}

// The standfirst, where the metadata's description stands on the page or is all that there is.
std::string subtitle(const PageFacts& facts) {
  return first_of({facts.linked.alternative_headline, facts.meta({"og:description", "dc.description"}),
                   facts.meta({"description", "twitter:description"}), facts.linked.description});
}

}  // namespace

WebMetadata read_metadata(const Survey& survey, const PageFacts& facts,
                          const std::vector<std::string_view>& why) {
  WebMetadata out;
  const std::string_view headline = survey.title_block == no_block
                                        ? std::string_view{}
                                        : survey.flat.words(survey.flat.blocks[survey.title_block]);
  out.said.title = choose_title(facts, survey);
  out.said.url =
      first_of({absolute(facts.canonical), absolute(facts.meta({"og:url"})), absolute(facts.linked.url)});
  out.said.published = published(survey, facts, why);
  out.updated =
      first_of({facts.linked.modified,
                facts.meta({"article:modified_time", "og:updated_time", "datemodified", "last-modified",
                            "dcterms.modified", "article:modified", "revision_date"})});
  if (out.updated.empty()) out.updated = item(survey, "dateModified");
  const std::string site =
      first_of({facts.meta({"og:site_name"}), facts.linked.publisher,
                facts.meta({"application-name", "dc.publisher", "dcterms.publisher", "publisher"})});
  if (!is_address(site)) out.said.outlet = site;
  out.said.language = facts.language;
  out.said.authors = authors(survey, facts, why);
  out.subtitle = subtitle(facts);
  if (likeness(out.subtitle, headline) > 0.9) out.subtitle.clear();
  out.section =
      first_of({facts.linked.section, facts.meta({"article:section", "section", "parsely-section"})});
  return out;
}

}  // namespace recoupe::clean
