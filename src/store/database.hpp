// A thin skin over SQLite with one idea: the first error sticks. After it every call does nothing, so a
// sequence of inserts needs one check at its end. All values are bound, none is ever pasted into SQL.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace recoupe::store {

class Database {
 public:
  enum class Mode { create, read, read_immutable };
  Database(const std::string& path, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  bool failed() const { return !error_.empty(); }
  Outcome outcome() const;
  Error error() const { return {path_, error_}; }
  void set_error(std::string what) { error_ = std::move(what); }

  // Several statements without values: schema, pragmas, begin and commit.
  void script(const char* sql);
  int64_t last_row() const;

 private:
  friend class Query;
  void fail();

  std::string path_;
  sqlite3* handle_ = nullptr;
  std::string error_;
};

// A prepared statement. bind() takes the values in the order of the question marks; an empty string, an empty
// optional and nullptr are NULL: an unknown thing is absent, never "".
class Query {
 public:
  Query(Database& database, std::string_view sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  template <class... Values>
  Query& bind(const Values&... values) {
    reset();
    (add(values), ...);
    return *this;
  }
  void add(std::string_view text);
  void add_blank_too(std::string_view text);  // "" stays ""
  void add(const std::string& text) { add(std::string_view(text)); }
  void add(const char* text) { add(std::string_view(text)); }
  void add(std::nullptr_t) { ++bound_; }
  void add(double value);
  template <class T>
  requires std::is_integral_v<T>
  void add(T value) { add_integer(static_cast<int64_t>(value)); }
  template <class T>
  void add(const std::optional<T>& value) {
    value ? add(*value) : add(nullptr);
  }

  bool next();  // true while there is a row
  void run() {
    while (next()) {
    }
  }
  std::string text(int column) const;
  int64_t integer(int column) const;

 private:
  void reset();
  void add_integer(int64_t value);

  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

// Rolls back unless commit() was reached without an error.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.script("BEGIN IMMEDIATE"); }
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool done_ = false;
};

}  // namespace recoupe::store
