// The templates of the parser: what of stack (s0 its top, s1 and s2 below), buffer (b0 …) and half-built tree
// speaks for a move.
#include <algorithm>

#include "syntax/parser.hpp"
#include "weights/hashing.hpp"

namespace recoupe::syntax {
namespace {

uint32_t bucket(int32_t distance) {
  return static_cast<uint32_t>(distance < 5 ? distance : distance < 8 ? 5 : distance < 15 ? 6 : 7);
}

struct View {
  const ParseState& state;
  int32_t nothing;

  const ParseCode& code(int32_t token) const {
    return state.codes[static_cast<size_t>(token < 0 ? nothing : token)];
  }
  const ParseState::Node& node(int32_t token) const {
    static constexpr ParseState::Node empty{};
    return token < 0 ? empty : state.nodes[static_cast<size_t>(token)];
  }
  uint32_t relation(int32_t token) const { return static_cast<uint32_t>(node(token).relation); }
  int32_t stack(size_t depth) const {
    return state.stack.size() > depth ? state.stack[state.stack.size() - 1 - depth] : -1;
  }
  int32_t buffer(int32_t ahead) const { return state.next + ahead <= state.size ? state.next + ahead : -1; }
  // Verbs and marks between two tokens, as one number.
  uint32_t between(int32_t a, int32_t b) const {
    if (a < 0 || b <= a + 1) return 0;
    const auto from = static_cast<size_t>(a + 1), to = static_cast<size_t>(b);
    const uint32_t v = static_cast<uint32_t>(state.verbs[to] - state.verbs[from]);
    const uint32_t m = static_cast<uint32_t>(state.marks[to] - state.marks[from]);
    return 1 + (v < 2 ? v : 2) + 3 * (m < 3 ? m : 3);
  }
};

}  // namespace

size_t parser_features(const ParseState& state, uint32_t* out) {
  size_t n = 0;
  const auto add = [&](uint32_t number, uint32_t a, uint32_t b = 0, uint32_t c = 0, uint32_t d = 0) {
    out[n++] = weights::feature(number, a, b, c, d);
  };
  const View view{state, state.size + 1};
  const int32_t is0 = view.stack(0), is1 = view.stack(1), is2 = view.stack(2);
  const int32_t ib0 = view.buffer(0);
  const ParseCode &s0 = view.code(is0), &s1 = view.code(is1), &s2 = view.code(is2);
  const ParseCode &b0 = view.code(ib0), &b1 = view.code(view.buffer(1)), &b2 = view.code(view.buffer(2)),
                  &b3 = view.code(view.buffer(3));
  const ParseState::Node &n0 = view.node(is0), &n1 = view.node(is1), &nb = view.node(ib0);
  const ParseCode &s0l = view.code(n0.left), &s0r = view.code(n0.right), &s1l = view.code(n1.left),
                  &s1r = view.code(n1.right), &b0l = view.code(nb.left);
  const uint32_t d0 = is0 < 0 ? 9 : bucket(ib0 - is0), d1 = is1 < 0 ? 9 : bucket(is0 - is1);
  // one token
  add(1, s0.word);
  add(2, s0.label);
  add(3, s0.lemma, s0.upos);
  add(4, s1.word);
  add(5, s1.label);
  add(6, s1.lemma, s1.upos);
  add(7, b0.word);
  add(8, b0.label);
  add(9, b0.lemma, b0.upos);
  add(10, b1.word);
  add(11, b1.label);
  add(12, b1.lemma);
  add(13, b2.label);
  add(14, b2.lemma);
  add(15, b3.upos);
  add(16, s2.label);
  add(17, s2.lemma);
  add(18, s0.suffix, s0.upos);
  add(19, b0.suffix, b0.upos);
  add(20, s1.suffix, s1.upos);
  // top of the stack and front of the buffer
  add(21, s0.lemma, b0.lemma);
  add(22, s0.lemma, b0.upos, s0.upos);
  add(23, s0.upos, b0.lemma, b0.upos);
  add(24, s0.label, b0.label);
  add(25, s0.upos, b0.upos, d0);
  add(26, s0.word, b0.upos);
  add(27, s0.upos, b0.word);
  add(28, s0.label, b0.upos);
  add(29, s0.upos, b0.label);
  // the two top ones
  add(30, s1.lemma, s0.lemma);
  add(31, s1.lemma, s0.upos, s1.upos);
  add(32, s1.upos, s0.lemma, s0.upos);
  add(33, s1.label, s0.label);
  add(34, s1.upos, s0.upos, d1);
  add(35, s1.word, s0.upos);
  add(36, s1.upos, s0.word);
  // further pairs
  add(37, s1.lemma, b0.upos);
  add(38, s1.upos, b0.upos);
  add(39, s1.upos, b0.lemma);
  add(40, b0.label, b1.label);
  add(41, b0.lemma, b1.upos);
  add(42, b0.upos, b1.lemma);
  add(43, s2.upos, s1.upos);
  add(44, s2.lemma, s0.upos);
  add(45, s2.upos, s0.lemma);
  add(46, s2.lemma, s0.lemma);
  add(47, s1.lemma, b0.lemma);
  // three and four
  add(48, s0.upos, b0.upos, b1.upos);
  add(49, s0.label, b0.label, b1.upos);
  add(50, s1.upos, s0.upos, b0.upos);
  add(51, s1.label, s0.label, b0.upos);
  add(52, s2.upos, s1.upos, s0.upos);
  add(53, s1.upos, s0.upos, b0.upos, b1.upos);
  add(54, b0.upos, b1.upos, b2.upos);
  add(55, s0.lemma, b0.upos, b1.upos);
  add(56, s1.lemma, s0.upos, b0.upos);
  add(57, s1.upos, s0.lemma, b0.upos);
  add(58, s1.upos, s0.upos, b0.lemma);
  add(59, s2.upos, s1.upos, s0.upos, b0.upos);
  add(60, s0.upos, b0.upos, b1.upos, b2.upos);
  // dependents found so far
  add(61, s0.upos, s0l.upos, b0.upos);
  add(62, s0.upos, s0r.upos, b0.upos);
  add(63, s1.upos, s1r.upos, s0.upos);
  add(64, s1.upos, s1l.upos, s0.upos);
  add(65, s0.upos, b0.upos, b0l.upos);
  add(66, s0.upos, view.relation(n0.left), view.relation(n0.left2));
  add(67, s0.upos, view.relation(n0.right), view.relation(n0.right2));
  add(68, s1.upos, view.relation(n1.right), view.relation(n1.right2));
  add(69, s1.upos, view.relation(n1.left), view.relation(n1.left2));
  add(70, b0.upos, view.relation(nb.left), view.relation(nb.left2));
  add(71, s0.lemma, view.relation(n0.right));
  add(72, s0.lemma, view.relation(n0.left));
  add(73, s1.lemma, view.relation(n1.right), s0.upos);
  add(74, s1.lemma, view.relation(n1.left), s0.upos);
  add(75, s0.upos, std::min<uint32_t>(n0.lefts, 4), std::min<uint32_t>(n0.rights, 4));
  add(76, s1.upos, std::min<uint32_t>(n1.lefts, 4), std::min<uint32_t>(n1.rights, 4));
  add(77, b0.upos, std::min<uint32_t>(nb.lefts, 4));
  // the preposition or conjunction of the top: where does it attach?
  add(78, s1.lemma, s0.upos, s0l.lemma);
  add(79, s1.upos, s0.upos, s0l.lemma, b0.upos);
  add(80, s1.lemma, s0.lemma, s0l.lemma);
  add(81, s2.upos, s1.upos, s0l.lemma, s0.upos);
  add(82, s2.lemma, s0.upos, s0l.lemma);
  add(83, s0.upos, b0.upos, b0l.lemma, s0l.lemma);
  add(84, s1.upos, s1l.lemma, s0.upos, s0l.lemma);
  // what stands between
  add(85, s0.upos, b0.upos, view.between(is0, ib0));
  add(86, s1.upos, s0.upos, view.between(is1, is0));
  add(87, s1.upos, s0.upos, b0.upos, view.between(is1, is0));
  add(88, b0.upos, s0.upos, std::min<uint32_t>(static_cast<uint32_t>(state.stack.size()), 5));
  add(89, s0.label, view.relation(n0.right), b0.lemma);
  add(90, s1.label, view.relation(n1.left), s0.label);
  return n;
}

}  // namespace recoupe::syntax
