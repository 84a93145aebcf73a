#include <algorithm>

#include "base/utf8.hpp"
#include "document/names.hpp"
#include "store/put.hpp"

namespace recoupe::store {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ; ") + part;
  return out;
}

// Byte offsets into code points, for positions that come in rising order (a step back starts anew).
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}
  uint32_t at(uint32_t position) {
    if (position < byte_) byte_ = count_ = 0;
    for (; byte_ < position && byte_ < text_.size(); ++byte_)
      count_ += (static_cast<unsigned char>(text_[byte_]) & 0xC0) != 0x80;
    return count_;
  }

 private:
  std::string_view text_;
  uint32_t byte_ = 0, count_ = 0;
};

class ArticleRows {
 public:
  ArticleRows(Database& database, const Document& document)
      : database_(database),
        document_(document),
        counter_(document.text),
        claim_(database,
               "INSERT INTO claim (article, kind, number, text, start, \"end\", source_start, source_end, "
               "status, "
               "time, speaker) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        words_(database,
               "INSERT INTO words (rowid, text, speaker, via, outlet, title, place) VALUES (?, ?, ?, ?, ?, "
               "?, ?)"),
        attribution_(database,
                     "INSERT INTO attribution (claim, position, name, role, mention, cue, entity) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?)") {}

  void write() {
    article();
    entities();
    places();
    times();
    figures();
    statements();
    movements();
    events();
    paragraphs();
  }

 private:
  struct Claim {
    const char* kind;
    size_t number;
    Span span;
    std::string_view status = {};
    std::string_view time = {};
    const std::vector<Attribution>* attribution = nullptr;
    std::string places = {};  // names that are not among the words of the span
  };

  std::string_view outlet() const {
    return document_.outlet ? std::string_view(document_.outlet->name) : std::string_view();
  }

  void article() {
    const PublicationDate published = document_.published.value_or(PublicationDate{});
    const Outlet outlet = document_.outlet.value_or(Outlet{});
    Query insert(database_,
                 "INSERT INTO article (id, source_name, media_type, charset, url, outlet, outlet_kind, "
                 "outlet_country, title, authors, language, published, published_from, published_to, "
                 "published_basis, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.add_blank_too(document_.id);
    insert.add_blank_too(document_.source_name);
    for (const std::string_view value :
         {name(document_.media_type), std::string_view(document_.charset), std::string_view(document_.url),
          std::string_view(outlet.name), std::string_view(outlet.kind), std::string_view(outlet.country),
          std::string_view(document_.title)})
      insert.add(value);
    insert.add(joined(document_.authors));
    insert.add(name(document_.language));
    for (const std::string& value : {published.value, published.from, published.to}) insert.add(value);
    insert.add(document_.published ? name(published.basis) : std::string_view());
    insert.add_blank_too(document_.text);
    insert.run();
    article_ = database_.last_row();
  }

  void entities() {
    Query insert(
        database_,
        "INSERT INTO entity (article, number, kind, name, aliases, role, geonames, wikidata, iso, country, "
        "lat, lon) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < document_.entities.size(); ++i) {
      const Entity& entity = document_.entities[i];
      insert.bind(article_, i + 1, name(entity.kind));
      insert.add_blank_too(entity.name);
      insert.add(joined(entity.aliases));
      for (const std::string& value :
           {entity.role, entity.geonames, entity.wikidata, entity.iso, entity.country})
        insert.add(value);
      insert.add(entity.latitude);
      insert.add(entity.longitude);
      insert.run();
      entity_keys_.push_back(database_.last_row());
    }
  }

  std::optional<int64_t> key(EntityId id) const {
    if (id.value >= entity_keys_.size()) return {};
    return entity_keys_[id.value];
  }

  std::string names_of(EntityId id) const {
    if (id.value >= document_.entities.size()) return {};
    const Entity& entity = document_.entities[id.value];
    return entity.name + " ; " + joined(entity.aliases);
  }

  // The full names of the places mentioned within a span: «la ville» says nothing, its entity does.
  std::string places_in(Span span) const {
    std::string out;
    auto mention = std::lower_bound(document_.mentions.begin(), document_.mentions.end(), span.begin,
                                    [](const Mention& m, uint32_t begin) { return m.span.begin < begin; });
    for (; mention != document_.mentions.end() && mention->span.begin < span.end; ++mention) {
      const EntityId id = mention->entity;
      if (id.value < document_.entities.size() && document_.entities[id.value].kind == EntityKind::place)
        out += names_of(id) + " ; ";
    }
    return out;
  }

  int64_t claim(const Claim& claim) {
    const Span source = document_.source(claim.span);
    const uint32_t start = counter_.at(claim.span.begin);
    const uint32_t end = counter_.at(claim.span.end);
    std::string speaker, via;
    if (claim.attribution != nullptr)
      for (const Attribution& link : *claim.attribution)
        (&link == claim.attribution->data() ? speaker : via) += link.name + " ; ";
    if (speaker.size() > 3) speaker.resize(speaker.size() - 3);
    if (speaker == " ; ") speaker.clear();
    claim_.bind(article_, claim.kind, claim.number);
    claim_.add_blank_too(document_.words(claim.span));
    for (const uint32_t position : {start, end, source.begin, source.end}) claim_.add(position);
    claim_.add(claim.status);
    claim_.add(claim.time);
    claim_.add(speaker);
    claim_.run();
    const int64_t row = database_.last_row();
    // The index reads up to the first NUL byte; the claim itself keeps it.
    std::string words(document_.words(claim.span));
    std::replace(words.begin(), words.end(), '\0', ' ');
    words_.bind(row, words, speaker + role(claim), via, outlet(), document_.title,
                claim.places + places_in(claim.span));
    words_.run();
    if (claim.attribution != nullptr) attributions(row, *claim.attribution);
    return row;
  }

  std::string role(const Claim& claim) const {
    if (claim.attribution == nullptr || claim.attribution->empty()) return {};
    const Attribution& first = claim.attribution->front();
    return " ; " + first.role + " ; " + names_of(first.entity);
  }

  void attributions(int64_t row, const std::vector<Attribution>& chain) {
    for (size_t i = 0; i < chain.size(); ++i) {
      attribution_.bind(row, i, chain[i].name, chain[i].role, document_.words(chain[i].mention),
                        document_.words(chain[i].cue), key(chain[i].entity));
      attribution_.run();
    }
  }

  std::string hedges(const std::vector<Span>& spans) const {
    std::vector<std::string> parts;
    for (const Span span : spans) parts.emplace_back(document_.words(span));
    return joined(parts);
  }

  void places() {
    Query insert(database_, "INSERT INTO mention (claim, entity, use) VALUES (?, ?, ?)");
    for (size_t i = 0; i < document_.mentions.size(); ++i) {
      const Mention& mention = document_.mentions[i];
      const auto entity = key(mention.entity);
      if (mention.rejected) continue;
      if (!entity || document_.entities[mention.entity.value].kind != EntityKind::place) continue;
      const int64_t row = claim({"place", i + 1, mention.span});
      insert.bind(row, entity, name(mention.use)).run();
    }
  }

  void times() {
    Query insert(database_, "INSERT INTO expression (claim, type) VALUES (?, ?)");
    for (size_t i = 0; i < document_.times.size(); ++i) {
      const Time& time = document_.times[i];
      if (time.rejected) continue;
      const int64_t row = claim({"time", i + 1, time.span, {}, time.value});
      insert.bind(row, name(time.type)).run();
    }
  }

  void figures() {
    Query insert(database_,
                 "INSERT INTO figure (claim, min, max, bound, unit, what, category, place, hedges) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < document_.figures.size(); ++i) {
      const Figure& f = document_.figures[i];
      if (f.rejected) continue;
      const int64_t row =
          claim({"figure", i + 1, f.span, name(f.status), f.time, &f.attribution, names_of(f.place)});
      insert.bind(row, f.min, f.max, name(f.bound), f.unit, document_.words(f.what), name(f.category),
                  key(f.place), hedges(f.hedges));
      insert.run();
    }
  }

  void statements() {
    Query insert(database_, "INSERT INTO statement (claim, form, hedges) VALUES (?, ?, ?)");
    for (size_t i = 0; i < document_.statements.size(); ++i) {
      const Statement& s = document_.statements[i];
      if (s.rejected) continue;
      const int64_t row = claim({"statement", i + 1, s.span, name(s.status), s.time, &s.attribution});
      insert.bind(row, name(s.form), hedges(s.hedges)).run();
    }
  }

  void movements() {
    Query insert(database_,
                 "INSERT INTO movement (claim, who, who_name, \"from\", from_name, \"to\", to_name, figure, "
                 "means) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < document_.movements.size(); ++i) {
      const Movement& m = document_.movements[i];
      if (m.rejected) continue;
      const int64_t row = claim({"movement", i + 1, m.span, name(m.status), m.time, &m.attribution});
      insert.bind(row);
      for (const std::optional<Part>* part : {&m.who, &m.from, &m.to}) {
        insert.add(*part ? document_.words((*part)->span) : std::string_view());
        const bool named = *part && (*part)->entity.value < document_.entities.size();
        insert.add(named ? std::string_view(document_.entities[(*part)->entity.value].name)
                         : std::string_view());
      }
      insert.add(m.figure.value < document_.figures.size()
                     ? document_.words(document_.figures[m.figure.value].span)
                     : std::string_view());
      insert.add(m.means ? document_.words(m.means->span) : std::string_view());
      insert.run();
    }
  }

  void events() {
    Query insert(database_,
                 "INSERT INTO event (claim, type, actor, actor_name, target, target_name, place, casualties, "
                 "mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (size_t i = 0; i < document_.events.size(); ++i) {
      const Event& e = document_.events[i];
      if (e.rejected) continue;
      const int64_t row =
          claim({"event", i + 1, e.span, name(e.status), e.time, &e.attribution, names_of(e.place)});
      insert.bind(row, name(e.type));
      for (const std::optional<Part>* part : {&e.actor, &e.target}) {
        insert.add(*part ? document_.words((*part)->span) : std::string_view());
        const bool named = *part && (*part)->entity.value < document_.entities.size();
        insert.add(named ? std::string_view(document_.entities[(*part)->entity.value].name)
                         : std::string_view());
      }
      insert.add(key(e.place));
      std::vector<std::string> casualties;
      for (const FigureId id : e.casualties)
        if (id.value < document_.figures.size())
          casualties.emplace_back(document_.words(document_.figures[id.value].span));
      insert.add(joined(casualties));
      insert.add(e.mentions.size());
      insert.run();
    }
  }

  // So that a word which stands in no claim is found as well.
  void paragraphs() {
    const std::string& text = document_.text;
    size_t number = 0;
    for (size_t begin = 0; begin < text.size();) {
      size_t end = text.find('\n', begin);
      if (end == std::string::npos) end = text.size();
      if (end > begin) claim({"text", ++number, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}});
      begin = end + 1;
    }
  }

  Database& database_;
  const Document& document_;
  CodePointCounter counter_;
  Query claim_, words_, attribution_;
  int64_t article_ = 0;
  std::vector<int64_t> entity_keys_;
};

}  // namespace

void put_article(Database& database, const Document& document) {
  std::string first_name;
  {
    Query known(database, "SELECT source_name FROM article WHERE id = ?");
    known.add_blank_too(document.id);
    if (known.next()) first_name = known.text(0);
  }
  if (first_name.empty()) {
    ArticleRows(database, document).write();
    return;
  }
  Query forget(
      database,
      "DELETE FROM words WHERE rowid IN (SELECT c.key FROM claim c JOIN article d ON d.key = c.article "
      "WHERE d.id = ?)");
  forget.bind(document.id).run();
  Query remove(database, "DELETE FROM article WHERE id = ?");
  remove.bind(document.id).run();
  ArticleRows(database, document).write();
  Query rename(database, "UPDATE article SET source_name = ? WHERE id = ?");
  rename.bind(first_name, document.id).run();
}

}  // namespace recoupe::store
