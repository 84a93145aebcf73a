// Document: one article, read. The nouns of the house; plain values that every stage fills in turn. Spans are
// bytes of Document::text. What an item means is said in docs/formats.md and the annotation rules it refers
// to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/alignment.hpp"
#include "base/id.hpp"
#include "base/span.hpp"
#include "document/correction.hpp"
#include "document/page.hpp"
#include "document/syntax.hpp"

namespace recoupe {

using EntityId = Id<struct EntityTag>;
using FigureId = Id<struct FigureTag>;

enum class Language : uint8_t { unknown, french, english };

// Whether a thing is told as a fact: asserted; hedged (conditional of rumour, «présumé»); planned; denied;
// questioned.
enum class ClaimStatus : uint8_t { asserted, hedged, planned, denied, questioned };

struct Diagnostic {
  std::string where;
  std::string what;
};

struct Outlet {
  std::string name;
  std::string domain;   // empty = unknown
  std::string country;  // ISO 3166-1 alpha-2
  std::string kind;     // newspaper, agency, broadcaster, magazine, site …
};

enum class DateBasis : uint8_t { metadata, text, url, story, given };

// When the article was published. `value` is a TIMEX3 date or date-time; empty when only bounds are known.
// from/to: ISO dates, both included; empty = open.
struct PublicationDate {
  std::string value;
  DateBasis basis = DateBasis::text;
  std::string from;
  std::string to;
  Span span;  // bytes of the DECODED page (Page::text()), not of Document::text; empty when metadata said it
};

// A stretch that cleaning took out. `source`: bytes of Page::bytes. `why`: a short fixed word
// (clean/reasons.hpp). `text` and `at` show it to people: its words, cut when long and empty for HTML, and
// the byte of Document::text before which they stood.
struct Removed {
  Span source;
  std::string why;
  std::string text;
  uint32_t at = 0;
};

// ---- names and entities
// -------------------------------------------------------------------------------------------

enum class EntityKind : uint8_t { person, organisation, place, group, media, event, other };

// A name as it stands in the text, before anybody knows who it is (names/ writes these).
struct Name {
  Span span;  // the name alone: «Gary Volesky», «Mossoul», «province de Semnan»
  EntityKind kind = EntityKind::other;
  Span role;              // «le général américain», empty if none stands beside it
  std::string_view rule;  // what found it; static text
  char gender = 'u';      // of a person: m, f; u = not known
};

struct Entity {
  EntityKind kind = EntityKind::other;
  std::string name;                     // the fullest form in this article
  std::vector<std::string> aliases;     // the other forms, in order of appearance
  std::string role;                     // as the text gives it; empty = none
  std::string geonames, wikidata, iso;  // external ids; empty = none
  std::string country;                  // ISO 3166-1 alpha-2 of where a place lies
  char gender = 'u';                    // of a person: m, f; u = not known
  std::optional<double> latitude, longitude;
  bool rejected = false;  // by a user's correction: kept in its line, left out of comparing and of tables
};

struct Mention {
  EntityId entity;
  Span span;
  EntityKind use = EntityKind::other;  // a place used as a government is an organisation here
  bool rejected = false;
};

// ---- claims
// -------------------------------------------------------------------------------------------------------

struct Attribution {
  std::string name;  // the fullest name or description the article gives; empty = the text does not say
  EntityId entity;
  std::string role;
  Span mention;  // words nearest to the claim that stand for the source: «le militaire irakien»; may be empty
  Span cue;      // «a ajouté»; may be empty
};

enum class StatementForm : uint8_t { direct, indirect, mixed };

struct Statement {
  StatementForm form = StatementForm::direct;
  Span span;                             // the content only: no marks, no cue
  std::vector<Attribution> attribution;  // the speaker first, then those through whom the words came
  ClaimStatus status = ClaimStatus::asserted;
  std::vector<Span> hedges;  // the words that show the status
  std::string time;          // TIMEX3 of when the words were said; empty = not said
  std::string_view rule;
  bool rejected = false;
};

enum class TimeType : uint8_t { date, time, duration, set };

struct Time {
  Span span;
  TimeType type = TimeType::date;
  std::string value;  // TIMEX3; empty = cannot be resolved
  std::string_view rule;
  bool rejected = false;
};

enum class Bound : uint8_t { exact, approx, at_least, more_than, at_most, less_than, range, vague };

enum class FigureCategory : uint8_t {
  killed,
  injured,
  missing,
  displaced,
  arrested,
  people,
  money,
  percent,
  distance,
  area,
  duration,
  votes,
  objects,
  other
};

struct Figure {
  Span span;                       // from the modifier or number to the end of the counted noun
  std::optional<double> min, max;  // null = open
  Bound bound = Bound::exact;
  std::string unit;  // ISO 4217, "%", UCUM; empty for counted things
  Span what;         // the counted noun, which may stand elsewhere; may be empty
  FigureCategory category = FigureCategory::other;
  EntityId place;
  std::string time;  // TIMEX3; empty = not said
  std::vector<Attribution> attribution;
  ClaimStatus status = ClaimStatus::asserted;
  std::vector<Span> hedges;
  std::string_view rule;
  bool rejected = false;
};

// One side of a movement: its words, and the entity if there is one.
struct Part {
  Span span;
  EntityId entity;
};

struct Movement {
  Span span;
  std::optional<Part> who, from, to;
  std::optional<Part> means;  // «en bus», «à bord d'un cargo»
  FigureId figure;
  std::string time;
  std::vector<Attribution> attribution;
  ClaimStatus status = ClaimStatus::asserted;
  std::string_view rule;
  bool rejected = false;
};

// The sixteen types of PLOVER, the Political Language Ontology for Verifiable Event Records.
enum class EventType : uint8_t {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault
};

// One happening; `mentions` are all the words that name it, the first of them within `span`.
struct Event {
  Span span;  // the shortest stretch with the first mention, its actor and its target
  EventType type = EventType::assault;
  std::vector<Span> mentions;  // «attaqué», «l'attaque»: in text order, never empty
  std::optional<Part> actor, target;
  EntityId place;
  std::string time;                  // TIMEX3; empty = not said
  std::vector<FigureId> casualties;  // the killed, injured, missing … of it
  std::vector<Attribution> attribution;
  ClaimStatus status = ClaimStatus::asserted;
  std::string_view rule;
  bool rejected = false;
};

// -------------------------------------------------------------------------------------------------------------------

struct Document {
  // from intake and clean
  std::string id;  // 16 hexadecimal digits of the SHA-256 of the source bytes
  std::string source_name;
  MediaType media_type = MediaType::plain_text;
  std::string charset;
  GivenMetadata given;
  std::string url;
  std::optional<Outlet> outlet;
  std::string title;
  Span title_span;  // bytes of text; empty when the title stands only in metadata
  std::vector<std::string> authors;
  // Of web pages alone, as their metadata say; empty = not said. `updated` is a TIMEX3 date or date-time.
  std::string subtitle, section, updated;
  Language language = Language::unknown;
  std::optional<PublicationDate> published;
  std::string text;    // title and body, clutter gone, paragraphs separated by one blank line
  Alignment cleaning;  // text -> Page::text()
  Alignment decoding;  // Page::text() -> Page::bytes
  std::vector<Removed> removed;

  // from segment and syntax
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::string lemma_pool;

  // from the extractors and resolve
  std::vector<Name> names;
  std::vector<Entity> entities;
  std::vector<Mention> mentions;      // sorted by span; a town within the name of a site lies in it
  std::vector<Time> times;            // sorted by span; never overlapping
  std::vector<Figure> figures;        // sorted by span; never overlapping
  std::vector<Statement> statements;  // sorted by span; a direct one may lie within a mixed one
  std::vector<Movement> movements;
  std::vector<Event> events;  // sorted by span
  std::vector<Diagnostic> diagnostics;

  // from corrections: what a user's hand changed, sorted by subject and index
  std::vector<ByHand> by_hand;

  std::string_view words(Span span) const { return slice(text, span); }
  std::string_view words(const Token& token) const { return slice(text, token.span); }
  // The lemma, or an empty view where syntax has not set one.
  std::string_view lemma(const Token& token) const { return slice(lemma_pool, token.lemma); }
  Span source(Span span) const { return decoding.to_source(cleaning.to_source(span)); }
  // The other way: the stretch of text made from `span` of the source.
  Span from_source(Span span) const { return cleaning.to_text(decoding.to_text(span)); }
};

}  // namespace recoupe
