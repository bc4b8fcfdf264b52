// See connector.h. The route is brought into the preset's own coordinates, where it starts at (0, 0) along u and ends at (w, h)
// with w and h not negative; flips and a quarter turn bring it back (presetShapeDefinitions of ECMA-376 part 1).
#include "pptx/connector.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace drawplate {
namespace {

constexpr std::int64_t whole = 100000;          // an adjust value of 1
constexpr std::int64_t largest_ratio = 10000;   // keeps adjust values below 2^31
constexpr std::int64_t smallest_extent = 720;   // 2/100 mm; LibreOffice draws detours of thinner boxes at twice the length
constexpr std::int64_t curve_tolerance = 6350;  // half a point
constexpr std::array<std::string_view, 6> bent_presets = {"", "", "bentConnector2", "bentConnector3", "bentConnector4", "bentConnector5"};
constexpr std::array<std::string_view, 5> curved_presets = {"", "curvedConnector2", "curvedConnector3", "curvedConnector4",
                                                            "curvedConnector5"};

struct LocalPoint {
  std::int64_t u = 0, v = 0;
};

/// How the preset's coordinates lie on the page: start point, whether u runs down instead of right, signs of u and v.
struct LocalAxes {
  EmuPoint start;
  bool turned = false;
  bool flip_h = false, flip_v = false;

  LocalPoint to_local(EmuPoint p) const {
    const std::int64_t dx = p.x - start.x, dy = p.y - start.y;
    const std::int64_t u = turned ? dy : dx, v = turned ? -dx : dy;
    return {flip_h ? -u : u, flip_v ? -v : v};
  }
  /// The frame whose top left corner, turned and flipped, is the start.
  EmuFrame frame(std::int64_t width, std::int64_t height) const {
    EmuFrame frame{start, width, height, turned ? 5400000 : 0, flip_h, flip_v};
    if (!turned) {
      if (flip_h) frame.offset.x -= width;
      if (flip_v) frame.offset.y -= height;
      return frame;
    }
    if (!flip_v) frame.offset.x -= height;  // what is seen is `height` wide and `width` high
    if (flip_h) frame.offset.y -= width;
    frame.offset.x += (height - width) / 2;
    frame.offset.y += (width - height) / 2;
    return frame;
  }
};

/// The signs that make the end's coordinates positive; where the end lies on the start's line, those of the first corner.
LocalAxes axes_of(const std::vector<EmuPoint>& points, bool turned) {
  LocalAxes axes{points.front(), turned};
  const auto sign = [&](auto coordinate) {
    if (const std::int64_t end = coordinate(axes.to_local(points.back())); end != 0) return end < 0;
    for (const EmuPoint& p : points)
      if (const std::int64_t c = coordinate(axes.to_local(p)); c != 0) return c < 0;
    return false;
  };
  const bool flip_h = sign([](LocalPoint p) { return p.u; }), flip_v = sign([](LocalPoint p) { return p.v; });
  axes.flip_h = flip_h;
  axes.flip_v = flip_v;
  return axes;
}

/// `p` on one line with `last` where sums of fractions have missed it by a hair.
EmuPoint aligned(EmuPoint p, EmuPoint last) {
  constexpr std::int64_t hair = 12;  // a thousandth of a point
  return {std::abs(p.x - last.x) <= hair ? last.x : p.x, std::abs(p.y - last.y) <= hair ? last.y : p.y};
}

/// Without repeated points and without points in the middle of a straight line.
std::vector<EmuPoint> corners_of(const Connector& connector) {
  std::vector<EmuPoint> corners;
  for (const Point& point : connector.route) {
    EmuPoint p = to_emu(point);
    if (!corners.empty() && connector.kind == RouteKind::orthogonal) p = aligned(p, corners.back());
    if (!corners.empty() && corners.back() == p) continue;
    if (corners.size() >= 2 && connector.kind == RouteKind::orthogonal) {
      const EmuPoint a = corners[corners.size() - 2], b = corners.back();
      const bool along_x = a.y == b.y && b.y == p.y && (a.x < b.x) == (b.x < p.x);
      const bool along_y = a.x == b.x && b.x == p.x && (a.y < b.y) == (b.y < p.y);
      if (along_x || along_y) corners.pop_back();
    }
    corners.push_back(p);
  }
  return corners;
}

/// True where horizontal and vertical segments alternate.
bool alternates(const std::vector<EmuPoint>& corners) {
  bool vertical = corners[0].x == corners[1].x;
  for (std::size_t i = 0; i + 1 < corners.size(); ++i, vertical = !vertical) {
    const bool fits = vertical ? corners[i].x == corners[i + 1].x : corners[i].y == corners[i + 1].y;
    if (!fits) return false;
  }
  return true;
}

/// The extent over which a coordinate can be told by an adjust value.
std::int64_t extent_for(std::int64_t length, std::int64_t farthest) {
  if (farthest == 0 || length * largest_ratio >= farthest) return length;
  return std::max({length, smallest_extent, farthest / largest_ratio + 1});
}

std::int64_t adjust_value(std::int64_t coordinate, std::int64_t extent) {
  if (extent == 0) return whole / 2;
  const std::int64_t scaled = coordinate * whole, half = extent / 2;
  return (scaled >= 0 ? scaled + half : scaled - half) / extent;
}

PresetRoute straight_route(EmuPoint from, EmuPoint to) {
  const LocalAxes axes = axes_of({from, to}, false);
  const LocalPoint end = axes.to_local(to);
  return {"straightConnector1", axes.frame(end.u, end.v), {}};
}

/// The preset whose pieces meet at these corners, or would but for its curve.
PresetRoute preset_of(std::string_view preset, const LocalAxes& axes, const std::vector<LocalPoint>& corners) {
  std::vector<std::int64_t> us, vs;  // the adjustable coordinates: of every inner segment
  for (std::size_t i = 1; i + 2 < corners.size(); ++i) i % 2 == 1 ? us.push_back(corners[i].u) : vs.push_back(corners[i].v);
  const auto farthest = [](const std::vector<std::int64_t>& coordinates) {
    std::int64_t most = 0;
    for (const std::int64_t c : coordinates) most = std::max(most, std::abs(c));
    return most;
  };
  const LocalPoint end = corners.back();
  const std::int64_t width = extent_for(end.u, farthest(us)), height = extent_for(end.v, farthest(vs));
  PresetRoute route{preset, axes.frame(width, height), {}};
  for (std::size_t i = 0; i < us.size(); ++i) {
    route.adjust.push_back(adjust_value(us[i], width));
    if (i < vs.size()) route.adjust.push_back(adjust_value(vs[i], height));
  }
  return route;
}

PresetRoute bent_route(const std::vector<EmuPoint>& corners) {
  const LocalAxes axes = axes_of(corners, corners[0].x == corners[1].x);
  std::vector<LocalPoint> local;
  for (const EmuPoint p : corners) local.push_back(axes.to_local(p));
  return preset_of(bent_presets[corners.size() - 1], axes, local);
}

bool near_points(const std::vector<EmuPoint>& points, const LocalAxes& axes, const std::vector<LocalPoint>& wanted) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const LocalPoint p = axes.to_local(points[i]);
    if (std::abs(p.u - wanted[i].u) > curve_tolerance || std::abs(p.v - wanted[i].v) > curve_tolerance) return false;
  }
  return true;
}

/// The corners that a preset's curve rounds: it runs through the middles of the pieces between them, and its control points lie
/// half way from there to the corner. `x` and `y` are the adjustable coordinates in turn, then the end's.
std::vector<LocalPoint> preset_curve(const std::vector<LocalPoint>& corners) {
  const auto middle = [](LocalPoint a, LocalPoint b) { return LocalPoint{(a.u + b.u) / 2, (a.v + b.v) / 2}; };
  std::vector<LocalPoint> curve{corners.front()};
  for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
    const LocalPoint to = i + 2 == corners.size() ? corners.back() : middle(corners[i], corners[i + 1]);
    curve.insert(curve.end(), {middle(curve.back(), corners[i]), middle(corners[i], to), to});
  }
  return curve;
}

/// The corners of the preset whose curve has these points: each lies in the middle of the line between two of its anchors, seen
/// along the axes.
std::vector<LocalPoint> corners_of_curve(const std::vector<LocalPoint>& points) {
  std::vector<LocalPoint> corners{points.front()};
  for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
    const bool along_u = (i / 3) % 2 == 0;
    corners.push_back(along_u ? LocalPoint{points[i + 3].u, points[i].v} : LocalPoint{points[i].u, points[i + 3].v});
  }
  corners.push_back(points.back());
  return corners;
}

std::optional<PresetRoute> curved_route(const Connector& connector) {
  std::vector<EmuPoint> points;
  for (const Point& p : connector.route) points.push_back(to_emu(p));
  const std::size_t cubics = points.size() / 3;
  if (cubics >= curved_presets.size()) return std::nullopt;
  for (const bool turned : {false, true}) {
    const LocalAxes axes = axes_of(points, turned);
    std::vector<LocalPoint> local;
    for (const EmuPoint p : points) local.push_back(axes.to_local(p));
    const std::vector<LocalPoint> corners = corners_of_curve(local);
    if (!near_points(points, axes, preset_curve(corners))) continue;
    return preset_of(curved_presets[cubics], axes, corners);
  }
  return std::nullopt;
}

}  // namespace

EmuPoint to_emu(Point point) { return {to_emu(point.x).value, to_emu(point.y).value}; }

EmuFrame to_emu(Rect rect) {
  const EmuPoint from = to_emu(Point{rect.left(), rect.top()}), to = to_emu(Point{rect.right(), rect.bottom()});
  return {from, to.x - from.x, to.y - from.y};
}

std::optional<PresetRoute> find_preset_route(const Connector& connector) {
  if (connector.kind == RouteKind::curved && connector.route.size() >= 4) return curved_route(connector);
  const std::vector<EmuPoint> corners = corners_of(connector);
  if (corners.size() == 1) return straight_route(corners[0], corners[0]);
  if (corners.size() == 2) return straight_route(corners[0], corners[1]);
  if (corners.empty() || corners.size() > bent_presets.size() || !alternates(corners)) return std::nullopt;
  return bent_route(corners);
}

}  // namespace drawplate
