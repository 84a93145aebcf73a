#include "store/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/sha256.hpp"
#include "store/database.hpp"
#include "store/put.hpp"
#include "store/schema.hpp"

namespace recoupe::store {
namespace {

// The first error of a call is handed out and forgotten, so that the next call can succeed.
Outcome settle(Database& database) {
  Outcome outcome = database.outcome();
  database.set_error({});
  return outcome;
}

void remove_with_companions(const std::string& path) {
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  remove_companions(path);
}

// All rows of a table, a digest of each, in the order of the digests.
std::vector<std::string> row_digests(Database& database, const std::string& table) {
  std::string columns;
  Query names(database, "SELECT name FROM pragma_table_info(?)");
  names.bind(table);
  while (names.next())
    columns += (columns.empty() ? "" : " || char(31) || ") +
               fmt::format("coalesce(\"{}\", char(30))", names.text(0));
  std::vector<std::string> digests;
  Query rows(database, fmt::format("SELECT {} FROM \"{}\"", columns, table));
  while (rows.next()) digests.push_back(sha256_hex16(rows.text(0)));
  std::sort(digests.begin(), digests.end());
  return digests;
}

std::vector<std::string> different_tables(Database& expected, Database& kept) {
  std::vector<std::string> out;
  Query tables(expected,
               "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words!_%' ESCAPE '!' "
               "AND name NOT LIKE 'sqlite%' ORDER BY name");
  while (tables.next()) {
    const std::string table = tables.text(0);
    if (row_digests(expected, table) != row_digests(kept, table) || kept.failed()) out.push_back(table);
  }
  return out;
}

}  // namespace

void remove_companions(const std::string& path) {
  std::error_code ignored;
  for (const char* suffix : {"-wal", "-shm", "-journal"}) std::filesystem::remove(path + suffix, ignored);
}

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> open(const std::string& path) {
  auto database = std::make_unique<Database>(path, Database::Mode::create);
  migrate(*database);
  if (database->failed()) return database->error();
  return Store(std::move(database));
}

Result<Store> open_to_read(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return Error{path, "there is no store here"};
  auto database = std::make_unique<Database>(path, Database::Mode::read);
  check_version(*database);
  if (database->failed()) {
    // A write-ahead log cannot be opened where nothing may be written beside the file; the file alone can.
    auto alone = std::make_unique<Database>(path, Database::Mode::read_immutable);
    check_version(*alone);
    if (alone->failed()) return database->error();
    database = std::move(alone);
  }
  return Store(std::move(database));
}

Outcome Store::put(const Document& document) {
  {
    Transaction transaction(*database_);
    put_article(*database_, document);
    transaction.commit();
  }
  return settle(*database_);
}

Outcome Store::put(const Dossier& dossier) {
  {
    Transaction transaction(*database_);
    for (const Document& document : dossier.articles) put_article(*database_, document);
    put_comparison(*database_, dossier);
    transaction.commit();
  }
  return settle(*database_);
}

Result<size_t> Store::size() const {
  Query query(*database_, "SELECT count(*) FROM article");
  const size_t count = query.next() ? static_cast<size_t>(query.integer(0)) : 0;
  if (database_->failed()) return database_->error();
  return count;
}

Outcome write_whole(const std::string& path, const std::function<Outcome(Store&)>& fill) {
  const std::string temporary = path + ".new";
  remove_with_companions(temporary);
  Outcome outcome = Done{};
  {
    Result<Store> store = open(temporary);
    outcome = store.ok() ? fill(store.value()) : Outcome(store.error());
    // One file and no log, so that it can be copied, and opened where nothing may be written beside it.
    if (outcome.ok()) {
      store.value().database_->script("PRAGMA journal_mode = DELETE");
      outcome = store.value().database_->outcome();
    }
  }
  if (!outcome.ok()) {
    remove_with_companions(temporary);
    return Error{path, outcome.error().what};
  }
  remove_with_companions(path);
  std::error_code code;
  std::filesystem::rename(temporary, path, code);
  if (code) return Error{path, code.message()};
  return Done{};
}

Result<std::vector<std::string>> differences(const std::string& path, const Dossier& dossier) {
  Result<Store> kept = open_to_read(path);
  if (!kept.ok()) return kept.error();
  Result<Store> expected = open(":memory:");
  if (!expected.ok()) return expected.error();
  if (const Outcome filled = expected.value().put(dossier); !filled.ok()) return filled.error();
  return different_tables(*expected.value().database_, *kept.value().database_);
}

}  // namespace recoupe::store
