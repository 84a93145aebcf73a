// Trees: an arc-hybrid transition parser. A stack, the tokens still to come, and three moves: SHIFT takes the
// next token onto the stack; LEFT makes the top of the stack depend on the next token; RIGHT makes it depend
// on the one below it. The artificial root stands after the last token, so that a sentence gets exactly one
// root.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document/syntax.hpp"
#include "weights/network.hpp"

namespace recoupe::syntax {

// What the parser sees of a token.
struct ParseCode {
  uint32_t word = 0, lemma = 0, suffix = 0;
  uint32_t upos = 0, label = 0;
};

enum class Move : uint8_t { shift, left, right };
struct Transition {
  Move move = Move::shift;
  Relation relation = Relation::unknown;
};

// A half-built tree over tokens 0 … size-1; token `size` is the root.
struct ParseState {
  static constexpr int32_t none = -1;
  struct Node {
    int32_t head = none;
    int32_t left = none, left2 = none, right = none, right2 = none;  // outermost dependents so far
    uint16_t lefts = 0, rights = 0;
    Relation relation = Relation::unknown;
  };
  int32_t size = 0;
  int32_t next = 0;  // front of the buffer; == size: only the root is left
  std::vector<int32_t> stack;
  std::vector<Node> nodes;
  std::vector<ParseCode> codes;        // size + 2: the root, then «nothing»
  std::vector<uint16_t> verbs, marks;  // how many verbs and punctuation marks stand before each token

  void start(std::span<const ParseCode> tokens);
  bool done() const { return next == size && stack.empty(); }
  bool may(Move move) const;
  void apply(Transition transition);
};

size_t parser_features(const ParseState& state, uint32_t* out);

struct Parser {
  weights::Network network;
  std::vector<Transition> transitions;

  // Sets head (token number in the sentence, -1: root) and relation in state.nodes.
  void parse(std::span<const ParseCode> tokens, ParseState& state) const;
};

Result<Parser> open_parser(const weights::ModelFile& file);

}  // namespace recoupe::syntax
