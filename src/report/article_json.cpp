#include "report/article_json.hpp"

#include <nlohmann/json.hpp>

#include "document/names.hpp"
#include "document/units.hpp"
#include "report/by_hand_json.hpp"
#include "report/code_points.hpp"

namespace recoupe::report {
namespace {

using Json = nlohmann::ordered_json;

class ArticleWriter {
 public:
  explicit ArticleWriter(const Document& document) : document_(document), code_points_(document.text) {}

  Json write() const {
    Json out;
    out["recoupe"] = 1;
    out["engine"] = engine_version();
    write_head(out);
    out["text"] = document_.text;
    out["removed"] = list(document_.removed, [this](const Removed& removed) {
      return Json{{"source", {removed.source.begin, removed.source.end}},
                  {"why", removed.why},
                  {"text", text_or_null(removed.text)},
                  {"at", code_points_.at(removed.at)}};
    });
    out["entities"] = entities();
    out["mentions"] = list(document_.mentions, [this](const Mention& mention) {
      Json item{{"entity", id("e", mention.entity)}};
      place(item, mention.span);
      item["use"] = name(mention.use);
      by_hand(item, Subject::mention, &mention - document_.mentions.data(), mention.rejected);
      return item;
    });
    out["times"] = list(document_.times, [this](const Time& time) {
      Json item;
      place(item, time.span);
      item["type"] = name(time.type);
      item["value"] = text_or_null(time.value);
      by_hand(item, Subject::time, &time - document_.times.data(), time.rejected);
      return item;
    });
    out["statements"] =
        numbered(document_.statements, "s", [this](Json& item, const Statement& s) { statement(item, s); });
    out["figures"] =
        numbered(document_.figures, "f", [this](Json& item, const Figure& f) { figure(item, f); });
    out["movements"] =
        numbered(document_.movements, "m", [this](Json& item, const Movement& m) { movement(item, m); });
    out["events"] = numbered(document_.events, "v", [this](Json& item, const Event& e) { event(item, e); });
    out["diagnostics"] = list(document_.diagnostics, [](const Diagnostic& diagnostic) {
      return Json{{"where", diagnostic.where}, {"what", diagnostic.what}};
    });
    return out;
  }

 private:
  template <class Items, class Write>
  static Json list(const Items& items, Write write) {
    Json out = Json::array();
    for (const auto& item : items) out.push_back(write(item));
    return out;
  }

  template <class Items, class Write>
  static Json numbered(const Items& items, const char* prefix, Write write) {
    Json out = Json::array();
    for (size_t i = 0; i < items.size(); ++i) {
      Json item{{"id", prefix + std::to_string(i + 1)}};
      write(item, items[i]);
      out.push_back(std::move(item));
    }
    return out;
  }

  template <class Tag>
  static Json id(const char* prefix, Id<Tag> value) {
    if (!value) return nullptr;
    return prefix + std::to_string(value.value + 1);
  }

  static Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

  static Json number(const std::optional<double>& value) {
    if (!value) return nullptr;
    if (*value == static_cast<double>(static_cast<int64_t>(*value))) return static_cast<int64_t>(*value);
    return *value;
  }

  Json code_points(Span span) const { return {code_points_.at(span.begin), code_points_.at(span.end)}; }

  void place(Json& item, Span span) const {
    const Span source = document_.source(span);
    item["span"] = code_points(span);
    item["source"] = {source.begin, source.end};
    item["text"] = document_.words(span);
  }

  // `rejected` and `corrected`, where a user's hand left a mark.
  void by_hand(Json& item, Subject subject, ptrdiff_t index, bool rejected) const {
    if (rejected) item["rejected"] = true;
    Json marks = marks_json(document_, subject, static_cast<uint32_t>(index));
    if (!marks.is_null()) item["corrected"] = std::move(marks);
  }

  void write_head(Json& out) const {
    out["id"] = document_.id;
    out["source_name"] = document_.source_name;
    out["media_type"] = name(document_.media_type);
    out["charset"] = text_or_null(document_.charset);
    out["url"] = text_or_null(document_.url);
    out["outlet"] = nullptr;
    if (document_.outlet)
      out["outlet"] = {{"name", document_.outlet->name},
                       {"domain", text_or_null(document_.outlet->domain)},
                       {"country", text_or_null(document_.outlet->country)},
                       {"kind", text_or_null(document_.outlet->kind)}};
    out["title"] = text_or_null(document_.title);
    out["title_source"] = nullptr;
    // A title that metadata word otherwise («… – Le Journal») stands nowhere in the text.
    if (!document_.title_span.empty() && document_.words(document_.title_span) == document_.title) {
      const Span source = document_.source(document_.title_span);
      out["title_source"] = {source.begin, source.end};
    }
    out["authors"] = document_.authors;
    if (document_.media_type == MediaType::html) {
      out["subtitle"] = text_or_null(document_.subtitle);
      out["section"] = text_or_null(document_.section);
      out["updated"] = text_or_null(document_.updated);
    }
    out["language"] = text_or_null(name(document_.language));
    out["published"] = nullptr;
    if (document_.published)
      out["published"] = {{"value", text_or_null(document_.published->value)},
                          {"basis", name(document_.published->basis)},
                          {"from", text_or_null(document_.published->from)},
                          {"to", text_or_null(document_.published->to)}};
    by_hand(out, Subject::article, 0, false);
    if (!document_.given.captured.empty()) out["given"]["captured"] = document_.given.captured;
    for (const auto& [key, value] : document_.given.extra) {
      Json parsed = Json::parse(value, nullptr, false);
      if (!parsed.is_discarded()) out["given"][key] = std::move(parsed);
    }
  }

  Json entities() const {
    return numbered(document_.entities, "e", [this](Json& item, const Entity& entity) {
      item["kind"] = name(entity.kind);
      item["name"] = entity.name;
      item["aliases"] = entity.aliases;
      item["role"] = text_or_null(entity.role);
      item["ids"] = Json::object();
      if (!entity.geonames.empty()) item["ids"]["geonames"] = entity.geonames;
      if (!entity.wikidata.empty()) item["ids"]["wikidata"] = entity.wikidata;
      if (!entity.iso.empty()) item["ids"]["iso"] = entity.iso;
      item["country"] = text_or_null(entity.country);
      item["lat"] = entity.latitude ? Json(*entity.latitude) : Json(nullptr);
      item["lon"] = entity.longitude ? Json(*entity.longitude) : Json(nullptr);
      by_hand(item, Subject::entity, &entity - document_.entities.data(), entity.rejected);
    });
  }

  Json attribution(const std::vector<Attribution>& chain) const {
    return list(chain, [this](const Attribution& source) {
      Json item{{"name", text_or_null(source.name)},
                {"entity", id("e", source.entity)},
                {"role", text_or_null(source.role)},
                {"mention", text_or_null(document_.words(source.mention))},
                {"cue", text_or_null(document_.words(source.cue))}};
      if (!source.mention.empty()) item["mention_span"] = code_points(source.mention);
      if (!source.cue.empty()) item["cue_span"] = code_points(source.cue);
      return item;
    });
  }

  Json hedges(const std::vector<Span>& spans) const {
    return list(spans, [this](Span span) { return Json(document_.words(span)); });
  }

  void statement(Json& item, const Statement& statement) const {
    item["form"] = name(statement.form);
    place(item, statement.span);
    item["attribution"] = attribution(statement.attribution);
    item["status"] = name(statement.status);
    item["hedges"] = hedges(statement.hedges);
    item["time"] = text_or_null(statement.time);
    by_hand(item, Subject::statement, &statement - document_.statements.data(), statement.rejected);
  }

  // «500 miles» in metres; null where the unit has no fixed one.
  Json si(const Figure& figure) const {
    const auto unit = si_unit(figure.unit);
    if (!unit) return nullptr;
    const auto convert = [&](const std::optional<double>& value) {
      return number(value ? std::optional<double>(to_si(*value, *unit)) : std::nullopt);
    };
    return {{"min", convert(figure.min)}, {"max", convert(figure.max)}, {"unit", unit->unit}};
  }

  void figure(Json& item, const Figure& figure) const {
    place(item, figure.span);
    item["min"] = number(figure.min);
    item["max"] = number(figure.max);
    item["bound"] = name(figure.bound);
    item["unit"] = text_or_null(figure.unit);
    item["si"] = si(figure);
    item["what"] = text_or_null(document_.words(figure.what));
    if (!figure.what.empty()) item["what_span"] = code_points(figure.what);
    item["category"] = name(figure.category);
    item["place"] = id("e", figure.place);
    item["time"] = text_or_null(figure.time);
    item["attribution"] = attribution(figure.attribution);
    item["status"] = name(figure.status);
    item["hedges"] = hedges(figure.hedges);
    by_hand(item, Subject::figure, &figure - document_.figures.data(), figure.rejected);
  }

  Json part(const std::optional<Part>& value) const {
    if (!value) return nullptr;
    return {{"text", document_.words(value->span)},
            {"entity", id("e", value->entity)},
            {"span", code_points(value->span)}};
  }

  void movement(Json& item, const Movement& movement) const {
    place(item, movement.span);
    item["who"] = part(movement.who);
    item["from"] = part(movement.from);
    item["to"] = part(movement.to);
    item["figure"] = id("f", movement.figure);
    item["means"] = part(movement.means);
    item["time"] = text_or_null(movement.time);
    item["attribution"] = attribution(movement.attribution);
    item["status"] = name(movement.status);
    by_hand(item, Subject::movement, &movement - document_.movements.data(), movement.rejected);
  }

  void event(Json& item, const Event& event) const {
    place(item, event.span);
    item["type"] = name(event.type);
    item["actor"] = part(event.actor);
    item["target"] = part(event.target);
    item["place"] = id("e", event.place);
    item["time"] = text_or_null(event.time);
    item["casualties"] = list(event.casualties, [](FigureId figure) { return id("f", figure); });
    item["mentions"] = list(event.mentions, [this](Span span) {
      Json mention;
      place(mention, span);
      return mention;
    });
    item["attribution"] = attribution(event.attribution);
    item["status"] = name(event.status);
    by_hand(item, Subject::event, &event - document_.events.data(), event.rejected);
  }

  const Document& document_;
  CodePoints code_points_;
};

}  // namespace

std::string article_json(const Document& document) {
  return ArticleWriter(document).write().dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view engine_version() {
  return RECOUPE_VERSION;
}

}  // namespace recoupe::report
