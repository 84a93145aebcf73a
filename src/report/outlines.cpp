#include "report/outlines.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace recoupe::report {

std::string_view embedded(std::string_view path);

namespace {

using Json = nlohmann::ordered_json;

constexpr double smallest_region = 1.2;  // degrees: a single village is shown with its surroundings
constexpr double margin = 0.3;           // of the region's width, kept free around it
constexpr double core = 0.9;             // of all mentions lie in the first view
constexpr double points_a_line = 1400;   // steps finer than the region's width over this are left out
constexpr double worth_a_second = 2.5;   // times larger than the first view

struct Box {
  double west = 180, south = 90, east = -180, north = -90;
  double width() const { return east - west; }
  double height() const { return north - south; }
  bool contains(double x, double y) const { return west <= x && x <= east && south <= y && y <= north; }
};

struct Weighted {
  double at;
  size_t weight;
};

// The stretch that holds `share` of the weight, the same of the rest left out on either side.
std::pair<double, double> middle(std::vector<Weighted> values, double share) {
  std::sort(values.begin(), values.end(), [](const Weighted& a, const Weighted& b) { return a.at < b.at; });
  size_t total = 0;
  for (const Weighted& value : values) total += value.weight;
  const double cut = static_cast<double>(total) * (1 - share) / 2;
  const auto edge = [cut](auto begin, auto end) {
    double passed = 0;
    for (auto it = begin; it != end; ++it)
      if ((passed += static_cast<double>(it->weight)) > cut) return it->at;
    return begin->at;
  };
  return {edge(values.begin(), values.end()), edge(values.rbegin(), values.rend())};
}

Box padded(std::pair<double, double> x, std::pair<double, double> y) {
  const double shrink = std::max(0.2, std::cos((y.first + y.second) / 2 * 3.14159265358979 / 180));
  const double size = std::max({smallest_region, (x.second - x.first) * (1 + 2 * margin),
                                (y.second - y.first) / shrink * (1 + 2 * margin)});
  const double half_width = std::max((x.second - x.first) / 2 * (1 + 2 * margin), size * 0.5);
  const double half_height = std::max((y.second - y.first) / 2 * (1 + 2 * margin), size * 0.28 * shrink);
  const double cx = (x.first + x.second) / 2, cy = (y.first + y.second) / 2;
  return {std::max(-180.0, cx - half_width), std::max(-85.0, cy - half_height),
          std::min(180.0, cx + half_width), std::min(85.0, cy + half_height)};
}

struct Line {
  bool border = false;
  std::vector<std::pair<int, int>> points;  // thousandths of a degree
};

Line parse(std::string_view row) {
  Line line;
  line.border = row.substr(0, row.find('\t')) == "border";
  const char* at = row.data() + std::min(row.size(), row.find('\t') + 1);
  const char* end = row.data() + row.size();
  int x = 0, y = 0;
  while (at < end) {
    int dx = 0, dy = 0;
    at = std::from_chars(at, end, dx).ptr;
    if (at < end) ++at;
    at = std::from_chars(at, end, dy).ptr;
    if (at < end) ++at;
    line.points.emplace_back(x += dx, y += dy);
  }
  return line;
}

// The runs of the line that lie in the box, with one point outside at either end, thinned to what can be
// seen.
void cut(const Line& line, const Box& box, Json& out) {
  const double step = box.width() / points_a_line * 1000;
  const auto inside = [&](size_t i) {
    return box.contains(line.points[i].first / 1000.0, line.points[i].second / 1000.0);
  };
  std::vector<std::pair<int, int>> run;
  const auto finish = [&] {
    if (run.size() > 1) {
      Json steps = Json::array({run[0].first, run[0].second});
      for (size_t i = 1; i < run.size(); ++i) {
        steps.push_back(run[i].first - run[i - 1].first);
        steps.push_back(run[i].second - run[i - 1].second);
      }
      out.push_back(std::move(steps));
    }
    run.clear();
  };
  for (size_t i = 0; i < line.points.size(); ++i) {
    const bool last = i + 1 == line.points.size();
    const bool near = inside(i) || (i > 0 && inside(i - 1)) || (!last && inside(i + 1));
    if (!near) {
      finish();
      continue;
    }
    const auto far = [&](int a, int b) { return std::abs(a - b) >= step; };
    const auto& point = line.points[i];
    if (run.empty() || last || !inside(i) || far(point.first, run.back().first) ||
        far(point.second, run.back().second))
      run.push_back(point);
  }
  finish();
}

Json view(const Box& box, const std::vector<Line>& lines) {
  const auto degrees = [](double value) { return std::round(value * 1000) / 1000; };
  Json out{{"box", {degrees(box.west), degrees(box.south), degrees(box.east), degrees(box.north)}},
           {"coast", Json::array()},
           {"border", Json::array()}};
  for (const Line& line : lines) cut(line, box, out[line.border ? "border" : "coast"]);
  return out;
}

std::vector<Line> all_lines() {
  std::vector<Line> lines;
  std::string_view rest = embedded("outlines.tsv");
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    if (end > 0 && rest[0] != '#') lines.push_back(parse(rest.substr(0, end)));
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return lines;
}

}  // namespace

std::string outlines_json(const Dossier& dossier) {
  std::vector<Weighted> x, y;
  for (const DossierEntity& entity : dossier.entities) {
    if (entity.kind != EntityKind::place || !entity.latitude || !entity.longitude) continue;
    x.push_back({*entity.longitude, entity.members.size() + 1});
    y.push_back({*entity.latitude, entity.members.size() + 1});
  }
  Json out{{"views", Json::array()}};
  if (x.empty()) return out.dump();
  const std::vector<Line> lines = all_lines();
  const Box first = padded(middle(x, core), middle(y, core));
  const Box whole = padded(middle(x, 1), middle(y, 1));
  out["views"].push_back(view(first, lines));
  if (whole.width() > worth_a_second * first.width() || whole.height() > worth_a_second * first.height())
    out["views"].push_back(view(whole, lines));
  return out.dump();
}

}  // namespace recoupe::report
