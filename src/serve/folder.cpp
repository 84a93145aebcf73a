#include "serve/folder.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/sha256.hpp"
#include "serve/json_index.hpp"

namespace recoupe::serve {
namespace {

using Json = nlohmann::json;

void add_text(std::multimap<std::string, std::string>& fields, const std::string& name, const Json& value) {
  if (value.is_string()) fields.emplace(name, value.get<std::string>());
}

// Every article that an element speaks of: of stories and origins, of the members of entities and clusters.
void add_articles(std::multimap<std::string, std::string>& fields, const Json& element) {
  for (const char* name : {"articles", "members"}) {
    const auto list = element.find(name);
    if (list == element.end() || !list->is_array()) continue;
    for (const Json& item : *list) {
      if (item.is_object() && item.contains("article"))
        add_text(fields, "article", item["article"]);
      else
        add_text(fields, "article", item);
    }
  }
}

std::multimap<std::string, std::string> fields_of(std::string_view list, std::string_view element) {
  std::multimap<std::string, std::string> fields;
  const Json json = Json::parse(element, nullptr, false);
  if (!json.is_object()) return fields;
  for (const std::string& name : filters_of(list)) {
    if (const auto value = json.find(name); value != json.end()) {
      if (value->is_object() && value->contains("name"))
        add_text(fields, name, (*value)["name"]);
      else
        add_text(fields, name, *value);
    }
  }
  add_articles(fields, json);
  return fields;
}

std::map<std::string, uint64_t> lines_by_id(const std::string& path) {
  std::map<std::string, uint64_t> lines;
  std::ifstream file(path, std::ios::binary);
  std::string line;
  uint64_t at = 0;
  while (std::getline(file, line)) {
    // The id stands near the beginning of a line of ours; the rest need not be parsed to find it.
    static constexpr std::string_view key = "\"id\":\"";
    const size_t begin = line.find(key);
    const size_t end = begin == std::string::npos ? begin : line.find('"', begin + key.size());
    if (end != std::string::npos)
      lines.emplace(line.substr(begin + key.size(), end - begin - key.size()), at);
    at += line.size() + 1;
  }
  return lines;
}

}  // namespace

const std::vector<std::string>& filters_of(std::string_view list) {
  static const std::map<std::string, std::vector<std::string>, std::less<>> filters = {
      {"articles", {"id", "outlet", "language", "published"}},
      {"stories", {"id", "article"}},
      {"origins", {"id", "kind", "agency", "article"}},
      {"entities", {"id", "kind", "name", "article"}},
      {"clusters", {"id", "kind", "relation", "article"}},
      {"timeline", {"date", "cluster"}}};
  static const std::vector<std::string> none;
  const auto found = filters.find(list);
  return found == filters.end() ? none : found->second;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return file ? out.str() : std::string();
}

std::string version_of(const std::string& path) {
  struct stat about {};
  if (stat((path + "/.recoupe-writing/.ready").c_str(), &about) == 0) return {};
  std::string all;
  for (const char* name : {"dossier.json", "articles.jsonl", "dossier.sqlite", "index.html"}) {
    if (stat((path + '/' + name).c_str(), &about) != 0) about = {};
    all += fmt::format("{} {} {} {}.{}\n", name, about.st_ino, about.st_size, about.st_mtim.tv_sec,
                       about.st_mtim.tv_nsec);
  }
  return sha256_hex16(all);
}

Result<std::shared_ptr<const Folder>> read_folder(const std::string& path) {
  auto folder = std::make_shared<Folder>();
  folder->path = path;
  folder->version = version_of(path);
  folder->dossier = read_file(path + "/dossier.json");
  if (folder->dossier.empty()) return Error{path, "there is no dossier here; 'recoupe dossier' writes one"};
  if (folder->dossier.size() > UINT32_MAX || !Json::accept(folder->dossier))
    return Error{path + "/dossier.json", "is not a dossier that can be read"};
  for (auto& [name, elements] : index_lists(folder->dossier)) {
    List list;
    for (const Span element : elements)
      list.fields.push_back(fields_of(name, slice(folder->dossier, element)));
    list.elements = std::move(elements);
    folder->lists.emplace(name, std::move(list));
  }
  folder->lines = lines_by_id(path + "/articles.jsonl");
  return std::shared_ptr<const Folder>(std::move(folder));
}

std::string Folder::article(const std::string& id) const {
  const auto found = lines.find(id);
  if (found == lines.end()) return {};
  std::ifstream file(path + "/articles.jsonl", std::ios::binary);
  file.seekg(static_cast<std::streamoff>(found->second));
  std::string line;
  std::getline(file, line);
  return line;
}

}  // namespace recoupe::serve
