// Part of speech and features of each token, from left to right: a network picks the part of speech, then the
// features among those that training saw with it.
#pragma once

#include <span>
#include <vector>

#include "document/syntax.hpp"
#include "syntax/codes.hpp"
#include "weights/network.hpp"

namespace recoupe::syntax {

struct Label {
  Upos upos = Upos::unknown;
  Features features = 0;
};

inline constexpr uint32_t upos_count = 18;
inline constexpr size_t tagger_margin = 2;  // border codes needed before the first and after the last token

// The features of the token at `code` (tagger_margin codes on each side can be read) after labels `previous`
// and `before_previous` (their numbers + 1; 0 at the border). Returns how many were written.
size_t tagger_features(const TokenCode* code, uint32_t previous, uint32_t before_previous, uint32_t* out);

struct Tagger {
  weights::Network network;             // outputs: the parts of speech, then the labels
  std::vector<Label> labels;            // sorted by part of speech
  uint32_t group[upos_count + 1] = {};  // labels [group[u], group[u + 1]) have part of speech u

  // The number of the label of each token; `codes` has the margins.
  void tag(std::span<const TokenCode> codes, std::span<uint16_t> out) const;
};

Result<Tagger> open_tagger(const weights::ModelFile& file);
// Fills `group` from `labels`.
void index_labels(Tagger& tagger);

}  // namespace recoupe::syntax
