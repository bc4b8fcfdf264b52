// See connector_path.h. The route is first shortened at its ends, then its corners are rounded, so that an arc never runs
// into a head.
#include "layout/page/connector_path.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <numeric>
#include <ranges>
#include <span>

namespace drawplate {
namespace {

constexpr Pt head_overlap = 0.75;  // the shaft ends so far inside a filled head: no hairline seam
constexpr Pt head_outline = 0.9;   // stroke of filled heads
constexpr Pt shortest = 0.01;      // what is left of a segment that a head swallows

Vec unit(Vec v) {
  const Pt l = length(v);
  return l > 0 ? v * (1 / l) : Vec{1, 0};
}

Point between(Point a, Point b, double t) { return a + (b - a) * t; }

struct Cubic {
  Point p0, p1, p2, p3;
};

Point point_at(const Cubic& c, double t) {
  const Point a = between(c.p0, c.p1, t), b = between(c.p1, c.p2, t), d = between(c.p2, c.p3, t);
  return between(between(a, b, t), between(b, d, t), t);
}

Pt length_of(const Cubic& c) {
  constexpr int pieces = 32;
  Pt sum = 0;
  Point last = c.p0;
  for (int i = 1; i <= pieces; ++i) {
    const Point next = point_at(c, static_cast<double>(i) / pieces);
    sum += length(next - last);
    last = next;
  }
  return sum;
}

/// The part of the curve before `t`.
Cubic first_part(const Cubic& c, double t) {
  const Point a = between(c.p0, c.p1, t), b = between(c.p1, c.p2, t), d = between(c.p2, c.p3, t);
  const Point ab = between(a, b, t), bd = between(b, d, t);
  return {c.p0, a, ab, between(ab, bd, t)};
}

/// Cuts `trim` off the end of a polyline; segments that are shorter shrink to almost nothing but keep their direction.
void shorten_end(std::vector<Point>& points, Pt trim) {
  if (points.size() < 2 || trim <= 0) return;
  Point& end = points.back();
  const Point before = points[points.size() - 2];
  const Pt whole = length(end - before);
  end = before + unit(end - before) * std::max(std::min(shortest, whole), whole - trim);
}

/// Cuts `trim` off the end of a chain of cubics (1 + 3n points).
void shorten_curve_end(std::vector<Point>& points, Pt trim) {
  if (points.size() < 4 || trim <= 0) return;
  const std::span<Point, 4> tail{points.data() + points.size() - 4, 4};
  const Cubic whole{tail[0], tail[1], tail[2], tail[3]};
  const Pt keep = std::max(shortest, length_of(whole) - trim);
  double low = 0, high = 1;
  for (int i = 0; i < 30; ++i) {
    const double middle = (low + high) / 2;
    (length_of(first_part(whole, middle)) < keep ? low : high) = middle;
  }
  const Cubic part = first_part(whole, high);
  std::ranges::copy(std::initializer_list<Point>{part.p0, part.p1, part.p2, part.p3}, tail.begin());
}

/// A segment gives each of its corners at most half of itself; the first and the last have one corner only.
Pt room_at(std::span<const Point> points, std::size_t segment) {
  const Pt whole = length(points[segment + 1] - points[segment]);
  const bool shared = segment > 0 && segment + 2 < points.size();
  return shared ? whole / 2 : whole;
}

Path with_corners(std::span<const Point> points, const Connector& connector) {
  Path path;
  path.move_to(points.front());
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const bool joint = std::find(connector.joints.begin(), connector.joints.end(), i) != connector.joints.end();
    const Pt cut = joint ? 0 : std::min({connector.corner_radius, room_at(points, i - 1), room_at(points, i)});
    const Point corner = points[i];
    if (cut < shortest) {
      path.line_to(corner);
      continue;
    }
    const Point from = corner - unit(corner - points[i - 1]) * cut, to = corner + unit(points[i + 1] - corner) * cut;
    if (from != path.elements.back().to) path.line_to(from);
    if (connector.chamfered)
      path.line_to(to);
    else
      path.cubic_to(between(from, corner, quarter_arc), between(to, corner, quarter_arc), to);
  }
  if (points.back() != path.elements.back().to) path.line_to(points.back());
  return path;
}

Path curve_through(std::span<const Point> points) {
  Path path;
  path.move_to(points.front());
  for (std::size_t i = 1; i + 2 < points.size(); i += 3) path.cubic_to(points[i], points[i + 1], points[i + 2]);
  return path;
}

/// A curve's route is a chain of cubics; anything else is a polyline.
bool is_curve(const Connector& connector) { return connector.kind == RouteKind::curved && connector.route.size() >= 4; }

Path path_of(const Connector& connector, std::span<const Point> points) {
  return is_curve(connector) ? curve_through(points) : with_corners(points, connector);
}

/// How much of the shaft a head replaces.
Pt shaft_trim(const Arrow& arrow, Pt width) {
  const Pt size = head_length(arrow, width);
  switch (arrow.kind) {
    case HeadKind::none:
    case HeadKind::cross:
      return 0;
    case HeadKind::open:
      return width / 2;
    case HeadKind::arrow:
    case HeadKind::circle:
    case HeadKind::diamond:
      return std::max(0.0, size - head_overlap);
  }
  return 0;
}

/// A head of the given kind whose tip is at `tip`, pointing along `along`.
HeadDrawing draw_head(const Arrow& arrow, Pt width, Point tip, Vec along) {
  const Pt size = head_length(arrow, width), half = size / 2;
  const Vec across{-along.y, along.x};
  HeadDrawing head{{}, true, head_outline};
  switch (arrow.kind) {
    case HeadKind::none:
      break;
    case HeadKind::arrow:
      head.path.move_to(tip).line_to(tip - along * size + across * half).line_to(tip - along * size - across * half).close();
      break;
    case HeadKind::diamond:
      head.path.move_to(tip).line_to(tip - along * half + across * half).line_to(tip - along * size);
      head.path.line_to(tip - along * half - across * half).close();
      break;
    case HeadKind::circle: {
      const Point center = tip - along * half;
      head.path = ellipse_in({center.x - half, center.y - half, size, size});
      break;
    }
    case HeadKind::open: {
      const Point vertex = tip - along * (width / 2);  // the round join of the stroke reaches the tip
      head = {{}, false, width};
      head.path.move_to(vertex - along * size + across * half).line_to(vertex).line_to(vertex - along * size - across * half);
      break;
    }
    case HeadKind::cross: {
      const Point center = tip - along * half;
      head = {{}, false, width};
      head.path.move_to(center - along * half - across * half).line_to(center + along * half + across * half);
      head.path.move_to(center - along * half + across * half).line_to(center + along * half - across * half);
      break;
    }
  }
  return head;
}

/// Direction in which the last of the points is reached; control points that coincide with the end are passed over.
Vec end_direction(std::span<const Point> points) {
  for (std::size_t i = points.size() - 1; i-- > 0;)
    if (points[i] != points.back()) return unit(points.back() - points[i]);
  return {1, 0};
}

}  // namespace

Pt head_length(const Arrow& arrow, Pt stroke_width) {
  constexpr double factors[] = {2, 3, 5};
  return factors[static_cast<std::size_t>(arrow.size)] * std::max(stroke_width, 2.0);
}

Pt path_length(const Path& path) {
  Pt sum = 0;
  Point at, start;
  for (const PathElement& e : path.elements) {
    switch (e.kind) {
      case PathElement::Kind::move:
        start = e.to;
        break;
      case PathElement::Kind::line:
        sum += length(e.to - at);
        break;
      case PathElement::Kind::cubic:
        sum += length_of({at, e.c1, e.c2, e.to});
        break;
      case PathElement::Kind::close:
        sum += length(start - at);
        break;
    }
    at = e.kind == PathElement::Kind::close ? start : e.to;
  }
  return sum;
}

std::vector<Pt> dash_lengths(Dash dash, Pt width, Pt path_length) {
  std::vector<Pt> pattern;
  switch (dash) {
    case Dash::solid:
      return {};
    case Dash::dash:
      pattern = {4, 3};
      break;
    case Dash::dot:
      pattern = {1, 3};
      break;
    case Dash::dash_dot:
      pattern = {4, 3, 1, 3};
      break;
  }
  for (Pt& piece : pattern) piece *= width;
  if (path_length <= 0) return pattern;

  // n periods and one more dash fill the path; what is too much for n periods goes into the gaps.
  const Pt period = std::accumulate(pattern.begin(), pattern.end(), 0.0), first = pattern.front();
  const double periods = std::floor((path_length - first) / period + 1e-6);
  if (periods < 1) return {};
  Pt gaps = 0;
  for (std::size_t i = 1; i < pattern.size(); i += 2) gaps += pattern[i];
  const double stretch = 1 + (path_length - first - periods * period) / (periods * gaps);
  for (std::size_t i = 1; i < pattern.size(); i += 2) pattern[i] *= stretch;
  return pattern;
}

Path connector_path(const Connector& connector) { return path_of(connector, connector.route); }

ConnectorDrawing draw_connector(const Connector& connector) {
  assert(connector.route.size() >= 2);
  const Pt width = connector.stroke.width;
  const auto shorten = is_curve(connector) ? shorten_curve_end : shorten_end;
  ConnectorDrawing drawing;

  std::vector<Point> points = connector.route;
  const auto make_room = [&](const Arrow& arrow) {
    const Point tip = points.back();
    const Vec before = end_direction(points);
    const Pt trim = shaft_trim(arrow, width);
    shorten(points, trim);
    // On a curve a head lies along the chord of what it covers, so that the shaft meets the middle of its base.
    return is_curve(connector) && trim > head_overlap ? unit(tip - points.back()) : before;
  };
  const Vec head_direction = make_room(connector.head);
  std::ranges::reverse(points);
  const Vec tail_direction = make_room(connector.tail);
  std::ranges::reverse(points);

  drawing.shaft = path_of(connector, points);
  drawing.dashes = dash_lengths(connector.stroke.dash, width, path_length(drawing.shaft));
  if (connector.tail.kind != HeadKind::none)
    drawing.heads.push_back(draw_head(connector.tail, width, connector.route.front(), tail_direction));
  if (connector.head.kind != HeadKind::none)
    drawing.heads.push_back(draw_head(connector.head, width, connector.route.back(), head_direction));
  return drawing;
}

}  // namespace drawplate
