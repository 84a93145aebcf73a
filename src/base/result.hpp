// Result<T>: a value, or the reason why there is none. For edges (files, formats, models) alone: a stage that
// reads text cannot fail, it leaves a Diagnostic. Exceptions are kept for bugs and exhausted memory.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace recoupe {

struct Error {
  std::string where;  // the file, record or option, as the user wrote it
  std::string what;   // the reason, in one line, without the place
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() { return std::get<0>(state_); }
  const T& value() const { return std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }
  T take() { return std::move(std::get<0>(state_)); }

 private:
  std::variant<T, Error> state_;
};

// For an edge that gives nothing back but may fail.
struct Done {};
using Outcome = Result<Done>;

}  // namespace recoupe
