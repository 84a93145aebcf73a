// The sample story as a perfect reader would have extracted it: Documents made from eval/sample-gold, so that
// comparing is tested apart from everything before it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "document/document.hpp"
#include "document/names.hpp"

namespace recoupe::gold {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

inline Span find(const std::string& text, const std::string& words, size_t nth = 1) {
  size_t at = text.find(words);
  for (size_t i = 1; i < nth && at != std::string::npos; ++i) at = text.find(words, at + 1);
  if (at == std::string::npos) return {};
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

template <class E>
E named(const std::string& word, int count) {
  for (int i = 0; i < count; ++i)
    if (name(static_cast<E>(i)) == word) return static_cast<E>(i);
  return static_cast<E>(count - 1);
}

class Reader {
 public:
  Reader(std::string file, std::string text, const nlohmann::json& gold) : gold_(gold) {
    d_.id = sha256_hex16(text);
    d_.source_name = std::move(file);
    d_.text = std::move(text);
    d_.language = d_.text.find(" the ") != std::string::npos ? Language::english : Language::french;
    d_.title = gold.value("title", d_.text.substr(0, d_.text.find('\n')));
    if (gold.contains("published") && gold["published"].is_string()) {
      const std::string date = gold["published"];
      d_.published = PublicationDate{date, DateBasis::text, date.substr(0, 10), date.substr(0, 10), {}};
    }
    people("people", EntityKind::person);
    people("organisations", EntityKind::organisation);
    places();
    times();
    figures();
    statements("quotes", StatementForm::direct);
    statements("indirect", StatementForm::indirect);
    const auto by_span = [](const auto& a, const auto& b) { return a.span < b.span; };
    std::sort(d_.mentions.begin(), d_.mentions.end(), by_span);
    std::stable_sort(d_.statements.begin(), d_.statements.end(), by_span);
    std::stable_sort(d_.figures.begin(), d_.figures.end(), by_span);
    movements();
  }
  Document document() { return std::move(d_); }

 private:
  static std::string text_of(const nlohmann::json& item, const char* key) {
    return item.contains(key) && item[key].is_string() ? item[key].get<std::string>() : std::string();
  }
  Span span(const nlohmann::json& item) const { return find(d_.text, item["text"], item.value("nth", 1)); }

  EntityId entity(const std::string& name) const {
    for (uint32_t i = 0; i < d_.entities.size(); ++i) {
      const Entity& e = d_.entities[i];
      if (e.name == name || std::find(e.aliases.begin(), e.aliases.end(), name) != e.aliases.end())
        return EntityId{i};
    }
    return EntityId::none();
  }

  void people(const char* list, EntityKind kind) {
    for (const auto& item : gold_[list]) {
      Entity e;
      e.kind = kind;
      e.name = item["name"];
      e.role = text_of(item, "role");
      if (item.contains("aliases")) e.aliases = item["aliases"].get<std::vector<std::string>>();
      const EntityId id{static_cast<uint32_t>(d_.entities.size())};
      const Span at = find(d_.text, e.name);
      d_.entities.push_back(std::move(e));
      if (!at.empty()) d_.mentions.push_back({id, at, kind});
    }
  }

  void places() {
    for (const auto& item : gold_["places"]) {
      const Span at = span(item);
      if (at.empty()) continue;
      EntityId id = entity(item["text"]);
      if (!id) {
        Entity e;
        e.kind = EntityKind::place;
        e.name = item["text"];
        e.country = text_of(item, "country");
        if (item.contains("lat") && item["lat"].is_number()) {
          e.latitude = item["lat"].get<double>();
          e.longitude = item["lon"].get<double>();
        }
        id = EntityId{static_cast<uint32_t>(d_.entities.size())};
        d_.entities.push_back(std::move(e));
      }
      d_.mentions.push_back({id, at, EntityKind::place});
    }
  }

  void times() {
    for (const auto& item : gold_["times"])
      if (const Span at = span(item); !at.empty())
        d_.times.push_back({at, TimeType::date, text_of(item, "value"), "gold"});
    std::sort(d_.times.begin(), d_.times.end(), [](auto& a, auto& b) { return a.span < b.span; });
  }

  std::vector<Attribution> chain(const nlohmann::json& item) const {
    std::vector<Attribution> out;
    if (const std::string name = text_of(item, "speaker"); !name.empty())
      out.push_back({name, entity(name), "", {}, {}});
    if (item.contains("via"))
      for (const auto& via : item["via"]) out.push_back({via, entity(via), "", {}, {}});
    return out;
  }

  void statements(const char* list, StatementForm form) {
    for (const auto& item : gold_[list]) {
      Statement s;
      s.form = form;
      s.span = span(item);
      s.attribution = chain(item);
      if (item.value("hedged", false)) s.status = ClaimStatus::hedged;
      if (!s.span.empty()) d_.statements.push_back(std::move(s));
    }
  }

  void figures() {
    for (const auto& item : gold_["figures"]) {
      Figure f;
      f.span = span(item);
      if (f.span.empty()) continue;
      if (item["min"].is_number()) f.min = item["min"].get<double>();
      if (item["max"].is_number()) f.max = item["max"].get<double>();
      f.bound = named<Bound>(text_of(item, "bound"), 8);
      f.category = named<FigureCategory>(text_of(item, "category"), 14);
      const std::string what = text_of(item, "what");
      const std::string inside(d_.words(f.span));
      f.what = find(d_.text, what);
      if (const size_t at = inside.find(what); at != std::string::npos && !what.empty())
        f.what = {f.span.begin + static_cast<uint32_t>(at),
                  f.span.begin + static_cast<uint32_t>(at + what.size())};
      if (f.category == FigureCategory::money) f.unit = inside.find('$') != std::string::npos ? "USD" : "EUR";
      f.attribution = chain(item);
      if (item.value("hedged", false)) f.status = ClaimStatus::hedged;
      d_.figures.push_back(std::move(f));
    }
  }

  void movements() {
    for (const auto& item : gold_["movements"]) {
      Movement m;
      m.span = span(item);
      if (m.span.empty()) continue;
      const auto part = [&](const char* key) -> std::optional<Part> {
        const std::string words = text_of(item, key);
        const Span at = find(d_.text, words);
        if (words.empty() || at.empty()) return {};
        return Part{at, entity(words)};
      };
      m.who = part("who");
      m.from = part("from");
      m.to = part("to");
      m.status = named<ClaimStatus>(text_of(item, "status"), 5);
      d_.movements.push_back(std::move(m));
    }
  }

  const nlohmann::json& gold_;
  Document d_;
};

// Every article of the sample story that has gold, by file name.
inline std::vector<Document> sample_articles(const std::filesystem::path& root) {
  std::vector<Document> out;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(root / "eval" / "sample-gold"))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    const auto gold = nlohmann::json::parse(read_file(path));
    if (!gold.contains("quotes")) continue;
    const std::string file = gold["doc"];
    out.push_back(Reader(file, read_file(root / "examples" / "crue-de-la-roya" / file), gold).document());
  }
  return out;
}

}  // namespace recoupe::gold
