// The templates of the trained model of names. Part of the model format: a change here needs new weights.
#include "names/model.hpp"
#include "weights/hashing.hpp"

namespace recoupe::names {

size_t name_features(const Sight* at, uint32_t* out) {
  const Sight &w = at[0], &l = at[-1], &ll = at[-2], &r = at[1], &rr = at[2];
  size_t n = 0;
  const auto add = [&](uint32_t number, uint32_t a, uint32_t b = 0, uint32_t c = 0, uint32_t d = 0) {
    out[n++] = weights::feature(1000 + number, a, b, c, d);
  };
  // letters
  add(1, w.key);
  add(2, w.form);
  add(3, l.key);
  add(4, r.key);
  add(5, ll.key);
  add(6, rr.key);
  add(7, l.key, w.key);
  add(8, w.key, r.key);
  add(9, l.key, r.key, w.shape);
  for (uint32_t k = 0; k < 3; ++k) add(10 + k, w.suffix[k], w.shape);
  for (uint32_t k = 0; k < 2; ++k) add(13 + k, w.prefix[k], w.shape);
  add(15, w.shape, w.before);
  add(16, l.shape, w.shape, r.shape);
  add(17, w.shape, w.lists, w.before);
  add(18, l.key, w.shape);
  add(19, r.key, w.shape);
  add(20, ll.key, l.key, w.shape);
  add(21, r.key, rr.key, w.shape);
  add(22, l.suffix[1], w.shape);
  add(23, r.suffix[1], w.shape);
  add(24, w.before, r.before, w.shape);
  // tags and trees
  add(25, w.upos, w.shape);
  add(26, l.upos, w.upos);
  add(27, w.upos, r.upos);
  add(28, l.upos, w.upos, r.upos);
  add(29, w.relation, w.head, w.shape != l.shape);
  add(30, w.relation, w.upos, w.shape);
  add(31, w.head, w.shape);
  // lists
  add(32, w.lists, w.shape);
  add(33, w.roles, w.shape);
  add(34, l.roles, w.roles, w.shape);
  add(35, w.roles, r.roles, w.shape);
  add(36, l.lists, w.lists);
  add(37, w.lists, r.lists);
  add(38, w.gazetteer);
  add(39, w.gazetteer, w.locative, w.lists);
  add(40, l.gazetteer, w.gazetteer);
  add(41, w.gazetteer, r.gazetteer);
  add(42, w.gazetteer, l.key);
  add(43, w.known);
  add(44, w.known, w.key);
  add(45, w.locative, w.shape, w.lists);
  add(46, w.roles, w.gazetteer, w.lists);
  // the rules
  add(47, w.proposal);
  add(48, w.proposal, w.rule);
  add(49, l.proposal, w.proposal);
  add(50, w.proposal, r.proposal);
  add(51, w.proposal, w.rule, w.upos, w.shape);
  add(52, w.proposal, w.key);
  add(53, w.proposal, l.key);
  add(54, w.proposal, r.key);
  add(55, w.proposal, w.gazetteer, w.known);
  add(56, w.proposal, w.run);
  // capitalised words together
  add(57, w.run, w.shape);
  add(58, w.run, w.run_first);
  add(59, w.run, w.run_last);
  add(60, w.run_last, w.shape);
  add(61, w.noun, w.shape);
  add(62, w.noun, w.proposal);
  add(63, w.run, w.noun);
  // the article
  add(64, w.elsewhere);
  add(65, w.elsewhere, w.proposal);
  add(66, l.elsewhere, w.elsewhere);
  add(67, w.elsewhere, r.elsewhere);
  add(68, w.elsewhere, w.lists, w.shape);
  add(69, w.elsewhere, l.key);
  add(70, w.line, w.shape);
  add(71, w.line, w.proposal);
  return n;
}

size_t inner_features(const Line& line, size_t first, size_t last, size_t i, Sort sort, uint32_t* out) {
  const auto sight = [&](size_t word) -> const Sight& { return line.sights[word - line.first + margin]; };
  const Sight &w = sight(i), &l = sight(i - (i > first ? 1 : 0)), &r = sight(i < last ? i + 1 : i);
  const auto kind = static_cast<uint32_t>(sort);
  const uint32_t place = (i == first ? 0u : i == last ? 2u : 1u) + (last - first > 3 ? 4u : 0u);
  size_t n = 0;
  const auto add = [&](uint32_t number, uint32_t a, uint32_t b = 0, uint32_t c = 0, uint32_t d = 0) {
    out[n++] = weights::feature(2000 + number, a, b, c, d);
  };
  add(1, kind, place, w.shape);
  add(2, w.key);
  add(3, l.key, kind, i > first);
  add(4, r.key, kind, i < last);
  add(5, sight(first).key, kind);
  add(6, sight(first).key, w.gazetteer);
  add(7, w.gazetteer, kind);
  add(8, w.gazetteer, kind, place);
  add(9, w.gazetteer, l.key, kind);
  add(10, w.roles, w.shape);
  add(11, w.lists, w.shape);
  add(12, w.known);
  add(13, l.shape, w.shape, r.shape);
  add(14, w.elsewhere, kind);
  add(15, w.rule, kind);
  add(16, l.upos, w.upos, r.upos);
  add(17, w.gazetteer, sight(first).shape, kind);
  add(18, w.gazetteer, r.gazetteer, l.gazetteer);
  add(19, sight(first).roles, kind, w.gazetteer);
  add(20, w.suffix[1]);
  return n;
}

}  // namespace recoupe::names
