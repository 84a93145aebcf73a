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
constexpr double shape = 0.56;           // height of the map by its width
constexpr double core = 0.65;            // of all mentions lie near the middle of the first view,
constexpr double beyond_core = 1.3;      // which reaches a little further
constexpr double points_a_line = 1400;   // steps finer than the region's width over this are left out
constexpr double worth_a_second = 2.5;   // times larger than the first view

struct Box {
  double west = 180, south = 90, east = -180, north = -90;
  double width() const { return east - west; }
  double height() const { return north - south; }
};

// The box with free margin, made as high as the page's map is: `shape` of its width, seen at its latitude.
Box padded(const Box& box) {
  const double cx = (box.west + box.east) / 2, cy = (box.south + box.north) / 2;
  const double shrink = std::max(0.2, std::cos(cy * 3.14159265358979 / 180));
  const double room = 1 + 2 * margin;
  const double width =
      std::max({smallest_region, box.width() * room, box.height() * room / (shape * shrink)});
  const double height = width * shape * shrink;
  return {std::max(-180.0, cx - width / 2), std::max(-85.0, cy - height / 2), std::min(180.0, cx + width / 2),
          std::min(85.0, cy + height / 2)};
}

struct Weighted {
  double at;
  size_t weight;
};

// The value below which `share` of the weight lies.
double quantile(std::vector<Weighted> values, double share) {
  std::sort(values.begin(), values.end(), [](const Weighted& a, const Weighted& b) { return a.at < b.at; });
  double total = 0, passed = 0;
  for (const Weighted& value : values) total += static_cast<double>(value.weight);
  for (const Weighted& value : values)
    if ((passed += static_cast<double>(value.weight)) >= total * share) return value.at;
  return values.back().at;
}

struct Point {
  double x, y;
  size_t weight;
};

// The box of the points around which most mentions lie: a capital or a homonym far off, named once, would
// make a map of the world of a story told in one valley.
Box box_of(const std::vector<Point>& points, bool whole) {
  std::vector<Weighted> xs, ys, distances;
  for (const Point& point : points) {
    xs.push_back({point.x, point.weight});
    ys.push_back({point.y, point.weight});
  }
  const double cx = quantile(xs, 0.5), cy = quantile(ys, 0.5);
  const auto distance = [&](const Point& point) {
    return std::max(std::abs(point.x - cx), std::abs(point.y - cy));
  };
  for (const Point& point : points) distances.push_back({distance(point), point.weight});
  const double reach = whole ? 360 : quantile(distances, core) * beyond_core;
  Box box;
  for (const Point& point : points) {
    if (distance(point) > reach) continue;
    box.west = std::min(box.west, point.x);
    box.east = std::max(box.east, point.x);
    box.south = std::min(box.south, point.y);
    box.north = std::max(box.north, point.y);
  }
  return padded(box);
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
  // Whether the step from point i to the next touches the box; long steps cross it with both ends outside.
  const auto touches = [&](size_t i) {
    const auto [x, u] = std::minmax({line.points[i].first / 1000.0, line.points[i + 1].first / 1000.0});
    const auto [y, v] = std::minmax({line.points[i].second / 1000.0, line.points[i + 1].second / 1000.0});
    if (u - x > 180) return false;  // the step around the back of the globe is not drawn across its face
    return x <= box.east && u >= box.west && y <= box.north && v >= box.south;
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
  const auto far = [&](int a, int b) { return std::abs(a - b) >= step; };
  for (size_t i = 0; i < line.points.size(); ++i) {
    const bool before = i > 0 && touches(i - 1);
    const bool after = i + 1 < line.points.size() && touches(i);
    const auto& point = line.points[i];
    if (!before) finish();
    if (!before && !after) continue;
    // Both ends of a run are kept; between them what lies too near to the last point is left out.
    if (run.empty() || !after || far(point.first, run.back().first) || far(point.second, run.back().second))
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
  std::vector<Point> points;
  for (const DossierEntity& entity : dossier.entities)
    if (entity.kind == EntityKind::place && entity.iso.empty() && entity.latitude && entity.longitude)
      points.push_back({*entity.longitude, *entity.latitude, entity.members.size() + 1});
  Json out{{"views", Json::array()}};
  if (points.empty()) return out.dump();
  const std::vector<Line> lines = all_lines();
  const Box first = box_of(points, false);
  const Box whole = box_of(points, true);
  out["views"].push_back(view(first, lines));
  if (whole.width() > worth_a_second * first.width() || whole.height() > worth_a_second * first.height())
    out["views"].push_back(view(whole, lines));
  return out.dump();
}

}  // namespace recoupe::report
