#include "store/database.hpp"

#include <sqlite3.h>

namespace recoupe::store {

namespace {

// A path as a file: URI, so that '?' or '#' in a folder's name is not read as a parameter.
std::string uri(const std::string& path, std::string_view parameters) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out = path.empty() || path[0] != '/' ? "file:" : "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#' || byte < 0x20) {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
  return out.append(parameters);
}

}  // namespace

Database::Database(const std::string& path, Mode mode) : path_(path) {
  const int flags =
      SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX |
      (mode == Mode::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  const std::string name = uri(path, mode == Mode::read_immutable ? "?immutable=1" : "");
  if (sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
    fail();
    return;
  }
  sqlite3_busy_timeout(handle_, 5000);
  // A store may come from somebody else: its schema gets no powers that ours does not need.
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  script("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;");
}

Database::~Database() {
  sqlite3_close_v2(handle_);
}

Outcome Database::outcome() const {
  if (failed()) return error();
  return Done{};
}

void Database::script(const char* sql) {
  if (failed()) return;
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(handle_);
}

void Database::fail() {
  if (error_.empty()) error_ = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
}

Query::Query(Database& database, std::string_view sql) : database_(database) {
  if (database_.failed()) return;
  if (sqlite3_prepare_v2(database_.handle_, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr) !=
      SQLITE_OK)
    database_.fail();
}

Query::~Query() {
  sqlite3_finalize(statement_);
}

void Query::reset() {
  bound_ = 0;
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Query::add(std::string_view text) {
  text.empty() ? add(nullptr) : add_blank_too(text);
}

void Query::add_blank_too(std::string_view text) {
  ++bound_;
  if (statement_ == nullptr) return;
  if (sqlite3_bind_text64(statement_, bound_, text.data() == nullptr ? "" : text.data(), text.size(),
                          SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
    database_.fail();
}

void Query::add(double value) {
  ++bound_;
  if (statement_ != nullptr && sqlite3_bind_double(statement_, bound_, value) != SQLITE_OK) database_.fail();
}

void Query::add_integer(int64_t value) {
  ++bound_;
  if (statement_ != nullptr && sqlite3_bind_int64(statement_, bound_, value) != SQLITE_OK) database_.fail();
}

bool Query::next() {
  if (statement_ == nullptr || database_.failed()) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.fail();
  return false;
}

std::string Query::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

int64_t Query::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

Transaction::~Transaction() {
  if (done_) return;
  const Error first = database_.error();
  database_.set_error({});
  database_.script("ROLLBACK");
  database_.set_error(first.what);
}

void Transaction::commit() {
  database_.script("COMMIT");
  done_ = !database_.failed();
}

}  // namespace recoupe::store
