// Typed indices: an EntityId cannot be passed where a FigureId is wanted. The value is the position in the
// vector of the Document that owns the noun; none() is "no such thing".
#pragma once

#include <compare>
#include <cstdint>

namespace recoupe {

template <class Tag>
struct Id {
  static constexpr uint32_t absent = UINT32_MAX;
  uint32_t value = absent;

  static constexpr Id none() { return {}; }
  constexpr bool has_value() const { return value != absent; }
  constexpr explicit operator bool() const { return has_value(); }
  constexpr auto operator<=>(const Id&) const = default;
};

}  // namespace recoupe
