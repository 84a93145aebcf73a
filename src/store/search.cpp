#include "store/database.hpp"
#include "store/query_text.hpp"
#include "store/store.hpp"

namespace recoupe::store {
namespace {

constexpr std::string_view found_columns =
    "SELECT d.id, d.outlet, d.title, d.published, d.source_name, c.kind, c.number, c.text, c.speaker, "
    "c.status, "
    "c.time, c.start, c.\"end\", c.source_start, c.source_end FROM claim c JOIN article d ON d.key = "
    "c.article ";

// The condition as SQL with one question mark for its value (two for date).
std::string_view sql_of(std::string_view field) {
  if (field == "kind") return "c.kind = ?";
  if (field == "category") return "c.key IN (SELECT claim FROM figure WHERE category = ?)";
  if (field == "form") return "c.key IN (SELECT claim FROM statement WHERE form = ?)";
  if (field == "status") return "c.status = ?";
  if (field == "language") return "d.language = ?";
  // A claim is of its own date; one that tells none, of its article's.
  return "substr(coalesce(c.time, d.published), 1, length(?)) = upper(?)";
}

Found read(const Query& query) {
  Found found;
  found.article = query.text(0);
  found.outlet = query.text(1);
  found.title = query.text(2);
  found.published = query.text(3);
  found.source_name = query.text(4);
  found.kind = query.text(5);
  if (found.kind != "place" && found.kind != "text")
    found.claim = (found.kind == "event" ? "v" : found.kind.substr(0, 1)) + query.text(6);
  found.text = query.text(7);
  found.speaker = query.text(8);
  found.status = query.text(9);
  found.time = query.text(10);
  const auto position = [&](int column) { return static_cast<uint32_t>(query.integer(column)); };
  found.span = {position(11), position(12)};
  found.source = {position(13), position(14)};
  return found;
}

}  // namespace

Result<std::vector<Found>> Store::search(std::string_view text, size_t limit, size_t offset) const {
  const QueryText asked = parse_query(text);
  std::string sql(found_columns);
  if (!asked.match.empty()) sql += "JOIN words w ON w.rowid = c.key ";
  sql += "WHERE TRUE ";
  if (!asked.match.empty()) sql += "AND words MATCH ? ";
  bool kind_asked = false;
  for (const Condition& condition : asked.conditions) {
    sql += "AND ";
    sql += sql_of(condition.field);
    sql += ' ';
    kind_asked |= condition.field == "kind";
  }
  // Without words and without a kind, whole paragraphs would bury the claims.
  if (asked.match.empty() && !kind_asked) sql += "AND c.kind <> 'text' ";
  sql += "ORDER BY c.kind = 'text', ";
  if (!asked.match.empty()) sql += "w.rank, ";
  sql += "d.published, d.id, c.start, c.key LIMIT ? OFFSET ?";

  std::vector<Found> out;
  Query query(*database_, sql);
  query.bind();
  if (!asked.match.empty()) query.add(asked.match);
  for (const Condition& condition : asked.conditions) {
    query.add_blank_too(condition.value);
    if (condition.field == "date") query.add_blank_too(condition.value);
  }
  query.add(limit);
  query.add(offset);
  while (query.next()) out.push_back(read(query));
  if (database_->failed()) {
    const Error error = database_->error();
    database_->set_error({});
    return error;
  }
  return out;
}

}  // namespace recoupe::store
