#include "report/article_read.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace recoupe::report {
namespace {

using Json = nlohmann::json;

// Thrown inside this file alone, and turned into an Error at its border.
struct Malformed {
  std::string what;
};

const Json& field(const Json& item, const char* name) {
  if (!item.is_object() || !item.contains(name)) throw Malformed{std::string("no field «") + name + "»"};
  return item.at(name);
}

std::string text_of(const Json& item, const char* name) {
  const Json& value = field(item, name);
  if (value.is_null()) return {};
  if (!value.is_string()) throw Malformed{std::string("«") + name + "» is not text"};
  return value.get<std::string>();
}

std::string text_if(const Json& item, const char* name) {
  return item.is_object() && item.contains(name) && item.at(name).is_string()
             ? item.at(name).get<std::string>()
             : std::string();
}

Span span_of(const Json& value, const char* name) {
  const auto position = [&](const Json& number) {
    if (!number.is_number_unsigned() || number.get<uint64_t>() > UINT32_MAX)
      throw Malformed{std::string("«") + name + "» is not a pair of positions"};
    return number.get<uint32_t>();
  };
  if (!value.is_array() || value.size() != 2)
    throw Malformed{std::string("«") + name + "» is not a pair of positions"};
  return {position(value[0]), position(value[1])};
}

const Json& list(const Json& item, const char* name) {
  const Json& value = field(item, name);
  if (!value.is_array()) throw Malformed{std::string("«") + name + "» is not a list"};
  return value;
}

std::optional<double> number_of(const Json& item, const char* name) {
  const Json& value = field(item, name);
  if (value.is_null()) return {};
  if (!value.is_number()) throw Malformed{std::string("«") + name + "» is not a number"};
  return value.get<double>();
}

// The fields that a line says were corrected by hand.
std::vector<std::string> by_hand(const Json& item) {
  std::vector<std::string> out;
  if (!item.contains("corrected")) return out;
  const Json& marks = item.at("corrected");
  if (!marks.is_object()) throw Malformed{"«corrected» is not an object"};
  for (const auto& [field, mark] : marks.items()) out.push_back(field);
  return out;
}

class ItemReader {
 public:
  ItemReader(const Json& item, const char* kind, std::string label) : item_(item) {
    out_.kind = kind;
    out_.label = std::move(label);
    out_.span = span_of(field(item, "span"), "span");
    out_.source = span_of(field(item, "source"), "source");
    out_.text = text_of(item, "text");
    out_.by_hand = by_hand(item);
  }

  ItemReader& one_of(const char* name) {
    out_.enums.push_back({name, text_of(item_, name)});
    return *this;
  }
  ItemReader& reference(const char* name) {
    if (std::string value = text_of(item_, name); !value.empty())
      out_.references.push_back({name, std::move(value)});
    return *this;
  }
  ItemReader& time(const char* name) {
    if (std::string value = text_of(item_, name); !value.empty())
      out_.times.push_back({name, std::move(value)});
    return *this;
  }
  // Words in a field, with their place in NAME_span where the line gives it.
  ItemReader& words(const char* name) {
    add_words(item_, name, "");
    return *this;
  }
  ItemReader& part(const char* name) {
    const Json& part = field(item_, name);
    if (part.is_null()) return *this;
    PartRecord record{name, text_of(part, "text"), {}};
    if (part.contains("span")) record.span = span_of(part.at("span"), "span");
    out_.parts.push_back(std::move(record));
    if (std::string entity = text_if(part, "entity"); !entity.empty())
      out_.references.push_back({std::string(name) + ".entity", std::move(entity)});
    return *this;
  }
  // A part that lines of earlier versions lack.
  ItemReader& part_if(const char* name) { return item_.contains(name) ? part(name) : *this; }
  ItemReader& attribution() {
    const Json& chain = list(item_, "attribution");
    for (size_t i = 0; i < chain.size(); ++i) {
      const std::string at = "attribution[" + std::to_string(i) + "].";
      add_words(chain[i], "mention", at);
      add_words(chain[i], "cue", at);
      for (const char* name : {"name", "role"})
        if (std::string value = text_if(chain[i], name); !value.empty())
          out_.names.push_back({at + name, std::move(value)});
      if (std::string entity = text_if(chain[i], "entity"); !entity.empty())
        out_.references.push_back({at + "entity", std::move(entity)});
    }
    return *this;
  }
  ItemReader& hedges() {
    for (const Json& hedge : list(item_, "hedges"))
      if (hedge.is_string()) out_.parts.push_back({"hedges", hedge.get<std::string>(), {}});
    return *this;
  }
  ItemReader& numbers() {
    out_.min = number_of(item_, "min");
    out_.max = number_of(item_, "max");
    return *this;
  }
  // A list of ids: «casualties».
  ItemReader& references(const char* name) {
    for (const Json& id : list(item_, name))
      if (id.is_string()) out_.references.push_back({name, id.get<std::string>()});
    return *this;
  }
  // A list of stretches of their own: «mentions».
  ItemReader& stretches(const char* name) {
    for (const Json& stretch : list(item_, name)) {
      PartRecord record{name, text_of(stretch, "text"), {}};
      record.span = span_of(field(stretch, "span"), "span");
      out_.parts.push_back(std::move(record));
    }
    return *this;
  }
  ItemRecord take() { return std::move(out_); }

 private:
  void add_words(const Json& from, const char* name, const std::string& at) {
    std::string value = text_if(from, name);
    const std::string place = std::string(name) + "_span";
    PartRecord record{at + name, std::move(value), {}};
    if (from.contains(place)) record.span = span_of(from.at(place), place.c_str());
    if (!record.text.empty() || record.span) out_.parts.push_back(std::move(record));
  }

  const Json& item_;
  ItemRecord out_;
};

void read_items(const Json& line, ArticleRecord& out) {
  const auto each = [&](const char* name, const char* kind, const char* prefix, auto read) {
    const Json& items = list(line, name);
    for (size_t i = 0; i < items.size(); ++i) {
      const std::string numbered = prefix + std::to_string(i + 1);
      const std::string given = text_if(items[i], "id");
      if (!given.empty() && given != numbered)
        throw Malformed{"«" + given + "» stands where " + numbered + " should"};
      ItemReader reader(items[i], kind, std::string(kind) + " " + numbered);
      read(reader);
      out.items.push_back(reader.take());
      out.claim_ids.push_back(numbered);
    }
  };
  each("mentions", "mention", "n", [](ItemReader& r) { r.reference("entity").one_of("use"); });
  each("times", "time", "t", [](ItemReader& r) { r.one_of("type").time("value"); });
  each("statements", "statement", "s",
       [](ItemReader& r) { r.one_of("form").one_of("status").time("time").attribution().hedges(); });
  each("figures", "figure", "f", [](ItemReader& r) {
    r.numbers()
        .one_of("bound")
        .one_of("category")
        .one_of("status")
        .words("what")
        .reference("place")
        .time("time");
    r.attribution().hedges();
  });
  each("movements", "movement", "m", [](ItemReader& r) {
    r.part("who")
        .part("from")
        .part("to")
        .part_if("means")
        .reference("figure")
        .time("time")
        .one_of("status")
        .attribution();
  });
  if (!line.contains("events") || !line.at("events").is_array()) return;
  each("events", "event", "v", [](ItemReader& r) {
    r.one_of("type").part("actor").part("target").reference("place").time("time").references("casualties");
    r.stretches("mentions").one_of("status").attribution();
  });
}

ArticleRecord article(const Json& line) {
  if (field(line, "recoupe") != 1) throw Malformed{"is not of version 1"};
  ArticleRecord out;
  out.id = text_of(line, "id");
  out.source_name = text_of(line, "source_name");
  out.language = text_of(line, "language");
  out.title = text_of(line, "title");
  out.text = text_of(line, "text");
  out.engine = text_if(line, "engine");
  out.by_hand = by_hand(line);
  if (const Json& published = field(line, "published"); published.is_object()) {
    out.published = text_of(published, "value");
    out.date_basis = text_of(published, "basis");
  }
  if (const Json& source = field(line, "title_source"); !source.is_null())
    out.title_source = span_of(source, "title_source");
  for (const Json& removed : list(line, "removed"))
    out.removed.push_back(span_of(field(removed, "source"), "source"));
  for (const Json& entity : list(line, "entities")) {
    EntityRecord record{text_of(entity, "id"), text_of(entity, "kind"), text_of(entity, "name"), {}, {}};
    for (const Json& alias : list(entity, "aliases"))
      if (alias.is_string()) record.aliases.push_back(alias.get<std::string>());
    record.by_hand = by_hand(entity);
    out.entities.push_back(std::move(record));
  }
  read_items(line, out);
  for (ItemRecord& item : out.items)
    if (item.kind == "figure") item.language = out.language;
  return out;
}

DossierRecord dossier(const Json& json) {
  if (field(json, "recoupe") != 1) throw Malformed{"is not of version 1"};
  DossierRecord out;
  for (const Json& article : list(json, "articles")) out.articles.push_back(text_of(article, "id"));
  for (const Json& story : list(json, "stories"))
    for (const Json& id : list(story, "articles"))
      out.article_references.push_back({text_of(story, "id"), id.get<std::string>()});
  for (const Json& origin : list(json, "origins")) {
    out.origins.push_back(text_of(origin, "id"));
    for (const Json& id : list(origin, "articles"))
      out.article_references.push_back({out.origins.back(), id.get<std::string>()});
    for (const Json& p : list(origin, "passages"))
      out.passages.push_back({text_of(p, "a"), text_of(p, "b"), span_of(field(p, "a_source"), "a_source"),
                              span_of(field(p, "b_source"), "b_source"), out.origins.back()});
  }
  for (const Json& entity : list(json, "entities")) {
    out.entities.push_back(text_of(entity, "id"));
    for (const Json& member : list(entity, "members"))
      out.article_references.push_back({out.entities.back(), text_of(member, "article")});
  }
  for (const Json& cluster : list(json, "clusters")) {
    out.clusters.push_back(text_of(cluster, "id"));
    for (const Json& m : list(cluster, "members"))
      out.members.push_back({out.clusters.back(), text_of(m, "article"), text_of(m, "claim"),
                             text_of(m, "origin"), text_of(m, "speaker")});
  }
  for (const Json& entry : list(json, "timeline")) out.timeline.push_back(text_of(entry, "cluster"));
  return out;
}

template <class T, class Read>
Result<T> guarded(std::string_view text, Read read) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return Error{"", "is not JSON"};
  try {
    return read(json);
  } catch (const Malformed& error) {
    return Error{"", error.what};
  } catch (const Json::exception&) {
    return Error{"", "is not of the documented form"};
  }
}

std::string shortened(const Json& value) {
  constexpr size_t longest = 80;
  std::string out = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (out.size() <= longest) return out;
  size_t cut = longest;
  while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xC0) == 0x80) --cut;
  return out.substr(0, cut) + "…";
}

void compare(const Json& left, const Json& right, const std::string& path, size_t limit,
             std::vector<Difference>& out) {
  if (out.size() >= limit || left == right) return;
  if (left.is_object() && right.is_object()) {
    for (const auto& [key, value] : left.items()) {
      const std::string at = path.empty() ? key : path + "." + key;
      if (right.contains(key))
        compare(value, right.at(key), at, limit, out);
      else
        out.push_back({at, shortened(value), "nothing"});
    }
    for (const auto& [key, value] : right.items())
      if (!left.contains(key))
        out.push_back({path.empty() ? key : path + "." + key, "nothing", shortened(value)});
  } else if (left.is_array() && right.is_array() && left.size() == right.size()) {
    for (size_t i = 0; i < left.size(); ++i)
      compare(left[i], right[i], path + "[" + std::to_string(i) + "]", limit, out);
  } else if (left.is_array() && right.is_array()) {
    out.push_back(
        {path, std::to_string(left.size()) + " entries", std::to_string(right.size()) + " entries"});
  } else {
    out.push_back({path, shortened(left), shortened(right)});
  }
}

}  // namespace

Result<ArticleRecord> read_article(std::string_view line) {
  return guarded<ArticleRecord>(line, article);
}

Result<DossierRecord> read_dossier(std::string_view json) {
  return guarded<DossierRecord>(json, dossier);
}

Result<std::vector<Difference>> json_differences(std::string_view left, std::string_view right,
                                                 size_t limit) {
  const Json a = Json::parse(left, nullptr, false), b = Json::parse(right, nullptr, false);
  if (a.is_discarded() || b.is_discarded()) return Error{"", "is not JSON"};
  std::vector<Difference> out;
  compare(a, b, "", limit, out);
  return out;
}

}  // namespace recoupe::report
