#include "report/corrections_read.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "document/dossier.hpp"
#include "document/names.hpp"

namespace recoupe::report {
namespace {

using Json = nlohmann::json;

// Thrown inside this file alone, and turned into a report at its border.
struct Malformed {
  std::string what;
};

const Json& field(const Json& item, const char* name) {
  if (!item.is_object() || !item.contains(name)) throw Malformed{std::string("has no «") + name + "»"};
  return item.at(name);
}

std::string text_of(const Json& item, const char* name) {
  const Json& value = field(item, name);
  if (!value.is_string()) throw Malformed{std::string("«") + name + "» is not text"};
  return value.get<std::string>();
}

std::string text_if(const Json& item, const char* name) {
  if (!item.contains(name) || item.at(name).is_null()) return {};
  return text_of(item, name);
}

const Json& list(const Json& item, const char* name) {
  const Json& value = field(item, name);
  if (!value.is_array() || value.empty()) throw Malformed{std::string("«") + name + "» is not a list"};
  return value;
}

// The value of an enumeration by its word; `last` is its highest.
template <class E>
E one_of(const std::string& word, E last, const char* what) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (name(static_cast<E>(i)) == word) return static_cast<E>(i);
  throw Malformed{std::string("no such ") + what + ": «" + word + "»"};
}

bool is_position(const Json& value) {
  return value.is_number_unsigned() && value.get<uint64_t>() <= UINT32_MAX;
}

Span span_of(const Json& value, const char* name) {
  if (!value.is_array() || value.size() != 2 || !is_position(value[0]) || !is_position(value[1]) ||
      value[0] > value[1])
    throw Malformed{std::string("«") + name + "» is not a pair of positions"};
  return {value[0].get<uint32_t>(), value[1].get<uint32_t>()};
}

CorrectionValue value_of(const Json& value, const char* name) {
  if (value.is_null()) return std::monostate{};
  if (value.is_number()) return value.get<double>();
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array()) return span_of(value, name);
  throw Malformed{std::string("«") + name + "» is neither text, number, positions nor null"};
}

CellAddress cell(const Json& json, const char* kind = nullptr) {
  CellAddress out;
  out.article = text_of(json, "article");
  out.kind = one_of(kind != nullptr ? std::string(kind) : text_of(json, "kind"), Subject::event, "kind");
  if (out.kind < Subject::mention) throw Malformed{"an article or an entity is no cell"};
  out.source = span_of(field(json, "source"), "source");
  out.text = text_of(json, "text");
  return out;
}

std::vector<std::string> article_ids(const Json& json) {
  std::vector<std::string> out;
  for (const Json& id : list(json, "articles")) {
    if (!id.is_string()) throw Malformed{"«articles» holds something that is no id"};
    out.push_back(id.get<std::string>());
  }
  return out;
}

EntityAddress entity(const Json& json) {
  return {one_of(text_of(json, "kind"), EntityKind::other, "kind"), text_of(json, "name"), article_ids(json)};
}

// {"kind": "figure", "members": [...]} or, to part it, {"kind": "figure", "parts": [[...], [...]]}.
std::vector<std::vector<CellAddress>> cluster(const Json& json, bool several) {
  const std::string kind = text_of(json, "kind");
  std::vector<std::vector<CellAddress>> out;
  const auto members = [&](const Json& part) {
    if (!part.is_array() || part.empty()) throw Malformed{"a part of the cluster is not a list"};
    out.emplace_back();
    for (const Json& member : part) out.back().push_back(cell(member, kind.c_str()));
  };
  if (several)
    for (const Json& part : list(json, "parts")) members(part);
  else
    members(list(json, "members"));
  if (several && out.size() < 2) throw Malformed{"a cluster is parted into two parts or more"};
  return out;
}

// {"entity": {"kind", "name"}, "parts": [{"articles": [...], "name"?}, ...]}: the name is that of the whole,
// and new_value of the correction is not used; a part may bring a name of its own.
void split(const Json& json, Correction& out) {
  const Json& whole = field(json, "entity");
  const EntityKind kind = one_of(text_of(whole, "kind"), EntityKind::other, "kind");
  out.field = text_of(whole, "name");
  for (const Json& part : list(json, "parts"))
    out.entities.push_back({kind, text_if(part, "name"), article_ids(part)});
  if (out.entities.size() < 2) throw Malformed{"an entity is split into two parts or more"};
}

void fix(const Json& json, Correction& out) {
  out.field = text_of(json, "field");
  out.new_value = value_of(field(json, "new"), "new");
  out.has_old = json.contains("old");
  if (out.has_old) out.old_value = value_of(json.at("old"), "old");
}

Correction correction(const Json& json) {
  if (!json.is_object()) throw Malformed{"is not an object"};
  Correction out;
  out.act = one_of(text_of(json, "op"), CorrectionAct::part, "op");
  out.hand = {text_if(json, "note"), text_if(json, "author"), text_if(json, "date"), 0};
  const bool single = out.act == CorrectionAct::reject || out.act == CorrectionAct::confirm;
  if (out.act == CorrectionAct::fix) fix(json, out);
  if (out.act == CorrectionAct::merge) {
    for (const Json& one : list(json, "entities")) out.entities.push_back(entity(one));
    if (out.entities.size() < 2) throw Malformed{"two entities or more are merged"};
  } else if (out.act == CorrectionAct::split) {
    split(json, out);
  } else if (out.act == CorrectionAct::part || (single && json.contains("cluster"))) {
    out.parts = cluster(field(json, "cluster"), out.act == CorrectionAct::part);
    out.relation = text_if(json, "relation");
    if (!out.relation.empty()) one_of(out.relation, ClusterRelation::differ, "relation");
  } else if (json.contains("cell")) {
    out.cell = cell(json.at("cell"));
  } else if (json.contains("entity") && out.act != CorrectionAct::confirm) {
    out.entities = {entity(json.at("entity"))};
  } else if (out.act == CorrectionAct::fix && json.contains("article")) {
    out.article = text_of(json, "article");
  } else {
    throw Malformed{"does not say which cell, entity, cluster or article it is about"};
  }
  return out;
}

std::string_view without_blanks(std::string_view line) {
  const size_t begin = line.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view()
                                         : line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

template <class Take>
void each_line(std::string_view file, Take take) {
  if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
  for (uint32_t number = 1; !file.empty(); ++number) {
    const size_t end = std::min(file.find('\n'), file.size());
    take(number, without_blanks(file.substr(0, end)));
    file.remove_prefix(std::min(end + 1, file.size()));
  }
}

}  // namespace

Corrections read_corrections(std::string_view file) {
  Corrections out;
  each_line(file, [&](uint32_t number, std::string_view line) {
    if (line.empty()) return;
    const auto malformed = [&](std::string what) {
      out.reports.push_back({number, CorrectionReport::State::malformed, std::move(what)});
    };
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded()) return malformed("is not JSON");
    try {
      out.list.push_back(correction(json));
      out.list.back().hand.line = number;
    } catch (const Malformed& error) {
      malformed(error.what);
    }
  });
  return out;
}

std::string joined_corrections(std::string_view file, std::string_view extra) {
  std::set<std::string_view> known;
  each_line(file, [&](uint32_t, std::string_view line) { known.insert(line); });
  std::string out(file);
  each_line(extra, [&](uint32_t, std::string_view line) {
    if (line.empty() || !known.insert(line).second) return;
    if (!out.empty() && out.back() != '\n') out += '\n';
    out += line;
    out += '\n';
  });
  return out;
}

}  // namespace recoupe::report
