#include "train_parser.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

#include "oracle.hpp"

namespace recoupe::train {

using syntax::Move;
using syntax::ParseState;
using syntax::Transition;

std::vector<Transition> number_transitions(const std::vector<Example>& examples) {
  std::map<std::pair<Move, Relation>, uint32_t> seen;
  for (const Example& example : examples)
    for (size_t i = 0; i < example.size(); ++i) {
      if (example.heads[i] == static_cast<int32_t>(example.size())) continue;
      const Move move = example.heads[i] > static_cast<int32_t>(i) ? Move::left : Move::right;
      ++seen[{move, example.relations[i]}];
    }
  std::vector<Transition> out = {{Move::shift, Relation::unknown}};
  for (const auto& [key, count] : seen)
    if (key.second != Relation::root) out.push_back({key.first, key.second});
  out.push_back({Move::left, Relation::root});
  return out;
}

namespace {

// The transition of least cost that a teacher without opinion takes.
Transition first_best(const ParseState& state, const Example& example) {
  const Costs cost = costs(state, example.heads);
  const int least = cost.least();
  const auto relation = [&] { return example.relations[static_cast<size_t>(state.stack.back())]; };
  if (cost.left == least) return {Move::left, relation()};
  if (cost.right == least) return {Move::right, relation()};
  return {Move::shift, Relation::unknown};
}

FeatureCounts count_features(const std::vector<Example>& examples) {
  FeatureCounts counts;
  counts.reserve(8'000'000);
  uint32_t features[weights::most_features];
  ParseState state;
  for (const Example& example : examples)
    for (state.start(example.guessed); !state.done(); state.apply(first_best(state, example))) {
      const size_t n = syntax::parser_features(state, features);
      for (size_t k = 0; k < n; ++k) ++counts[features[k]];
    }
  return counts;
}

}  // namespace

std::unique_ptr<FloatNetwork> train_parser(const std::vector<Example>& examples,
                                           const std::vector<Transition>& transitions,
                                           const ParserOptions& options) {
  const auto outputs = static_cast<uint32_t>(transitions.size());
  auto network = std::make_unique<FloatNetwork>(count_features(examples), options.cutoff, options.buckets,
                                                options.hidden, outputs, options.seed);
  std::map<std::pair<Move, Relation>, uint32_t> number;
  for (uint32_t i = 0; i < outputs; ++i) number[{transitions[i].move, transitions[i].relation}] = i;
  Random random(options.seed + 29);
  std::vector<const Example*> order;
  size_t steps = 0, total_steps = 0;
  for (const Example& example : examples) {
    order.push_back(&example);
    total_steps += example.size() * 2 * options.epochs;
  }
  uint32_t features[weights::most_features];
  std::vector<float> scores(outputs);
  ParseState state;
  for (uint32_t epoch = 0; epoch < options.epochs; ++epoch) {
    if (epoch == options.epochs / 2) network->shrink(options.shrunk);
    random.shuffle(order);
    size_t right = 0, total = 0;
    for (const Example* example : order) {
      state.start(example->guessed);
      while (!state.done()) {
        const float rate =
            options.rate * (1 - 0.98f * static_cast<float>(steps++) / static_cast<float>(total_steps));
        const Costs cost = costs(state, example->heads);
        if (!state.may(Move::left) && !state.may(Move::right)) {
          state.apply({Move::shift, Relation::unknown});
          continue;
        }
        if (!state.may(Move::shift) && !state.may(Move::right)) {
          state.apply({Move::left, Relation::root});
          continue;
        }
        const size_t n = syntax::parser_features(state, features);
        network->activate({features, n}, options.feature_dropout, options.hidden_dropout);
        network->scores(0, outputs, scores.data());
        uint32_t guess = 0, gold = UINT32_MAX;
        bool any = false;
        for (uint32_t i = 0; i < outputs; ++i) {
          if (!state.may(transitions[i].move) || transitions[i].relation == Relation::root) {
            scores[i] = -1e9f;
            continue;
          }
          if (!any || scores[i] > scores[guess]) guess = i;
          any = true;
        }
        const int least = cost.least();
        const Relation relation =
            state.stack.empty() ? Relation::dep : example->relations[static_cast<size_t>(state.stack.back())];
        for (const Move move : {Move::shift, Move::left, Move::right}) {
          if (cost.of(move) != least) continue;
          auto found = number.find({move, move == Move::shift ? Relation::unknown : relation});
          if (found == number.end()) found = number.find({move, Relation::dep});
          if (found == number.end() || scores[found->second] < -1e8f) continue;
          if (gold == UINT32_MAX || scores[found->second] > scores[gold]) gold = found->second;
        }
        ++total;
        right += guess == gold;
        if (gold == UINT32_MAX) gold = guess;
        softmax(scores.data(), outputs);
        scores[gold] -= 1;
        network->learn(0, outputs, scores.data(), rate);
        network->step(rate);
        const bool follow = epoch > 0 && random.uniform() < options.explore;
        state.apply(transitions[follow ? guess : gold]);
      }
    }
    std::fprintf(stderr, "  parser epoch %u: %.2f%% of moves (with dropout)\n", epoch + 1,
                 100.0 * static_cast<double>(right) / static_cast<double>(total));
  }
  return network;
}

void write_parser(const FloatNetwork& network, const std::vector<Transition>& transitions,
                  std::vector<std::pair<std::string, std::string>>& sections) {
  network.write(sections, "parser");
  std::string moves;
  for (const Transition& transition : transitions) {
    moves += static_cast<char>(transition.move);
    moves += static_cast<char>(transition.relation);
  }
  sections.emplace_back("parser.moves", moves);
}

}  // namespace recoupe::train
