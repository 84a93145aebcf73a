// train_names fr|en DATA OUT.model [name=value …]: learns the names of persons, places, organisations and
// events from annotated articles (which: name_data.cpp) and writes the weights that src/names reads. The same
// data give the same bytes. With dev=K every tenth article is kept out and scored.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

#include "command.hpp"
#include "document/names.hpp"
#include "float_network.hpp"
#include "name_data.hpp"
#include "weights/model_file.hpp"

namespace {

using namespace recoupe;
using namespace recoupe::train;
using names::Line;
using names::tag_count;

constexpr uint32_t states = tag_count + 1;
using Sections = std::vector<std::pair<std::string, std::string>>;

struct Options {
  uint32_t hidden = 32, buckets = 8192, shrunk = 1216, cutoff = 2, epochs = 10;
  float rate = 0.05f, dropout = 0.3f, hidden_dropout = 0.3f, blind = 0.3f;
  uint64_t seed = 3;
};

// A line with its tags; `blind`: without what the rest of the article says.
struct Example {
  const Line* line;
  const uint8_t* gold;
};

struct Chain {
  std::unique_ptr<FloatNetwork> network;
  std::vector<float> moves, moves_sum;
};

// Marginals of the chain into `marginals` (size × tag_count), and those of moves, gold taken off, into
// `move_gradient`.
void forward_backward(const std::vector<float>& scores, const std::vector<float>& moves, size_t size,
                      std::vector<double>& marginals, std::vector<float>& move_gradient,
                      const uint8_t* gold) {
  std::vector<double> expmove(states * states);
  for (uint32_t a = 0; a < states; ++a)
    for (uint32_t b = 0; b < states; ++b)
      expmove[a * states + b] =
          names::may_follow(a, b) ? std::exp(static_cast<double>(moves[a * states + b])) : 0;
  std::vector<double> e(size * tag_count), alpha(size * tag_count), beta(size * tag_count);
  for (size_t i = 0; i < size; ++i) {
    float top = scores[i * tag_count];
    for (uint32_t t = 1; t < tag_count; ++t) top = std::max(top, scores[i * tag_count + t]);
    for (uint32_t t = 0; t < tag_count; ++t)
      e[i * tag_count + t] = std::exp(static_cast<double>(scores[i * tag_count + t] - top));
  }
  const auto normalise = [&](std::vector<double>& v, size_t i) {
    double sum = 0;
    for (uint32_t t = 0; t < tag_count; ++t) sum += v[i * tag_count + t];
    if (sum <= 0) sum = 1;
    for (uint32_t t = 0; t < tag_count; ++t) v[i * tag_count + t] /= sum;
  };
  for (uint32_t t = 0; t < tag_count; ++t) alpha[t] = expmove[tag_count * states + t] * e[t];
  normalise(alpha, 0);
  for (size_t i = 1; i < size; ++i) {
    for (uint32_t a = 0; a < tag_count; ++a) {
      const double from = alpha[(i - 1) * tag_count + a];
      if (from == 0) continue;
      for (uint32_t t = 0; t < tag_count; ++t) alpha[i * tag_count + t] += from * expmove[a * states + t];
    }
    for (uint32_t t = 0; t < tag_count; ++t) alpha[i * tag_count + t] *= e[i * tag_count + t];
    normalise(alpha, i);
  }
  for (uint32_t t = 0; t < tag_count; ++t) beta[(size - 1) * tag_count + t] = expmove[t * states + tag_count];
  normalise(beta, size - 1);
  for (size_t i = size - 1; i-- > 0;) {
    for (uint32_t t = 0; t < tag_count; ++t) {
      double sum = 0;
      for (uint32_t b = 0; b < tag_count; ++b)
        sum += expmove[t * states + b] * e[(i + 1) * tag_count + b] * beta[(i + 1) * tag_count + b];
      beta[i * tag_count + t] = sum;
    }
    normalise(beta, i);
  }
  marginals.assign(size * tag_count, 0);
  move_gradient.assign(states * states, 0);
  for (size_t i = 0; i < size; ++i) {
    double sum = 0;
    for (uint32_t t = 0; t < tag_count; ++t)
      sum += marginals[i * tag_count + t] = alpha[i * tag_count + t] * beta[i * tag_count + t];
    if (sum <= 0) sum = 1;
    for (uint32_t t = 0; t < tag_count; ++t) marginals[i * tag_count + t] /= sum;
  }
  for (uint32_t t = 0; t < tag_count; ++t) {
    move_gradient[tag_count * states + t] += static_cast<float>(marginals[t]);
    move_gradient[t * states + tag_count] += static_cast<float>(marginals[(size - 1) * tag_count + t]);
  }
  move_gradient[tag_count * states + gold[0]] -= 1;
  move_gradient[gold[size - 1] * states + tag_count] -= 1;
  std::vector<double> pair(tag_count * tag_count);
  for (size_t i = 0; i + 1 < size; ++i) {
    double sum = 0;
    for (uint32_t a = 0; a < tag_count; ++a)
      for (uint32_t b = 0; b < tag_count; ++b)
        sum += pair[a * tag_count + b] = alpha[i * tag_count + a] * expmove[a * states + b] *
                                         e[(i + 1) * tag_count + b] * beta[(i + 1) * tag_count + b];
    if (sum <= 0) continue;
    for (uint32_t a = 0; a < tag_count; ++a)
      for (uint32_t b = 0; b < tag_count; ++b)
        move_gradient[a * states + b] += static_cast<float>(pair[a * tag_count + b] / sum);
    move_gradient[gold[i] * states + gold[i + 1]] -= 1;
  }
}

FeatureCounts count_features(const std::vector<Example>& examples) {
  FeatureCounts counts;
  uint32_t features[weights::most_features];
  for (const Example& example : examples)
    for (size_t i = 0; i < example.line->end - example.line->first; ++i) {
      const names::Sight& sight = example.line->sights[i + names::margin];
      if (example.gold[i] == 0 && sight.run == 0 && sight.proposal == 0) continue;  // nothing to decide
      const size_t n = names::name_features(&sight, features);
      for (size_t k = 0; k < n; ++k) ++counts[features[k]];
    }
  return counts;
}

Chain train_chain(const std::vector<Example>& examples, const Options& o) {
  Chain chain;
  chain.network = std::make_unique<FloatNetwork>(count_features(examples), o.cutoff, o.buckets, o.hidden,
                                                 tag_count, o.seed);
  chain.moves.assign(states * states, 0);
  chain.moves_sum.assign(states * states, 0);
  Random random(o.seed + 41);
  std::vector<Example> order = examples;
  FloatNetwork& network = *chain.network;
  uint32_t features[weights::most_features];
  std::vector<float> scores, move_gradient;
  std::vector<double> marginals;
  std::vector<uint64_t> dice;
  size_t steps = 0;
  const size_t total = examples.size() * o.epochs;
  for (uint32_t epoch = 0; epoch < o.epochs; ++epoch) {
    if (epoch == o.epochs / 2) network.shrink(o.shrunk);
    random.shuffle(order);
    size_t right = 0, words = 0;
    for (const Example& example : order) {
      const float rate = o.rate * (1 - 0.98f * static_cast<float>(steps++) / static_cast<float>(total));
      Line line = *example.line;
      if (random.uniform() < o.blind)
        for (names::Sight& sight : line.sights) sight.elsewhere = 0;
      const size_t size = line.end - line.first;
      scores.resize(size * tag_count);
      dice.resize(size);
      for (size_t i = 0; i < size; ++i) {
        const size_t n = names::name_features(&line.sights[i + names::margin], features);
        dice[i] = network.dice();
        network.activate({features, n}, o.dropout, o.hidden_dropout);
        network.scores(0, tag_count, &scores[i * tag_count]);
      }
      forward_backward(scores, chain.moves, size, marginals, move_gradient, example.gold);
      const uint64_t after = network.dice();
      for (size_t i = 0; i < size; ++i) {
        float gradient[tag_count];
        uint32_t best = 0;
        for (uint32_t t = 0; t < tag_count; ++t) {
          gradient[t] = static_cast<float>(marginals[i * tag_count + t]);
          if (gradient[t] > gradient[best]) best = t;
        }
        right += best == example.gold[i];
        ++words;
        gradient[example.gold[i]] -= 1;
        float size_of_gradient = 0;
        for (const float g : gradient) size_of_gradient += std::fabs(g);
        if (size_of_gradient < 1e-3f) continue;
        const size_t n = names::name_features(&line.sights[i + names::margin], features);
        network.set_dice(dice[i]);
        network.activate({features, n}, o.dropout, o.hidden_dropout);
        network.learn(0, tag_count, gradient, rate);
        network.step(rate);
      }
      network.set_dice(after);
      for (size_t k = 0; k < move_gradient.size(); ++k) {
        const float g = move_gradient[k];
        if (g == 0) continue;
        chain.moves_sum[k] += g * g;
        chain.moves[k] -= rate * g / std::sqrt(chain.moves_sum[k] + 1e-4f);
      }
    }
    std::fprintf(stderr, "  names epoch %u: %.2f%% of words (with dropout)\n", epoch + 1,
                 100.0 * static_cast<double>(right) / static_cast<double>(words));
  }
  return chain;
}

void write_chain(const Chain& chain, Sections& sections) {
  chain.network->write(sections, "outer");
  std::string bytes;
  for (const float move : chain.moves) {
    const auto value = static_cast<int32_t>(std::lround(std::clamp(move, -50.0f, 50.0f) * output_scale));
    bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  sections.emplace_back("outer.moves", bytes);
}

// Names within names: each word of a long name for itself.
void train_inner(const std::vector<const NameArticle*>& articles, const Options& o, Sections& sections) {
  struct Case {
    const Line* line;
    const Inner* inner;
    size_t word;
  };
  std::vector<Case> cases;
  FeatureCounts counts;
  uint32_t features[weights::most_features];
  for (const NameArticle* article : articles)
    for (const Inner& inner : article->inner)
      for (size_t i = inner.first; i <= inner.last; ++i) {
        const Line* line = article->line_with(inner.first);
        if (inner.last >= line->end) break;
        cases.push_back({line, &inner, i});
        const size_t n = names::inner_features(*line, inner.first, inner.last, i, inner.sort, features);
        for (size_t k = 0; k < n; ++k) ++counts[features[k]];
      }
  FloatNetwork network(counts, 2, 256, 16, tag_count, o.seed + 7);
  Random random(o.seed + 77);
  std::vector<float> scores(tag_count);
  const uint32_t epochs = 8;
  for (uint32_t epoch = 0; epoch < epochs; ++epoch) {
    random.shuffle(cases);
    for (const Case& c : cases) {
      const float rate = 0.05f * (1 - 0.95f * static_cast<float>(epoch) / epochs);
      const size_t n =
          names::inner_features(*c.line, c.inner->first, c.inner->last, c.word, c.inner->sort, features);
      network.activate({features, n}, 0.2f);
      network.scores(0, tag_count, scores.data());
      softmax(scores.data(), tag_count);
      scores[c.inner->tags[c.word - c.inner->first]] -= 1;
      network.learn(0, tag_count, scores.data(), rate);
      network.step(rate);
    }
  }
  std::fprintf(stderr, "  names within names: %zu words\n", cases.size());
  network.write(sections, "inner");
}

names::Model open(const std::string& bytes) {
  Result<names::Model> model = names::open_name_model(bytes, "training");
  if (!model.ok()) throw std::runtime_error(model.error().what);
  return model.take();
}

std::vector<Example> examples_of(const std::vector<const NameArticle*>& articles) {
  std::vector<Example> out;
  for (const NameArticle* article : articles)
    for (const Line& line : article->lines) out.push_back({&line, &article->tags[line.first]});
  return out;
}

// What a model that has not seen an article reads in it, as evidence for its other words.
void set_evidence_by_folds(std::vector<NameArticle*>& articles, Options o, uint32_t folds) {
  for (uint32_t fold = 0; fold < folds; ++fold) {
    std::vector<const NameArticle*> others;
    for (size_t i = 0; i < articles.size(); ++i)
      if (i % folds != fold) others.push_back(articles[i]);
    std::fprintf(stderr, " fold %u of %u\n", fold + 1, folds);
    o.seed += 10;
    // the evidence of earlier folds must not be seen
    Options first = o;
    first.blind = 1.1f;
    Sections sections;
    write_chain(train_chain(examples_of(others), first), sections);
    train_inner(others, first, sections);
    const std::string bytes = weights::write_model(sections);
    const names::Model model = open(bytes);
    for (size_t i = fold; i < articles.size(); i += folds) articles[i]->guess_tags(model);
  }
  for (NameArticle* article : articles)
    names::set_elsewhere(*article->finder, article->guessed, article->lines);
}

void print_score(const char* name, const std::map<std::string, std::array<size_t, 3>>& counts) {
  for (const auto& [kind, c] : counts)
    std::printf("%s %-13s P %5.1f  R %5.1f  F %5.1f  right %zu gold %zu found %zu\n", name, kind.c_str(),
                100.0 * static_cast<double>(c[0]) / static_cast<double>(std::max<size_t>(c[2], 1)),
                100.0 * static_cast<double>(c[0]) / static_cast<double>(std::max<size_t>(c[1], 1)),
                200.0 * static_cast<double>(c[0]) / static_cast<double>(std::max<size_t>(c[1] + c[2], 1)),
                c[0], c[1], c[2]);
}

int train_all(Language language, const std::string& data, const char* out_path, const Settings& settings) {
  const auto tools = load_tools();
  std::vector<NameArticle> articles = read_name_data(language, data, settings, *tools);
  std::vector<NameArticle*> learned;
  std::vector<const NameArticle*> dev;
  const uint32_t dev_fold = settings.count("dev", 10);
  for (size_t i = 0; i < articles.size(); ++i)
    if (i % 10 == dev_fold)
      dev.push_back(&articles[i]);
    else
      learned.push_back(&articles[i]);
  std::fprintf(stderr, "%zu articles to learn from, %zu kept out\n", learned.size(), dev.size());
  Options o;
  o.hidden = settings.count("hidden", o.hidden);
  o.buckets = settings.count("buckets", o.buckets);
  o.shrunk = settings.count("shrunk", o.shrunk);
  o.cutoff = settings.count("cutoff", o.cutoff);
  o.epochs = settings.count("epochs", o.epochs);
  o.rate = settings.number("rate", o.rate);
  o.dropout = settings.number("dropout", o.dropout);
  o.hidden_dropout = settings.number("hidden_dropout", o.hidden_dropout);
  o.blind = settings.number("blind", o.blind);
  o.seed = settings.count("seed", static_cast<uint32_t>(o.seed));
  Options fold_options = o;
  fold_options.epochs = settings.count("fold_epochs", 5);
  set_evidence_by_folds(learned, fold_options, settings.count("folds", 4));
  const std::vector<const NameArticle*> all(learned.begin(), learned.end());
  Sections sections;
  write_chain(train_chain(examples_of(all), o), sections);
  train_inner(all, o, sections);
  const std::string bytes = weights::write_model(sections);
  const bool written = write_file(out_path, bytes);
  if (!dev.empty()) {
    const names::Model model = open(bytes);
    print_score("rules", score_names(dev, nullptr));
    print_score("model", score_names(dev, &model, settings.count("errors", 0) != 0));
  }
  return written ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  return run("train_names", "DATA", argc, argv, train_all);
}
