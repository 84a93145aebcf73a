// A network of one hidden layer over sparse features, in integers alone: the same scores on every machine.
//
// Each feature that training found worth keeping has a row of int8 weights; the rows of the features present
// are summed, negative sums cut to zero, and each output is a dot product. Rows are found by 32-bit hash in
// buckets of four 16-bit checks, so that a feature never seen in training costs no row and adds no noise.
#pragma once

#include <cstdint>
#include <span>

#include "weights/model_file.hpp"

namespace recoupe::weights {

inline constexpr size_t most_features = 160;
inline constexpr size_t widest_hidden = 256;  // and a multiple of 16

struct FeatureTable {
  const uint16_t* checks = nullptr;  // 4 a bucket; 0: empty
  uint32_t buckets = 0;              // at most 65536

  static constexpr uint32_t none = UINT32_MAX;
  uint32_t row(uint32_t feature) const {
    const uint32_t bucket = bucket_of(feature);
    const auto check = static_cast<uint16_t>(check_of(feature));
    const uint16_t* at = checks + size_t{bucket} * 4;
    for (uint32_t i = 0; i < 4; ++i)
      if (at[i] == check) return bucket * 4 + i;
    return none;
  }
  uint32_t bucket_of(uint32_t feature) const { return ((feature >> 16) * buckets) >> 16; }
  static uint32_t check_of(uint32_t feature) { return (feature & 0xFFFF) == 0 ? 1 : feature & 0xFFFF; }
};

struct Network {
  FeatureTable table;
  uint32_t hidden = 0, outputs = 0;
  const int8_t* rows = nullptr;      // buckets * 4 × hidden
  const int16_t* bias = nullptr;     // hidden
  const int16_t* weights = nullptr;  // outputs × hidden
  const int32_t* output_bias = nullptr;

  // Sums the rows of `features` into hidden[], cut at zero.
  void activate(std::span<const uint32_t> features, int16_t* out) const;
  int32_t score(const int16_t* activation, uint32_t output) const;
  void scores(const int16_t* activation, uint32_t begin, uint32_t end, int32_t* out) const;
};

// The sections «PREFIX.size», «.checks», «.rows», «.bias», «.weights» and «.output_bias» of the file.
Result<Network> open_network(const ModelFile& file, std::string_view prefix);

}  // namespace recoupe::weights
