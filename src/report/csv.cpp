#include "report/csv.hpp"

#include "document/names.hpp"
#include "document/print.hpp"
#include "report/code_points.hpp"

namespace recoupe::report {

std::string csv_cell(std::string_view text) {
  // Leading blanks are skipped by some office programs before they look for a formula.
  const size_t first = text.find_first_not_of(" \n");
  const bool formula = first != std::string_view::npos &&
                       std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
  std::string value = formula ? "'" : "";
  value += text;
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

namespace {

constexpr std::string_view claim_header = "article,outlet,title,published,id,text,";
constexpr std::string_view place_header = "start,end,source_start,source_end,source_name,corrected\r\n";

// Writes the rows of one article into one table. The columns of every table begin and end alike, so that a
// reader who has learnt one knows them all.
class Rows {
 public:
  Rows(std::string& out, const Document& document, const CodePoints& code_points)
      : out_(out), document_(document), code_points_(code_points) {}

  void begin(const char* prefix, size_t index, Span span) {
    text(document_.id);
    text(document_.outlet ? document_.outlet->name : std::string());
    text(document_.title);
    text(published());
    text(prefix + std::to_string(index + 1));
    text(document_.words(span));
  }

  void text(std::string_view value) {
    out_ += csv_cell(value);
    out_ += ',';
  }

  // Numbers are written by us, so a minus sign is a minus sign.
  void number(const std::optional<double>& value) {
    if (value) out_ += print_number(*value);
    out_ += ',';
  }

  void chain(const std::vector<Attribution>& attribution) {
    text(attribution.empty() ? "" : attribution[0].name);
    text(attribution.empty() ? "" : attribution[0].role);
    std::string via;
    for (size_t i = 1; i < attribution.size(); ++i) via += (via.empty() ? "" : " ; ") + attribution[i].name;
    text(via);
    text(attribution.empty() ? "" : document_.words(attribution[0].cue));
  }

  void part(const std::optional<Part>& value) {
    text(value ? document_.words(value->span) : std::string_view());
    text(value ? entity_name(value->entity) : std::string_view());
  }

  void hedges(const std::vector<Span>& spans) {
    std::string all;
    for (const Span span : spans) all += (all.empty() ? "" : " ; ") + std::string(document_.words(span));
    text(all);
  }

  std::string_view entity_name(EntityId id) const {
    return id.value < document_.entities.size() ? std::string_view(document_.entities[id.value].name)
                                                : std::string_view();
  }

  // The fields that a user corrected: «max min».
  std::string corrected(Subject subject, size_t index) const {
    std::string out;
    for (const ByHand& mark : document_.by_hand)
      if (mark.subject == subject && mark.index == index) out += (out.empty() ? "" : " ") + mark.field;
    return out;
  }

  void end(Span span, Subject subject, size_t index) {
    const Span source = document_.source(span);
    for (const uint32_t position :
         {code_points_.at(span.begin), code_points_.at(span.end), source.begin, source.end})
      out_ += std::to_string(position) + ",";
    out_ += csv_cell(document_.source_name);
    out_ += ',' + csv_cell(corrected(subject, index)) + "\r\n";
  }

 private:
  std::string published() const {
    if (!document_.published) return {};
    if (!document_.published->value.empty()) return document_.published->value;
    return document_.published->from.empty() && document_.published->to.empty()
               ? std::string()
               : document_.published->from + ".." + document_.published->to;
  }

  std::string& out_;
  const Document& document_;
  const CodePoints& code_points_;
};

void statements(Rows& rows, const Document& document) {
  for (size_t i = 0; i < document.statements.size(); ++i) {
    const Statement& statement = document.statements[i];
    if (statement.rejected) continue;
    rows.begin("s", i, statement.span);
    rows.text(name(statement.form));
    rows.text(name(statement.status));
    rows.chain(statement.attribution);
    rows.hedges(statement.hedges);
    rows.text(statement.time);
    rows.end(statement.span, Subject::statement, i);
  }
}

void figures(Rows& rows, const Document& document) {
  for (size_t i = 0; i < document.figures.size(); ++i) {
    const Figure& figure = document.figures[i];
    if (figure.rejected) continue;
    rows.begin("f", i, figure.span);
    rows.number(figure.min);
    rows.number(figure.max);
    rows.text(name(figure.bound));
    rows.text(figure.unit);
    rows.text(document.words(figure.what));
    rows.text(name(figure.category));
    rows.text(rows.entity_name(figure.place));
    rows.text(figure.time);
    rows.text(name(figure.status));
    rows.chain(figure.attribution);
    rows.hedges(figure.hedges);
    rows.end(figure.span, Subject::figure, i);
  }
}

void movements(Rows& rows, const Document& document) {
  for (size_t i = 0; i < document.movements.size(); ++i) {
    const Movement& movement = document.movements[i];
    if (movement.rejected) continue;
    rows.begin("m", i, movement.span);
    rows.part(movement.who);
    rows.part(movement.from);
    rows.part(movement.to);
    const bool counted = movement.figure.value < document.figures.size();
    rows.text(counted ? document.words(document.figures[movement.figure.value].span) : std::string_view());
    rows.text(movement.means ? document.words(movement.means->span) : std::string_view());
    rows.text(movement.time);
    rows.text(name(movement.status));
    rows.chain(movement.attribution);
    rows.end(movement.span, Subject::movement, i);
  }
}

void events(Rows& rows, const Document& document) {
  for (size_t i = 0; i < document.events.size(); ++i) {
    const Event& event = document.events[i];
    if (event.rejected) continue;
    rows.begin("v", i, event.span);
    rows.text(name(event.type));
    rows.part(event.actor);
    rows.part(event.target);
    rows.text(rows.entity_name(event.place));
    rows.text(event.time);
    std::string casualties;
    for (const FigureId id : event.casualties)
      if (id.value < document.figures.size())
        casualties +=
            (casualties.empty() ? "" : " ; ") + std::string(document.words(document.figures[id.value].span));
    rows.text(casualties);
    rows.number(static_cast<double>(event.mentions.size()));
    rows.text(name(event.status));
    rows.chain(event.attribution);
    rows.end(event.span, Subject::event, i);
  }
}

void times(Rows& rows, const Document& document) {
  for (size_t i = 0; i < document.times.size(); ++i) {
    const Time& time = document.times[i];
    if (time.rejected) continue;
    rows.begin("t", i, time.span);
    rows.text(name(time.type));
    rows.text(time.value);
    rows.end(time.span, Subject::time, i);
  }
}

void places(Rows& rows, const Document& document) {
  for (size_t i = 0; i < document.mentions.size(); ++i) {
    const Mention& mention = document.mentions[i];
    if (mention.rejected || mention.entity.value >= document.entities.size()) continue;
    const Entity& entity = document.entities[mention.entity.value];
    if (entity.kind != EntityKind::place) continue;
    rows.begin("e", mention.entity.value, mention.span);
    rows.text(entity.name);
    rows.text(name(mention.use));
    rows.text(entity.country);
    rows.number(entity.latitude);
    rows.number(entity.longitude);
    rows.text(entity.geonames);
    rows.text(entity.wikidata);
    rows.end(mention.span, Subject::mention, i);
  }
}

struct Sheet {
  std::string_view file_name;
  std::string_view columns;
  void (*write)(Rows&, const Document&);
};

constexpr Sheet sheets[] = {
    {"statements.csv", "form,status,speaker,role,via,cue,hedges,time,", statements},
    {"figures.csv", "min,max,bound,unit,what,category,place,time,status,speaker,role,via,cue,hedges,",
     figures},
    {"movements.csv", "who,who_name,from,from_name,to,to_name,figure,means,time,status,speaker,role,via,cue,",
     movements},
    {"events.csv",
     "type,actor,actor_name,target,target_name,place,time,casualties,mentions,status,speaker,role,via,cue,",
     events},
    {"times.csv", "type,value,", times},
    {"places.csv", "name,use,country,lat,lon,geonames,wikidata,", places},
};

}  // namespace

std::vector<Table> csv_tables(const std::vector<Document>& documents) {
  std::vector<Table> tables;
  for (const Sheet& sheet : sheets) {
    Table table{sheet.file_name, {}};
    table.content += claim_header;
    table.content += sheet.columns;
    table.content += place_header;
    tables.push_back(std::move(table));
  }
  for (const Document& document : documents) {
    const CodePoints code_points(document.text);
    for (size_t i = 0; i < tables.size(); ++i) {
      Rows rows(tables[i].content, document, code_points);
      sheets[i].write(rows, document);
    }
  }
  return tables;
}

}  // namespace recoupe::report
