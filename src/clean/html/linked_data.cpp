#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "clean/html/facts.hpp"

namespace recoupe::clean {
namespace {

using Json = nlohmann::json;

constexpr size_t largest = size_t{1} << 20;
constexpr size_t most_values = 2000;  // looked at in one block

bool is_article_type(std::string_view type) {
  const size_t slash = type.rfind('/');
  if (slash != std::string_view::npos) type.remove_prefix(slash + 1);
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type.ends_with("Report") ||
         type == "LiveBlogPosting" || type == "ReportageNewsArticle" || type == "SocialMediaPosting";
}

bool is_article(const Json& value) {
  const auto type = value.find("@type");
  if (type == value.end()) return false;
  if (type->is_string()) return is_article_type(type->get_ref<const std::string&>());
  return type->is_array() && std::any_of(type->begin(), type->end(), [](const Json& one) {
           return one.is_string() && is_article_type(one.get_ref<const std::string&>());
         });
}

std::string word(const Json& value) {
  if (value.is_string()) return tidy(value.get_ref<const std::string&>());
  if (value.is_array() && !value.empty()) return word(value.front());
  if (value.is_object())
    for (const char* key : {"name", "@value", "@id"})
      if (const auto found = value.find(key); found != value.end() && found->is_string())
        return tidy(found->get_ref<const std::string&>());
  return {};
}

std::string field(const Json& value, const char* key) {
  const auto found = value.find(key);
  return found == value.end() ? std::string() : word(*found);
}

void people(const Json& value, std::vector<std::string>& into) {
  if (value.is_array()) {
    for (const Json& one : value)
      if (!one.is_array()) people(one, into);
    return;
  }
  std::string name = value.is_object() ? field(value, "name") : word(value);
  const bool address = name.find("://") != std::string::npos;
  if (!name.empty() && !address && std::find(into.begin(), into.end(), name) == into.end())
    into.push_back(std::move(name));
}

void take(const Json& value, LinkedArticle& into) {
  const auto fill = [&](std::string& slot, const char* key) {
    if (slot.empty()) slot = field(value, key);
  };
  into.found = true;
  fill(into.headline, "headline");
  fill(into.name, "name");
  fill(into.alternative_headline, "alternativeHeadline");
  fill(into.description, "description");
  fill(into.body, "articleBody");
  fill(into.section, "articleSection");
  fill(into.url, "url");
  fill(into.url, "mainEntityOfPage");
  fill(into.language, "inLanguage");
  fill(into.published, "datePublished");
  fill(into.modified, "dateModified");
  fill(into.publisher, "publisher");
  if (const auto author = value.find("author"); author != value.end() && into.authors.empty())
    people(*author, into.authors);
}

// Line breaks inside strings are against JSON, and common.
std::string without_controls(std::string_view json) {
  std::string out(json);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return out;
}

}  // namespace

void read_linked_data(std::string_view json, LinkedArticle& into) {
  if (json.size() > largest) return;
  const size_t begin = json.find_first_of("{["), end = json.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return;
  const Json all = Json::parse(without_controls(json.substr(begin, end - begin + 1)), nullptr, false);
  if (all.is_discarded()) return;
  std::vector<const Json*> waiting = {&all};
  for (size_t looked = 0; !waiting.empty() && looked < most_values; ++looked) {
    const Json& value = *waiting.back();
    waiting.pop_back();
    if (value.is_object() && is_article(value)) {
      if (!into.found) take(value, into);
      return;
    }
    // Lists and graphs, and what a page is about; not the articles that it merely lists.
    if (value.is_array())
      for (size_t i = std::min<size_t>(value.size(), 50); i-- > 0;) waiting.push_back(&value[i]);
    if (value.is_object())
      for (const char* key : {"mainEntity", "@graph"})
        if (const auto found = value.find(key); found != value.end()) waiting.push_back(&*found);
  }
}

}  // namespace recoupe::clean
