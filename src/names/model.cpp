#include "names/model.hpp"

#include <algorithm>
#include <cstring>

namespace recoupe::names {
namespace {

constexpr int32_t impossible = -1'000'000'000;

EntityKind kind_of(Sort sort) {
  switch (sort) {
    case Sort::person:
      return EntityKind::person;
    case Sort::place:
      return EntityKind::place;
    case Sort::organisation:
      return EntityKind::organisation;
    case Sort::event:
      return EntityKind::event;
    case Sort::thing:
      return EntityKind::other;
  }
  return EntityKind::other;
}

}  // namespace

bool may_follow(uint32_t before, uint32_t after) {
  const auto open = [](uint32_t tag) {
    return tag != 0 && tag != tag_count && (part_of(tag) == Part::begin || part_of(tag) == Part::inside);
  };
  const auto goes_on = [](uint32_t tag) {
    return tag != 0 && tag != tag_count && (part_of(tag) == Part::inside || part_of(tag) == Part::end);
  };
  if (open(before) != goes_on(after)) return false;
  return !open(before) || sort_of(before) == sort_of(after);
}

void best_path(const std::vector<int32_t>& scores, const int32_t* transitions, std::vector<uint8_t>& out) {
  const size_t size = scores.size() / tag_count;
  if (size == 0) return;
  const auto move = [&](uint32_t from, uint32_t to) {
    if (!may_follow(from, to)) return impossible;
    return transitions == nullptr ? 0 : transitions[from * (tag_count + 1) + to];
  };
  std::vector<int64_t> best(tag_count), next(tag_count);
  std::vector<uint8_t> back(size * tag_count);
  std::vector<int32_t> moves((tag_count + 1) * (tag_count + 1));
  for (uint32_t from = 0; from <= tag_count; ++from)
    for (uint32_t to = 0; to <= tag_count; ++to) moves[from * (tag_count + 1) + to] = move(from, to);
  for (uint32_t to = 0; to < tag_count; ++to)
    best[to] = int64_t{moves[tag_count * (tag_count + 1) + to]} + scores[to];
  for (size_t i = 1; i < size; ++i) {
    for (uint32_t to = 0; to < tag_count; ++to) {
      uint32_t from_best = 0;
      int64_t top = INT64_MIN;
      for (uint32_t from = 0; from < tag_count; ++from) {
        const int64_t value = best[from] + moves[from * (tag_count + 1) + to];
        if (value > top) {
          top = value;
          from_best = from;
        }
      }
      next[to] = top + scores[i * tag_count + to];
      back[i * tag_count + to] = static_cast<uint8_t>(from_best);
    }
    best.swap(next);
  }
  uint32_t at = 0;
  int64_t top = INT64_MIN;
  for (uint32_t tag = 0; tag < tag_count; ++tag) {
    const int64_t value = best[tag] + moves[tag * (tag_count + 1) + tag_count];
    if (value > top) {
      top = value;
      at = tag;
    }
  }
  const size_t start = out.size();
  out.resize(start + size);
  for (size_t i = size; i-- > 0;) {
    out[start + i] = static_cast<uint8_t>(at);
    at = back[i * tag_count + at];
  }
}

void Model::tag(const Line& line, std::vector<uint8_t>& out) const {
  const size_t size = line.end - line.first;
  std::vector<int32_t> scores(size * tag_count);
  uint32_t features[weights::most_features];
  alignas(64) int16_t hidden[weights::widest_hidden];
  for (size_t i = 0; i < size; ++i) {
    const size_t count = name_features(&line.sights[i + margin], features);
    outer.activate({features, count}, hidden);
    outer.scores(hidden, 0, tag_count, &scores[i * tag_count]);
  }
  best_path(scores, transitions, out);
}

Result<Model> open_name_model(std::string_view bytes, std::string_view name) {
  Result<weights::ModelFile> file = weights::ModelFile::open(bytes, name);
  if (!file.ok()) return file.error();
  Result<weights::Network> outer = weights::open_network(file.value(), "outer");
  if (!outer.ok()) return outer.error();
  Result<weights::Network> inner = weights::open_network(file.value(), "inner");
  if (!inner.ok()) return inner.error();
  Model model{outer.take(), inner.take()};
  const std::string_view moves = file.value().section("outer.moves");
  if (moves.size() != (tag_count + 1) * (tag_count + 1) * sizeof(int32_t) ||
      model.outer.outputs != tag_count || model.inner.outputs != tag_count)
    return Error{std::string(name), "damaged model: names"};
  model.transitions = reinterpret_cast<const int32_t*>(moves.data());
  return model;
}

namespace {

// The names in a sequence of tags that begins at word `first`.
void collect(const std::vector<uint8_t>& tags, size_t first, std::vector<Found>& out) {
  for (size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == 0) continue;
    size_t last = i;
    while (last + 1 < tags.size() && part_of(tags[last]) != Part::end && part_of(tags[last]) != Part::single)
      ++last;
    out.push_back({first + i, first + last, kind_of(sort_of(tags[i])), "model"});
    i = last;
  }
}

const Line& line_with(const std::vector<Line>& lines, size_t word) {
  return *std::prev(std::upper_bound(lines.begin(), lines.end(), word,
                                     [](size_t w, const Line& line) { return w < line.first; }));
}

void add_inner(const Model& model, const Line& line, const Found& outer, Sort sort, std::vector<Found>& out) {
  const size_t size = outer.last - outer.first + 1;
  if (size < 2) return;
  std::vector<int32_t> scores(size * tag_count);
  uint32_t features[weights::most_features];
  alignas(64) int16_t hidden[weights::widest_hidden];
  for (size_t i = 0; i < size; ++i) {
    const size_t count = inner_features(line, outer.first, outer.last, outer.first + i, sort, features);
    model.inner.activate({features, count}, hidden);
    model.inner.scores(hidden, 0, tag_count, &scores[i * tag_count]);
  }
  std::vector<uint8_t> tags;
  best_path(scores, nullptr, tags);
  std::vector<Found> within;
  collect(tags, outer.first, within);
  for (Found& item : within) {
    if (item.first == outer.first && item.last == outer.last) continue;
    item.inner = true;
    out.push_back(item);
  }
}

}  // namespace

std::vector<Found> read_names(const Finder& f, const Model& model, const std::vector<Found>& proposals) {
  std::vector<Line> lines = lines_of(f, proposals);
  std::vector<uint8_t> tags;
  for (const Line& line : lines) model.tag(line, tags);
  set_elsewhere(f, tags, lines);
  tags.clear();
  for (const Line& line : lines) model.tag(line, tags);
  std::vector<Found> outer, out;
  collect(tags, 0, outer);
  for (const Found& item : outer) {
    out.push_back(item);
    add_inner(model, line_with(lines, item.first), item, sort_of(tags[item.first]), out);
  }
  return out;
}

}  // namespace recoupe::names
