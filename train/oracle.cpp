#include "oracle.hpp"

#include <algorithm>

namespace recoupe::train {

Costs costs(const syntax::ParseState& state, std::span<const int32_t> heads) {
  Costs out;
  const auto head = [&](int32_t token) {
    return token >= state.size ? -1 : heads[static_cast<size_t>(token)];
  };
  const int32_t next = state.next;
  const size_t depth = state.stack.size();
  const int32_t s0 = depth > 0 ? state.stack[depth - 1] : -1;
  const int32_t s1 = depth > 1 ? state.stack[depth - 2] : -1;
  int s0_dependents = 0;  // of s0 still in the buffer
  if (s0 >= 0)
    for (int32_t token = next; token < state.size; ++token) s0_dependents += head(token) == s0;
  if (state.may(syntax::Move::left)) {
    const int32_t h = head(s0);
    out.left = s0_dependents + ((h == s1 && s1 >= 0) || h > next ? 1 : 0);
  }
  if (state.may(syntax::Move::right)) out.right = s0_dependents + (head(s0) >= next ? 1 : 0);
  if (state.may(syntax::Move::shift)) {
    out.shift = 0;
    for (size_t i = 0; i < depth; ++i) {
      const int32_t token = state.stack[i];
      out.shift += head(token) == next;                     // next would never take it
      if (i + 1 < depth) out.shift += head(next) == token;  // only the top may still take next
    }
  }
  return out;
}

}  // namespace recoupe::train
