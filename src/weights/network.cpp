#include "weights/network.hpp"

#include <algorithm>
#include <cstring>

namespace recoupe::weights {
namespace {

using Bytes16 = int8_t __attribute__((vector_size(16)));
using Words16 = int16_t __attribute__((vector_size(32)));

// One build for every x86-64 and one for those with AVX2, picked when the program starts; same results.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define RECOUPE_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define RECOUPE_CLONES
#endif

RECOUPE_CLONES void sum_rows(const int8_t* rows, const uint32_t* ids, size_t count, const int16_t* bias,
                             uint32_t hidden, int16_t* out) {
  for (uint32_t at = 0; at < hidden; at += 16) {
    Words16 sum;
    std::memcpy(&sum, bias + at, sizeof(sum));
    for (size_t i = 0; i < count; ++i) {
      Bytes16 row;
      std::memcpy(&row, rows + size_t{ids[i]} * hidden + at, sizeof(row));
      sum += __builtin_convertvector(row, Words16);
    }
    const Words16 zero{};
    sum = sum > zero ? sum : zero;
    std::memcpy(out + at, &sum, sizeof(sum));
  }
}

RECOUPE_CLONES int32_t dot(const int16_t* a, const int16_t* b, uint32_t size) {
  int32_t sum = 0;
  for (uint32_t i = 0; i < size; ++i) sum += int32_t{a[i]} * b[i];
  return sum;
}

RECOUPE_CLONES void dots(const int16_t* a, const int16_t* rows, uint32_t size, uint32_t count, int32_t* out) {
  for (uint32_t k = 0; k < count; ++k) {
    const int16_t* b = rows + size_t{k} * size;
    int32_t sum = 0;
    for (uint32_t i = 0; i < size; ++i) sum += int32_t{a[i]} * b[i];
    out[k] += sum;
  }
}

}  // namespace

void Network::activate(std::span<const uint32_t> features, int16_t* out) const {
  uint32_t ids[most_features];
  size_t count = 0;
  for (const uint32_t f : features.first(std::min(features.size(), most_features)))
    if (const uint32_t row = table.row(f); row != FeatureTable::none) {
      __builtin_prefetch(rows + size_t{row} * hidden);
      ids[count++] = row;
    }
  sum_rows(rows, ids, count, bias, hidden, out);
}

int32_t Network::score(const int16_t* activation, uint32_t output) const {
  return output_bias[output] + dot(activation, weights + size_t{output} * hidden, hidden);
}

void Network::scores(const int16_t* activation, uint32_t begin, uint32_t end, int32_t* out) const {
  std::copy(output_bias + begin, output_bias + end, out);
  dots(activation, weights + size_t{begin} * hidden, hidden, end - begin, out);
}

Result<Network> open_network(const ModelFile& file, std::string_view prefix) {
  const auto section = [&](std::string_view part) {
    return file.section(std::string(prefix) + "." + std::string(part));
  };
  const auto damaged = [&] { return Error{file.name(), "damaged model: " + std::string(prefix)}; };
  uint32_t sizes[3];  // buckets, hidden, outputs
  if (section("size").size() != sizeof(sizes)) return damaged();
  std::memcpy(sizes, section("size").data(), sizeof(sizes));
  Network network;
  network.table.buckets = sizes[0];
  network.hidden = sizes[1];
  network.outputs = sizes[2];
  if (sizes[0] == 0 || sizes[0] > 65536 || sizes[1] == 0 || sizes[1] > widest_hidden || sizes[1] % 16 != 0 ||
      sizes[2] > 4096)
    return damaged();
  const size_t rows = size_t{sizes[0]} * 4;
  if (section("checks").size() != rows * 2 || section("rows").size() != rows * sizes[1] ||
      section("bias").size() != sizes[1] * 2u ||
      section("weights").size() != size_t{sizes[1]} * sizes[2] * 2 ||
      section("output_bias").size() != sizes[2] * 4u)
    return damaged();
  network.table.checks = reinterpret_cast<const uint16_t*>(section("checks").data());
  network.rows = reinterpret_cast<const int8_t*>(section("rows").data());
  network.bias = reinterpret_cast<const int16_t*>(section("bias").data());
  network.weights = reinterpret_cast<const int16_t*>(section("weights").data());
  network.output_bias = reinterpret_cast<const int32_t*>(section("output_bias").data());
  return network;
}

}  // namespace recoupe::weights
