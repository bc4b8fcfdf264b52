// See curved_lines.h.
#include "layout/diagram/line_forms/curved_lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace drawplate {
namespace {

constexpr Pt unlimited = 1e9;
constexpr Pt steepest_end = 6;  ///< how far a curve may be off the line of its end, one head's length before it

Point between(Point a, Point b, double t) { return a + (b - a) * t; }

Vec unit(Vec v) {
  const Pt l = length(v);
  return l > 0 ? v * (1 / l) : Vec{};
}

Point point_at(const Point* c, double t) {
  const Point a = between(c[0], c[1], t), b = between(c[1], c[2], t), d = between(c[2], c[3], t);
  return between(between(a, b, t), between(b, d, t), t);
}

Polyline flattened(const std::vector<Point>& curve) {
  constexpr int parts = 12;
  Polyline line{curve.front()};
  for (std::size_t k = 0; k + 3 < curve.size(); k += 3)
    for (int j = 1; j <= parts; ++j) line.push_back(point_at(&curve[k], static_cast<double>(j) / parts));
  return line;
}

/// How far a head of this length would stand askew at the curve's end.
Pt askew(const Polyline& line, Point end, Point before, Pt head) {
  const Vec along = unit(before - end);
  const bool reversed = length(line.front() - end) < length(line.back() - end);
  Pt most = 0;
  for (std::size_t k = 0; k < line.size(); ++k) {
    const Vec v = line[reversed ? k : line.size() - 1 - k] - end;
    if (length(v) > head) break;
    most = std::max(most, std::abs(v.x * along.y - v.y * along.x));
  }
  return most;
}

class Bender {
 public:
  Bender(LineField& field, PlacedDiagram& placed) : field_(field), placed_(placed) {}

  void run() {
    for (std::size_t i = 0; i < placed_.edges.size(); ++i)
      if (field_.may_change(i) && placed_.edges[i].route.size() > 2) bend(i);
  }

 private:
  void bend(std::size_t i) {
    const Polyline route = placed_.edges[i].route;
    const Edge& edge = placed_.diagram->edges[placed_.edges[i].edge];
    const bool strong = edge.kind == EdgeKind::loop || edge.line == LineKind::thick;
    const Pt air = field_.air(), head = (strong ? 22 : 12) * air;
    const Polyline whole = flattened(curve_along(route, unlimited, 0));
    const bool level_ends = askew(whole, route.front(), route[1], head) <= steepest_end * air &&
                            askew(whole, route.back(), route[route.size() - 2], head) <= steepest_end * air;
    if (level_ends && take(i, curve_along(route, unlimited, 0))) return;
    for (const Pt reach : {unlimited, 120 * air, 60 * air, 30 * air})
      if (take(i, curve_along(route, reach, head))) return;
  }

  bool take(std::size_t i, std::vector<Point> curve) {
    const Polyline line = flattened(curve);
    if (!field_.is_clear(i, line)) return false;
    const auto label = field_.label_beside(i, line);
    if (!label) return false;
    placed_.edges[i].kind = RouteKind::curved;
    placed_.edges[i].route = std::move(curve);
    field_.settle(i, line, *label);
    return true;
  }

  LineField& field_;
  PlacedDiagram& placed_;
};

}  // namespace

void curve_lines(LineField& field, PlacedDiagram& placed) { Bender(field, placed).run(); }

std::vector<Point> curve_along(const Polyline& route, Pt reach, Pt stub) {
  std::vector<Point> curve{route.front()};
  const auto line_to = [&](Point p) {
    const Point from = curve.back();
    if (length(p - from) < 0.01) return;
    curve.insert(curve.end(), {between(from, p, 1.0 / 3), between(from, p, 2.0 / 3), p});
  };
  const std::size_t last = route.size() - 1;
  for (std::size_t k = 1; k < last; ++k) {
    const auto room = [&](std::size_t piece) {  // of the piece that begins at this point, for one of its corners
      const Pt whole = length(route[piece + 1] - route[piece]);
      const bool at_end = piece == 0 || piece + 1 == last;
      return std::min(reach, at_end ? std::max(whole - stub, std::min(whole, whole / 2)) : whole / 2);
    };
    const Point corner = route[k];
    const Point from = corner - unit(corner - route[k - 1]) * room(k - 1), to = corner + unit(route[k + 1] - corner) * room(k);
    line_to(from);
    curve.insert(curve.end(), {between(curve.back(), corner, 0.5), between(to, corner, 0.5), to});
  }
  line_to(route.back());
  return curve;
}

}  // namespace drawplate
