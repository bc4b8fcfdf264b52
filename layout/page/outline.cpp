// See outline.h. Most kinds are polygons given as fractions of the box or of its shorter side; the rest have a function each.
#include "layout/page/outline.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace drawplate {
namespace {

constexpr double degrees = std::numbers::pi / 180;

/// One piece of an arc, a quarter turn at most; angles are the ellipse's parameter, in radians.
void add_quarter(Path& path, Point center, Size half, double from, double to) {
  const double k = 4.0 / 3.0 * std::tan((to - from) / 4);
  const auto on = [&](double t) { return Point{center.x + half.width * std::cos(t), center.y + half.height * std::sin(t)}; };
  const auto tangent = [&](double t) { return Vec{-half.width * std::sin(t), half.height * std::cos(t)}; };
  path.cubic_to(on(from) + tangent(from) * k, on(to) - tangent(to) * k, on(to));
}

}  // namespace

Point arc_to(Path& path, Point from, Size half, double start, double sweep) {
  // An angle as seen becomes the ellipse's parameter; whole turns are kept by working on the remainder of a quarter turn.
  const auto parameter = [&](double seen) {
    const double quarter = std::round(seen / 90) * 90, rest = (seen - quarter) * degrees;
    const bool upright = static_cast<long>(std::lround(quarter / 90)) % 2 != 0;
    const double along = upright ? half.height : half.width, across = upright ? half.width : half.height;
    return quarter * degrees + std::atan2(along * std::sin(rest), across * std::cos(rest));
  };
  const double first = parameter(start), last = parameter(start + sweep);
  const Point center{from.x - half.width * std::cos(first), from.y - half.height * std::sin(first)};
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(last - first) / (std::numbers::pi / 2) - 1e-9)));
  for (int i = 0; i < pieces; ++i)
    add_quarter(path, center, half, first + (last - first) * i / pieces, first + (last - first) * (i + 1) / pieces);
  return path.elements.back().to;
}

namespace outline {
namespace {

Path polygon(std::initializer_list<Point> points) {
  Path path;
  for (const Point& p : points) path.empty() ? path.move_to(p) : path.line_to(p);
  return path.close();
}

Path flipped_across(const Path& path, Rect box, bool left_right) {
  return left_right ? transformed(path, {-1, 0, 0, 1, box.left() + box.right(), 0})
                    : transformed(path, {1, 0, 0, -1, 0, box.top() + box.bottom()});
}

Pt short_side(Rect box) { return std::min(box.width, box.height); }

/// A point of a preset drawn on a grid of `units` by `units`.
Point on_grid(Rect box, double units, double x, double y) { return {box.x + box.width * x / units, box.y + box.height * y / units}; }

}  // namespace

Path rectangle(Rect b) { return polygon({{b.left(), b.top()}, {b.right(), b.top()}, {b.right(), b.bottom()}, {b.left(), b.bottom()}}); }

Path diamond(Rect b) { return polygon({{b.left(), b.mid_y()}, {b.mid_x(), b.top()}, {b.right(), b.mid_y()}, {b.mid_x(), b.bottom()}}); }

Path hexagon(Rect b) {
  const Pt dx = short_side(b) * 0.25;
  return polygon({{b.left(), b.mid_y()},
                  {b.left() + dx, b.top()},
                  {b.right() - dx, b.top()},
                  {b.right(), b.mid_y()},
                  {b.right() - dx, b.bottom()},
                  {b.left() + dx, b.bottom()}});
}

Path octagon(Rect b) {
  const Pt d = short_side(b) * 0.29289;
  return polygon({{b.left(), b.top() + d},
                  {b.left() + d, b.top()},
                  {b.right() - d, b.top()},
                  {b.right(), b.top() + d},
                  {b.right(), b.bottom() - d},
                  {b.right() - d, b.bottom()},
                  {b.left() + d, b.bottom()},
                  {b.left(), b.bottom() - d}});
}

Path parallelogram(Rect b) {
  const Pt dx = short_side(b) * 0.25;
  return polygon({{b.left(), b.bottom()}, {b.left() + dx, b.top()}, {b.right(), b.top()}, {b.right() - dx, b.bottom()}});
}

Path parallelogram_back(Rect b) { return flipped_across(parallelogram(b), b, true); }

Path trapezoid(Rect b) {
  const Pt dx = short_side(b) * 0.25;
  return polygon({{b.left(), b.bottom()}, {b.left() + dx, b.top()}, {b.right() - dx, b.top()}, {b.right(), b.bottom()}});
}

Path trapezoid_inverted(Rect b) { return flipped_across(trapezoid(b), b, false); }

Path triangle(Rect b) { return polygon({{b.left(), b.bottom()}, {b.mid_x(), b.top()}, {b.right(), b.bottom()}}); }

Path triangle_inverted(Rect b) { return flipped_across(triangle(b), b, false); }

namespace {
Pt lid_height(Rect b) { return short_side(b) * 0.125; }
}  // namespace

Path cylinder(Rect b) {
  const Size half{b.width / 2, lid_height(b)};
  Path path;
  path.move_to({b.left(), b.top() + half.height});
  arc_to(path, {b.left(), b.top() + half.height}, half, 180, 180);
  path.line_to({b.right(), b.bottom() - half.height});
  arc_to(path, {b.right(), b.bottom() - half.height}, half, 0, 180);
  return path.close();
}

Path cylinder_lid(Rect b) {
  Path path;
  path.move_to({b.right(), b.top() + lid_height(b)});
  arc_to(path, {b.right(), b.top() + lid_height(b)}, {b.width / 2, lid_height(b)}, 0, 180);
  return path;
}

Path drum(Rect b) {
  const Size half{b.width / 6, b.height / 2};
  Path path;
  path.move_to({b.left() + half.width, b.top()}).line_to({b.right() - half.width, b.top()});
  arc_to(path, {b.right() - half.width, b.top()}, half, 270, 180);
  path.line_to({b.left() + half.width, b.bottom()});
  arc_to(path, {b.left() + half.width, b.bottom()}, half, 90, 180);
  return path.close();
}

Path drum_lid(Rect b) {
  Path path;
  path.move_to({b.right() - b.width / 6, b.bottom()});
  arc_to(path, {b.right() - b.width / 6, b.bottom()}, {b.width / 6, b.height / 2}, 90, 180);
  return path;
}

Path document(Rect b) {
  const auto at = [&](double x, double y) { return on_grid(b, 21600, x, y); };
  Path path;
  path.move_to(at(0, 0)).line_to(at(21600, 0)).line_to(at(21600, 17322));
  return path.cubic_to(at(10800, 17322), at(10800, 23922), at(0, 20172)).close();
}

Path documents(Rect b) {
  const auto at = [&](double x, double y) { return on_grid(b, 21600, x, y); };
  Path path;
  path.move_to(at(0, 20782)).cubic_to(at(9298, 23542), at(9298, 18022), at(18595, 18022)).line_to(at(18595, 16352));
  path.cubic_to(at(18595, 16352), at(19298, 16252), at(20000, 16252)).line_to(at(20000, 14467));
  path.cubic_to(at(20000, 14467), at(20800, 14392), at(21600, 14392)).line_to(at(21600, 0)).line_to(at(2972, 0));
  return path.line_to(at(2972, 1815)).line_to(at(1532, 1815)).line_to(at(1532, 3675)).line_to(at(0, 3675)).close();
}

Path documents_edges(Rect b) {
  const auto at = [&](double x, double y) { return on_grid(b, 21600, x, y); };
  Path path;
  path.move_to(at(1532, 3675)).line_to(at(18595, 3675)).line_to(at(18595, 16352));
  return path.move_to(at(2972, 1815)).line_to(at(20000, 1815)).line_to(at(20000, 14467));
}

namespace {
/// The arcs of the preset `cloud`, on its grid of 43 200; angles in 60 000ths of a degree.
struct CloudArc {
  double rx, ry, start, sweep;
};
constexpr CloudArc cloud_arcs[] = {
    {6753, 9190, -11429249, 7426832}, {5333, 7267, -8646143, 5396714},  {4365, 5945, -8748475, 5983381},  {4857, 6595, -7859164, 7034504},
    {5333, 7273, -4722533, 6541615},  {6775, 9220, -2776035, 7816140},  {5785, 7867, 37501, 6842000},     {6752, 9215, 1347096, 6910353},
    {7720, 10543, 3974558, 4542661},  {4360, 5918, -16496525, 8804134}, {4345, 5945, -14809710, 9151131},
};
}  // namespace

Path cloud(Rect b) {
  constexpr double grid = 43200;
  Path unit;  // angles are as seen on the preset's own square grid, so the arcs are made there and stretched afterwards
  Point at{3900, 14370};
  unit.move_to(at);
  for (const CloudArc& arc : cloud_arcs) at = arc_to(unit, at, {arc.rx, arc.ry}, arc.start / 60000, arc.sweep / 60000);
  return transformed(unit.close(), {b.width / grid, 0, 0, b.height / grid, b.x, b.y});
}

namespace {
Pt fold_of(Rect b) { return short_side(b) * 0.16667; }
}  // namespace

Path note(Rect b) {
  const Pt fold = fold_of(b);
  return polygon(
      {{b.left(), b.top()}, {b.right(), b.top()}, {b.right(), b.bottom() - fold}, {b.right() - fold, b.bottom()}, {b.left(), b.bottom()}});
}

Path note_fold(Rect b) {
  const Pt fold = fold_of(b);
  Path path;
  path.move_to({b.right() - fold, b.bottom()}).line_to({b.right() - fold * 0.8, b.bottom() - fold * 0.8});
  return path.line_to({b.right(), b.bottom() - fold});
}

Path subroutine_bars(Rect b) {
  Path path;
  path.move_to({b.left() + b.width / 8, b.top()}).line_to({b.left() + b.width / 8, b.bottom()});
  return path.move_to({b.right() - b.width / 8, b.top()}).line_to({b.right() - b.width / 8, b.bottom()});
}

Path tag(Rect b) {
  const Pt point = short_side(b) * 0.5;
  return polygon(
      {{b.left(), b.top()}, {b.right() - point, b.top()}, {b.right(), b.mid_y()}, {b.right() - point, b.bottom()}, {b.left(), b.bottom()}});
}

Path asymmetric(Rect b) {
  const Pt notch = short_side(b) * 0.25;
  return polygon(
      {{b.left(), b.top()}, {b.right(), b.top()}, {b.right(), b.bottom()}, {b.left(), b.bottom()}, {b.left() + notch, b.mid_y()}});
}

Path folder(Rect b) {
  const Pt tab = short_side(b) * 0.14, width = b.width * 0.4;
  return polygon({{b.left(), b.top()},
                  {b.left() + width - tab, b.top()},
                  {b.left() + width, b.top() + tab},
                  {b.right(), b.top() + tab},
                  {b.right(), b.bottom()},
                  {b.left(), b.bottom()}});
}

namespace {
/// The two lugs on a component's left edge, upper first; they stand half out of the body.
struct Lugs {
  Pt width, height, first, second, body;
};
Lugs lugs_of(Rect b) {
  const Pt width = std::min(b.width * 0.25, short_side(b) * 0.3), height = std::min(b.height * 0.2, width * 0.5);
  return {width, height, b.top() + b.height * 0.3 - height / 2, b.top() + b.height * 0.7 - height / 2, b.left() + width / 2};
}
}  // namespace

Path component(Rect b) {
  const Lugs l = lugs_of(b);
  return polygon({{l.body, b.top()},
                  {b.right(), b.top()},
                  {b.right(), b.bottom()},
                  {l.body, b.bottom()},
                  {l.body, l.second + l.height},
                  {b.left(), l.second + l.height},
                  {b.left(), l.second},
                  {l.body, l.second},
                  {l.body, l.first + l.height},
                  {b.left(), l.first + l.height},
                  {b.left(), l.first},
                  {l.body, l.first}});
}

Path component_lugs(Rect b) {
  const Lugs l = lugs_of(b);
  Path path;
  for (const Pt top : {l.first, l.second}) {
    path.move_to({l.body, top}).line_to({b.left() + l.width, top}).line_to({b.left() + l.width, top + l.height});
    path.line_to({l.body, top + l.height});
  }
  return path;
}

Path house(Rect b) {
  const Pt eaves = b.top() + b.height / 5;
  return polygon({{b.mid_x(), b.top()}, {b.right(), eaves}, {b.right(), b.bottom()}, {b.left(), b.bottom()}, {b.left(), eaves}});
}

// The figure stands in the upper part of its box, and what it is called below its feet.
constexpr double figure_height = 0.64;

Path actor_head(Rect b) {
  const Pt d = std::min(b.width, b.height * figure_height * 0.34);
  return ellipse_in({b.mid_x() - d / 2, b.top(), d, d});
}

Path actor_body(Rect b) {
  const Pt height = b.height * figure_height, feet = b.top() + height;
  const Pt head = std::min(b.width, height * 0.34), arm = std::min(b.width / 2, height * 0.3), hip = b.top() + height * 0.68;
  const Pt shoulder = b.top() + head + (hip - b.top() - head) * 0.3;
  Path path;
  path.move_to({b.mid_x(), b.top() + head}).line_to({b.mid_x(), hip});
  path.move_to({b.mid_x() - arm, shoulder}).line_to({b.mid_x() + arm, shoulder});
  return path.move_to({b.mid_x() - arm, feet}).line_to({b.mid_x(), hip}).line_to({b.mid_x() + arm, feet});
}

}  // namespace outline
}  // namespace drawplate
