#include "syntax/parser.hpp"

#include <algorithm>
#include <cstring>

namespace recoupe::syntax {

void ParseState::start(std::span<const ParseCode> tokens) {
  size = static_cast<int32_t>(tokens.size());
  next = 0;
  stack.clear();
  nodes.assign(tokens.size() + 1, Node{});
  codes.assign(tokens.begin(), tokens.end());
  codes.push_back({.word = 11, .lemma = 11, .suffix = 11, .upos = 30, .label = 60000});
  codes.push_back({.word = 12, .lemma = 12, .suffix = 12, .upos = 31, .label = 60001});
  verbs.assign(1, 0);
  marks.assign(1, 0);
  for (const ParseCode& code : tokens) {
    verbs.push_back(static_cast<uint16_t>(verbs.back() + (code.upos == static_cast<uint32_t>(Upos::verb))));
    marks.push_back(static_cast<uint16_t>(marks.back() + (code.upos == static_cast<uint32_t>(Upos::punct))));
  }
}

bool ParseState::may(Move move) const {
  switch (move) {
    case Move::shift:
      return next < size;
    case Move::left:  // the root takes one dependent, the last one left
      return !stack.empty() && (next < size || stack.size() == 1);
    case Move::right:
      return stack.size() >= 2;
  }
  return false;
}

void ParseState::apply(Transition transition) {
  if (transition.move == Move::shift) {
    stack.push_back(next++);
    return;
  }
  const int32_t child = stack.back();
  stack.pop_back();
  const int32_t head = transition.move == Move::left ? next : stack.back();
  nodes[static_cast<size_t>(child)].head = head;
  nodes[static_cast<size_t>(child)].relation = transition.relation;
  Node& node = nodes[static_cast<size_t>(head)];
  if (transition.move == Move::left) {
    node.left2 = node.left;
    node.left = child;
    ++node.lefts;
  } else {
    node.right2 = node.right;
    node.right = child;
    ++node.rights;
  }
}

void Parser::parse(std::span<const ParseCode> tokens, ParseState& state) const {
  state.start(tokens);
  uint32_t features[weights::most_features];
  alignas(64) int16_t hidden[weights::widest_hidden];
  int32_t scores[4096];
  while (!state.done()) {
    const bool shift = state.may(Move::shift), left = state.may(Move::left), right = state.may(Move::right);
    if (shift && !left && !right) {
      state.apply({Move::shift});
      continue;
    }
    if (left && !shift && !right) {
      state.apply({Move::left, Relation::root});
      continue;
    }
    const size_t count = parser_features(state, features);
    network.activate({features, count}, hidden);
    network.scores(hidden, 0, network.outputs, scores);
    size_t best = transitions.size();
    for (size_t i = 0; i < transitions.size(); ++i) {
      const Move move = transitions[i].move;
      if (transitions[i].relation == Relation::root)
        continue;  // the root's arc is made when it alone is left
      if (!(move == Move::shift ? shift : move == Move::left ? left : right)) continue;
      if (best == transitions.size() || scores[i] > scores[best]) best = i;
    }
    // a model without a move that is possible here: still ends
    state.apply(best < transitions.size() ? transitions[best]
                : shift                   ? Transition{Move::shift}
                                          : Transition{right ? Move::right : Move::left, Relation::dep});
  }
}

Result<Parser> open_parser(const weights::ModelFile& file) {
  Result<weights::Network> network = weights::open_network(file, "parser");
  if (!network.ok()) return network.error();
  Parser parser;
  parser.network = network.value();
  const std::string_view moves = file.section("parser.moves");  // a byte for the move, one for the relation
  if (moves.size() != size_t{parser.network.outputs} * 2) return Error{file.name(), "damaged model: moves"};
  for (size_t i = 0; i < moves.size(); i += 2) {
    const auto move = static_cast<unsigned char>(moves[i]);
    const auto relation = static_cast<unsigned char>(moves[i + 1]);
    if (move > 2 || relation > static_cast<unsigned char>(Relation::xcomp))
      return Error{file.name(), "damaged model: moves"};
    parser.transitions.push_back({static_cast<Move>(move), static_cast<Relation>(relation)});
  }
  return parser;
}

}  // namespace recoupe::syntax
