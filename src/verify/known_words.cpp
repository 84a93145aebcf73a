#include "verify/known_words.hpp"

#include <algorithm>

#include "document/names.hpp"

namespace recoupe::verify {
namespace {

template <class E>
bool one_of(std::string_view word) {
  for (int i = 0; i < 64; ++i) {
    const std::string_view known = name(static_cast<E>(i));
    if (known.empty()) return false;
    if (known == word) return true;
  }
  return false;
}

}  // namespace

bool is_known(std::string_view kind, std::string_view field, std::string_view word) {
  if (field == "status") return one_of<ClaimStatus>(word);
  if (field == "form") return one_of<StatementForm>(word);
  if (field == "type" && kind == "time") return one_of<TimeType>(word);
  if (field == "type" && kind == "event") return one_of<EventType>(word);
  if (field == "bound") return one_of<Bound>(word);
  if (field == "category") return one_of<FigureCategory>(word);
  if (field == "use" || (kind == "entity" && field == "kind")) return one_of<EntityKind>(word);
  return true;
}

bool is_timex(std::string_view value) {
  if (value.empty() || value.size() > 64) return false;
  return std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-' || c == ':' || c == '/' || c == '_' ||
           c == '.' || c == '+';
  });
}

}  // namespace recoupe::verify
