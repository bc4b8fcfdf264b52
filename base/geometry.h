// Points, sizes, rectangles and paths: values and total functions, in points, y down. Only operations that mean something.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/units.h"

namespace drawplate {

struct Vec {
  Pt x = 0, y = 0;
  friend bool operator==(const Vec&, const Vec&) = default;
};
struct Point {
  Pt x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};
struct Size {
  Pt width = 0, height = 0;
  friend bool operator==(const Size&, const Size&) = default;
};
struct Insets {
  Pt left = 0, top = 0, right = 0, bottom = 0;
};

inline Vec operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator+(Point p, Vec v) { return {p.x + v.x, p.y + v.y}; }
inline Point operator-(Point p, Vec v) { return {p.x - v.x, p.y - v.y}; }
inline Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
inline Vec operator*(Vec v, double k) { return {v.x * k, v.y * k}; }
inline Vec operator-(Vec v) { return {-v.x, -v.y}; }
inline Pt length(Vec v) { return std::hypot(v.x, v.y); }

/// A rectangle by its top left corner and its size; sizes are never negative.
struct Rect {
  Pt x = 0, y = 0, width = 0, height = 0;

  Pt left() const { return x; }
  Pt top() const { return y; }
  Pt right() const { return x + width; }
  Pt bottom() const { return y + height; }
  Pt mid_x() const { return x + width / 2; }
  Pt mid_y() const { return y + height / 2; }
  Point center() const { return {mid_x(), mid_y()}; }
  Size size() const { return {width, height}; }
  friend bool operator==(const Rect&, const Rect&) = default;
};

inline Rect moved_by(Rect r, Vec v) { return {r.x + v.x, r.y + v.y, r.width, r.height}; }
inline Rect grown_by(Rect r, Pt d) { return {r.x - d, r.y - d, r.width + 2 * d, r.height + 2 * d}; }
inline Rect shrunk_by(Rect r, Insets i) {
  return {r.x + i.left, r.y + i.top, std::max(0.0, r.width - i.left - i.right), std::max(0.0, r.height - i.top - i.bottom)};
}
inline Rect union_of(Rect a, Rect b) {
  const Pt x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}
/// True where the interiors share a point; touching borders do not overlap.
inline bool overlaps(Rect a, Rect b) { return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom(); }
inline bool contains(Rect r, Point p) { return p.x >= r.x && p.x <= r.right() && p.y >= r.y && p.y <= r.bottom(); }

/// [a c e; b d f]: x' = a x + c y + e, y' = b x + d y + f, as in SVG and PDF.
struct Affine {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};
inline Point operator*(const Affine& m, Point p) { return {m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f}; }
/// Applies n first, then m.
inline Affine operator*(const Affine& m, const Affine& n) {
  return {m.a * n.a + m.c * n.b, m.b * n.a + m.d * n.b,       m.a * n.c + m.c * n.d,
          m.b * n.c + m.d * n.d, m.a * n.e + m.c * n.f + m.e, m.b * n.e + m.d * n.f + m.f};
}

/// One element of a path. `move` and `line` use `to`; `cubic` uses all three; `close` none.
struct PathElement {
  enum class Kind : std::uint8_t { move, line, cubic, close } kind = Kind::move;
  Point c1, c2, to;
  friend bool operator==(const PathElement&, const PathElement&) = default;
};

struct Path {
  std::vector<PathElement> elements;

  Path& move_to(Point p) { return add({PathElement::Kind::move, {}, {}, p}); }
  Path& line_to(Point p) { return add({PathElement::Kind::line, {}, {}, p}); }
  Path& cubic_to(Point c1, Point c2, Point p) { return add({PathElement::Kind::cubic, c1, c2, p}); }
  Path& close() { return add({PathElement::Kind::close, {}, {}, {}}); }
  bool empty() const { return elements.empty(); }

 private:
  Path& add(PathElement e) {
    elements.push_back(e);
    return *this;
  }
};

Path transformed(const Path& path, const Affine& by);
/// The box of all points and control points: an upper bound of the path's box.
Rect control_box(const Path& path);
/// A rectangle with corners of radius r (capped at half the shorter side), clockwise from the top left corner's right end.
Path rounded_rect(Rect box, Pt radius);
/// A full ellipse from four cubics.
Path ellipse_in(Rect box);

/// Distance from centre to control point of a quarter circle of radius 1.
inline constexpr double quarter_arc = 0.5522847498;

}  // namespace drawplate
