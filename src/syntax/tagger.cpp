#include "syntax/tagger.hpp"

#include <algorithm>
#include <cstring>

#include "weights/hashing.hpp"

namespace recoupe::syntax {

size_t tagger_features(const TokenCode* code, uint32_t previous, uint32_t before_previous, uint32_t* out) {
  const TokenCode &w = code[0], &l = code[-1], &ll = code[-2], &r = code[1], &rr = code[2];
  size_t n = 0;
  const auto add = [&](uint32_t number, uint32_t a, uint32_t b = 0, uint32_t c = 0, uint32_t d = 0) {
    out[n++] = weights::feature(number, a, b, c, d);
  };
  add(1, w.lower);
  add(2, w.form);
  add(3, l.lower);
  add(4, r.lower);
  add(5, ll.lower);
  add(6, rr.lower);
  add(7, l.lower, w.lower);
  add(8, w.lower, r.lower);
  add(9, l.lower, r.lower);
  for (uint32_t i = 0; i < 4; ++i) add(10 + i, w.suffix[i]);
  for (uint32_t i = 0; i < 3; ++i) add(14 + i, w.prefix[i]);
  add(17, w.shape);
  add(18, w.shape, l.shape, previous == 0);
  add(19, w.shape, r.shape);
  add(20, w.ambiguity);
  add(21, w.ambiguity, w.name_ambiguity, w.shape);
  add(22, l.ambiguity, w.ambiguity);
  add(23, w.ambiguity, r.ambiguity);
  add(24, l.ambiguity, w.ambiguity, r.ambiguity);
  add(25, w.ambiguity, r.ambiguity, rr.ambiguity);
  add(26, r.ambiguity);
  add(27, rr.ambiguity);
  add(28, previous);
  add(29, previous, before_previous);
  add(30, previous, w.ambiguity);
  add(31, previous, w.lower);
  add(32, previous, w.ambiguity, r.ambiguity);
  add(33, previous, before_previous, w.ambiguity);
  add(34, previous, w.suffix[2]);
  add(35, w.suffix[2], w.shape, previous == 0);
  add(36, w.ambiguity, w.suffix[1]);
  add(37, l.suffix[2]);
  add(38, r.suffix[2]);
  add(39, r.suffix[1]);
  add(40, previous, r.lower);
  add(41, l.lower, w.ambiguity);
  add(42, w.ambiguity, r.lower);
  add(43, previous, w.suffix[3]);
  add(44, ll.lower, l.lower, w.ambiguity);
  add(45, w.suffix[3], w.ambiguity);
  add(46, r.shape);
  add(47, r.name_ambiguity, w.name_ambiguity);
  add(48, previous, w.name_ambiguity, w.shape);
  return n;
}

void index_labels(Tagger& tagger) {
  uint32_t at = 0;
  for (uint32_t u = 0; u <= upos_count; ++u) {
    while (at < tagger.labels.size() && static_cast<uint32_t>(tagger.labels[at].upos) < u) ++at;
    tagger.group[u] = at;
  }
}

void Tagger::tag(std::span<const TokenCode> codes, std::span<uint16_t> out) const {
  uint32_t features[weights::most_features];
  alignas(64) int16_t hidden[weights::widest_hidden];
  int32_t scores[4096];
  uint32_t previous = 0, before = 0;
  for (size_t i = 0; i < out.size(); ++i) {
    const size_t count = tagger_features(&codes[i + tagger_margin], previous, before, features);
    network.activate({features, count}, hidden);
    network.scores(hidden, 0, upos_count, scores);
    uint32_t best_upos = 1;
    for (uint32_t u = 1; u < upos_count; ++u)
      if (group[u] < group[u + 1] &&
          (scores[u] > scores[best_upos] || group[best_upos] == group[best_upos + 1]))
        best_upos = u;
    const uint32_t begin = group[best_upos], end = group[best_upos + 1];
    uint32_t best = begin;
    if (end - begin > 1) {
      network.scores(hidden, upos_count + begin, upos_count + end, scores);
      best = begin + static_cast<uint32_t>(std::max_element(scores, scores + (end - begin)) - scores);
    }
    out[i] = static_cast<uint16_t>(best);
    before = previous;
    previous = best + 1;
  }
}

Result<Tagger> open_tagger(const weights::ModelFile& file) {
  Result<weights::Network> network = weights::open_network(file, "tagger");
  if (!network.ok()) return network.error();
  Tagger tagger;
  tagger.network = network.value();
  const std::string_view labels = file.section("tagger.labels");  // u32 part of speech, u32 features
  if (labels.empty() || labels.size() % 8 != 0 || labels.size() / 8 + upos_count != tagger.network.outputs)
    return Error{file.name(), "damaged model: labels"};
  for (size_t i = 0; i < labels.size(); i += 8) {
    uint32_t pair[2];
    std::memcpy(pair, labels.data() + i, sizeof(pair));
    if (pair[0] >= upos_count || (i > 0 && pair[0] < static_cast<uint32_t>(tagger.labels.back().upos)))
      return Error{file.name(), "damaged model: labels"};
    tagger.labels.push_back({static_cast<Upos>(pair[0]), pair[1]});
  }
  index_labels(tagger);
  return tagger;
}

}  // namespace recoupe::syntax
